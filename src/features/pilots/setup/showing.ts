import { z } from 'zod';
import { today } from '../../../calendar/clock.ts';
import { detailCard } from '../../../conversation/cards/detail.ts';
import { notice, unknownPerson } from '../../../conversation/cards/notice.ts';
import type { Message, NoticeAction } from '../../../conversation/message.ts';
import { pageButtons, pageOf, partWords } from '../../../conversation/paging.ts';
import type { Turn } from '../../../conversation/turn.ts';
import { chatWith, type Person } from '../../../people/person.ts';
import type { ActionStore } from '../actions/store.ts';
import { leadsElsewhere } from '../pilot/channels.ts';
import { isLeaderless, presentIn } from '../pilot/leading.ts';
import { namesOf } from '../pilot/names.ts';
import { canReopen, isRunning, kinds, type Pilot, timeLeft } from '../pilot/pilot.ts';
import {
  isAmongCrew,
  lastClosed,
  mayBegin,
  notYours,
  overheard,
  pilotsFor,
  readingOf,
  readsClosed,
} from '../pilot/rights.ts';
import { shortened } from '../pilot/sizes.ts';
import type { Fits, PilotTools } from '../pilot/tools.ts';
import { isOpenNow } from '../standup/opening.ts';
import type { StandupStore } from '../standup/store.ts';
import { stateCard } from './state-card.ts';

/** The answer to who is in no open pilot: the way to their `last` one, and for who may begin a pilot how to do that. */
function noOpenPilot(me: Person, last: Pilot | undefined, readsAll: boolean): Message {
  const begin = mayBegin(me)
    ? [{ verb: 'help.say', title: 'Nieuwe pilot', data: { text: 'nieuwe pilot' } }]
    : [];
  if (last)
    return notice('pilot', 'Je pilot is al afgerond', 'Je kunt nog wel bekijken wat eruit kwam.', [
      { verb: 'pilot.show', title: 'Bekijk de pilot', data: { pilot: last.id } },
      { verb: 'pilot.closed', title: 'Afgeronde pilots', data: {} },
      ...begin,
    ]);
  return notice(
    'pilot',
    'Je doet nu niet mee aan een pilot',
    mayBegin(me)
      ? 'Begin er een: typ “nieuwe pilot”.'
      : 'Hoor je bij een pilot? Wie de pilot leidt, kan je toevoegen.',
    [...begin, ...(readsAll ? [{ verb: 'pilot.closed', title: 'Afgeronde pilots', data: {} }] : [])],
  );
}

/** So many pilots on one card, and so many characters of the name of one on its button. */
const [PAGE, LONGEST_BUTTON] = [15, 40];

/** What a choice of a pilot leads to: what is done with the pilot, and what goes along. */
export const whichSchema = z.object({
  verb: z.string().min(1).max(60),
  data: z.record(z.string(), z.unknown()).default({}),
  page: z.number().int().min(0).max(1_000).default(0),
});
type Which = z.infer<typeof whichSchema>;

/** Asks which of these pilots is meant; `day` is an ISO date. */
function whichCard(list: readonly Pilot[], day: string, { verb, data, page }: Which): Message {
  const shown = pageOf(list, page, PAGE);
  return detailCard({
    kind: 'pilot',
    text: 'Welke pilot bedoel je?',
    title: 'Welke pilot bedoel je?',
    place: partWords(shown),
    sections: [
      {
        title: 'Jouw pilots',
        lines: shown.items.map((pilot) => ({
          text: pilot.name,
          detail: `${kinds[pilot.kind].title} · ${timeLeft(pilot, day)}`,
          actions: [
            { verb, title: shortened(pilot.name, LONGEST_BUTTON), data: { ...data, pilot: pilot.id } },
          ],
        })),
      },
    ],
    actions: pageButtons(shown, 'pilot.which', (next) => ({ verb, data, page: next })),
  });
}

/** Shows pilots to who is in them. */
export function showing({
  pilots,
  actions,
  everybody,
  administrators,
  standups,
  settings,
}: Pick<PilotTools, 'pilots' | 'everybody' | 'administrators' | 'settings'> & {
  actions: ActionStore;
  standups: StandupStore;
}) {
  async function show(
    turn: Turn,
    id: string,
    note = '',
    /** Buttons that undo what `note` says. */
    undo: readonly NoticeAction[] = [],
  ): Promise<Message> {
    const reading = await readingOf({ pilots, administrators, everybody }, turn, id);
    if (!reading) return notYours;
    const { pilot, members, leads } = reading;
    const [todos, people, left] = await Promise.all([
      actions.of(id),
      everybody(),
      leads && pilot.closedOn === undefined ? pilots.left(id) : [],
    ]);
    const names = namesOf(people);
    const mayLink =
      pilot.closedOn === undefined &&
      turn.scope === 'channel' &&
      isAmongCrew(turn, pilot) &&
      (await leadsElsewhere(pilots, turn)).some(({ channel }) => channel === undefined);
    return stateCard(reading, {
      todos,
      names,
      left: left.flatMap((directoryId) => names.get(directoryId) ?? []),
      unreached:
        pilot.closedOn === undefined
          ? presentIn(members, people).flatMap(({ person }) => (chatWith(person) ? [] : [person.name]))
          : [],
      isLeaderless: pilot.closedOn === undefined && isLeaderless(members, people, today(turn.now)),
      mayReopen: canReopen(pilot, turn.now),
      day: today(turn.now).toString(),
      inChannel: turn.scope === 'channel',
      // A tap comes without text; what is typed is answered with a message.
      inMessage: turn.text !== '',
      mayShare: await mayShare(turn, pilot),
      note: note || (mayLink ? 'Dit kanaal hoort bij deze pilot. Elke pilot heeft een eigen kanaal.' : ''),
      mayLink,
      undo,
    });
  }

  /** Whether the stand-up of today is open, and for who is shown this alone, they did not share in it yet. */
  async function mayShare(turn: Turn, pilot: Pilot): Promise<boolean> {
    const day = today(turn.now).toString();
    if (!pilot.standup || !isRunning(pilot, day)) return false;
    if (!(await isOpenNow({ standups, settings }, pilot, day, turn.now))) return false;
    const isPublic = turn.scope === 'channel' && turn.text !== '';
    return isPublic || (await standups.mine(pilot.id, day, turn.directoryId)) === undefined;
  }

  /** What is asked of somebody who is in these pilots. */
  async function among(
    turn: Turn,
    list: readonly Pilot[],
    asked: Which,
    then: (pilot: Pilot) => Promise<Message>,
  ): Promise<Message> {
    const me = await turn.person();
    if (!me) return unknownPerson;
    const [first, second] = list;
    if (!first)
      return noOpenPilot(me, await lastClosed(pilots, turn), await readsClosed(turn, administrators));
    return second ? whichCard(list, today(turn.now).toString(), asked) : then(first);
  }

  /** Of several pilots those with which it can be done; all of them where it can with none, so that the answer says why. */
  async function fitting(turn: Turn, list: readonly Pilot[], fits?: Fits): Promise<readonly Pilot[]> {
    if (!fits || list.length < 2) return list;
    const roles = await pilots.of(turn.directoryId);
    const each = await Promise.all(list.map((pilot) => fits(pilot, roles.get(pilot.id) === 'lead')));
    const fitted = list.filter((_, n) => each[n]);
    return fitted.length > 0 ? fitted : list;
  }

  /** Runs `then` for the one pilot that is meant, or asks which; `data` goes along with the answer to that. */
  const which = async (
    turn: Turn,
    verb: string,
    then: (pilot: Pilot) => Promise<Message>,
    data: object = {},
    fits?: Fits,
  ): Promise<Message> =>
    among(
      turn,
      await fitting(turn, await pilotsFor(pilots, turn), fits),
      { verb, data: { ...data }, page: 0 },
      then,
    );

  /**
   * The same for what is typed and answered in the conversation where it stands: where others than the pilot team read along,
   * there is a button instead, and no name of a pilot.
   */
  async function whichHere(
    turn: Turn,
    verb: string,
    then: (pilot: Pilot) => Promise<Message>,
    fits?: Fits,
  ): Promise<Message> {
    const list = await fitting(turn, await pilotsFor(pilots, turn), fits);
    const [first, second] = list;
    if (!first || list.every((pilot) => isAmongCrew(turn, pilot)))
      return among(turn, list, { verb, data: {}, page: 0 }, then);
    return second ? overheard('pilot.which', { verb, data: {} }) : overheard(verb, { pilot: first.id });
  }

  /** The same question, with other pilots to choose from. */
  async function whichOther(turn: Turn, asked: Which): Promise<Message> {
    const me = await turn.person();
    if (!me) return unknownPerson;
    const list = await pilotsFor(pilots, turn);
    if (list.length === 0)
      return noOpenPilot(me, await lastClosed(pilots, turn), await readsClosed(turn, administrators));
    return whichCard(list, today(turn.now).toString(), asked);
  }

  /** The pilot that somebody is in. Whoever is in no open one sees what came out of their last. */
  async function current(turn: Turn): Promise<Message> {
    const open = await pilotsFor(pilots, turn);
    const last = open.length === 0 ? await lastClosed(pilots, turn) : undefined;
    if (!last) return whichHere(turn, 'pilot.show', ({ id }) => show(turn, id));
    return isAmongCrew(turn, last) ? show(turn, last.id) : overheard('pilot.show', { pilot: last.id });
  }

  return { show, current, which, whichHere, whichOther };
}
