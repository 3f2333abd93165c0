import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { Temporal } from 'temporal-polyfill';
import { defaultSchedule } from '../src/calendar/schedule.ts';
import { readConfig } from '../src/config.ts';
import { openKompasStorage } from '../src/kompas.ts';
import { emptyMunicipality } from '../src/people/municipality.ts';
import { createServices } from '../src/services.ts';
import { startOwnAzurite } from '../src/storage/index.ts';
import { startConnectorProcess } from './connector.ts';

export interface FloodBenchOptions {
  /** How long each of the three parts takes. */
  seconds: number;
}

/** Milliseconds of somebody else's tap, from request to answer: half of them are faster, and 99 of 100. */
interface Taps {
  p50: number;
  p99: number;
}

/** A Wednesday evening: the check-in is open, and it is too late for rounds, so that nothing is sent but answers. */
const EVENING = Temporal.Instant.from('2026-11-25T18:30:00Z');
const PERIOD = '2026-W48';
const TEAM = 'objecten-west';
/** A tap each quarter of a second, of so many colleagues in turn: none of them is faster than a person. */
const TAP_MS = 250;
const COLLEAGUES = 8;
const START_MS = 60_000;

interface Sender {
  id: string;
  account: string;
}

/** A made-up colleague: 0 is the one who sends too much. */
const sender = (n: number): Sender => ({
  id: `p${n}`,
  account: `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
});

/** A team that may check in. */
async function seed(connectionString: string): Promise<void> {
  const storage = await openKompasStorage({ connectionString });
  const config = readConfig({ KOMPAS_LOCAL: 'true' });
  const { people, settings } = createServices(config, storage, () => EVENING);
  const decision = { date: '2026-09-01', reference: 'bench' };
  await settings.changeMunicipality(() => ({ ...emptyMunicipality, consent: decision, dpia: decision }));
  await settings.saveTeam({ key: TEAM, name: 'Objecten West', schedule: defaultSchedule });
  const everybody = Array.from({ length: COLLEAGUES + 1 }, (_, n) => sender(n));
  await people.save(
    everybody.map(({ id, account }) => ({
      id,
      name: `Mens ${id}`,
      upn: `${id}@gemeente.example`,
      team: TEAM,
      directoryId: account,
      access: ['medewerker'],
      workdays: ['ma', 'di', 'wo', 'do', 'vr'],
      checkins: true,
      reach: 'none',
      source: 'import',
      welcomed: true,
    })),
  );
}

/** Kompas as it runs on this machine, in a process of its own; `told` counts how often a sender was told to wait. */
async function startKompas(folder: string, connectionString: string) {
  const offset = Math.round((EVENING.epochMilliseconds - Date.now()) / 1_000);
  await writeFile(join(folder, 'clock-offset'), `${offset}`);
  const main = new URL('../src/main.ts', import.meta.url).pathname;
  const child: ChildProcess = spawn(process.execPath, [main], {
    // Not where somebody's own `.env` may be.
    cwd: folder,
    env: {
      PATH: process.env.PATH,
      KOMPAS_LOCAL: 'true',
      PORT: '0',
      DATA_FOLDER: folder,
      STORAGE_CONNECTION_STRING: connectionString,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let told = 0;
  const port = await new Promise<number>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('Kompas does not start')), START_MS);
    child.once('exit', (code) => reject(new Error(`Kompas ended with ${code}`)));
    if (!child.stdout) return;
    createInterface(child.stdout).on('line', (line) => {
      if (line.includes('too many turns of one sender')) told += 1;
      if (!line.includes('"listening"')) return;
      clearTimeout(timer);
      resolve((JSON.parse(line) as { port: number }).port);
    });
  });
  return {
    url: `http://127.0.0.1:${port}/api/messages`,
    told: () => told,
    stop: async () => {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** What Teams sends for somebody in their own chat. */
function activityOf({ id, account }: Sender, serviceUrl: string, what: object): string {
  return JSON.stringify({
    id: `${Math.random()}`,
    channelId: 'msteams',
    serviceUrl,
    from: { id: `29:${id}`, name: `Mens ${id}`, aadObjectId: account },
    recipient: { id: '28:kompas', name: 'Kompas' },
    conversation: { id: `a:${id}`, conversationType: 'personal' },
    ...what,
  });
}

const message = { type: 'message', text: 'help' };
const tap = (score: number) => ({
  type: 'invoke',
  name: 'adaptiveCard/action',
  value: { action: { type: 'Action.Execute', verb: 'checkin.answer', data: { period: PERIOD, score } } },
});

/** Posts an activity; throws when the bot does not take it. Gives its answer. */
async function post(url: string, body: string): Promise<string> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  });
  const text = await response.text();
  if (response.status !== 200) throw new Error(`the bot answered ${response.status}`);
  return text;
}

/** Does something so often, evenly over the time, without waiting for what was done before; gives all that came of it. */
async function evenly<R>(count: number, seconds: number, work: (n: number) => Promise<R>): Promise<R[]> {
  const started = performance.now();
  const begun: Promise<R>[] = [];
  for (let n = 0; n < count; n += 1) {
    const wait = started + (n * seconds * 1_000) / count - performance.now();
    if (wait > 0) await delay(wait);
    begun.push(work(n));
  }
  return Promise.all(begun);
}

function tapsOf(times: readonly number[]): Taps {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (part: number) => Math.round(sorted[Math.ceil(part * sorted.length) - 1] ?? Number.NaN);
  return { p50: at(0.5), p99: at(0.99) };
}

/**
 * Somebody answers the check-in each quarter of a second while one sender posts no messages, a thousand and six thousand a
 * minute to the same process, over HTTP, with Azurite and the connector in processes of their own. `refused` counts the
 * messages of that sender that were not run.
 */
export async function benchFlood({ seconds }: FloodBenchOptions) {
  const folder = await mkdtemp(join(tmpdir(), 'kompas-bench-'));
  const azurite = await startOwnAzurite(join(folder, 'azurite'));
  const connector = await startConnectorProcess();
  try {
    await seed(azurite.connectionString);
    const kompas = await startKompas(folder, azurite.connectionString);
    try {
      const send = (who: Sender, what: object) => post(kompas.url, activityOf(who, connector.url, what));
      const tapped = async (n: number): Promise<number> => {
        const started = performance.now();
        const answer = await send(sender(1 + (n % COLLEAGUES)), tap(1 + (n % 5)));
        if (answer.includes('Even geduld')) throw new Error('somebody else was refused');
        return performance.now() - started;
      };
      const flooded = async (perMinute: number): Promise<Taps> => {
        const [times] = await Promise.all([
          evenly(Math.ceil((seconds * 1_000) / TAP_MS), seconds, tapped),
          evenly(Math.round((perMinute / 60) * seconds), seconds, () => send(sender(0), message)),
        ]);
        return tapsOf(times);
      };
      // A process that has just started has not compiled or cached anything yet.
      for (let n = 0; n < 2 * COLLEAGUES; n += 1) await tapped(n);
      const quiet = await flooded(0);
      const perMinute1000 = await flooded(1_000);
      const perMinute6000 = await flooded(6_000);
      const sent = Math.round((1_000 / 60) * seconds) + Math.round((6_000 / 60) * seconds);
      const { delivered } = await connector.tally();
      return {
        bench: 'flood',
        quiet,
        perMinute1000,
        perMinute6000,
        refused: sent - delivered + kompas.told(),
      };
    } finally {
      await kompas.stop();
    }
  } finally {
    await connector.stop();
    await azurite.stop();
    await rm(folder, { recursive: true, force: true });
  }
}
