import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PROBE_QUEUE } from '../../../src/features/doctor/tables.ts';
import { imported, somebody, startTestBot, type TestBot, tapped, typed, wordsOf } from '../../support/bot.ts';

const keeper = somebody(20, 'Quirine Zeldzaam');
const colleague = somebody(1);

describe('hoe staat het ervoor in the chat', () => {
  let bot: TestBot;
  beforeAll(async () => {
    bot = await startTestBot({
      env: { NODE_OPTIONS: '--require ./geheime-opname.js' },
      seed: ({ people }) => people.save([imported(keeper, { access: ['beheerder'] })]),
    });
  });
  afterAll(() => bot.stop());
  const asked = async (text = 'hoe staat het ervoor') => wordsOf(await bot.hear(typed(keeper, text)));
  const more = async (who = keeper) => JSON.stringify((await bot.post(tapped(who, 'doctor.more', {}))).body);

  test('tells a beheerder what is red on top, then what is amber, and not yet what is well', async () => {
    const words = await asked();
    const places = ['Doe dit eerst', 'NODE_OPTIONS', 'Kijk hier gauw naar', 'mandatenregister'].map((part) =>
      words.indexOf(part),
    );
    expect(places).not.toContain(-1);
    expect([...places].sort((a, b) => a - b)).toEqual(places);
    expect(words).not.toContain('Dit is goed');
    expect(words).not.toMatch(/Rood|Oranje|Groen/);
    expect(words).toContain('Er is nog geen mandaatbeheerder.');
    expect(await asked('doctor')).toContain('NODE_OPTIONS');
  });

  test('behind Meer tells what is well, and what cannot be seen from there', async () => {
    const words = await more();
    expect(words).toContain('Dit is goed');
    expect(words).toContain('Tabellen: Schrijven, lezen en verwijderen lukt.');
    expect(words).toContain('Wachtrij: Schrijven, lezen en verwijderen lukt.');
    expect(words).toContain('Geheime sleutel');
    expect(words).toContain('logboeken van het opslagaccount');
  });

  test('names nobody, and holds nothing secret', async () => {
    const words = `${await asked()} ${await more()}`;
    for (const secret of [
      'Quirine',
      'Persoon 1',
      '@gemeente',
      'geheime-opname',
      'AccountKey',
      keeper.account,
    ])
      expect(words).not.toContain(secret);
  });

  test('leaves nothing of what it tried', async () => {
    await asked();
    expect((await bot.rows('probes')).probes).toEqual([]);
    expect(await bot.storage.queue(PROBE_QUEUE).depth()).toBe(0);
  });

  test('is for a beheerder alone', async () => {
    const words = wordsOf(await bot.hear(typed(colleague, 'hoe staat het ervoor')));
    expect(words).toContain('Dit is alleen voor beheerders');
    expect(words).not.toContain('NODE_OPTIONS');
    expect(await more(colleague)).not.toContain('NODE_OPTIONS');
  });

  test('reads of a key that storage was not written with', async () => {
    const { settings } = bot.core;
    const { municipality } = await settings.read();
    await settings.changeMunicipality((now) => ({ ...now, keyCheck: 'another' }));
    expect(await asked()).toContain('een andere dan die waarmee Kompas schreef');
    await settings.changeMunicipality(() => municipality);
  });
});
