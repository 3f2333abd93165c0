import { today } from '../../../calendar/clock.ts';
import { notice } from '../../../conversation/cards/notice.ts';
import type { Message } from '../../../conversation/message.ts';
import { colleagueAnywhere, type Needs } from '../../../conversation/needs.ts';
import type { Turn } from '../../../conversation/turn.ts';
import { nameFinder } from '../../../language/colleagues.ts';
import { hasAccess } from '../../../people/access.ts';
import { channelOf, isPresent, type Person } from '../../../people/person.ts';
import { fromOutside } from './outside.ts';
import { isRunning, type Member, type Pilot } from './pilot.ts';
import type { PilotStore } from './store.ts';

/** Who is in a pilot is checked by `viewOf`, who leads it by `asLead`. */
export const inPilot: Needs = { ...colleagueAnywhere, checked: 'doet mee aan de pilot' };
export const leadsPilot: Needs = { ...colleagueAnywhere, checked: 'leidt de pilot' };
/** Who reads a pilot is checked by `readingOf`. */
export const readsPilot: Needs = {
  who: ['colleague', 'beheerder'],
  where: 'anywhere',
  checked: 'doet mee aan de pilot; na het afronden ook een projectleider of beheerder',
};

export const notYours = notice(
  'pilot',
  'Deze pilot ken ik niet, of je doet er niet aan mee',
  'Er is niets veranderd. Typ “pilot”, dan zie je aan welke pilot je meedoet.',
);
export const onlyLead = notice(
  'pilot',
  'Alleen wie de pilot leidt, kan dit',
  'Er is niets veranderd. Vraag het aan wie de pilot leidt.',
);
export const alreadyClosed = notice(
  'pilot',
  'Deze pilot is al afgerond',
  'Er is niets veranderd. Typ “pilot” voor wat eruit kwam.',
);

/**
 * Who may begin a pilot: a project lead, whom the method names for it (docs/method.md step 7), or a manager.
 */
export function mayBegin(person: Person): boolean {
  return isPresent(person) && (person.access.includes('projectleider') || person.access.includes('manager'));
}

/** A pilot as one of its members sees it. */
export interface PilotView {
  pilot: Pilot;
  me: Person;
  members: Member[];
  /** Whether this person leads the pilot, and so may change it. */
  leads: boolean;
}

/**
 * A pilot as this person may see it; undefined for somebody who is not in it. That rests on the directory id
 * of the turn (trust:rights-on-verified-id).
 */
export async function viewOf(store: PilotStore, turn: Turn, id: string): Promise<PilotView | undefined> {
  const [me, pilot, members] = await Promise.all([turn.person(), store.get(id), store.members(id)]);
  const mine = members.find(({ directoryId }) => directoryId === turn.directoryId);
  return me && pilot && mine ? { pilot, me, members, leads: mine.role === 'lead' } : undefined;
}

/** Whether somebody may read what came out of every closed pilot, also of those they were not in. */
export async function readsClosed(
  turn: Pick<Turn, 'directoryId' | 'person'>,
  administrators: readonly string[],
): Promise<boolean> {
  const me = await turn.person();
  return (['projectleider', 'beheerder'] as const).some((right) =>
    hasAccess(right, turn.directoryId, me, administrators),
  );
}

/** A pilot as somebody reads it, who need not be in it. */
export interface PilotReading extends Pick<PilotView, 'pilot' | 'members' | 'leads'> {
  /** True for who was not in it: no names, and nothing of what the team answered, which was promised to the team alone. */
  isOutside: boolean;
}

/**
 * A pilot for who may read it: its members, and once it was closed who keeps what pilots taught. Undefined for others. That
 * rests on the directory id of the turn (trust:rights-on-verified-id).
 */
export async function readingOf(
  {
    pilots,
    administrators,
    everybody,
  }: { pilots: PilotStore; administrators: readonly string[]; everybody(): Promise<Person[]> },
  turn: Turn,
  id: string,
): Promise<PilotReading | undefined> {
  const view = await viewOf(pilots, turn, id);
  if (view) return { pilot: view.pilot, members: view.members, leads: view.leads, isOutside: false };
  const pilot = await pilots.get(id);
  if (pilot?.closedOn === undefined || !(await readsClosed(turn, administrators))) return undefined;
  const { withoutNames } = nameFinder((await everybody()).map(({ name }) => name));
  return { pilot: fromOutside(pilot, withoutNames), members: [], leads: false, isOutside: true };
}

/** Runs `then` for somebody in a pilot, closed or not. */
export async function asMember(
  store: PilotStore,
  turn: Turn,
  id: string,
  then: (view: PilotView) => Promise<Message>,
): Promise<Message> {
  const view = await viewOf(store, turn, id);
  return view ? then(view) : notYours;
}

/** Runs `then` for somebody in a pilot that was not closed; a closed one stays as it is. */
export async function inOpenPilot(
  store: PilotStore,
  turn: Turn,
  id: string,
  then: (view: PilotView) => Promise<Message>,
): Promise<Message> {
  return asMember(store, turn, id, async (view) =>
    view.pilot.closedOn === undefined ? then(view) : alreadyClosed,
  );
}

/** Runs `then` for who leads a pilot that was not closed. */
export function asLead(
  store: PilotStore,
  turn: Turn,
  id: string,
  then: (view: PilotView) => Promise<Message>,
): Promise<Message> {
  return inOpenPilot(store, turn, id, async (view) => (view.leads ? then(view) : onlyLead));
}

/** Changes a pilot as long as it is open; false when it was closed in the same moment, or is gone. */
export async function changeOpen(
  store: PilotStore,
  id: string,
  change: (pilot: Pilot) => Pilot,
): Promise<boolean> {
  let isOpen = false;
  await store.change(id, (now) => {
    isOpen = now.closedOn === undefined;
    return isOpen ? change(now) : now;
  });
  return isOpen;
}

/** Whether nobody but the pilot team reads along: in somebody's own chat, and in the channel of the pilot. */
export function isAmongCrew({ scope, address }: Turn, { channel }: Pilot): boolean {
  return scope === 'personal' || channel?.conversation === channelOf(address.conversation);
}

/** Said in place of what is for the pilot team, where others read along: who taps sees it alone. */
export const overheard = (verb: string, data: object): Message =>
  notice(
    'pilot',
    'Hier lezen anderen mee',
    'Wat van de pilot is, laat ik alleen in het kanaal van de pilot zien. Tik hieronder: dan zie jij het alleen.',
    [{ verb, title: 'Laat het mij zien', data: { ...data } }],
  );

/** The pilots that somebody is in and that were not closed, running ones first; in a channel those of the channel. */
export async function pilotsFor(store: PilotStore, turn: Turn): Promise<Pilot[]> {
  const [all, mine] = await Promise.all([store.all(), store.of(turn.directoryId)]);
  const day = today(turn.now).toString();
  const open = all.filter(({ id, closedOn }) => mine.has(id) && closedOn === undefined);
  const here = turn.scope === 'personal' ? [] : open.filter((pilot) => isAmongCrew(turn, pilot));
  const list = here.length > 0 ? here : open;
  return list.sort((a, b) => Number(isRunning(b, day)) - Number(isRunning(a, day)));
}

/** Of the closed pilots that somebody was in, the one that was closed last. */
export async function lastClosed(store: PilotStore, turn: Turn): Promise<Pilot | undefined> {
  const [all, mine] = await Promise.all([store.all(), store.of(turn.directoryId)]);
  return all
    .filter(({ id, closedOn }) => mine.has(id) && closedOn !== undefined)
    .reduce<Pilot | undefined>(
      (last, pilot) => ((pilot.closedOn ?? '') > (last?.closedOn ?? '') ? pilot : last),
      undefined,
    );
}
