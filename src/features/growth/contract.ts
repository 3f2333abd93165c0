import type { IbroRole } from '../../people/person.ts';

/** How the municipality stands with learning, for its plan: nothing in it is about one person. */
export interface LearningState {
  /** The roles whose leerlijn was adopted. */
  adoptedLines: IbroRole[];
  /** The day on which the first activity of any leerlijn began (ISO date). */
  firstActivityOn?: string;
}

export type ReadLearningState = () => Promise<LearningState>;
