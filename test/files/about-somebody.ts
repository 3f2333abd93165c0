import { MY_DATA } from '../../src/features/privacy/index.ts';
import type { AboutSomebody } from '../support/about-somebody.ts';
import { account } from '../support/town.ts';

/** What the tables of this room keep about somebody. */
export const aboutSomebody: AboutSomebody = (town) => ({
  usedlinks: (n) => town.core.links.use(town.core.links.create(MY_DATA, account(n)).split('/').at(-1) ?? ''),
});
