import type { Services } from '../module.ts';
import { type TipsStore, tipsStore } from './advice/store.ts';
import type { ReadDialogueState } from './contract.ts';
import { dialogueState } from './dialogue/state.ts';
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
  /** How far teams are with their dialogue. */
  dialogueState: ReadDialogueState;
}

/** Opens the tips, styles and team dialogues of one tenant. */
export function openStores({
  storage,
  tenant,
  pseudonymise,
  now,
  settings,
}: Pick<Services, 'storage' | 'tenant' | 'pseudonymise' | 'now' | 'settings'>): TipsStores {
  const dialogues = dialogueStore(storage, tenant);
  return {
    store: tipsStore(storage, tenant, pseudonymise, now),
    library: tipLibrary(storage, tenant, now),
    dialogues,
    dialogueState: dialogueState(dialogues, settings),
    compasses: teamCompassStore(storage, tenant),
  };
}
