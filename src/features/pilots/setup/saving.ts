import type { PilotTools } from '../pilot/tools.ts';
import type { PostStore } from '../posts/store.ts';
import { beginning } from './beginning.ts';
import { settingFrame } from './frame.ts';
import { settingGoals } from './goals.ts';
import { handingOver } from './handing-over.ts';
import { kickingOff } from './kickoff.ts';
import { leaving } from './leaving.ts';
import { linking } from './linking.ts';
import { measuring } from './measuring.ts';
import { choosingMembers } from './members.ts';
import { settingPeriod } from './period.ts';
import { settingRhythm } from './rhythm.ts';

/** Everything by which a pilot is made and changed. Each answers with the pilot as it then stands. */
export function setup(tools: PilotTools & { posts: PostStore }) {
  return {
    ...beginning(tools),
    ...choosingMembers(tools),
    ...settingGoals(tools),
    ...settingFrame(tools),
    ...settingRhythm(tools),
    ...measuring(tools),
    ...linking(tools),
    ...settingPeriod(tools),
    ...kickingOff(tools),
    ...leaving(tools),
    ...handingOver(tools),
  };
}
