import { intake } from '../../../src/features/intake/index.ts';
import type { AboutSomebody } from '../../support/about-somebody.ts';
import { account } from '../../support/town.ts';

/** What the tables of this room keep about somebody. */
export const aboutSomebody: AboutSomebody = (town) => ({
  intakes: async (n) => {
    const { store } = town.core.opened(intake);
    const upload = await store.keep(account(n), {
      name: 'mensen.csv',
      bytes: Buffer.from('id;naam\n1;Amira Sol\n'),
    });
    await store.ask(upload, 'what was shown');
    await store.keepChat(account(n), {
      serviceUrl: 'http://127.0.0.1:9',
      conversation: `chat-${n}`,
      user: `29:${n}`,
      bot: '28:kompas',
    });
  },
});
