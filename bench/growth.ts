import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { type App, startApp } from '../src/app.ts';
import { readConfig } from '../src/config.ts';
import { openKompasStorage, queues, tablesOf } from '../src/kompas.ts';
import { createServices } from '../src/services.ts';
import { type Storage, startOwnAzurite } from '../src/storage/index.ts';
import { registerOfWeeks, weekOfAll, weekOfTeam } from './growth/past.ts';
import { pileFor } from './growth/pile.ts';
import { memoryQueue, type Name, type Thing, thingsOf } from './growth/things.ts';
import { NOW, otherTeam, seedTown, teams } from './growth/town.ts';
import { memoryStorage } from './inbound/memory.ts';

export interface GrowthBenchOptions {
  /** How often each is timed; the middle one counts. */
  rounds: number;
}

/** So many weeks of the two teams, and a week of so many other teams. */
const SIZES = [1, 10, 100, 1_000] as const;
/** Done so often before anything is timed or counted: what has just started has compiled and remembered nothing yet. */
const WARM_UP = 3;
/** How long a request to Azurite may take, in milliseconds. */
const PATIENCE_MS = 60_000;

/** What storage was asked, and what it gave. */
export interface Asked {
  requests: number;
  /** Of those, the ones that look through a whole table: no partition is named. */
  scans: number;
}

/** Counts requests to storage. */
export function counter() {
  const asked: Asked = { requests: 0, scans: 0 };
  return {
    onRequest: ({ method, url }: { method: string; url: string }) => {
      asked.requests += 1;
      const filter = new URL(url).searchParams.get('$filter') ?? '';
      if (method === 'GET' && url.includes('()') && !filter.includes('PartitionKey')) asked.scans += 1;
    },
    during: async (work: () => Promise<unknown>): Promise<Asked> => {
      Object.assign(asked, { requests: 0, scans: 0 });
      await work();
      return { ...asked };
    },
  };
}

/**
 * Gives the two teams so many weeks that are over, as far as those are kept, and puts a week of so many other teams beside them. What is
 * there already is written again.
 */
export async function growTo(storage: Storage, weeks: number, others = weeks): Promise<void> {
  const services = createServices(configOf(), storage, () => NOW);
  const pile = pileFor(services.storage);
  for (let back = 1; back <= weeks; back += 1) {
    for (const team of teams) weekOfTeam(pile, services, team, back);
    weekOfAll(pile, services, back);
  }
  for (let n = 1; n <= others; n += 1) weekOfTeam(pile, services, otherTeam(n), 1);
  await pile.write();
  await registerOfWeeks(services, weeks);
}

const configOf = () => readConfig({ KOMPAS_LOCAL: 'true', PORT: '0', TURNS_PER_MINUTE: '1000000' });

/** The two teams, with nothing behind them. */
export const settle = (storage: Storage) => seedTown(createServices(configOf(), storage, () => NOW));

/** Kompas as it runs, but for its clock, which stands still. Nothing is sent. */
export const open = (storage: Storage): Promise<App> =>
  startApp({
    config: configOf(),
    storage,
    log: pino({ level: 'silent' }),
    now: () => NOW,
    alone: true,
    engine: { parallel: 0, tickMs: Number.POSITIVE_INFINITY },
  });

/** What each thing asks of storage once it was done before; of Azure Tables or what answers as it does. */
export async function countsOf(
  storage: Storage,
  weeks: number,
  count: ReturnType<typeof counter>,
): Promise<Record<Name, Asked>> {
  const app = await open(storage);
  try {
    const things = Object.entries(thingsOf(app, storage, weeks)) as [Name, Thing][];
    const counts: [Name, Asked][] = [];
    for (const [name, { run, again }] of things) {
      // Twice: what is written in an import goes at the third one.
      for (let n = 0; n < WARM_UP; n += 1) {
        await run();
        await again?.();
      }
      counts.push([name, await count.during(run)]);
      await again?.();
      await app.idle();
    }
    return Object.fromEntries(counts) as Record<Name, Asked>;
  } finally {
    await app.stop();
  }
}

/** Those counts for each of these sizes: weeks, and other teams. */
async function counted(sizes: readonly (readonly [number, number])[]): Promise<Record<Name, Asked>[]> {
  const folder = await mkdtemp(join(tmpdir(), 'kompas-bench-'));
  const azurite = await startOwnAzurite(join(folder, 'azurite'));
  try {
    const each: Record<Name, Asked>[] = [];
    for (const [weeks, others] of sizes) {
      const count = counter();
      const { connectionString } = azurite;
      const storage = await openKompasStorage(
        { connectionString },
        { prefix: `w${weeks}o${others}`, onRequest: count.onRequest, attemptMs: PATIENCE_MS },
      );
      await settle(storage);
      await growTo(storage, weeks, others);
      each.push(await countsOf(storage, weeks, count));
    }
    return each;
  } finally {
    await azurite.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

const middle = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** How long each takes, in milliseconds of the processor; all sizes in turn, so that what else the machine does is in all of them. */
async function timed(rounds: number): Promise<Record<Name, number[]>> {
  const apps: { app: App; things: Record<Name, Thing> }[] = [];
  for (const weeks of SIZES) {
    const queue = memoryQueue();
    const storage = { ...memoryStorage(tablesOf(), queues), queue: () => queue };
    await settle(storage);
    await growTo(storage, weeks);
    const app = await open(storage);
    apps.push({ app, things: thingsOf(app, storage, weeks) });
  }
  try {
    const names = Object.keys(apps[0]?.things ?? {}) as Name[];
    const middles: [Name, number[]][] = [];
    for (const name of names) {
      const times = apps.map((): number[] => []);
      for (let round = -WARM_UP; round < rounds; round += 1)
        for (const [n, { things }] of apps.entries()) {
          const { run, again } = things[name];
          const started = process.cpuUsage();
          await run();
          const { user, system } = process.cpuUsage(started);
          if (round >= 0) times[n]?.push((user + system) / 1_000);
          await again?.();
        }
      middles.push([name, times.map(middle)]);
    }
    return Object.fromEntries(middles) as Record<Name, number[]>;
  } finally {
    await Promise.all(apps.map(({ app }) => app.stop()));
  }
}

/**
 * What cards and an import cost while history piles up: two teams of ten and a register of fifty, with 1, 10, 100 and 1,000 weeks behind
 * them as far as those are kept, and as many other teams that left a week in the same tables. `requests` are those to storage, on
 * Azurite, and `ofTime` those with 1,000 weeks and one other team; `scans` the ones of `requests` that name no partition; `ratio` the
 * time of the processor beside that with one week, in the same run, with storage in memory.
 */
export async function benchGrowth({ rounds }: GrowthBenchOptions) {
  const each = await counted([...SIZES.map((size) => [size, size] as const), [SIZES[3], 1]]);
  const [sizes, alone] = [each.slice(0, SIZES.length), each.at(-1)];
  const times = await timed(rounds);
  const parts = (Object.keys(times) as Name[]).map((name) => {
    const [first = Number.NaN] = times[name];
    return [
      name,
      {
        requests: sizes.map((counts) => counts[name].requests),
        ofTime: alone?.[name].requests,
        scans: sizes.map((counts) => counts[name].scans),
        ratio: times[name].map((time) => Number((time / first).toFixed(2))),
      },
    ];
  });
  return { bench: 'growth', ...Object.fromEntries(parts) };
}
