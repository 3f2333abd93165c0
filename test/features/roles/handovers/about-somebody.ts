import { roles } from '../../../../src/features/roles/index.ts';
import type { AboutSomebody } from '../../../support/about-somebody.ts';

/** What a team hands over: it has no author, so it is the same for everybody. */
export const aboutSomebody: AboutSomebody = (town) => ({
  handovers: () =>
    town.core.opened(roles).handovers.add('objecten-west', {
      id: 'O-0000000a',
      what: 'Melding van een nieuw gebouw',
      from: 'Afdeling Vergunningen',
      to: 'Objectregistrator',
      trouble: ['long'],
      note: '',
      day: '2026-11-20',
    }),
});
