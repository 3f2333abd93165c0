import { plan } from '../../../../src/features/plan/index.ts';
import type { AboutSomebody } from '../../../support/about-somebody.ts';
import { account } from '../../../support/town.ts';

/** Somebody who sees to a step and ticked something of it; the step itself is about nobody. */
export const aboutSomebody: AboutSomebody = (town) => ({
  plansteps: async (n) => {
    const { plan: store } = town.core.opened(plan);
    const step = n % 2 === 0 ? 2 : 1;
    const { steps } = await store.read();
    await store.change(
      step,
      steps[step - 1]?.version ?? 0,
      { holder: account(n), ticked: { by: account(n), now: ['talked'], gone: [] } },
      '2026-11-20',
    );
  },
});
