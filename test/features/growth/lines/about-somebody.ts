import { growth } from '../../../../src/features/growth/index.ts';
import type { AboutSomebody } from '../../../support/about-somebody.ts';
import { account } from '../../../support/town.ts';

/** What leerlijnen keep about somebody, and what stands beside it about nobody. */
export const aboutSomebody: AboutSomebody = (town) => {
  const { lines } = town.core.opened(growth);
  const day = '2026-11-20';
  return {
    linefollowers: (n) =>
      lines.follow(account(n), {
        role: 'Objectregisseur',
        day,
        done: [],
        shared: day,
        sharedWith: 'objecten-west',
      }),
    learninglines: () => lines.change('Objectregisseur', 0, (now) => ({ ...now, version: 1, day })),
    linetotals: () =>
      lines.publish(undefined, { day, roles: { Objectregisseur: { atLeast: 6, done: 30 } } }, undefined),
  };
};
