import { growth } from '../../../../src/features/growth/index.ts';
import { begun, contentOf } from '../../../../src/features/growth/plans/rules.ts';
import type { AboutSomebody } from '../../../support/about-somebody.ts';
import { account } from '../../../support/town.ts';

/** What the ontwikkelplan keeps about somebody. */
export const aboutSomebody: AboutSomebody = (town) => {
  const { plans } = town.core.opened(growth);
  const plan = begun({ want: 'Scripts leren maken' }, '2026-11-20');
  return {
    growthplans: (n) => plans.begin(account(n), plan),
    growthplansshared: (n) =>
      plans.share(account(n), {
        ...contentOf(plan),
        manager: account(90),
        team: 'objecten-west',
        day: '2026-11-20',
      }),
  };
};
