import { alertResources } from './alerts.ts';
import { botResources } from './bot.ts';
import { value, variable } from './expressions.ts';
import { domain, hostResources } from './host.ts';
import { identity, identityResources } from './identity.ts';
import { networkResources } from './network.ts';
import { parameters } from './parameters.ts';
import { storageResources } from './storage.ts';
import { variables } from './variables.ts';
import { vaultResources } from './vault.ts';

/** What Azure reads to make one installation in a resource group; the same again changes nothing. */
export const template = {
  $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
  contentVersion: '1.0.0.0',
  parameters,
  variables,
  resources: [
    ...identityResources,
    ...storageResources,
    ...networkResources,
    ...vaultResources,
    ...hostResources,
    ...botResources,
    ...alertResources,
  ],
  // What the app package for Teams is made with: npm run manifest -- --app-id … --domain …
  outputs: {
    appId: { type: 'string', value: value(identity.clientId) },
    domein: { type: 'string', value: value(domain) },
    opslagaccount: { type: 'string', value: value(variable('opslag')) },
    kluis: { type: 'string', value: value(variable('kluis')) },
  },
};
