import { KeyVaultManagementClient } from '@azure/arm-keyvault';
import { concat, idOf, known, parameter, quoted, value, variable } from './expressions.ts';
import { ANY, type Resource, resource } from './recorded.ts';
import { REGION } from './variables.ts';

const vaultId = idOf('Microsoft.KeyVault/vaults', variable('kluis'));

const vault = await resource({ name: value(variable('kluis')) }, (...azure) =>
  new KeyVaultManagementClient(...azure).vaults.createOrUpdate(ANY, ANY, {
    location: REGION,
    properties: {
      tenantId: value('subscription().tenantId'),
      sku: { family: 'A', name: 'standard' },
      enableRbacAuthorization: true,
      // A key that is gone takes with it what people answered: nobody can throw it away within 90 days.
      enableSoftDelete: true,
      softDeleteRetentionInDays: 90,
      enablePurgeProtection: true,
    },
  }),
);

/** The key ring: the key that Kompas writes with, and older ones. Each is a secret in the vault, by its name there. */
export const keys = { KOMPAS_SECRET: 'kompas-secret', KOMPAS_SECRET_OUD: 'kompas-secret-oud' } as const;
/** A list of no older keys. A secret cannot be empty. */
const NO_OLDER = ',';

/** Written when a key is given, so at the first installation. After that the vault holds the key ring. */
function secret(name: string, text: string): Promise<Resource> {
  return resource(
    {
      name: value(concat(variable('kluis'), quoted(`/${name}`))),
      condition: value(`not(empty(${parameter('sleutel')}))`),
      dependsOn: [value(vaultId)],
    },
    (...azure) =>
      new KeyVaultManagementClient(...azure).secrets.createOrUpdate(ANY, ANY, name, {
        properties: { value: text, contentType: 'base64' },
      }),
  );
}

export const vaultResources: Resource[] = [
  vault,
  await secret(keys.KOMPAS_SECRET, value(parameter('sleutel'))),
  await secret(keys.KOMPAS_SECRET_OUD, NO_OLDER),
];

/** The address of a secret, always of its newest version. */
export const secretUrl = (name: string): string =>
  value(concat(`${known(vaultId, vault.apiVersion)}.vaultUri`, quoted(`secrets/${name}`)));
export const secretId = (name: string): string =>
  idOf('Microsoft.KeyVault/vaults/secrets', variable('kluis'), quoted(name));
