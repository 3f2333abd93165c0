import { whenUsed } from '../../lib/when-used.ts';
import { joined } from '../joined.ts';
import type { RecordedForRole } from '../mandates/contract.ts';
import type { FeatureModule, FeatureOffer, Services, Tools } from '../module.ts';
import type { SharedLearnings } from '../pilots/contract.ts';
import { assignments, assignmentsTable, openAssignments, partiesTable } from './assignments/index.ts';
import type { AssignmentStores, RegisterNeeds } from './assignments/tools.ts';
import type { ReadRoleHolders, ReadRolesState } from './contract.ts';
import { handovers } from './handovers/index.ts';
import { type HandoverStore, handoverStore } from './handovers/store.ts';
import { handoversTable } from './handovers/tables.ts';
import { hr } from './hr/index.ts';
import { type RoleTotalsStore, roleTotalsStore, roleTotalsTable } from './hr/store.ts';
import { indication } from './indication/index.ts';
import { matrix } from './matrix/index.ts';
import { type MatrixOpened, matrixTables, openMatrix } from './matrix/open.ts';
import { picture } from './picture/index.ts';
import { type PictureMarks, pictureMarks } from './picture/made-of.ts';
import { type PictureStore, pictureStore, taskPicturesTable } from './picture/store.ts';
import { profiles } from './profiles/index.ts';
import { type ProfileStore, profileStore } from './profiles/store.ts';
import { profileAuthorsTable, profilePointsTable, profilesTable } from './profiles/tables.ts';
import { rolecard } from './rolecard/index.ts';
import { roleHolders, rolesState } from './state.ts';

/** What other features are given of this one, and what its parts keep. */
export interface RolesOpened extends MatrixOpened, AssignmentStores {
  taskPictures: PictureStore;
  pictureMarks: PictureMarks;
  roleTotals: RoleTotalsStore;
  profiles: ProfileStore;
  handovers: HandoverStore;
  /** How far the municipality is, without anybody. */
  rolesState: ReadRolesState;
  roleHolders: ReadRoleHolders;
}

/** What this feature is given of others. */
export interface RolesNeeds {
  /** What the register says of a role, and of duties that are kept apart. */
  register: RegisterNeeds & { recordedFor: RecordedForRole };
  shared: SharedLearnings;
}

function open(services: Services): RolesOpened {
  const { tenant, storage, people, settings, secret, ring } = services;
  const taskPictures = pictureStore(storage, tenant);
  const roles = openAssignments(services);
  return {
    ...openMatrix(services),
    ...roles,
    rolesState: rolesState({ people, settings, taskPictures, ...roles }),
    roleHolders: roleHolders({ people, settings, ...roles }),
    taskPictures,
    pictureMarks: whenUsed(() => pictureMarks(secret('role-pictures'), ring.others('role-pictures'))),
    roleTotals: roleTotalsStore(storage, tenant),
    profiles: profileStore(storage, tenant),
    handovers: handoverStore(storage, tenant),
  };
}

function offer(opened: RolesOpened, tools: Tools, { register, shared }: RolesNeeds): FeatureOffer {
  const { recordedFor, duties } = register;
  const own = { ...tools, ...opened, recordedFor, duties, shared };
  return joined([
    matrix(own),
    indication(own),
    picture(own),
    profiles(own),
    handovers(own),
    assignments(own),
    rolecard(own),
    hr(own),
  ]);
}

/** From tasks to roles: what people do, what a role is here, who holds which (docs/method.md steps 1, 3 and 4). */
export const roles: FeatureModule<RolesOpened, RolesNeeds> = {
  name: 'roles',
  title: 'Taken en rollen',
  tables: [
    ...matrixTables,
    taskPicturesTable,
    roleTotalsTable,
    profilesTable,
    profileAuthorsTable,
    profilePointsTable,
    handoversTable,
    assignmentsTable,
    partiesTable,
  ],
  open,
  offer,
};
