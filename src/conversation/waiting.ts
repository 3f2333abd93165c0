import { Temporal } from 'temporal-polyfill';
import { dutchDay } from '../calendar/clock.ts';
import type { NoticeAction } from './message.ts';

/** Something that waits for somebody: a line of `van mij`. */
export interface Waiting {
  /** The heading that it stands under, such as 'Teampunten'. */
  kind: string;
  /** May be user text, as `about` may; nothing that an answer to typed text may not hold, since that is stored. */
  text: string;
  /** Where it belongs, such as the name of a team or a pilot. */
  about?: string;
  /** The day (ISO date) by which it should be done. */
  due?: string;
  /** How it stands where there is no such day, in our words. */
  note?: string;
  /** It waits for somebody else, such as a signal that they gave: shown, and not counted. */
  forOther?: boolean;
  /** What can be done with it: at most two. */
  actions: readonly NoticeAction[];
}

/** Opens the list of all that waits for whoever taps. */
export const toMine: NoticeAction = { verb: 'help.say', title: 'Van mij', data: { text: 'van mij' } };

/** By when something has to be done, seen from a day, both ISO dates: 'vandaag', 'uiterlijk …' or '2 dagen te laat'. */
export function dueIn(due: string, day: string): string {
  const days = Temporal.PlainDate.from(day).until(Temporal.PlainDate.from(due)).days;
  if (days < 0) return days === -1 ? '1 dag te laat' : `${-days} dagen te laat`;
  if (days < 2) return days === 0 ? 'moet vandaag klaar zijn' : 'moet morgen klaar zijn';
  return `uiterlijk ${dutchDay(due)}`;
}

/** What stands under a line: where it belongs, how it stands and by when it should be done. */
export const waitingDetail = ({ about, note, due }: Pick<Waiting, 'about' | 'note' | 'due'>, day: string) =>
  [about, note, due && dueIn(due, day)].filter(Boolean).join(' · ');

/** The earliest date first, and what has none last; of one day in the order in which they were. */
export function byDue(a: Pick<Waiting, 'due'>, b: Pick<Waiting, 'due'>): number {
  const [one, other] = [a.due ?? '9999', b.due ?? '9999'];
  return one === other ? 0 : one < other ? -1 : 1;
}
