import { NetworkManagementClient } from '@azure/arm-network';
import { PrivateDnsManagementClient } from '@azure/arm-privatedns';
import { concat, idOf, parameter, quoted, value, variable } from './expressions.ts';
import { ANY, type Resource, resource } from './recorded.ts';
import { storageId } from './storage.ts';
import { REGION } from './variables.ts';

const VNET = 'Microsoft.Network/virtualNetworks';
const ZONE = 'Microsoft.Network/privateDnsZones';
const ENDPOINT = 'Microsoft.Network/privateEndpoints';
const GROUP = `${ENDPOINT}/privateDnsZoneGroups`;
const services = ['table', 'queue'] as const;
const APPS = 'apps';
const ENDPOINTS = 'opslag';

const condition = value(parameter('priveNetwerk'));
const vnetId = idOf(VNET, variable('netwerk'));
const subnet = (name: string) => idOf(`${VNET}/subnets`, variable('netwerk'), quoted(name));

/** Where Kompas runs in its own network. */
export const appsSubnet = subnet(APPS);
export const network = { id: vnetId };

const endpointOf = (service: string) => concat(parameter('naam'), quoted(`-${service}`));
/** What has to be there before Kompas can find its storage. */
export const storageFound = services.map((service) => idOf(GROUP, endpointOf(service), quoted('default')));

const vnet = await resource({ name: value(variable('netwerk')), condition }, (...azure) =>
  new NetworkManagementClient(...azure).virtualNetworks.createOrUpdate(ANY, ANY, {
    location: REGION,
    // It leads nowhere else, so these addresses may be in use elsewhere.
    addressSpace: { addressPrefixes: ['10.40.0.0/16'] },
    subnets: [
      {
        name: APPS,
        addressPrefix: '10.40.0.0/23',
        delegations: [{ name: APPS, serviceName: 'Microsoft.App/environments' }],
      },
      { name: ENDPOINTS, addressPrefix: '10.40.2.0/27' },
    ],
  }),
);

/** One of the two services of storage that Kompas uses, within its own network alone. */
async function privately(service: (typeof services)[number]): Promise<Resource[]> {
  const zone = `privatelink.${service}.core.windows.net`;
  const zoneId = idOf(ZONE, quoted(zone));
  const endpoint = endpointOf(service);
  const endpointId = idOf(ENDPOINT, endpoint);
  return [
    await resource({ name: zone, condition }, (...azure) =>
      new PrivateDnsManagementClient(...azure).privateZones.createOrUpdate(ANY, zone, { location: 'global' }),
    ),
    await resource(
      {
        name: value(concat(quoted(`${zone}/`), variable('netwerk'))),
        condition,
        dependsOn: [value(zoneId), value(vnetId)],
      },
      (...azure) =>
        new PrivateDnsManagementClient(...azure).virtualNetworkLinks.createOrUpdate(ANY, zone, ANY, {
          location: 'global',
          registrationEnabled: false,
          virtualNetwork: { id: value(vnetId) },
        }),
    ),
    await resource(
      { name: value(endpoint), condition, dependsOn: [value(storageId), value(vnetId)] },
      (...azure) =>
        new NetworkManagementClient(...azure).privateEndpoints.createOrUpdate(ANY, ANY, {
          location: REGION,
          subnet: { id: value(subnet(ENDPOINTS)) },
          privateLinkServiceConnections: [
            { name: service, privateLinkServiceId: value(storageId), groupIds: [service] },
          ],
        }),
    ),
    await resource(
      {
        name: value(concat(endpoint, quoted('/default'))),
        condition,
        dependsOn: [value(endpointId), value(zoneId)],
      },
      (...azure) =>
        new NetworkManagementClient(...azure).privateDnsZoneGroups.createOrUpdate(ANY, ANY, 'default', {
          privateDnsZoneConfigs: [{ name: service, privateDnsZoneId: value(zoneId) }],
        }),
    ),
  ];
}

export const networkResources: Resource[] = [vnet, ...(await Promise.all(services.map(privately))).flat()];
