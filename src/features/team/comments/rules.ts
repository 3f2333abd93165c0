import { Temporal } from 'temporal-polyfill';
import type { Settings } from '../../../people/municipality.ts';
import type { Person } from '../../../people/person.ts';
import { seatOf } from '../groups/rights.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';

/** Who leads the team, or who shared something without name. */
export type Side = 'lead' | 'writer';

/** One thing that was said in a conversation; without text it was the end of it. `day`: ISO date. */
export interface Reply {
  from: Side;
  day: string;
  text?: string;
}

/** A comment as a team shared it. `writer` leads to a person: it never leaves the bot. */
export interface Comment {
  period: string;
  writer: string;
  text: string;
}

/** A reply is at most so long. */
export const LONGEST_REPLY = 1_000;
/** Each side says at most so much: together it fits in one transaction. */
export const MOST_SAID = 40;
/** News is told for this many days; after that it is dropped. */
const TOLD_WITHIN_DAYS = 14;

/**
 * What one side may read on a day, in order. The moment at which a writer says something would tell who was at their
 * desk. So the manager reads it from the next day on, below everything they said themselves on its day. And when the
 * manager closes a conversation, the writer may go on until the end of that day: then an answer of that day does not
 * prove that it came before the closing.
 */
export function readBy(side: Side, said: readonly Reply[], day: string): Reply[] {
  if (side === 'writer')
    return said.filter((one) => one.from === 'writer' || one.text !== undefined || one.day < day);
  return said
    .filter((one) => one.from === 'lead' || one.day < day)
    .toSorted((a, b) => (a.day === b.day ? place(a) - place(b) : a.day < b.day ? -1 : 1));
}

const place = ({ from }: Reply): number => (from === 'lead' ? 0 : 1);

/** True once either side closed the conversation. */
export const isClosed = (said: readonly Reply[]): boolean => said.some(({ text }) => text === undefined);

/** Why somebody may not write (any more), as far as they may know it. */
export type Hindrance = 'closed' | 'full' | 'nothing-yet';

/**
 * Only who leads the team begins a conversation. Who closes it may not write from then on; the other side from the next
 * day on.
 */
export function hindranceFor(side: Side, said: readonly Reply[], day: string): Hindrance | undefined {
  const read = readBy(side, said, day);
  if (side === 'writer' && said.length === 0) return 'nothing-yet';
  if (isClosed(read)) return 'closed';
  return said.filter(({ from }) => from === side).length >= MOST_SAID ? 'full' : undefined;
}

/** True for the same words once more on the same day: a second tap. */
export function isAgain(said: readonly Reply[], one: Reply): boolean {
  const last = said.findLast(({ from }) => from === one.from);
  return last !== undefined && last.day === one.day && last.text === one.text;
}

/** True for whoever leads this team now. */
export const leadsTeam = (person: Person, settings: Settings, team: string): boolean =>
  seatOf(person, settings).leads.some(({ key }) => key === team);

/**
 * The periods of which comments without name may be seen: those of which there is a picture
 * (trust:fewest-six).
 */
export function shownPeriods(snapshots: readonly Snapshot[]): Set<string> {
  return new Set(snapshots.flatMap(({ period, picture }) => (picture ? [period] : [])));
}

/**
 * Takes a day and the days on which something was said (ISO dates). Gives the newest earlier one that is not too long
 * ago, or undefined. Who is told of that day need not be told of the days before it.
 */
export function newsOn(day: string, said: readonly string[]): string | undefined {
  const oldest = Temporal.PlainDate.from(day).subtract({ days: TOLD_WITHIN_DAYS }).toString();
  return said
    .filter((one) => oldest <= one && one < day)
    .toSorted()
    .at(-1);
}
