import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { imported, somebody, startTestBot, type TestBot, typed, wordsOf } from '../../support/bot.ts';

const keeper = somebody(20);
const first = somebody(21);
const employee = somebody(1);

describe('instellingen in the chat', () => {
  let bot: TestBot;

  beforeAll(async () => {
    bot = await startTestBot({
      env: { KOMPAS_ADMINISTRATORS: first.account },
      seed: ({ people }) => people.save([imported(keeper, { access: ['beheerder'] })]),
    });
  });
  afterAll(() => bot.stop());

  test('are shown to an administrator', async () => {
    const words = wordsOf(await bot.hear(typed(keeper, 'instellingen')));
    expect(words).toContain('Instemming OR');
    expect(words).toContain('1 september 2026, test');
    expect(words).toContain('Bekijk de teams');
  });

  test('are shown to a first administrator from the configuration, known or not', async () => {
    expect(wordsOf(await bot.hear(typed(first, 'Instellingen')))).toContain('1 september 2026, test');
  });

  test('are not shown to anybody else, whatever their account claims to be called', async () => {
    const words = wordsOf(
      await bot.hear(typed({ ...employee, name: keeper.name, user: keeper.user }, 'instellingen')),
    );
    expect(words).toContain('Dit is alleen voor beheerders');
    expect(words).not.toContain('Instemming OR');
  });
});
