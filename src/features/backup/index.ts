import type { FeatureModule } from '../module.ts';
import { addBackupCommands } from './commands.ts';
import { type OpenedBackup, savedCheck } from './health.ts';

/** Keeping all there is in a file, and putting it back without what was erased since; for the command line alone. */
export const backup: FeatureModule<OpenedBackup> = {
  name: 'backup',
  tables: [],
  open: (services) => ({ check: savedCheck(services) }),
  offer: () => ({ phrases: [], actions: {} }),
  commands: addBackupCommands,
};
