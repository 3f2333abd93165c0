import { ContainerAppsAPIClient } from '@azure/arm-appcontainers';
import { concat, idOf, known, onlyIf, parameter, quoted, value, variable } from './expressions.ts';
import { assignmentIds, carried, identity } from './identity.ts';
import { appsSubnet, network, storageFound } from './network.ts';
import { ANY, type Resource, resource } from './recorded.ts';
import { REGION } from './variables.ts';
import { keys, secretId, secretUrl } from './vault.ts';

const PORT = 3978;
export const environmentId = idOf('Microsoft.App/managedEnvironments', variable('omgeving'));
export const appId = idOf('Microsoft.App/containerApps', variable('app'));

/** Where Kompas runs. What it writes to its log goes out by a diagnostic setting: that needs no key (`alerts.ts`). */
const recorded = await resource(
  { name: value(variable('omgeving')), dependsOn: [value(network.id)] },
  (...azure) =>
    new ContainerAppsAPIClient(...azure).managedEnvironments.createOrUpdate(ANY, ANY, {
      location: REGION,
      workloadProfiles: [{ name: 'Consumption', workloadProfileType: 'Consumption' }],
      appLogsConfiguration: { destination: 'azure-monitor' },
      vnetConfiguration: { infrastructureSubnetId: value(appsSubnet), internal: false },
    }),
);
const { vnetConfiguration, ...properties } = recorded.properties as Record<string, unknown>;
const environment: Resource = {
  ...recorded,
  properties: { ...properties, vnetConfiguration: onlyIf(parameter('priveNetwerk'), vnetConfiguration) },
};

const address = known(environmentId, environment.apiVersion);
/** Where Teams and browsers reach Kompas, without a slash at the end. Code, not a value. */
export const domain = concat(variable('app'), quoted('.'), `${address}.defaultDomain`);
export const publicUrl = concat(quoted('https://'), domain);
/** What has to be there for that. */
export const carriedBy = environmentId;

/** What Kompas is set up with; `.env.example` explains each. */
const settings: Record<string, string> = {
  NODE_ENV: 'production',
  PORT: `${PORT}`,
  PUBLIC_URL: value(publicUrl),
  BOT_APP_TYPE: 'UserAssignedMSI',
  BOT_APP_ID: value(identity.clientId),
  BOT_TENANT_ID: value('subscription().tenantId'),
  STORAGE_ACCOUNT: value(variable('opslag')),
  KOMPAS_ADMINISTRATORS: value(parameter('beheerders')),
};

const probe = (path: string) => ({ httpGet: { path, port: PORT }, timeoutSeconds: 5 });

const app = await resource(
  {
    name: value(variable('app')),
    dependsOn: [
      value(environmentId),
      ...Object.values(keys).map((name) => value(secretId(name))),
      ...storageFound.map(value),
      ...assignmentIds,
    ],
  },
  (...azure) =>
    new ContainerAppsAPIClient(...azure).containerApps.createOrUpdate(ANY, ANY, {
      location: REGION,
      identity: carried,
      environmentId: value(environmentId),
      workloadProfileName: 'Consumption',
      configuration: {
        // A new version takes over when it is ready; two versions may run side by side for a while.
        activeRevisionsMode: 'Single',
        ingress: { external: true, targetPort: PORT, transport: 'http', allowInsecure: false },
        registries: [
          {
            server: value(concat(parameter('register'), quoted('.azurecr.io'))),
            identity: value(identity.id),
          },
        ],
        secrets: Object.values(keys).map((name) => ({
          name,
          keyVaultUrl: secretUrl(name),
          identity: value(identity.id),
        })),
      },
      template: {
        // Kompas ends what it has in hand within 28 seconds.
        terminationGracePeriodSeconds: 30,
        containers: [
          {
            name: 'kompas',
            image: value(concat(parameter('register'), quoted('.azurecr.io/kompas:'), parameter('versie'))),
            // Reading one large file may take a gigabyte by itself (`src/files/apart.ts`).
            resources: { cpu: 1, memory: '2Gi' },
            env: [
              ...Object.entries(settings).map(([name, text]) => ({ name, value: text })),
              ...Object.entries(keys).map(([name, secretRef]) => ({ name, secretRef })),
            ],
            probes: [
              { type: 'Startup', ...probe('/livez'), periodSeconds: 3, failureThreshold: 40 },
              { type: 'Liveness', ...probe('/livez'), periodSeconds: 10, failureThreshold: 3 },
              { type: 'Readiness', ...probe('/healthz'), periodSeconds: 10, failureThreshold: 3 },
            ],
          },
        ],
        // Never none: the calendar goes on while nobody talks to Kompas. Two, so that one may fail.
        scale: { minReplicas: 2, maxReplicas: 2 },
      },
    }),
);

export const hostResources: Resource[] = [environment, app];
