import { AuthorizationManagementClient } from '@azure/arm-authorization';
import { ManagedServiceIdentityClient } from '@azure/arm-msi';
import { idOf, known, parameter, value, variable } from './expressions.ts';
import { ANY, type Resource, resource } from './recorded.ts';
import { REGION } from './variables.ts';

const TYPE = 'Microsoft.ManagedIdentity/userAssignedIdentities';
const id = idOf(TYPE, variable('identiteit'));

/** Who Kompas is, in Azure and as a bot: without a password that somebody could lose. */
const made = await resource({ name: value(variable('identiteit')) }, (...azure) =>
  new ManagedServiceIdentityClient(...azure).userAssignedIdentities.createOrUpdate(ANY, ANY, {
    location: REGION,
  }),
);

const facts = known(id, made.apiVersion);
export const identity = { id, clientId: `${facts}.clientId`, principalId: `${facts}.principalId` };

/** The built-in roles of Azure that it has, by what each is for (Azure documentation, "Azure built-in roles"). */
export const roles = {
  tables: '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3',
  queues: '974c5e8b-45b9-4653-ba55-5f855dd0fb88',
  secrets: '4633458b-17de-408a-b874-0445c86b69e6',
  image: '7f951dda-4ed3-4680-a7ca-43fe172d538d',
} as const;

const scopes: Record<keyof typeof roles, { type: string; name: string; isOurs: boolean }> = {
  tables: { type: 'Microsoft.Storage/storageAccounts', name: variable('opslag'), isOurs: true },
  queues: { type: 'Microsoft.Storage/storageAccounts', name: variable('opslag'), isOurs: true },
  secrets: { type: 'Microsoft.KeyVault/vaults', name: variable('kluis'), isOurs: true },
  // The registry was there before: without it there is no image to start.
  image: { type: 'Microsoft.ContainerRegistry/registries', name: parameter('register'), isOurs: false },
};

function assignment(role: keyof typeof roles): Promise<Resource> {
  const { type, name, isOurs } = scopes[role];
  const scope = idOf(type, name);
  const dependsOn = [value(id), ...(isOurs ? [value(scope)] : [])];
  return resource(
    // The same name each time: a second installation of the same changes nothing.
    { name: value(`guid(${scope}, ${id}, '${roles[role]}')`), scope: value(scope), dependsOn },
    (...azure) =>
      new AuthorizationManagementClient(...azure).roleAssignments.create(ANY, ANY, {
        roleDefinitionId: value(
          `subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '${roles[role]}')`,
        ),
        principalId: value(identity.principalId),
        principalType: 'ServicePrincipal',
      }),
  );
}

/** What has to be there before Kompas can start. */
export const assignmentIds = (Object.keys(roles) as (keyof typeof roles)[]).map((role) => {
  const { type, name } = scopes[role];
  const scope = idOf(type, name);
  return value(
    `extensionResourceId(${scope}, 'Microsoft.Authorization/roleAssignments', guid(${scope}, ${id}, '${roles[role]}'))`,
  );
});

export const identityResources: Resource[] = [
  made,
  ...(await Promise.all((Object.keys(roles) as (keyof typeof roles)[]).map(assignment))),
];

/** How others carry the identity: its id is the name of a field. */
export const carried = { type: 'UserAssigned', userAssignedIdentities: { [value(id)]: {} } } as const;
