/**
 * How far learning is: for which roles a learning line was adopted, by the name of the role, and the day (ISO date) on which the first
 * activity of one began. Nothing of who follows what.
 */
export type LearningState = () => Promise<{ adoptedLines: readonly string[]; firstActivityOn?: string }>;
