import type { FeatureModule, FeatureOffer, Services, Tools } from '../module.ts';
import { joined } from './part.ts';

/** What other features are given of this one, and what its parts keep. */
export interface RolesOpened {
  tenant: string;
}

function open({ tenant }: Services): RolesOpened {
  return { tenant };
}

function offer(_opened: RolesOpened, _tools: Tools): FeatureOffer {
  return joined([]);
}

/** From tasks to roles: what people do, what a role is here, who holds which (docs/method.md steps 1, 3 and 4). */
export const roles: FeatureModule<RolesOpened> = {
  name: 'roles',
  title: 'Taken en rollen',
  tables: [],
  open,
  offer,
};
