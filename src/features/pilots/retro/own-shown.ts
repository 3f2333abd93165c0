import { MOST_HELD } from './marks.ts';
import { LONGEST_POINT } from './rules.ts';

/** So many of their own points somebody sees with buttons, each cut at so many characters: on a short board all points stand too. */
export const ownShown = {
  hidden: { most: MOST_HELD, longest: LONGEST_POINT },
  short: { most: 2, longest: 60 },
} as const;
