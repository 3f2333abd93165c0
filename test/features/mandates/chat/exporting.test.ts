import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readRegister } from '../../../../src/features/mandates/import/read-register.ts';
import { readCsv } from '../../../../src/files/csv.ts';
import {
  imported,
  inChannel,
  somebody,
  startTestBot,
  type TestBot,
  tapped,
  typed,
  wordsOf,
} from '../../../support/bot.ts';
import { demoRegister } from '../registers.ts';

const keeper = somebody(5, 'Noud Kreek');
const colleague = somebody(2, 'Karim Dijk');
let bot: TestBot;

beforeAll(async () => {
  bot = await startTestBot();
  const { register, people } = bot.core;
  await register.replace(await register.current(), demoRegister(), '2026-11-20T09:00:00.000Z');
  await people.save([imported(keeper, { access: ['mandaatbeheerder'] }), imported(colleague)]);
});
afterAll(() => bot.stop());

const tap = async (who = keeper) => JSON.stringify((await bot.post(tapped(who, 'mandates.export', {}))).body);
const linksIn = (words: string) =>
  [...words.matchAll(/"url":"[^"]*?(\/bestand\/[^"]+)"/g)].map(([, path = '']) => path);

describe('the register as files', () => {
  test.each(['mandaten exporteren', 'exporteer mandaten', 'Mandatenregister exporteren'])(
    '%s offers links, and the stored message holds none',
    async (text) => {
      const words = wordsOf(await bot.hear(typed(keeper, text)));
      expect(words).toContain('Maak de links');
      expect(words).not.toContain('/bestand/');
    },
  );

  test('is what an import reads, each by a link that works once, and is in the log', async () => {
    const paths = linksIn(await tap());
    expect(paths).toHaveLength(3);
    const bodies = await Promise.all(
      paths.map(async (path) => (await bot.http(path, { method: 'POST' })).text),
    );
    const [mandates, areas] = bodies.map((text) => readCsv(new TextEncoder().encode(text)));
    if (!mandates || !areas || 'problems' in mandates || 'problems' in areas) throw new Error('no CSV');
    const read = readRegister(mandates, areas);
    expect('register' in read && read.register.entries.length).toBe(demoRegister().entries.length);
    expect((await bot.http(paths[0] ?? '', { method: 'POST' })).status).not.toBe(200);
    const log = JSON.stringify(await bot.rows('audit'));
    expect(log).toContain('mandatenregister geëxporteerd');
    expect(log).toContain(keeper.account);
  });

  test('is for a mandaatbeheerder alone', async () => {
    expect(linksIn(await tap(colleague))).toEqual([]);
    expect(wordsOf(await bot.hear(typed(colleague, 'mandaten exporteren')))).toContain(
      'Dit is voor mandaatbeheerders',
    );
    expect(wordsOf(await bot.hear(inChannel(typed(keeper, 'mandaten exporteren'))))).not.toContain(
      '/bestand/',
    );
  });
});
