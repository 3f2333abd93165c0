import type { Theme } from '../../people/themes.ts';

/** What somebody's last check-in means for a tip: read in their own turn, and kept nowhere (trust:no-trace). */
export interface Lately {
  /** They chose "heel zwaar": then there is no tip, but a person to talk to. */
  heavy: boolean;
  themes: readonly Theme[];
}
