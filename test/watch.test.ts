import { pino } from 'pino';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { planDue } from '../src/delivery/planner.ts';
import { logLines } from '../src/log-lines.ts';
import { emptyMunicipality } from '../src/people/municipality.ts';
import { watchJobs } from '../src/watch.ts';
import { testRound, type World, world } from './delivery/world.ts';
import { installation, startTestBot, team, typed } from './support/bot.ts';
import { runAt } from './support/clock-job.ts';

/** A Monday. */
const DAY = '2026-11-30';
const onTheDay = (time: string) => Temporal.Instant.from(`${DAY}T${time}:00+01:00`);

/** Due for every team from nine in the morning. */
const atNine = testRound({
  due: ({ team, now }) =>
    Temporal.Instant.compare(now, onTheDay('09:00')) >= 0
      ? { round: 'news', team: team.key, period: '2026-W49', day: DAY, until: onTheDay('18:00') }
      : undefined,
});

/** The jobs of one instance, and the lines that it wrote. */
function watching({ core }: World) {
  const written: string[] = [];
  const log = pino({ base: undefined, timestamp: false }, { write: (line: string) => written.push(line) });
  const jobs = watchJobs({ store: core.store, rounds: [atNine] }, log);
  return {
    jobs,
    at: (now: Temporal.Instant, surroundings = {}) => runAt(jobs, core, now, surroundings),
    lines: (msg: string) => written.map((line) => JSON.parse(line)).filter((line) => line.msg === msg),
  };
}

const teams = [
  { name: 'west', people: 35 },
  { name: 'oost', people: 2 },
];

describe('before ten Kompas says in its log', () => {
  test('that all that was due was planned, once a day, whatever number of instances look', async () => {
    const here = await world(teams, [atNine]);
    await planDue(here.planner, onTheDay('09:00'));
    const watch = watching(here);
    await watch.at(onTheDay('09:39'));
    expect(watch.lines(logLines.morning)).toEqual([]);
    await Promise.all([1, 2, 3].map(() => watch.at(onTheDay('09:40'))));
    await watch.at(onTheDay('09:59'));
    expect(watch.lines(logLines.morning)).toMatchObject([{ due: 2, unplanned: 0, messages: 3 }]);
  });

  test('how much of it was not planned', async () => {
    const watch = watching(await world(teams, [atNine]));
    await watch.at(onTheDay('09:40'));
    expect(watch.lines(logLines.morning)).toMatchObject([{ due: 2, unplanned: 2, messages: 0 }]);
  });

  test('that nothing is due before consent, on a Saturday as well', async () => {
    const watch = watching(await world(teams, [atNine]));
    const noConsent = async () => ({ municipality: emptyMunicipality, teams: [], ended: [] });
    await watch.at(onTheDay('09:40').add({ hours: 5 * 24 }), { readSettings: noConsent });
    expect(watch.lines(logLines.morning)).toMatchObject([{ due: 0, unplanned: 0 }]);
  });

  test('how many days Kompas writes with its key', async () => {
    const here = await world(teams, [atNine]);
    await here.core.settings.changeMunicipality((now) => ({ ...now, keyFrom: '2025-11-29' }));
    const watch = watching(here);
    await watch.at(onTheDay('09:45'));
    expect(watch.lines(logLines.morning)).toMatchObject([{ keyDays: 366 }]);
  });
});

test('a message that nobody takes for fifteen minutes is told, at most once in five', async () => {
  const here = await world(teams, [atNine]);
  await here.core.store.queue.send('waits');
  const since = (await here.core.store.queue.oldest())?.getTime() ?? 0;
  const after = (minutes: number) => Temporal.Instant.fromEpochMilliseconds(since + minutes * 60_000);
  const watch = watching(here);
  await watch.at(after(14));
  expect(watch.lines(logLines.queueLate)).toEqual([]);
  for (const minutes of [19, 20, 21, 24]) await watch.at(after(minutes));
  expect(watch.lines(logLines.queueLate).map(({ minutes }) => minutes)).toEqual([19, 24]);
});

test('the running bot writes the lines of a morning, a round and a turn, and since when it has its key', async () => {
  const bot = await startTestBot({
    now: '2026-11-30T09:00:00+01:00',
    byTheClock: true,
    seed: ({ settings }) =>
      settings.saveTeam({
        key: 'objecten-west',
        name: 'Objecten West',
        schedule: { everyWeeks: 1, anchor: '2026-01-05', day: 'ma', time: '09:00' },
      }),
  });
  try {
    const [who] = team;
    if (!who) throw new Error('nobody in the team');
    await bot.post(installation(who, 'add'));
    await bot.tick();
    const said = (msg: string) =>
      bot.lines.map((line) => JSON.parse(line)).filter((line) => line.msg === msg);
    await expect.poll(() => said(logLines.round).length).toBeGreaterThan(0);
    expect(said(logLines.round)[0]).toMatchObject({ results: expect.any(Object), left: 0 });
    bot.clock.now = bot.clock.now.add({ minutes: 45 });
    await bot.tick();
    expect(said(logLines.morning)).toMatchObject([{ unplanned: 0, keyDays: 0 }]);
    await bot.post(typed(who, 'help'));
    expect(said(logLines.turn)).toHaveLength(1);
  } finally {
    await bot.stop();
  }
});
