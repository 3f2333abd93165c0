import { afterAll, beforeAll, expect, test } from 'vitest';
import { chatOf, imported, somebody, startTestBot, type TestBot, wordsOf } from '../../support/bot.ts';
import { csv, type FileHost, line, sender, startFileHost } from './sending.ts';

const admin = somebody(50, 'Aad Beheer');
const victim = somebody(52, 'Cor Collega');
const stays = somebody(53, 'Dia Collega');
/** An account of the administrator's own, under the name of a colleague. */
const impostor = { ...somebody(77), name: victim.name };

let bot: TestBot;
let host: FileHost;
beforeAll(async () => {
  host = await startFileHost();
  bot = await startTestBot({
    env: { TURNS_PER_MINUTE: '10000' },
  });
  const opened = (who: typeof admin) => ({ reach: 'open' as const, address: chatOf(who, bot.connector.url) });
  await bot.core.people.save([
    imported(admin, { access: ['beheerder'], ...opened(admin) }),
    imported(victim, opened(victim)),
    imported(stays, opened(stays)),
  ]);
});
afterAll(async () => {
  await bot.stop();
  await host.stop();
});

test('whose name a file puts on another account, under another id, hears of it, and the log tells', async () => {
  const aad = sender(bot, host, admin);
  const file = csv(line(admin, { access: 'beheerder' }), line(impostor), line(stays));
  const shown = await aad.send('mensen.csv', file);
  const form = await aad.tap(shown, 'Beantwoord de vragen');
  const ready = await aad.tap(form, 'Lees opnieuw', { one0: 'ja' });
  const before = bot.connector.sent.length;
  expect((await aad.tap(ready, 'Doorvoeren')).words).toContain('Doorgevoerd');
  const told = bot.connector.sent
    .slice(before)
    .filter((one) => wordsOf([one]).includes('Je naam hoort nu bij een ander account'));
  expect(told.map(({ conversation }) => conversation)).toEqual([`chat-${victim.id}`]);
  const log = await bot.core.audit.since(bot.clock.now.subtract({ hours: 1 }));
  const about = (id: string) => log.filter((one) => one.about === id).map(({ who, what }) => [who, what]);
  expect(about(impostor.id)).toEqual([
    [
      admin.account,
      `persoon toegevoegd: team Objecten West; rechten medewerker; ander account dan id ${victim.id}`,
    ],
  ]);
  expect(about(victim.id)).toEqual([[admin.account, 'persoon uit Kompas']]);
});
