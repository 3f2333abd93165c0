import type { FeatureModule, FeatureOffer, Services, Tools } from '../module.ts';
import { indication } from './indication/index.ts';
import { matrix } from './matrix/index.ts';
import { type MatrixOpened, matrixTables, openMatrix } from './matrix/open.ts';
import { joined } from './part.ts';
import { picture } from './picture/index.ts';
import { type PictureStore, pictureStore, taskPicturesTable } from './picture/store.ts';

/** What other features are given of this one, and what its parts keep. */
export interface RolesOpened extends MatrixOpened {
  tenant: string;
  taskPictures: PictureStore;
}

function open(services: Services): RolesOpened {
  const { tenant, storage } = services;
  return { tenant, ...openMatrix(services), taskPictures: pictureStore(storage, tenant) };
}

function offer(opened: RolesOpened, tools: Tools): FeatureOffer {
  const own = { ...tools, ...opened };
  return joined([matrix(own), indication(own), picture(own)]);
}

/** From tasks to roles: what people do, what a role is here, who holds which (docs/method.md steps 1, 3 and 4). */
export const roles: FeatureModule<RolesOpened> = {
  name: 'roles',
  title: 'Taken en rollen',
  tables: [...matrixTables, taskPicturesTable],
  open,
  offer,
};
