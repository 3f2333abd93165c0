import { ConfigurationServiceClientCredentialFactory } from 'botbuilder';
import type { BotIdentity } from '../config.ts';

/**
 * What tokens to the bot are verified by, and what the bot gets its own tokens with. The SDK compares ids as texts;
 * here they compare without regard to case, since a token names the app as it was registered.
 */
export function botCredentials({
  appId,
  tenantId,
  type,
  password,
}: BotIdentity): ConfigurationServiceClientCredentialFactory {
  const credentials = new ConfigurationServiceClientCredentialFactory({
    MicrosoftAppId: appId,
    MicrosoftAppType: type,
    MicrosoftAppTenantId: tenantId,
    // The SDK refuses a managed identity that has a password.
    ...(type === 'SingleTenant' ? { MicrosoftAppPassword: password } : {}),
  });
  const { isValidAppId, createCredentials } = credentials;
  credentials.isValidAppId = (id) => isValidAppId.call(credentials, id?.toLowerCase());
  credentials.createCredentials = (id, ...where) =>
    createCredentials.call(credentials, id?.toLowerCase(), ...where);
  return credentials;
}
