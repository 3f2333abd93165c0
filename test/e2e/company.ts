import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TableClient, TableServiceClient } from '@azure/data-tables';
import { pino } from 'pino';
import { inject } from 'vitest';
import { demoPeople, playgroundUser } from '../../demo/people.ts';
import { type Playground, startPlayground } from '../../demo/playground.ts';
import { seedDemo } from '../../demo/seed.ts';
import { type App, startApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { openKompasStorage } from '../../src/kompas.ts';
import { refuseAsAzure } from '../support/azure-limits.ts';
import type { TestClock } from '../support/clock.ts';
import { type Core, coreOf } from '../support/core.ts';
import { onFreePort } from '../support/listen.ts';
import { PATIENCE_MS } from '../support/patience.ts';
import { wireOfRun } from '../support/wire.ts';

/** The demo municipality, running: the bot on a clock of the test's, and a Playground for each person who takes part. */
export interface Company {
  app: App;
  core: Core;
  logs: string[];
  openAs(name: string): Promise<Playground>;
  /** Every row of every table of this company, by table. */
  dump(): Promise<Record<string, Record<string, unknown>[]>>;
  stop(): Promise<void>;
}

/**
 * Starts the demo municipality on the run's Azurite, with tables of its own; or an installation in which nobody and nothing is, for these
 * first administrators (directory ids).
 */
export async function startCompany(
  clock: TestClock,
  { emptyFor }: { emptyFor?: readonly string[] } = {},
): Promise<Company> {
  const connectionString = inject('connectionString');
  const prefix = `e${randomBytes(5).toString('hex')}`;
  const dataDir = await mkdtemp(join(tmpdir(), 'kompas-e2e-'));
  const logs: string[] = [];
  const storage = await openKompasStorage(
    { connectionString },
    { prefix, attemptMs: PATIENCE_MS, onRequest: refuseAsAzure },
  );
  // A port that is known beforehand, so that the links in cards lead here.
  const app = await onFreePort((port) =>
    startApp({
      config: readConfig({
        KOMPAS_LOCAL: 'true',
        ...wireOfRun,
        PORT: `${port}`,
        KOMPAS_ADMINISTRATORS: (emptyFor ?? []).join(','),
      }),
      storage,
      log: pino({ base: undefined }, { write: (line) => void logs.push(line) }),
      now: clock.now,
      engine: { tickMs: 200, idleMs: 300, looksAtAll: true },
      // A machine that does much else answers late: what is late is tried elsewhere.
      invokeMs: PATIENCE_MS,
    }),
  );
  if (!emptyFor) await seedDemo(app.services, app.opened);
  const playgrounds: Playground[] = [];

  return {
    app,
    core: coreOf(app),
    logs,
    openAs: async (name) => {
      const people = demoPeople();
      const me = people.find((person) => person.name === name);
      if (!me) throw new Error(`nobody is called ${name}`);
      const playground = await startPlayground({
        port: 0,
        endpoint: `http://localhost:${app.port}/api/messages`,
        dataDir: join(dataDir, me.id),
        me: playgroundUser(me),
        others: people
          .filter(({ id }) => id !== me.id)
          .slice(0, 5)
          .map(playgroundUser),
        tenantId: 'local',
        teamName: me.teamName,
        channelName: 'Werkoverleg',
      });
      playgrounds.push(playground);
      return playground;
    },
    dump: async () => {
      const service = TableServiceClient.fromConnectionString(connectionString, {
        allowInsecureConnection: true,
      });
      const found: Record<string, Record<string, unknown>[]> = {};
      for await (const { name } of service.listTables()) {
        if (!name?.startsWith(prefix)) continue;
        const client = TableClient.fromConnectionString(connectionString, name, {
          allowInsecureConnection: true,
        });
        found[name.slice(prefix.length)] = await Array.fromAsync(client.listEntities());
      }
      return found;
    },
    stop: async () => {
      await Promise.all(playgrounds.map((playground) => playground.stop()));
      await app.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
