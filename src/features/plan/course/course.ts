import type { CourseField, SmartLetter } from '../content/course.ts';

/** A goal of the course. Days are ISO dates; texts are '' where nobody wrote them. */
export interface Goal {
  /** `g1` up to and including `g5`. */
  id: string;
  text: string;
  /** By what one sees that it is reached. */
  measure: string;
  until: string;
  /** What people said of it themselves: that it can be done, and that it fits. */
  checks: readonly SmartLetter[];
}

/** By whom a course was adopted. */
export const adopters = { mt: 'het MT', hoofd: 'het afdelingshoofd' } as const;
export type Adopter = keyof typeof adopters;

/** The adoption of one version. */
export interface Adoption {
  version: number;
  day: string;
  by: Adopter;
}

/** The course as it stands. `version` counts its changes; 0 as long as nobody wrote anything. */
export interface Course {
  version: number;
  texts: Partial<Record<CourseField, string>>;
  goals: readonly Goal[];
  adopted?: Adoption;
  /** The day on which the teams were told of the version that was adopted. */
  told?: string;
}

/** The course, with directory ids of who looks after each goal, by the id of the goal. */
export interface OwnedCourse extends Course {
  owners: ReadonlyMap<string, string>;
}

export const emptyCourse: Course = { version: 0, texts: {}, goals: [] };

export const MOST_GOALS = 5;
export const FEWEST_GOALS = 3;
export const goalIds = Array.from({ length: MOST_GOALS }, (_, n) => `g${n + 1}`);

/** The longest texts, in characters. */
export const longest = { text: 1_000, goal: 200, measure: 120 } as const;
