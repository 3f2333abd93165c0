import { createLimiter } from '../../../src/bot/limiter.ts';
import { createRender } from '../../../src/bot/render.ts';
import { createPosts } from '../../../src/bot/sender.ts';
import type { Messenger } from '../../../src/conversation/messenger.ts';
import type { PilotStores } from '../../../src/features/pilots/open.ts';
import { renewPosts } from '../../../src/features/pilots/renewing.ts';
import type { TestBot } from '../../support/bot.ts';
import { runAt } from '../../support/clock-job.ts';
import { makeWire } from '../../support/wire.ts';

/** What a process of its own brings to the job that brings messages in channels up to date. */
export function renewer(
  { core, clock }: TestBot,
  { rewrite, ...stores }: Partial<PilotStores & Pick<Messenger, 'rewrite'>> = {},
) {
  const limiter = createLimiter({ perSecond: 1_000, roundsPerSecond: 1_000 });
  const wire = makeWire({ tenantId: 'local', limiter });
  const posts = createPosts({ wire, limiter, render: createRender({ refresh: false }) });
  const { pilots, pilotActions: actions, pilotPosts, standups, retros } = core;
  const own = { pilots, actions, posts: pilotPosts, standups, retros, ...stores };
  /** The job runs, so many minutes from now. */
  return (minutes = 0) =>
    runAt(
      { name: 'pilot-posts', when: 'always', run: (context) => renewPosts(own, context) },
      core,
      clock.now.add({ minutes }),
      { rewrite: rewrite ?? ((to, id, message) => posts.rewrite(to, id, message, 'round')) },
    );
}
