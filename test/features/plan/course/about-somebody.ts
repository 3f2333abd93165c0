import { courseTable } from '../../../../src/features/plan/course/tables.ts';
import type { AboutSomebody } from '../../../support/about-somebody.ts';
import { account } from '../../../support/town.ts';

/** Somebody who looks after a goal: the course itself is about nobody, and the same for everybody. */
export const aboutSomebody: AboutSomebody = (town) => ({
  plancourse: async (n) => {
    const table = town.storage.table(courseTable);
    await table.put('local', 'c', { version: 1 });
    await table.put('local', `p|${account(n)}|g1`, { day: '2026-11-20' });
  },
});
