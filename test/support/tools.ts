import { forgetInQueue } from '../../src/delivery/forget.ts';
import type { Tools } from '../../src/features/module.ts';
import type { Core } from './core.ts';

/** What a running bot gives its features, on real storage; nothing is sent. */
export function toolsFor(core: Core): Tools {
  return {
    ...core,
    send: async () => ({ kind: 'sent' }),
    post: async () => ({ kind: 'sent', id: 'posted' }),
    rewrite: async () => ({ kind: 'sent' }),
    everybody: () => core.people.everybody(),
    once: (name, work) => core.store.once(name, core.now(), work),
    delivered: core.store,
    forgetQueued: (personId) => forgetInQueue(core.store.queue, personId),
    installation: { telemetry: [], openId: 'http://127.0.0.1:9', clock: () => undefined },
    features: () => [],
  };
}
