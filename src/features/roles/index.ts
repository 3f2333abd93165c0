import type { FeatureModule, FeatureOffer, Services, Tools } from '../module.ts';
import { assignments, assignmentsTable, openAssignments, partiesTable } from './assignments/index.ts';
import type { AssignmentStores, RegisterNeeds } from './assignments/tools.ts';
import { joined } from './part.ts';
import { rolecard } from './rolecard/index.ts';

/** What other features are given of this one, and what its parts keep. */
export interface RolesOpened extends AssignmentStores {
  tenant: string;
}

/** What this feature is given of others. */
export type RolesNeeds = RegisterNeeds;

function open(services: Services): RolesOpened {
  return { tenant: services.tenant, ...openAssignments(services) };
}

function offer(opened: RolesOpened, tools: Tools, needs: RolesNeeds): FeatureOffer {
  const all = { ...tools, ...opened, ...needs };
  return joined([assignments(all), rolecard(all)]);
}

/** From tasks to roles: what people do, what a role is here, who holds which (docs/method.md steps 1, 3 and 4). */
export const roles: FeatureModule<RolesOpened, RolesNeeds> = {
  name: 'roles',
  title: 'Taken en rollen',
  tables: [assignmentsTable, partiesTable],
  open,
  offer,
};
