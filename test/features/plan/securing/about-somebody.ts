import { securingTable } from '../../../../src/features/plan/securing/tables.ts';
import type { AboutSomebody } from '../../../support/about-somebody.ts';
import { account } from '../../../support/town.ts';

/** Somebody who looks after the data of a registration: what was agreed is about nobody, and the same for everybody. */
export const aboutSomebody: AboutSomebody = (town) => ({
  plansecuring: async (n) => {
    const table = town.storage.table(securingTable);
    await table.put('local', 'a', { version: 1 });
    await table.put('local', `p|${account(n)}|data-BAG`, { day: '2026-11-20' });
  },
});
