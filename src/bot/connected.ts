import type { Config } from '../config.ts';
import type { Messenger } from '../conversation/messenger.ts';
import type { Rates } from '../delivery/shares.ts';
import { createLimiter, type Lane } from './limiter.ts';
import { createRender } from './render.ts';
import { createPosts, createSender } from './sender.ts';
import { noticingThrottled } from './throttled.ts';
import { wireMaker } from './wires.ts';

export interface ConnectingTools {
  botFramework?: string;
  /** Told when Teams asks to wait with what is for somebody who is there now. */
  onThrottled(): void;
  /** Told when more waits than may leave in a second. */
  onBehind(): void;
}

/** The ways to Teams: what receives, what renders, and messengers that draw on a share of Teams' limit. */
export async function connectTeams(
  { bot, local, tenantId, wire: chosen }: Config,
  rates: Rates,
  { botFramework, onThrottled, onBehind }: ConnectingTools,
) {
  const limiter = createLimiter(rates, { onBehind });
  const makeWire = await wireMaker(chosen);
  const wire = noticingThrottled(makeWire({ identity: bot, tenantId, limiter, botFramework }), onThrottled);
  const render = createRender({ refresh: !local });
  const send = createSender({ wire, limiter, render });
  const posts = createPosts({ wire, limiter, render });
  const messengerIn = (lane: Lane): Messenger => ({
    send: (address, message) => send(address, message, lane),
    post: (address, message) => posts.post(address, message, lane),
    rewrite: (address, id, message) => posts.rewrite(address, id, message, lane),
  });
  return { wire, render, send, messengerIn, share: limiter.share };
}
