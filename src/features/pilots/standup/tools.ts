import type { ActionStore } from '../actions/store.ts';
import type { PilotTools } from '../pilot/tools.ts';
import type { PostStore } from '../posts/store.ts';
import type { StandupStore } from './store.ts';

/** What a stand-up works with. */
export interface StandupTools extends PilotTools {
  standups: StandupStore;
  posts: PostStore;
  actions: ActionStore;
}
