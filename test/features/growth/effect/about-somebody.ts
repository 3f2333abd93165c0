import { growth } from '../../../../src/features/growth/index.ts';
import type { AboutSomebody } from '../../../support/about-somebody.ts';

/** Nothing about anybody: figures of the municipality. */
export const aboutSomebody: AboutSomebody = (town) => ({
  effectquarters: () =>
    town.core
      .opened(growth)
      .effects.save({ quarter: '2026-Q3', values: { quality: 95 }, day: '2026-11-20', version: 1 }, 0),
});
