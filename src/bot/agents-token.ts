import { AuthType, MsalTokenProvider } from '@microsoft/agents-hosting';
import type { BotIdentity } from '../config.ts';
import { within } from '../lib/within.ts';

/** Whom the token is for (Bot Connector documentation, "Authentication"). */
const BOT_CONNECTOR = 'https://api.botframework.com';

/**
 * Gives the function that gets the bot its token to Teams: as a managed identity, or with a password. Who asks while one is being
 * fetched gets the same: a machine refuses its identities when a whole round asks at once. Rejects with the code `NO_TOKEN`
 * when there is none within `timeMs` milliseconds: the SDK itself waits for ever.
 */
export function agentsToken(
  { appId, tenantId, type, password }: BotIdentity,
  timeMs: number,
): () => Promise<string> {
  const provider = new MsalTokenProvider(
    type === 'SingleTenant'
      ? { authType: AuthType.ClientSecret, clientId: appId, tenantId, clientSecret: password }
      : { authType: AuthType.UserManagedIdentity, clientId: appId, tenantId },
  );
  let fetching: Promise<string> | undefined;
  return () => {
    fetching ??= within(timeMs, provider.getAccessToken(BOT_CONNECTOR))
      .catch((cause: unknown) => {
        throw Object.assign(new Error('no token', { cause }), { code: 'NO_TOKEN' });
      })
      .finally(() => {
        fetching = undefined;
      });
    return fetching;
  };
}
