import type { Services } from '../module.ts';
import { type TipsStore, tipsStore } from './advice/store.ts';
import { type DialogueStore, dialogueStore } from './dialogue/store.ts';
import { type TipLibrary, tipLibrary } from './library/store.ts';
import { type TeamCompassStore, teamCompassStore } from './own/store.ts';

/** What the tips keep. */
export interface TipsStores {
  store: TipsStore;
  library: TipLibrary;
  dialogues: DialogueStore;
  /** What teams wrote about themselves. */
  compasses: TeamCompassStore;
}

/** Opens the tips, styles and team dialogues of one tenant. */
export function openStores({
  storage,
  tenant,
  pseudonymise,
  now,
}: Pick<Services, 'storage' | 'tenant' | 'pseudonymise' | 'now'>): TipsStores {
  return {
    store: tipsStore(storage, tenant, pseudonymise, now),
    library: tipLibrary(storage, tenant, now),
    dialogues: dialogueStore(storage, tenant),
    compasses: teamCompassStore(storage, tenant),
  };
}
