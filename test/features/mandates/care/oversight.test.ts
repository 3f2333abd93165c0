import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Message } from '../../../../src/bot/turn.ts';
import { workingDaysAhead } from '../../../../src/features/mandates/care/oversight.ts';
import { tellOfEndings } from '../../../../src/features/mandates/index.ts';
import { imported, somebody, startTestBot, type TestBot, typed, wordsOf } from '../../../support/bot.ts';
import { demoRegister } from '../registers.ts';

const keeper = somebody(5, 'Noud Kreek');
const karim = somebody(7, 'Karim Dijk');
const lotte = somebody(8, 'Lotte Vaart');
let bot: TestBot;

beforeAll(async () => {
  bot = await startTestBot();
  const { register, people } = bot.core;
  const demo = demoRegister();
  const entries = demo.entries.map((entry) =>
    entry.id === 'R14' ? { ...entry, until: '2026-12-20' } : entry,
  );
  await register.replace(await register.current(), { ...demo, entries }, '2026-11-20T09:00:00.000Z');
  const address = {
    serviceUrl: bot.connector.url,
    conversation: 'chat-p7',
    user: karim.user,
    bot: '28:kompas',
  };
  await people.save([
    imported(keeper, { access: ['mandaatbeheerder'] }),
    imported(karim, { reach: 'open', address }),
    imported(lotte, { absentFrom: '2026-11-20', absentUntil: '2026-12-10' }),
  ]);
});
afterAll(() => bot.stop());

const say = async (text: string, who = keeper) => wordsOf(await bot.hear(typed(who, text)));

describe('controle', () => {
  test('shows a mandaatbeheerder what is wrong, with a button to change it', async () => {
    const words = await say('mandaat controle');
    expect(words).toContain('kijkt een tweede persoon mee, maar niet bij R13');
    expect(words).toContain('Wijzig R13');
  });

  test('shows what was reported as a gap', async () => {
    await bot.core.gaps.report({ activity: 'valideren', registration: 'BRK', area: '' }, '2026-11-24');
    expect(await say('mandaat controle')).toContain('1 keer gemeld');
  });

  test('is for mandaatbeheerders', async () => {
    expect(await say('mandaat controle', karim)).toContain('Dit is niet voor jou bedoeld');
  });
});

describe('bezetting', () => {
  test('says when nobody works who may do it, and offers to arrange a deputy', async () => {
    const words = await say('bezetting');
    expect(words).toMatch(/keurt niemand BGT goed in Kralingen-Crooswijk/);
    expect(words).toContain('Regel de vervanger');
  });

  test('shows others nothing of who works when', async () => {
    expect(await say('bezetting', karim)).not.toContain('Kralingen');
  });

  test('looks at working days of two weeks only', () => {
    expect(workingDaysAhead('2026-12-21', ['2026-12-24'])).toEqual([
      ...['2026-12-21', '2026-12-22', '2026-12-23', '2026-12-28', '2026-12-29', '2026-12-30', '2026-12-31'],
    ]);
  });
});

describe('an entry that ends within thirty days', () => {
  const sent: { to: string; message: Message }[] = [];
  const done = new Set<string>();
  const tellAt = (moment: string, outcome: 'sent' | 'again' = 'sent') =>
    tellOfEndings(
      {
        store: bot.core.register,
        everybody: () => bot.core.people.everybody(),
        send: async (address, message) => {
          sent.push({ to: address.conversation, message });
          return outcome === 'sent' ? { kind: 'sent' } : { kind: 'again', reason: '500' };
        },
        once: async (name, work) => {
          const key = JSON.stringify(name);
          if (done.has(key)) return;
          await work();
          done.add(key);
        },
      },
      Temporal.Instant.from(moment),
    );

  test('is told to its holder, not at night, not in the weekend, not too early', async () => {
    await tellAt('2026-11-19T10:00:00+01:00');
    await tellAt('2026-11-24T06:00:00+01:00');
    await tellAt('2026-11-22T12:00:00+01:00');
    expect(sent).toEqual([]);
  });

  test('is told again when nobody could be reached', async () => {
    await expect(tellAt('2026-11-24T10:00:00+01:00', 'again')).rejects.toThrow('nobody could be told');
    sent.length = 0;
    await tellAt('2026-11-24T10:01:00+01:00');
    expect(sent.map(({ to }) => to)).toEqual(['chat-p7']);
    expect(JSON.stringify(sent[0]?.message)).toContain('De laatste dag is 20 december 2026');
  });

  test('is told once', async () => {
    await tellAt('2026-11-25T10:00:00+01:00');
    expect(sent).toHaveLength(1);
  });
});
