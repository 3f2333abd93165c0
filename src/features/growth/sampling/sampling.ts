import type { Registration } from '../content/registrations.ts';

/** How many mutations are looked over, from all to few (docs/method.md step 6). */
export const rungs = ['all', 'ten-a-day', 'ten-a-week', 'ten-a-month'] as const;
export type Rung = (typeof rungs)[number];

/** How the validation of one registration is sampled. Days are ISO dates; who moved it is not kept. */
export interface Sampling {
  registration: Registration;
  /** The place on the ladder: 0 is all. */
  rung: number;
  since: string;
  /** Goes up by one with each move. */
  version: number;
  /** Where it stood before, and since when: the newest first. */
  past: { rung: number; since: string }[];
}

/** So much of what was before is kept. */
export const MOST_PAST = 12;
