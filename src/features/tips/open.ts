import type { Services } from '../module.ts';
import { type TipsStore, tipsStore } from './advice/store.ts';
import { type DialogueStore, dialogueStore } from './dialogue/store.ts';
import { type TipLibrary, tipLibrary } from './library/store.ts';

/** What the tips keep. */
export interface TipsStores {
  store: TipsStore;
  library: TipLibrary;
  dialogues: DialogueStore;
}

/** Opens the tips, styles and team dialogues of one tenant. */
export function openStores({
  storage,
  tenant,
  pseudonymise,
}: Pick<Services, 'storage' | 'tenant' | 'pseudonymise'>): TipsStores {
  return {
    store: tipsStore(storage, tenant, pseudonymise),
    library: tipLibrary(storage, tenant),
    dialogues: dialogueStore(storage, tenant),
  };
}
