import { growth } from '../../../../src/features/growth/index.ts';
import type { AboutSomebody } from '../../../support/about-somebody.ts';
import { account } from '../../../support/town.ts';

/** What buddies keep about somebody. */
export const aboutSomebody: AboutSomebody = (town) => {
  const { buddies } = town.core.opened(growth);
  return {
    buddyoffers: (n) => buddies.saveOffer(account(n), { themes: ['scripts'], roles: [], day: '2026-11-20' }),
    buddypairs: (n) =>
      buddies.ask(account(n), { theme: 'scripts', buddy: account(90), paired: true, day: '2026-11-20' }),
  };
};
