import { boardAccess } from './access.ts';
import { adding } from './adding.ts';
import { closing } from './closing.ts';
import { grouping } from './grouping.ts';
import { starting } from './starting.ts';
import type { RetroTools } from './tools.ts';
import { voting } from './voting.ts';

/** The retro board of a pilot (docs/method.md step 7.4): points without author, three votes each, and a few agreements that stay. */
export function boards(tools: RetroTools) {
  const access = boardAccess(tools);
  return {
    ...starting(tools, access),
    ...adding(tools, access),
    ...voting(tools, access),
    ...grouping(tools, access),
    ...closing(tools, access),
  };
}
