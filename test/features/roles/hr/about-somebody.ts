import { totalsOf } from '../../../../src/features/roles/hr/rules.ts';
import { roles } from '../../../../src/features/roles/index.ts';
import type { AboutSomebody } from '../../../support/about-somebody.ts';

/** What HR reads of everybody together: it says of nobody which role is near. */
export const aboutSomebody: AboutSomebody = (town) => ({
  roletotals: () => town.core.opened(roles).roleTotals.publish(totalsOf([], [], '2026-11-20'), undefined),
});
