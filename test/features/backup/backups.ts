import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../../cli/terminal.ts';
import { tables } from '../../support/core.ts';
import { account } from '../../support/town.ts';
import { type Household, openHousehold } from '../privacy/household.ts';

/** A town with a folder for backups, its clock, and what can happen to its storage. `close` takes the folder away. */
export async function openBackups() {
  const home: Household = await openHousehold();
  const { town } = home;
  const folder = await mkdtemp(join(tmpdir(), 'kompas-backup-'));
  const around = { env: { KOMPAS_LOCAL: 'true' }, folder, storage: town.storage, now: () => town.clock.now };
  const kompas = (...args: string[]) => run(args, around);
  return {
    home,
    town,
    around,
    kompas,
    later: (minutes: number) => {
      town.clock.now = town.clock.now.add({ minutes });
    },
    /** All that is lost with the storage account: everything. */
    lose: async () => {
      for (const definition of tables) {
        const table = town.storage.table(definition);
        for (const { partition, row } of await table.range({})) await table.remove(partition, row);
      }
    },
    close: () => rm(folder, { recursive: true }),
  };
}

/** A line of the people file for `p1`, `p2` and so on, in team West. */
export const inWest = (n: number, access = 'medewerker'): string =>
  `p${n};Persoon ${n};p${n}@gemeente.example;West;${access};ma,di,wo,do,vr;${account(n)}`;
