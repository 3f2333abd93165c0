import type { Theme } from './themes.ts';

/**
 * What somebody's last check-in means for a tip: read in their own turn, and kept nowhere (trust:no-trace).
 */
export interface Lately {
  /** They chose "heel zwaar": then there is no tip, but a person to talk to. */
  heavy: boolean;
  themes: readonly Theme[];
}

/** A tip as a card shows it. The texts may come from an administrator: they belong in text runs. */
export interface TipPart {
  tip: string;
  /** The first sentence of what to do; it stands out. */
  first: string;
  /** The rest of it, or ''. */
  rest: string;
  why: string;
  /** How long it takes. */
  small: string;
}
