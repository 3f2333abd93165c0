import type { Trouble } from './tables.ts';

/** Something that goes from one role or department to another. It names nobody. Days are ISO dates. */
export interface Handover {
  id: string;
  what: string;
  from: string;
  to: string;
  trouble: readonly Trouble[];
  note: string;
  /** The day of the last change. */
  day: string;
  /** The day on which the team said that it goes well. */
  settled?: string;
  /** The day on which it was taken off the list. */
  removed?: string;
}

/** What a form fills in. */
export type Details = Pick<Handover, 'what' | 'from' | 'to' | 'trouble' | 'note'>;

/** The longest texts, in characters. */
export const longest = { what: 120, from: 60, to: 60, note: 300 } as const;
/** So many stand on the list of a team. */
export const MOST_HANDOVERS = 100;

/** What a list shows: all that is not settled, what takes long, what causes faults, or what goes well by now. */
export const filters = {
  all: 'Naar de lijst',
  long: 'Duurt lang',
  faults: 'Geeft fouten',
  settled: 'Gaat goed',
} as const;
export type Filter = keyof typeof filters;
export const filterIds = Object.keys(filters) as Filter[];

const fits: Record<Filter, (handover: Handover) => boolean> = {
  all: ({ settled }) => !settled,
  long: ({ settled, trouble }) => !settled && trouble.includes('long'),
  faults: ({ settled, trouble }) => !settled && trouble.includes('faults'),
  settled: ({ settled }) => settled !== undefined,
};

/** Those on the list that a filter shows: what hampers most first, then in the order of the alphabet. */
export const shownBy = (list: readonly Handover[], filter: Filter): Handover[] =>
  list
    .filter((one) => !one.removed && fits[filter](one))
    .sort((a, b) => b.trouble.length - a.trouble.length || a.what.localeCompare(b.what, 'nl'));
