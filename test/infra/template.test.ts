import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ANY, type Resource, resource } from '../../infra/recorded.ts';
import { readConfig } from '../../src/config.ts';
import { secret } from '../support/secret.ts';

// Read as Azure reads it. That the committed files are what the code gives is the first test.
const read = (name: string) => readFileSync(`infra/${name}`, 'utf8');
const deploy = JSON.parse(read('azuredeploy.json'));
const screen = JSON.parse(read('createUiDefinition.json'));
const resources: Resource[] = deploy.resources;
// biome-ignore lint/suspicious/noExplicitAny: a template is looked at as it was written.
const ofType = (type: string): any[] => resources.filter((one) => one.type === type);
const one = (type: string) => {
  const [found, ...more] = ofType(type);
  expect(more).toEqual([]);
  return found;
};
const all = JSON.stringify(deploy);

test('the committed files are what the code writes', async () => {
  const { files } = await import('../../infra/write.ts');
  expect(readdirSync('infra').filter((name) => name.endsWith('.json'))).toEqual(Object.keys(files));
  for (const [name, text] of Object.entries(files)) expect(read(name), 'npm run infra').toBe(text);
});

describe('what Kompas is in Azure', () => {
  test('one identity without a password has four roles, each where it needs it', () => {
    const roles = ofType('Microsoft.Authorization/roleAssignments').map(({ scope, properties }) => [
      /'([\w.]+\/\w+)'/.exec(scope)?.[1],
      /'([\da-f-]{36})'/.exec(properties.roleDefinitionId)?.[1],
      properties.principalType,
    ]);
    expect(roles).toEqual([
      // Storage Table Data Contributor
      ['Microsoft.Storage/storageAccounts', '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3', 'ServicePrincipal'],
      // Storage Queue Data Contributor
      ['Microsoft.Storage/storageAccounts', '974c5e8b-45b9-4653-ba55-5f855dd0fb88', 'ServicePrincipal'],
      // Key Vault Secrets User
      ['Microsoft.KeyVault/vaults', '4633458b-17de-408a-b874-0445c86b69e6', 'ServicePrincipal'],
      // AcrPull
      ['Microsoft.ContainerRegistry/registries', '7f951dda-4ed3-4680-a7ca-43fe172d538d', 'ServicePrincipal'],
    ]);
    expect(all).not.toMatch(/listKeys|BOT_APP_PASSWORD|STORAGE_CONNECTION_STRING|passwordSecretRef/i);
  });

  test('the bot is of this tenant alone, and Teams is switched on', () => {
    const { location, properties } = one('Microsoft.BotService/botServices');
    expect(location).toBe('westeurope');
    expect(properties).toMatchObject({ msaAppType: 'UserAssignedMSI', disableLocalAuth: true });
    expect(properties.msaAppTenantId).toBe('[subscription().tenantId]');
    expect(properties.endpoint).toMatch(/'\/api\/messages'\)\]$/);
    const channel = one('Microsoft.BotService/botServices/channels');
    expect(channel.name).toContain('/MsTeamsChannel');
    expect(channel.properties).toMatchObject({
      channelName: 'MsTeamsChannel',
      properties: { isEnabled: true },
    });
  });

  test('all of it is in the EU', () => {
    const places = resources.flatMap(({ location }) => (location ? [`${location}`.toLowerCase()] : []));
    expect(new Set(places)).toEqual(new Set(['westeurope', 'global']));
    const anywhere = ofType('Microsoft.Network/privateDnsZones');
    expect(anywhere.every(({ location }) => location === 'global')).toBe(true);
  });

  test('two replicas, never none: the calendar goes on while nobody talks to Kompas', () => {
    const { configuration, template } = one('Microsoft.App/containerApps').properties;
    expect(template.scale).toEqual({ minReplicas: 2, maxReplicas: 2 });
    const [{ probes }] = template.containers;
    const paths = probes.map(({ type, httpGet }: { type: string; httpGet: { path: string } }) => [
      type,
      httpGet.path,
    ]);
    expect(paths).toEqual([
      ['Startup', '/livez'],
      ['Liveness', '/livez'],
      ['Readiness', '/healthz'],
    ]);
    expect(template.terminationGracePeriodSeconds).toBe(30);
    expect(configuration.ingress).toMatchObject({ external: true, allowInsecure: false });
  });

  test('storage opens by role alone, and from its own network alone where that is chosen', () => {
    const { properties } = one('Microsoft.Storage/storageAccounts');
    expect(properties).toMatchObject({
      allowSharedKeyAccess: false,
      allowBlobPublicAccess: false,
      supportsHttpsTrafficOnly: true,
      publicNetworkAccess: "[if(parameters('priveNetwerk'), 'Disabled', 'Enabled')]",
    });
    const endpoints = ofType('Microsoft.Network/privateEndpoints');
    expect(
      endpoints.map((end) => end.properties.privateLinkServiceConnections[0].properties.groupIds),
    ).toEqual([['table'], ['queue']]);
    const network = resources.filter(({ type }) => type.startsWith('Microsoft.Network/'));
    expect(new Set(network.map(({ condition }) => condition))).toEqual(
      new Set(["[parameters('priveNetwerk')]"]),
    );
  });

  test('nothing records what is asked of storage', () => {
    expect(all).not.toMatch(/insights\/components|ApplicationInsights|AppInsight|instrumentationKey|OTEL_/i);
    expect(all).not.toMatch(/StorageRead|StorageWrite|StorageDelete|allLogs/i);
    const recorded = ofType('Microsoft.Insights/diagnosticSettings');
    expect(recorded.map(({ scope, properties }) => [scope, properties.logs, properties.metrics])).toEqual([
      [
        "[resourceId('Microsoft.App/managedEnvironments', variables('omgeving'))]",
        [{ category: 'ContainerAppConsoleLogs', enabled: true }],
        undefined,
      ],
    ]);
  });

  test('the key ring is in a vault that nobody can empty, and a next installation leaves it', () => {
    expect(one('Microsoft.KeyVault/vaults').properties).toMatchObject({
      enableRbacAuthorization: true,
      enableSoftDelete: true,
      enablePurgeProtection: true,
    });
    const secrets = ofType('Microsoft.KeyVault/vaults/secrets');
    expect(new Set(secrets.map(({ condition }) => condition))).toEqual(
      new Set(["[not(empty(parameters('sleutel')))]"]),
    );
  });

  test('Kompas starts with these settings', () => {
    const { configuration, template } = one('Microsoft.App/containerApps').properties;
    const filled: Record<string, string> = {
      PUBLIC_URL: 'https://kompas.example',
      BOT_APP_ID: '3f2504e0-4f89-41d3-9a0c-0305e82c3301',
      BOT_TENANT_ID: '3f2504e0-4f89-41d3-9a0c-0305e82c3302',
      STORAGE_ACCOUNT: 'kompasabcdefghijklm',
      KOMPAS_ADMINISTRATORS: '3f2504e0-4f89-41d3-9a0c-0305e82c3303',
    };
    const secrets: Record<string, string> = {
      'kompas-secret': secret,
      'kompas-secret-oud': ofType('Microsoft.KeyVault/vaults/secrets')[1].properties.value,
    };
    const set: { name: string; value?: string; secretRef?: string }[] = template.containers[0].env;
    const env = Object.fromEntries(
      set.map(({ name, value = '', secretRef }) => [
        name,
        secretRef ? secrets[secretRef] : value.startsWith('[') ? filled[name] : value,
      ]),
    );
    expect(configuration.secrets.map(({ name }: { name: string }) => name)).toEqual(Object.keys(secrets));
    const config = readConfig(env);
    expect(config).toMatchObject({ local: false, otherSecrets: [], telemetry: [], port: 3978 });
    expect(config.storage).toEqual({ account: 'kompasabcdefghijklm', clientId: filled.BOT_APP_ID });
  });
});

describe('the template holds together', () => {
  test('every parameter is explained in Dutch, and asked for on the screen of Azure', () => {
    for (const [name, { metadata }] of Object.entries<{ metadata: { description: string } }>(
      deploy.parameters,
    )) {
      expect(metadata.description, name).toMatch(/^(De|Het|Hiermee|Is) .{40,}\.$/s);
      expect(screen.parameters.outputs[name], name).toBe(`[basics('${name}')]`);
    }
    const asked = screen.parameters.basics.map(({ name }: { name: string }) => name);
    expect(asked).toEqual(Object.keys(deploy.parameters));
  });

  test('each parameter, variable and resource that it speaks of is there', () => {
    const spoken = (what: string) =>
      new Set([...all.matchAll(new RegExp(`${what}\\('(\\w+)'\\)`, 'g'))].map(([, name]) => name));
    expect([...spoken('parameters')].sort()).toEqual(Object.keys(deploy.parameters).sort());
    expect([...spoken('variables')].sort()).toEqual(Object.keys(deploy.variables).sort());
    const types = new Set(resources.map(({ type }) => type));
    for (const { name, dependsOn = [] } of resources)
      for (const needed of dependsOn)
        expect(types, `${name} needs ${needed}`).toContain(
          /extensionResourceId\(.*?\), '([^']+)', guid/.exec(needed)?.[1] ?? /'([^']+)'/.exec(needed)?.[1],
        );
  });

  test('brackets close, and no resource stands in it twice', () => {
    const expressions = [...all.matchAll(/"(\[.*?\])"/g)].map(([, text = '']) =>
      text.replaceAll(/'[^']*'/g, ''),
    );
    expect(expressions.length).toBeGreaterThan(100);
    for (const text of expressions) expect(text.split('(').length, text).toBe(text.split(')').length);
    const names = resources.map(({ type, name }) => `${type} ${name}`);
    expect(new Set(names).size).toBe(names.length);
  });

  test('a client that sends nothing makes no resource', async () => {
    const nothing = resource({ name: ANY }, async () => 'nothing');
    await expect(nothing).rejects.toThrow('not one resource');
  });
});
