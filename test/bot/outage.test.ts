import { afterEach, beforeEach, describe, expect, inject, test, vi } from 'vitest';
import { HEALTH_KEPT_MS } from '../../src/delivery/health.ts';
import { answersTable } from '../../src/features/checkin/tables.ts';
import { inChannel, startTestBot, type TestBot, tapped, team, typed, wordsOf } from '../support/bot.ts';
import { patience } from '../support/patience.ts';
import { type Cuttable, cuttable } from '../support/proxy.ts';

const [amira] = team as [(typeof team)[0]];
const period = '2026-W48';
const answerOf = (who: typeof amira, score = 4) => tapped(who, 'checkin.answer', { period, score });

/** Every input and button of a card, wherever it stands. */
function actionsIn(card: unknown): { verb?: string; title?: string; data?: unknown }[] {
  const found: object[] = [];
  JSON.stringify(card, (_key, value) => {
    if (value?.type === 'Action.Execute') found.push(value);
    return value;
  });
  return found;
}

describe('while storage is away', () => {
  let line: Cuttable;
  let bot: TestBot;
  beforeEach(async () => {
    line = await cuttable(inject('connectionString'));
    bot = await startTestBot({ connectionString: line.connectionString, shared: true });
  });
  afterEach(async () => {
    line.restore();
    await bot.stop();
    line.stop();
  });

  test.each(['refused', 'silent'] as const)(
    'an answer fails kindly within five seconds, and the button brings it in later (%s)',
    async (how) => {
      line.cut(how);
      const start = performance.now();
      const failed = await bot.post(answerOf(amira));
      expect(performance.now() - start).toBeLessThan(5_000);
      expect(failed.status).toBe(200);
      expect(failed.body.value.fallbackText).toMatch(/^Dit lukte niet\./);

      // An answer may leave no trace, and so has no code by which somebody could say which line was theirs.
      expect(failed.body.value.fallbackText).not.toContain('Code');
      expect(bot.lines.filter((entry) => JSON.parse(entry).name === 'checkin.answer')).toHaveLength(1);

      const [again] = actionsIn(failed.body.value);
      expect(again).toMatchObject({ title: 'Probeer opnieuw', verb: 'checkin.answer' });
      expect(again?.data).toEqual({ period, score: 4 });

      line.restore();
      expect((await bot.rows('answers')).answers).toEqual([]);
      const answer = await bot.post(tapped(amira, again?.verb, again?.data));
      expect(answer.body.value.fallbackText).toBe('Dank je wel. Je antwoord is bewaard.');
      expect((await bot.rows('answers')).answers).toHaveLength(2);
    },
  );

  test('everything that is typed still gets an answer', async () => {
    line.cut('refused');
    for (const text of ['check-in', 'help', 'mijn werkdagen', 'afwezig tot 1 december', 'hallo?']) {
      const sent = await bot.hear(typed(amira, text));
      expect(sent, text).toHaveLength(1);
    }
    const [sent] = await bot.hear(inChannel(typed(amira, '<at>Kompas</at> check-in')));
    expect(sent?.activity.text).toContain('Open een chat met mij');
    expect(wordsOf(await bot.hear(typed(amira, 'mijn werkdagen')))).toContain('Dit lukte niet');
  });

  test('whoever watches over the bot is told within five seconds, and again when it is back', async () => {
    const ways = [['refused'], ['silent'], ['silent', 'queues']] as const;
    for (const [how, what] of ways) {
      line.restore();
      line.cut(how, what);
      bot.clock.elapsed += HEALTH_KEPT_MS;
      const start = performance.now();
      const { status, body } = await bot.http('/healthz');
      expect(performance.now() - start).toBeLessThan(5_000);
      expect(status).toBe(503);
      expect(body).toEqual({ status: 'unavailable', storage: 'unreachable' });
    }
    line.restore();
    bot.clock.elapsed += HEALTH_KEPT_MS;
    expect((await bot.http('/healthz')).status).toBe(200);
  });

  test('whoever asks again and again how it is, does not make the bot try storage again and again', async () => {
    line.cut('refused');
    const before = bot.requests.length;
    const ask = async () => (await bot.http('/healthz')).status;
    expect(await ask()).toBe(503);
    expect(await Promise.all(Array.from({ length: 40 }, ask))).toEqual(Array.from({ length: 40 }, () => 503));
    // One look is three requests, each tried a few times.
    expect(bot.requests.length - before).toBeLessThan(40);
  });

  test('no answer is written by half, at whatever moment the line breaks', async () => {
    const writers = team.slice(0, 8);
    // The last times everything comes through: an answer takes six requests, and all of them together some more.
    for (let round = 0; round < 10; round += 1) {
      const before = bot.requests.length;
      let done = false;
      const taps = Promise.all(writers.map((who) => bot.post(answerOf(who, (round % 5) + 1)))).finally(() => {
        done = true;
      });
      await vi.waitUntil(() => done || bot.requests.length >= before + round * 8, patience);
      line.cut('refused');
      const answers = await taps;
      expect(answers.map(({ status }) => status)).toEqual(writers.map(() => 200));
      line.restore();
    }
    const answers = await bot.core.storage.table(answersTable).range({});
    const own = answers.filter(({ row }) => row.startsWith('p|'));
    expect(own.length).toBeGreaterThan(0);
    expect(answers).toHaveLength(2 * own.length);
    for (const { row, value } of own) {
      const [, pseudonym, week] = row.split('|');
      const twin = answers.find((other) => other.row === `w|${week}|${pseudonym}`);
      expect(twin?.value).toEqual(value);
    }
  });

  test('the bot stops in good order all the same', async () => {
    line.cut('refused');
    const start = performance.now();
    await bot.stop();
    expect(performance.now() - start).toBeLessThan(10_000);
    bot = await startTestBot();
  });
});
