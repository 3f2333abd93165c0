import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestBot, type TestBot, tapped, team, typed } from '../support/bot.ts';
import { figuresIn, grown, labelsOf, ofKompas } from '../support/figures.ts';
import { payloads } from './traceless-payloads.ts';

const [amira] = team as [(typeof team)[0]];

let bot: TestBot;
beforeAll(async () => {
  bot = await startTestBot({ now: '2026-11-25T11:05:00Z', env: { KOMPAS_METRICS_PORT: '0' } });
});
afterAll(() => bot.stop());

const read = async () => ofKompas(figuresIn(await bot.scrape()));
const anHourLater = () => {
  bot.clock.now = bot.clock.now.add({ hours: 1 });
  return read();
};
/** The bot looks into its queue all the time, whatever anybody does. */
const isOfPeople = (series: string) => !series.includes('table="queue"') && !series.includes('queue_age');
/** What grew, by the names that a label gives it. */
const namesIn = (series: Record<string, number>) => {
  const told = Object.keys(series)
    .filter(isOfPeople)
    .flatMap((one) => Object.entries(labelsOf(one)).filter(([label]) => label !== 'le'));
  return [...new Set(told.map(([label, name]) => `${label} ${name}`))].sort();
};

async function everyTracelessTurn(): Promise<void> {
  for (const [verb, data] of Object.entries(payloads)) await bot.post(tapped(amira, verb, data));
  for (const { say } of bot.features.flatMap(({ phrases }) => phrases).filter(({ traceless }) => traceless))
    await bot.hear(typed(amira, say));
  await bot.hear(typed(amira, 'ik zie het niet meer zitten'));
}

describe('whoever reads the figures for monitoring as often as they like (trust:no-trace)', () => {
  test('sees nothing while people answer, give a signal or are not well', async () => {
    const before = await anHourLater();
    await everyTracelessTurn();
    const meanwhile = grown(before, await read());
    expect(Object.keys(meanwhile).filter(isOfPeople)).toEqual([]);
  });

  test('sees an hour later that there was something, under no name of a feature or a table', async () => {
    const before = await anHourLater();
    await everyTracelessTurn();
    const told = grown(before, await anHourLater());
    expect(told['kompas_turns_total{feature="other"}']).toBeGreaterThan(Object.keys(payloads).length);
    // How many they were, and neither how long they took nor what they asked of storage.
    expect(Object.keys(told).filter(isOfPeople)).toEqual(['kompas_turns_total{feature="other"}']);
  });

  test('sees by no figure of the process that somebody answered', async () => {
    const text = await bot.scrape();
    const known = /^(?:kompas_|process_start_time_seconds |process_resident_memory_bytes |#|$)/;
    expect(text.split('\n').filter((line) => !known.test(line))).toEqual([]);
    const [, memory = ''] = /^process_resident_memory_bytes (\S+)$/m.exec(text) ?? [];
    expect(Number(memory) % (16 * 1_048_576)).toBe(0);
  });

  test('sees the same of an ordinary turn of a feature in which people answer', async () => {
    const before = await anHourLater();
    await bot.hear(typed(amira, 'retro'));
    expect(namesIn(grown(before, await anHourLater())).filter((name) => name.startsWith('feature'))).toEqual([
      'feature other',
    ]);
  });

  test('sees by name what no answer hangs on, so that the first test can fail', async () => {
    const before = await anHourLater();
    await bot.hear(typed(amira, 'wie mag een besluit over bomen nemen?'));
    const names = namesIn(grown(before, await anHourLater()));
    expect(names).toEqual(expect.arrayContaining(['feature mandates', 'table register']));
  });

  test('reads how long turns took in steps of a twentieth of a second, and never exactly', async () => {
    const sums = [...(await read())].filter(([series]) => series.startsWith('kompas_turn_seconds_sum'));
    expect(sums.length).toBeGreaterThan(0);
    for (const [series, sum] of sums) expect(sum * 20, series).toBeCloseTo(Math.round(sum * 20), 6);
  });
});
