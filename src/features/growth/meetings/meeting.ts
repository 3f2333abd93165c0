import type { Weekday } from '../../../calendar/weekdays.ts';

/** The working days and the weeks of a month on which a team may have its intervisie. */
export const meetingDays = ['ma', 'di', 'wo', 'do', 'vr'] as const satisfies readonly Weekday[];
export const weeksOfMonth = [1, 2, 3, 4] as const;

/** The monthly rhythm of a team: the `week`th time that this day comes in a month. */
export interface Rhythm {
  team: string;
  week: number;
  day: Weekday;
  /** The day on which it was chosen (ISO date). */
  since: string;
}

/** What a team keeps of a look back at a piece of work. It has no author. */
export interface Lesson {
  team: string;
  kind: 'keep' | 'change';
  text: string;
  /** ISO date. */
  day: string;
}

export const LONGEST = 300;
/** So many lines a team may keep on one day. */
export const MOST_A_DAY = 20;
