import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chatOf, imported, somebody, startTestBot, type TestBot } from '../../support/bot.ts';
import { tapping, words } from './tapping.ts';

const keeper = somebody(20, 'Karin Beheer');
const closed = somebody(21, 'Anna Dicht');
const unbound = Array.from({ length: 18 }, (_, n) =>
  somebody(30 + n, `Zonder Account ${String.fromCharCode(65 + n)}`),
);
const employee = somebody(60, 'Ed Medewerker');

let bot: TestBot;
beforeAll(async () => {
  bot = await startTestBot({
    empty: true,
    env: { KOMPAS_ADMINISTRATORS: keeper.account },
    seed: async ({ people, settings }) => {
      await settings.saveTeam({
        key: 'oost',
        name: 'Objecten Oost',
        schedule: { everyWeeks: 1, day: 'ma', time: '10:00', anchor: '2026-01-05' },
      });
      await people.save([
        imported(closed, { team: 'oost', unreached: 'no app' }),
        ...unbound.map((who) => imported(who, { team: 'oost', directoryId: undefined })),
      ]);
    },
  });
  const open = { team: 'oost', reach: 'open', welcomed: true } as const;
  await bot.core.people.save([
    imported(keeper, { ...open, access: ['beheerder'], address: chatOf(keeper, bot.connector.url) }),
    imported(employee, { ...open, address: chatOf(employee, bot.connector.url) }),
  ]);
});
afterAll(() => bot?.stop());

const { tap, on, say, titles } = tapping(() => bot);
const looks = async () =>
  (await bot.core.audit.since(bot.clock.now.subtract({ hours: 1 }))).filter(
    ({ what, about }) => what === 'mensen lijst' && about === 'niet bereikbaar',
  ).length;

describe('who cannot be reached', () => {
  test.each(['wie is niet bereikbaar', 'Wie is niet bereikbaar?', 'mensen lijst'])(
    'is a list by name after "%s", with the team and why, and what to do',
    async (text) => {
      const card = words(await say(keeper, text));
      expect(card).toContain('19 van de 21 mensen zijn niet bereikbaar, deel 1 van 2');
      for (const shown of ['Zonder Account A', 'Objecten Oost', 'nog niet gekoppeld aan een account'])
        expect(card).toContain(shown);
      expect(card).toContain('Voeg Kompas toe aan het team in Teams.');
      expect(card).toContain('object-id');
      for (const reached of ['Karin Beheer', 'Ed Medewerker']) expect(card).not.toContain(reached);
    },
  );

  test('goes on page by page, opens a person by a tap, and each look is in the log', async () => {
    const before = await looks();
    const next = await on(keeper, await say(keeper, 'mensen lijst'), 'Volgende');
    expect(words(next)).toContain('Zonder Account R');
    expect(words(next)).toContain('Anna Dicht');
    expect(words(next)).not.toContain('Zonder Account A');
    expect(words(await on(keeper, next, 'Vorige'))).toContain('Zonder Account A');
    expect(await looks()).toBe(before + 3);
    const card = words(await on(keeper, next, 'Open deze persoon'));
    expect(card).toContain('nee, nog niet gekoppeld aan een account');
    expect(card).toContain('Koppel aan een account');
  });

  test.each(['mensen', 'hoe staat het ervoor'])(
    'is a button away from "%s", which names nobody',
    async (text) => {
      const card = await say(keeper, text);
      expect(words(card)).not.toContain('Zonder Account');
      expect(words(card)).not.toContain('mensen lijst');
      expect(words(await on(keeper, card, 'Wie is niet bereikbaar'))).toContain('Zonder Account A');
    },
  );

  test('is for administrators alone', async () => {
    for (const card of [
      await say(employee, 'mensen lijst'),
      await tap(employee, 'people.unreached', { page: 0 }),
    ])
      expect(words(card)).not.toContain('Zonder Account');
  });

  test('is bound to an account as the first, and to another only after that', async () => {
    const [one] = unbound;
    const form = await tap(keeper, 'people.bind', { id: one?.id });
    expect(words(form)).toContain('Koppel aan een account');
    expect(words(form)).not.toContain('oude account');
    const sure = await on(keeper, form, 'Koppel', { account: one?.account });
    expect(words(sure)).not.toContain('oude account');
    await on(keeper, sure, 'Ja, koppel');
    expect(titles(await tap(keeper, 'people.open', { id: one?.id }))).toContain('Koppel opnieuw');
  });

  test('is nobody once all have a chat', async () => {
    for (const person of await bot.core.people.everybody())
      await bot.core.people.change(person.team, person.id, (now) => ({ ...now, removed: '2026-11-20' }));
    await bot.core.people.save([
      imported(keeper, {
        team: 'oost',
        reach: 'open',
        welcomed: true,
        access: ['beheerder'],
        address: chatOf(keeper, bot.connector.url),
      }),
    ]);
    const card = await say(keeper, 'wie is niet bereikbaar');
    expect(words(card)).toContain('Iedereen is bereikbaar');
    expect(titles(await say(keeper, 'mensen'))).not.toContain('Wie is niet bereikbaar');
  });
});
