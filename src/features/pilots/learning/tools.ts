import type { PilotTools } from '../pilot/tools.ts';
import type { LearningStore } from './store.ts';

/** What learning points work with. */
export interface LearningTools extends PilotTools {
  learnings: LearningStore;
}
