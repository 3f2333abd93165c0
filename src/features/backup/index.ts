import type { FeatureModule } from '../module.ts';
import { addBackupCommands } from './commands.ts';

/** Keeping all there is in a file, and putting it back without what was erased since; for the command line alone. */
export const backup: FeatureModule<undefined> = {
  name: 'backup',
  tables: [],
  open: () => undefined,
  offer: () => ({ phrases: [], actions: {} }),
  commands: addBackupCommands,
};
