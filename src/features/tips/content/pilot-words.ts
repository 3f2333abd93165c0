import type { Tip } from './types.ts';

/** A pilot by any name that people give it, and what is only there in one. A sample, "steekproef", is none. */
const pilotWords = /\b(?:rol|proces|mini-?)?(?:pilot|proef|proeven\b)|\bstand-?ups?\b/i;

/** True for a tip that speaks of a pilot, and so says nothing to who is in none. */
export function speaksOfPilot({ act, why }: Pick<Tip, 'act' | 'why'>): boolean {
  return pilotWords.test(`${act} ${why}`);
}

/** The tip, for who is in a pilot alone when it speaks of one: a municipality's own tip may be older than that field. */
export function asWritten(tip: Tip): Tip {
  return tip.forPilot || !speaksOfPilot(tip) ? tip : { ...tip, forPilot: true };
}
