import { plan } from '../../../../src/features/plan/index.ts';
import type { AboutSomebody } from '../../../support/about-somebody.ts';
import { account } from '../../../support/town.ts';

/** Somebody who takes up a point of the board; the point itself is about nobody. */
export const aboutSomebody: AboutSomebody = (town) => ({
  plansecuring: (n) =>
    town.core.opened(plan).securing.addPoint(
      {
        id: `V-0000000${n}`,
        version: 1,
        text: 'Meldingen blijven liggen',
        source: 'retro',
        table: 'team',
        step: 8,
        since: '2026-11-20',
        due: '',
      },
      account(n),
    ),
});
