import { boardAccess } from './access.ts';
import { adding } from './adding.ts';
import { asking } from './asking.ts';
import { closing } from './closing.ts';
import { grouping } from './grouping.ts';
import { lookingBack } from './looking-back.ts';
import { moving } from './moving.ts';
import { ownPoints } from './own-points.ts';
import { starting } from './starting.ts';
import { talking } from './talking.ts';
import type { RetroTools } from './tools.ts';
import { voting } from './voting.ts';

/**
 * The retro board of a pilot or a team (docs/method.md steps 7.4 and 8): points without author, three votes each, and a few
 * agreements that stay.
 */
export function boards(tools: RetroTools) {
  const access = boardAccess(tools);
  const begin = starting(tools, access);
  const talk = talking(tools, access);
  return {
    ...begin,
    ...asking(tools, begin.prepare),
    ...adding(tools, access),
    ...ownPoints(tools, access),
    ...voting(tools, access),
    ...grouping(tools, access),
    ...talk,
    ...moving(tools, access, talk.open),
    ...closing(tools, access),
    ...lookingBack(tools, access),
  };
}
