import type { Temporal } from 'temporal-polyfill';
import type { Turn } from '../../src/conversation/turn.ts';
import { turnReader } from '../../src/people/turn-reader.ts';
import { chatOf, type Somebody } from './bot.ts';
import type { Core } from './core.ts';

/** A turn of somebody in their own chat, as the bot makes it: what it knows of them is read at most once. */
export function turnFor(
  core: Pick<Core, 'people' | 'settings'>,
  who: Pick<Somebody, 'id' | 'account' | 'user'>,
  now: Temporal.Instant,
  text = '',
): Turn {
  return {
    ...turnReader(core)(who.account),
    now,
    directoryId: who.account,
    scope: 'personal',
    text,
    mentions: [],
    address: chatOf(who),
  };
}
