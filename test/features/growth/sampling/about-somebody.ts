import { growth } from '../../../../src/features/growth/index.ts';
import { moved } from '../../../../src/features/growth/sampling/rules.ts';
import type { AboutSomebody } from '../../../support/about-somebody.ts';

/** Nothing about anybody: how many mutations are looked over. */
export const aboutSomebody: AboutSomebody = (town) => ({
  samplings: () =>
    town.core.opened(growth).samplings.change('BAG', 0, (now) => moved(now, 'fewer', '2026-11-20')),
});
