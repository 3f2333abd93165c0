import type { BotIdentity } from '../config.ts';
import type { IncomingActivity } from './activity.ts';
import type { Service } from './chats.ts';

/** Where Microsoft says that Teams can be reached when nobody wrote from anywhere yet. */
const ANYWHERE = 'https://smba.trafficmanager.net/teams/';

/** Remembers where Teams was last heard from. In local mode, without a `bot`, there is no such place before somebody writes. */
export function lastHeard(bot: BotIdentity | undefined) {
  let last: Service | undefined = bot && { serviceUrl: ANYWHERE, bot: `28:${bot.appId}` };
  return {
    from: ({ serviceUrl, recipient }: IncomingActivity) => {
      last = { serviceUrl, bot: recipient.id };
    },
    get: () => last,
  };
}
