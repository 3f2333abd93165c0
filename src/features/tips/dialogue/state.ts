import type { SettingsStore } from '../../../people/settings.ts';
import { partsOf } from '../../../storage/index.ts';
import type { ReadDialogueState } from '../contract.ts';
import { scenes } from './script.ts';
import type { DialogueStore } from './store.ts';

/** Reads how many teams held their dialogue and agreed on something. One range. */
export function dialogueState(
  dialogues: Pick<DialogueStore, 'all'>,
  settings: Pick<SettingsStore, 'recent'>,
): ReadDialogueState {
  return async () => {
    const [rows, { teams }] = await Promise.all([dialogues.all(), settings.recent()]);
    const keys = new Set(teams.map(({ key }) => key));
    const theirs = rows.filter(({ row }) => keys.has(partsOf(row)[0] ?? ''));
    const agreed = theirs.filter(({ value }) => value.agreements.length > 0);
    const held = theirs.filter(({ value }) => value.agreements.length > 0 || value.scene >= scenes.length);
    return { teams: teams.length, held: held.length, agreed: agreed.length };
  };
}
