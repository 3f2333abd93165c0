import type { IbroRole } from '../../../people/person.ts';
import type { BuddyTheme } from '../content/buddy-themes.ts';

/** What somebody who wants to be a buddy can help with. Shown to nobody else. */
export interface Offer {
  themes: BuddyTheme[];
  roles: IbroRole[];
  /** The day of the last change (ISO date). */
  day: string;
}

/** With what somebody wants help: a theme, a role, or both. */
export interface Wish {
  theme?: BuddyTheme;
  role?: IbroRole;
}

/** Somebody who asked for a buddy, and who was asked or said yes. There is one such row for each who asks. */
export interface Pair extends Wish {
  /** Directory id of who was asked. */
  buddy: string;
  /** They said yes. */
  paired?: true;
  /** They said no, which their asker cannot tell from no answer. */
  declined?: true;
  /** It is no question any more, and stands so that the same colleague is not asked again soon. */
  past?: true;
  /** Who is still to hear of it. */
  untold?: 'buddy' | 'asker';
  /** The day on which it was asked, or on which they became a pair (ISO date). */
  day: string;
}

/** So many days a question waits for an answer. */
export const WAIT_DAYS = 14;
/** So many questions somebody may ask in that time, with those that they took back. */
export const MOST_ASKED = 3;
/** So often a day somebody may look for one, also in vain. */
export const MOST_SOUGHT = 3;
