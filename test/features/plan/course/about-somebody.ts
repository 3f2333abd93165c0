import { plan } from '../../../../src/features/plan/index.ts';
import type { AboutSomebody } from '../../../support/about-somebody.ts';
import { account } from '../../../support/town.ts';

/** Somebody who looks after a goal, one goal a person; the course itself is about nobody. */
export const aboutSomebody: AboutSomebody = (town) => ({
  plancourse: async (n) => {
    const { course } = town.core.opened(plan);
    const { version } = await course.read();
    await course.change(version, (now) => now, { goal: `g${n}`, id: account(n) }, '2026-11-20');
  },
});
