import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { everybodyAnywhere } from '../../src/conversation/needs.ts';
import { action } from '../../src/conversation/offer.ts';
import { PLANNING } from '../../src/delivery/engine.ts';
import { type Entry, use } from '../../src/features/compose.ts';
import type { FeatureModule } from '../../src/features/module.ts';
import { kompas } from '../../src/kompas.ts';
import {
  chatOf,
  imported,
  type Somebody,
  startTestBot,
  type TestBot,
  tapped,
  team,
  typed,
} from '../support/bot.ts';
import { type Behaviour, gone } from '../support/connector.ts';
import { figuresIn, labelsOf, ofKompas } from '../support/figures.ts';
import { patience } from '../support/patience.ts';

const [amira, bas, chris] = team as [Somebody, Somebody, Somebody];

const wait: Behaviour = { do: 'answer', status: 429 };
const fail = async () => {
  throw new Error('broken');
};
/** A feature of which a tap and a job fail. */
const broken: FeatureModule = {
  name: 'broken',
  tables: [],
  open: () => undefined,
  offer: () => ({
    phrases: [],
    actions: { 'broken.tap': action(z.object({}), fail, { needs: everybodyAnywhere }) },
    jobs: [{ name: 'broken-job', when: 'always', run: fail }],
  }),
};

/** A Monday morning on which the cards of the check-in are due. */
async function monday(features: readonly Entry[] = kompas): Promise<TestBot> {
  const bot = await startTestBot({
    now: '2026-11-23T09:05:00Z',
    env: { KOMPAS_METRICS_PORT: '0' },
    features,
  });
  await bot.core.people.save(
    team.map((who) =>
      imported(who, { reach: 'open', welcomed: true, address: chatOf(who, bot.connector.url) }),
    ),
  );
  return bot;
}

describe('the figures of a running Kompas', () => {
  let bot: TestBot;
  let figures: Map<string, number>;
  const read = async () => figuresIn(await bot.scrape());

  beforeAll(async () => {
    bot = await monday();
    bot.connector.behave(gone, `chat-${bas.id}`);
    await bot.tick();
    await vi.waitUntil(async () => (await bot.core.store.queue.depth()) === 0, patience);
    await bot.hear(typed(amira, 'wie mag een besluit over bomen nemen?'));
    await bot.hear(typed(chris, 'mijn werkdagen'));
    await bot.post(tapped(amira, 'checkin.open', { period: '2026-W48' }));
    bot.clock.now = bot.clock.now.add({ hours: 1 });
    figures = await read();
  });
  afterAll(() => bot.stop());

  test('tell what became of a round, by its name', () => {
    const cards = (result: string) =>
      figures.get(`kompas_round_messages_total{round="checkin-card",result="${result}"}`);
    expect(cards('sent')).toBe(team.length - 1);
    expect(cards('blocked')).toBe(1);
    expect(cards('gave-up')).toBe(0);
  });

  test('count turns, and tell how long they took where nobody says anything of themselves', () => {
    expect(figures.get('kompas_turns_total{feature="mandates"}')).toBe(1);
    expect(figures.get('kompas_turns_total{feature="other"}')).toBe(2);
    expect(figures.get('kompas_turn_seconds_count{feature="mandates"}')).toBe(1);
    expect(figures.get('kompas_turn_seconds_count{feature="other"}')).toBeUndefined();
    expect(figures.get('kompas_turns_failed_total')).toBe(0);
  });

  test('count ticks and jobs', () => {
    expect(figures.get('kompas_ticks_total')).toBe(1);
    for (const job of [PLANNING, 'retention', 'chats', 'watch-queue']) {
      expect(figures.get(`kompas_job_seconds_count{name="${job}"}`), job).toBe(1);
      expect(figures.get(`kompas_jobs_failed_total{name="${job}"}`), job).toBe(0);
    }
  });

  test('count requests to storage by table, and those to the queue', () => {
    const asked = (table: string) => figures.get(`kompas_storage_requests_total{table="${table}"}`) ?? 0;
    for (const table of ['register', 'settings', 'occurrences', 'queue'])
      expect(asked(table), table).toBeGreaterThan(0);
    expect(asked('roletasks')).toBe(0);
  });

  test('tell how the process is', () => {
    for (const name of ['process_start_time_seconds', 'process_resident_memory_bytes'])
      expect(figures.get(name), name).toBeGreaterThan(0);
  });

  test('have no label that is not in a list of the code', () => {
    const features = kompas.map(({ module }) => module.name);
    const lists: Record<string, readonly string[]> = {
      feature: [...features, 'other'],
      round: [...bot.app.planner.rounds.map(({ name }) => name), 'other'],
      result: ['sent', 'skipped', 'blocked', 'refused', 'gave-up', 'late'],
      reason: ['failed', 'unfinished', 'not readable'],
      lane: ['round', 'people'],
      name: [PLANNING, 'retention', 'watch-morning', 'watch-queue', 'rosters', 'chats'].concat(
        bot.features.flatMap(({ jobs = [] }) => jobs.map(({ name }) => name)),
      ),
      table: [...bot.storage.definitions.map(({ name }) => name), 'queue'],
      le: ['+Inf', ...[0.1, 0.25, 0.5, 1, 2.5, 5, 15, 60, 300].map(String)],
    };
    const labels = [...ofKompas(figures).keys()].flatMap((series) => Object.entries(labelsOf(series)));
    expect(new Set(labels.map(([label]) => label))).toEqual(new Set(Object.keys(lists)));
    expect(labels.filter(([label, name]) => !lists[label]?.includes(name))).toEqual([]);
  });

  test('name nobody', async () => {
    const text = await bot.scrape();
    for (const { id, name, upn, account, user } of team)
      for (const trace of [`"${id}"`, name, upn, account, user, `chat-${id}`])
        expect(text).not.toContain(trace);
    expect(text).not.toMatch(/objecten|gemeente test|local/i);
  });

  test('are read on a port of their own, and nothing else is', async () => {
    const at = `http://127.0.0.1:${bot.app.metricsPort}`;
    expect(bot.app.metricsPort).not.toBe(bot.port);
    const answer = await fetch(`${at}/metrics`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/);
    expect(await answer.text()).toContain('kompas_ticks_total 1');
    expect((await fetch(`${at}/metrics`, { method: 'HEAD' })).status).toBe(200);
    expect((await fetch(`${at}/metrics`, { method: 'POST' })).status).toBe(405);
    for (const path of ['/', '/healthz', '/api/messages', '/metrics/x']) {
      const { status } = await fetch(at + path);
      expect(status, path).toBe(404);
    }
    expect((await bot.http('/metrics')).status).toBe(404);
  });
});

describe('what goes wrong', () => {
  let bot: TestBot;
  beforeAll(async () => {
    bot = await monday([...kompas, use(broken)]);
  });
  afterAll(() => bot.stop());

  const read = async () => figuresIn(await bot.scrape());
  const throttled = async () => {
    const figures = await read();
    const of = (lane: string) => figures.get(`kompas_throttled_total{lane="${lane}"}`);
    return { people: of('people'), round: of('round') };
  };
  /** Everything that is due then is sent. */
  const goOut = async (now: string) => {
    bot.clock.now = Temporal.Instant.from(now);
    await bot.tick();
    await vi.waitUntil(async () => (await bot.core.store.queue.depth()) === 0, patience);
  };

  test('is counted at once: an answer that Teams does not take yet', async () => {
    bot.connector.behave([wait], 'chat-p1');
    await bot.hear(typed(amira, 'mijn werkdagen'));
    expect(await throttled()).toEqual({ people: 1, round: 0 });
  });

  test('is counted at once: a card that Teams does not take yet', async () => {
    bot.connector.behave([wait], 'chat-p1');
    await goOut('2026-11-23T09:05:00Z');
    expect(await throttled()).toEqual({ people: 1, round: 1 });
  });

  test('is not counted of a reminder, which goes only to who did not answer (trust:no-trace)', async () => {
    for (const { id } of team) bot.connector.behave([wait], `chat-${id}`);
    const before = bot.connector.requests.length;
    for (const day of ['24', '25', '26', '27']) await goOut(`2026-11-${day}T09:05:00Z`);
    expect(bot.connector.requests.slice(before).filter(({ status }) => status === 429)).not.toEqual([]);
    expect(await throttled()).toEqual({ people: 1, round: 1 });
  });

  test('is counted at once: a turn that fails, and a job', async () => {
    await bot.post(tapped(amira, 'broken.tap', {}));
    expect((await read()).get('kompas_turns_failed_total')).toBe(1);
    expect((await read()).get('kompas_jobs_failed_total{name="broken-job"}')).toBeGreaterThan(0);
  });
});

test('there are none where nobody asked for them', async () => {
  const bot = await startTestBot();
  try {
    expect(bot.app.metricsPort).toBeUndefined();
  } finally {
    await bot.stop();
  }
});
