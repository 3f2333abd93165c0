import { StorageManagementClient } from '@azure/arm-storage';
import { idOf, parameter, value, variable } from './expressions.ts';
import { ANY, type Resource, resource } from './recorded.ts';
import { REGION } from './variables.ts';

export const storageId = idOf('Microsoft.Storage/storageAccounts', variable('opslag'));

/**
 * Tables and queue, opened by role alone: there is no key that opens them. It has no diagnostic settings, and may have none: they
 * put an account and right after it a pseudonym in one log (trust:no-request-telemetry).
 */
const account = await resource({ name: value(variable('opslag')) }, (...azure) =>
  new StorageManagementClient(...azure).storageAccounts.create(ANY, ANY, {
    location: REGION,
    kind: 'StorageV2',
    // Three copies in three buildings, all in the region.
    sku: { name: 'Standard_ZRS' },
    allowSharedKeyAccess: false,
    defaultToOAuthAuthentication: true,
    allowBlobPublicAccess: false,
    allowCrossTenantReplication: false,
    enableHttpsTrafficOnly: true,
    minimumTlsVersion: 'TLS1_2',
    publicNetworkAccess: value(`if(${parameter('priveNetwerk')}, 'Disabled', 'Enabled')`),
  }),
);

export const storageResources: Resource[] = [account];
