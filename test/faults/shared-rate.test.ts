import type { ChildProcess } from 'node:child_process';
import { afterEach, describe, expect, inject, test } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { outcomeTable } from '../../src/delivery/tables.ts';
import { queues } from '../../src/kompas.ts';
import { MONDAY, peopleIn, tally, teamOf } from '../delivery/world.ts';
import { somebody, typed } from '../support/bot.ts';
import { type Connector, startConnector } from '../support/connector.ts';
import { createCore, tables } from '../support/core.ts';
import { testStorage } from '../support/storage.ts';
import { agreed } from '../support/town.ts';
import type { AppProcessOptions } from './app-process.ts';
import { kill, startApp } from './processes.ts';

/** What Teams takes in any second. Two processes that each sent rounds at their full rate would be over it. */
const PER_SECOND = 50;
const ROUNDS_PER_SECOND = 30;
const TEAMS = ['west', 'oost', 'zuid'];
const PEOPLE_A_TEAM = 50;
const PEOPLE = TEAMS.length * PEOPLE_A_TEAM;

const children: ChildProcess[] = [];
let connector: Connector | undefined;

afterEach(async () => {
  await Promise.all(children.splice(0).map(kill));
  await connector?.stop();
});

/** A municipality of 150 people who can be written to, at a connector that takes no more than Teams would. */
async function openMunicipality() {
  const double = await startConnector();
  connector = double;
  double.throttle({ perSecond: PER_SECOND });
  const { storage, prefix } = await testStorage(tables, queues);
  const core = createCore(readConfig({ KOMPAS_LOCAL: 'true' }), storage, () => MONDAY);
  for (const team of TEAMS) {
    await core.settings.saveTeam(teamOf(team));
    // Welcomed before: nothing goes out but the round.
    const people = peopleIn(team, PEOPLE_A_TEAM, double.url);
    await core.people.save(people.map((person) => ({ ...person, welcomed: true })));
  }
  const options: AppProcessOptions = {
    connectionString: inject('connectionString'),
    prefix,
    instant: MONDAY.toString(),
    realMs: Date.now(),
    perSecond: PER_SECOND,
    roundsPerSecond: ROUNDS_PER_SECOND,
    visibilitySeconds: 20,
  };
  return { double, storage, core, options };
}

async function start(options: AppProcessOptions) {
  const app = await startApp(options);
  children.push(app.child);
  return app;
}

/** Somebody types to one of the processes; resolves when that has answered in the chat. */
async function types(url: string, n: number, serviceUrl: string): Promise<void> {
  const { status } = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ serviceUrl, ...typed(somebody(n), 'help') }),
  });
  expect(status).toBe(200);
}

function busiestSecond(times: readonly number[]): number {
  let first = 0;
  return times.reduce((most, time, last) => {
    while ((times[first] ?? 0) <= time - 1_000) first += 1;
    return Math.max(most, last - first + 1);
  }, 0);
}

/** How many of the round of check-ins have an outcome. */
async function recorded({ storage }: Awaited<ReturnType<typeof openMunicipality>>): Promise<number> {
  const rows = await storage.table(outcomeTable).range({});
  return rows.filter(({ partition, row }) => partition.includes('checkin') && row.startsWith('r|')).length;
}

function expectWithinRate({ requests, sent }: Connector): void {
  expect(requests.filter(({ status }) => status === 429)).toEqual([]);
  expect(busiestSecond(sent.map(({ at }) => at))).toBeLessThanOrEqual(PER_SECOND);
}

const members = TEAMS.flatMap((team) =>
  peopleIn(team, PEOPLE_A_TEAM).map(({ address }) => address?.conversation ?? ''),
);

describe('two processes on one storage', () => {
  test('send a round together within the rate of one, everybody once, while people type', async () => {
    const municipality = await openMunicipality();
    const { double, core, options } = municipality;
    const bots = [await start(options), await start(options)];
    await core.settings.changeMunicipality((now) => ({ ...now, ...agreed }));

    const typers = Array.from({ length: 12 }, (_, n) => n + 1);
    for (const n of typers) {
      await double.until(() => double.sent.length >= n * 10);
      await types(bots[n % 2]?.url ?? '', n, double.url);
    }
    await expect.poll(() => recorded(municipality)).toBe(PEOPLE);
    await expect.poll(() => core.store.queue.depth()).toBe(0);

    expectWithinRate(double);
    const everybody = [...members, ...typers.map((n) => `chat-p${n}`)];
    expect(tally(double.sent.map(({ conversation }) => conversation))).toEqual(
      Object.fromEntries(everybody.map((conversation) => [conversation, 1])),
    );
  });

  test('stay within the rate when one is killed halfway and another takes its place, and miss nobody', async () => {
    const municipality = await openMunicipality();
    const { double, core, options } = municipality;
    const [killed] = [await start(options), await start(options)];
    await core.settings.changeMunicipality((now) => ({ ...now, ...agreed }));
    await double.until(() => double.sent.length >= PEOPLE / 2);
    await kill(killed.child);
    await start(options);

    await expect.poll(() => recorded(municipality)).toBe(PEOPLE);
    await expect.poll(() => core.store.queue.depth()).toBe(0);
    expectWithinRate(double);
    // What the killed one had sent and not yet recorded, by four workers at once, goes out again.
    expect(double.sent.length - PEOPLE).toBeLessThanOrEqual(4 * 10);
    expect(new Set(double.sent.map(({ conversation }) => conversation))).toEqual(new Set(members));
  });
});
