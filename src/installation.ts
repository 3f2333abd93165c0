import type { Config } from './config.ts';
import type { Installation } from './features/module.ts';

/** Where Bot Framework says what it signs with (Bot Connector documentation, "Authentication", step 2 of a request to a bot). */
export const BOT_FRAMEWORK = 'https://login.botframework.com/v1/.well-known/openidconfiguration';

/** How this process was set up and how it runs. `openId` is another address than Bot Framework's own in tests. */
export function installationOf(
  { telemetry }: Pick<Config, 'telemetry'>,
  openId = BOT_FRAMEWORK,
  clock: Installation['clock'],
): Installation {
  return { telemetry, openId, clock };
}
