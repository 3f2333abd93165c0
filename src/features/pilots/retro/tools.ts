import type { ActionStore } from '../actions/store.ts';
import type { LearningStore } from '../learning/store.ts';
import type { PilotTools } from '../pilot/tools.ts';
import type { PostStore } from '../posts/store.ts';
import type { RetroStore } from './store.ts';

/** What a retro works with. */
export interface RetroTools extends PilotTools {
  retros: RetroStore;
  posts: PostStore;
  actions: ActionStore;
  learnings: LearningStore;
}
