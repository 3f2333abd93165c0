import { pino } from 'pino';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type App, startApp } from '../../src/app.ts';
import { defaultSchedule } from '../../src/calendar/schedule.ts';
import { readConfig } from '../../src/config.ts';
import { queues, tablesOf } from '../../src/kompas.ts';
import { createServices } from '../../src/services.ts';
import { asked, testStorage } from '../support/storage.ts';
import { wireOfRun } from '../support/wire.ts';

const TEAMS = 300;
const TICKS_A_MINUTE = 2;
/** Of ten requests a minute the look into the queue, every twenty seconds, takes three. */
const MOST_A_MINUTE = 7;

let app: App;
let requests: Awaited<ReturnType<typeof testStorage>>['requests'];
let now = Temporal.Instant.from('2026-11-24T02:00:00Z');

beforeAll(async () => {
  const made = await testStorage(tablesOf(), queues);
  requests = made.requests;
  const config = readConfig({ KOMPAS_LOCAL: 'true', ...wireOfRun, PORT: '0' });
  const { settings } = createServices(config, made.storage, () => now);
  const decision = { date: '2026-09-01', reference: 'OR-1' };
  await settings.changeMunicipality((before) => ({ ...before, consent: decision, dpia: decision }));
  for (let n = 0; n < TEAMS; n += 20)
    await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        settings.saveTeam({ key: `team-${n + i}`, name: `Team ${n + i}`, schedule: defaultSchedule }),
      ),
    );
  app = await startApp({
    config,
    storage: made.storage,
    log: pino({ level: 'silent' }),
    now: () => now,
    alone: true,
    engine: { parallel: 0, tickMs: Number.POSITIVE_INFINITY },
  });
});
afterAll(() => app.stop());

test.each([
  ['in the night', '2026-11-24T03:00:00Z'],
  ['while a check-in is open, and the cards are out', '2026-11-25T12:40:00Z'],
  ['after it closed', '2026-11-27T16:40:00Z'],
  ['in the weekend', '2026-11-28T10:00:00Z'],
])('three hundred teams in which nothing is due ask little of storage: %s', async (_when, moment) => {
  now = Temporal.Instant.from(moment);
  // What came due since the last moment is done first, and each process looks once whether it is.
  for (const _ of [1, 2, 3]) {
    await app.tick();
    now = now.add({ seconds: 30 });
  }
  requests.length = 0;
  const minutes = 20;
  for (let n = 0; n < minutes * TICKS_A_MINUTE; n += 1) {
    await app.pacedTick();
    now = now.add({ seconds: 60 / TICKS_A_MINUTE });
  }
  expect(requests.length, asked(requests).join('\n')).toBeLessThanOrEqual(minutes * MOST_A_MINUTE);
});
