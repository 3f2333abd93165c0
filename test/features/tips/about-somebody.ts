import { helpfulTipsTable } from '../../../src/features/tips/tables.ts';
import type { AboutSomebody } from '../../support/about-somebody.ts';
import { account } from '../../support/town.ts';

/** What the tables of this room keep about somebody. */
export const aboutSomebody: AboutSomebody = (town) => ({
  personas: (n) => town.core.tips.choose(account(n), 'bram', '2026-11-20'),
  seentips: (n) => town.core.tips.show(account(n), 'bram-3-a', '2026-11-20'),
  // It names nobody, so it is the same row for everybody.
  helpfultips: () => town.storage.table(helpfulTipsTable).put(town.core.tenant, 'bram-3-a', { helpful: 1 }),
  tiplibrary: () => town.core.library.save(new Map([['bram-3-a', { off: true }]])),
  // What a team wrote about itself: nobody's name is with it.
  teamcompasses: () =>
    town.core.compasses.write('objecten-west', {
      day: '2026-11-20',
      brings: 'We kennen elke wijk.',
      needs: 'Eén ding tegelijk.',
    }),
  dialogues: () =>
    town.core.dialogues.begin('objecten-west', {
      id: 'T-1',
      day: '2026-11-20',
      scene: 5,
      agreements: ['Eerst bellen.'],
      channel: { serviceUrl: 'http://127.0.0.1:1', conversation: '19:x', bot: '28:kompas' },
    }),
});
