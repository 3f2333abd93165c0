import { Edge } from '../../../../src/bot/adapter.ts';
import { createLimiter } from '../../../../src/bot/limiter.ts';
import { createRender } from '../../../../src/bot/render.ts';
import { createPosts } from '../../../../src/bot/sender.ts';
import { renewPosts } from '../../../../src/features/pilots/index.ts';
import type { RenewTools } from '../../../../src/features/pilots/posts/renewing.ts';
import type { TestBot } from '../../../support/bot.ts';

/** What a process of its own brings to the job that brings messages in channels up to date. */
export function renewer({ core, clock }: TestBot, change: Partial<RenewTools> = {}) {
  const limiter = createLimiter({ perSecond: 1_000, roundsPerSecond: 1_000 });
  const posts = createPosts(new Edge(undefined, limiter), limiter, createRender({ refresh: false }));
  /** The job runs, so many minutes from now. */
  return (minutes = 0) =>
    renewPosts(
      {
        pilots: core.pilots,
        actions: core.pilotActions,
        posts: core.pilotPosts,
        standups: core.standups,
        retros: core.retros,
        everybody: () => core.people.everybody(),
        rewrite: (to, id, message) => posts.rewrite(to, id, message, 'round'),
        ...change,
      },
      clock.now.add({ minutes }),
    );
}
