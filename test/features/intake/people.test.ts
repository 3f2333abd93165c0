import { afterAll, beforeAll, expect, test } from 'vitest';
import { imported, somebody, startTestBot, type TestBot, team } from '../../support/bot.ts';
import { csv, type FileHost, line, sender, startFileHost } from './sending.ts';

const admin = somebody(50, 'Aad Beheer');
const other = somebody(51, 'Bea Beheer');
const newcomer = somebody(60, 'Nina Nieuw');

let bot: TestBot;
let host: FileHost;
beforeAll(async () => {
  host = await startFileHost();
  bot = await startTestBot({
    seed: async ({ people }) => {
      await people.save([
        imported(admin, { access: ['beheerder'] }),
        imported(other, { access: ['beheerder'] }),
      ]);
    },
  });
});
afterAll(async () => {
  await bot.stop();
  await host.stop();
});

test('a list of people is read, shown, and carried out once somebody agrees', async () => {
  const aad = sender(bot, host, admin);
  const shown = await aad.send('mensen.csv', csv(line(newcomer)));
  expect(shown.words).toContain('Er is nog niets veranderd.');
  expect(shown.words).toContain('Nina Nieuw (p60)');
  expect(await bot.core.people.find(newcomer.account)).toBeUndefined();

  const done = await aad.tap(shown, 'Doorvoeren');
  expect(done.words).toContain('Doorgevoerd');
  expect(await bot.core.people.find(newcomer.account)).toMatchObject({ name: 'Nina Nieuw' });

  expect((await aad.tap(shown, 'Doorvoeren')).words).toContain('Dit is al doorgevoerd');
});
