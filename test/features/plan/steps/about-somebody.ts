import { planStepsTable } from '../../../../src/features/plan/steps/tables.ts';
import type { AboutSomebody } from '../../../support/about-somebody.ts';
import { account } from '../../../support/town.ts';

/** Somebody who sees to a step: the step itself is about nobody, and the same for everybody. */
export const aboutSomebody: AboutSomebody = (town) => ({
  plansteps: async (n) => {
    const table = town.storage.table(planStepsTable);
    await table.put('local', 's|1', { version: 1, from: '2026-11-01' });
    await table.put('local', `p|${account(n)}|1|holder`, { day: '2026-11-20' });
  },
});
