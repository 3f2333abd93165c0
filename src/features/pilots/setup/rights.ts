import type { Turn } from '../../../bot/turn.ts';
import { today } from '../../../calendar/clock.ts';
import { isPresent, type Person } from '../../../people/person.ts';
import { isRunning, type Member, type Pilot } from '../pilot.ts';
import type { PilotStore } from '../store.ts';

/** Who may begin a pilot: a project lead or a manager (seed step 7: the action holder is the project lead). */
export function mayBegin(person: Person): boolean {
  return isPresent(person) && (person.access.includes('projectleider') || person.access.includes('manager'));
}

/** A pilot as one of its members sees it. */
export interface View {
  pilot: Pilot;
  me: Person;
  members: Member[];
  /** May change the pilot itself: it was them who began it, or they were made lead. */
  leads: boolean;
}

/** Teams: a conversation id without the message it answers is the channel itself. */
export const channelOf = (conversation: string): string => conversation.replace(/;messageid=.*$/, '');

/** A pilot as this person may see it; undefined for who is not in it. Rights rest on the directory id (trust rule 11). */
export async function viewOf(store: PilotStore, turn: Turn, id: string): Promise<View | undefined> {
  const [me, pilot, members] = await Promise.all([turn.person(), store.get(id), store.members(id)]);
  const mine = members.find(({ directoryId }) => directoryId === turn.directoryId);
  return me && pilot && mine ? { pilot, me, members, leads: mine.role === 'lead' } : undefined;
}

/** The pilots that somebody is in and that were not closed, running ones first; in a channel those of the channel. */
export async function pilotsFor(store: PilotStore, turn: Turn): Promise<Pilot[]> {
  const [all, mine] = await Promise.all([store.all(), store.of(turn.directoryId)]);
  const day = today(turn.now).toString();
  const open = all.filter(({ id, closedOn }) => mine.has(id) && closedOn === undefined);
  const here =
    turn.scope === 'personal'
      ? []
      : open.filter(({ channel }) => channel?.conversation === channelOf(turn.address.conversation));
  const list = here.length > 0 ? here : open;
  return list.sort((a, b) => Number(isRunning(b, day)) - Number(isRunning(a, day)));
}
