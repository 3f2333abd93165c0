import { pino } from 'pino';
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { type App, startApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { schemaKinds } from '../../src/conversation/field.ts';
import { use } from '../../src/features/compose.ts';
import { kompas, openKompasStorage } from '../../src/kompas.ts';
import { PATIENCE_MS } from '../support/patience.ts';
import { wireOfRun } from '../support/wire.ts';
import type { Offered } from './attempts.ts';
import { type Fault, planted } from './planted.ts';

/** What the run tells this process, as JSON in its only argument. */
export interface BotProcessOptions {
  connectionString: string;
  prefix: string;
  /** The moment at which its clock stands still. */
  instant: string;
  /** Instead of all features one that does wrong. */
  fault?: Fault;
}

/** What it tells the run: first what it offers, and after a request how much it keeps in memory. */
export type Told = { port: number; offered: Offered } | { heapBytes: number; isPolluted: boolean };

/** All that somebody can say, tap and search for. */
function offeredBy({ features }: App): Offered {
  const actions = features.flatMap((feature) => Object.entries(feature.actions));
  return {
    says: features.flatMap(({ phrases }) => phrases.map(({ say }) => say)),
    commands: features.flatMap(({ searches }) => Object.keys(searches ?? {})),
    verbs: actions.map(([verb, { schema }]) => ({
      verb,
      payload: z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as object,
      kinds: schemaKinds(schema),
    })),
  };
}

/** Memory in use after everything that can go has gone. */
function heapBytes(): number {
  for (let n = 0; n < 3; n += 1) globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}

/** The whole bot in a process of its own, as it runs on this machine; no rate and no share of turns holds anything up. */
async function run({ connectionString, prefix, instant, fault }: BotProcessOptions): Promise<void> {
  const features = fault ? [use(planted(fault))] : kompas;
  const storage = await openKompasStorage({ connectionString }, { prefix, attemptMs: PATIENCE_MS });
  const app = await startApp({
    config: readConfig({
      KOMPAS_LOCAL: 'true',
      ...wireOfRun,
      PORT: '0',
      SEND_PER_SECOND: '10000',
      ROUNDS_PER_SECOND: '10000',
      // Else a sender would soon be refused, since the clock stands still, and nothing behind that would be tried.
      TURNS_PER_MINUTE: '1000000',
    }),
    storage,
    log: pino({ level: 'error', base: undefined, timestamp: false }),
    now: () => Temporal.Instant.from(instant),
    alone: true,
    features,
    engine: { parallel: 1, tickMs: Number.POSITIVE_INFINITY },
  });
  process.on('message', () => {
    const isPolluted = 'polluted' in {};
    process.send?.({ heapBytes: heapBytes(), isPolluted } satisfies Told);
  });
  process.send?.({ port: app.port, offered: offeredBy(app) } satisfies Told);
}

await run(JSON.parse(process.argv[2] ?? '{}') as BotProcessOptions);
