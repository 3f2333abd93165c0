import { pino } from 'pino';
import { startApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { openKompasStorage, queues, tablesOf } from '../../src/kompas.ts';
import { createServices } from '../../src/services.ts';
import { memoryStorage } from './memory.ts';
import { EVENING, seed } from './town.ts';

/**
 * Kompas as it runs, but for its clock, which stands still, and the moment of its rounds, which never comes. Storage is Azurite
 * where the first argument is a connection string, and else the memory of this process. Tells how many requests storage got
 * since it was last asked.
 */
const [connectionString = ''] = process.argv.slice(2);
const config = readConfig({ KOMPAS_LOCAL: 'true', PORT: '0', TURNS_PER_MINUTE: '1000000' });
let requests = 0;
const onRequest = () => {
  requests += 1;
};
const storage = connectionString
  ? await openKompasStorage({ connectionString }, { onRequest })
  : memoryStorage(tablesOf(), queues);
const now = () => EVENING;
await seed(createServices(config, storage, now));
const app = await startApp({
  config,
  storage,
  log: pino({ level: 'info' }, { write: () => {} }),
  now,
  alone: true,
  engine: { tickMs: Number.POSITIVE_INFINITY, idleMs: 3_600_000 },
});
process.on('message', () => {
  process.send?.({ requests, rss: process.memoryUsage().rss });
  requests = 0;
});
process.on('disconnect', () => process.exit(0));
process.send?.({ port: app.port });
