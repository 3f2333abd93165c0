import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startOwnAzurite } from '../src/storage/index.ts';
import { accountOf, PEOPLE, PERIOD } from './inbound/town.ts';

export interface InboundBenchOptions {
  /** How often each is driven in turn; the middle one counts. */
  rounds: number;
  /** Taps of each round. */
  taps: number;
}

/** So many taps are on their way at once. */
const AT_ONCE = 16;
/** Before anything is measured: what has just started has compiled and remembered nothing yet. */
const WARM_UP = 1_500;

/** What people tap, by what it is called in the result. */
const kinds = {
  help: () => ['help.say', { text: 'help' }],
  answer: (n: number) => ['checkin.answer', { period: PERIOD, score: 2 + (n % 4) }],
  question: () => ['help.say', { text: 'wie valideert mutaties in Noord?' }],
} satisfies Record<string, (n: number) => [string, object]>;
type Kind = keyof typeof kinds;
const names = Object.keys(kinds) as Kind[];

interface Told {
  /** Requests to storage since it was last asked. */
  requests: number;
  /** Resident memory in bytes. */
  rss: number;
}

async function start(file: string, args: readonly string[] = []) {
  const child: ChildProcess = fork(new URL(`./inbound/${file}`, import.meta.url), args, {
    execArgv: ['--no-maglev'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const [{ port }] = (await once(child, 'message')) as [{ port: number }];
  return {
    url: `http://127.0.0.1:${port}/api/messages`,
    told: async (): Promise<Told> => {
      child.send('tell');
      return ((await once(child, 'message')) as [Told])[0];
    },
    stop: async () => {
      const ended = once(child, 'exit');
      child.disconnect();
      await ended;
    },
  };
}

let sent = 0;

/** What Teams sends for a tap of somebody in their own chat. */
function tapOf(n: number, kind: Kind): string {
  const [verb, data] = kinds[kind](n);
  const who = n % PEOPLE;
  sent += 1;
  return JSON.stringify({
    type: 'invoke',
    name: 'adaptiveCard/action',
    id: `${sent}`,
    channelId: 'msteams',
    serviceUrl: 'http://127.0.0.1:9/',
    from: { id: `29:p${who}`, name: `Mens p${who}`, aadObjectId: accountOf(who) },
    recipient: { id: '28:kompas', name: 'Kompas' },
    conversation: { id: `a:p${who}`, conversationType: 'personal' },
    value: { action: { type: 'Action.Execute', verb, data } },
  });
}

const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });

/** Posts one tap; gives the milliseconds until its answer was there. Throws where the answer is no card, or says that it failed. */
function post(url: string, body: string): Promise<number> {
  const started = performance.now();
  const headers = { 'content-type': 'application/json' };
  return new Promise((resolve, reject) => {
    const sending = request(url, { method: 'POST', agent, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (part: string) => {
        text += part;
      });
      response.on('end', () => {
        if (response.statusCode === 200 && text.includes('AdaptiveCard') && !text.includes('Dit lukte niet'))
          resolve(performance.now() - started);
        else reject(new Error(`answered ${response.statusCode} ${text.slice(0, 200)}`));
      });
    });
    sending.on('error', reject);
    sending.end(body);
  });
}

/** Drives a bot with taps of one kind; gives how many a second it answers, and how long each took. */
async function drive(url: string, kind: Kind, taps: number): Promise<{ perSecond: number; times: number[] }> {
  const times: number[] = [];
  let next = 0;
  const started = performance.now();
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      while (next < taps) {
        const n = next;
        next += 1;
        times.push(await post(url, tapOf(n, kind)));
      }
    }),
  );
  return { perSecond: (taps * 1_000) / (performance.now() - started), times };
}

const at = (values: readonly number[], part: number): number =>
  values.toSorted((a, b) => a - b)[Math.ceil(part * values.length) - 1] ?? Number.NaN;
const rounded = (value: number, digits = 2) => Number(value.toFixed(digits));

/** Requests to storage for each tap of somebody who did the same before, and for an answer the first time. */
async function counts(connectionString: string) {
  const kompas = await start('kompas-process.ts', [connectionString]);
  try {
    const counted = async (kind: Kind) => {
      await kompas.told();
      await drive(kompas.url, kind, PEOPLE);
      return rounded((await kompas.told()).requests / PEOPLE);
    };
    await drive(kompas.url, 'help', AT_ONCE);
    const first = await counted('answer');
    const again = { help: 0, answer: 0, question: 0 };
    for (const kind of names) again[kind] = await counted(kind);
    return { first, again };
  } finally {
    await kompas.stop();
  }
}

/**
 * Taps answered a second by a bare botbuilder, a bare bot on the Microsoft 365 Agents SDK and Kompas, each a process of its own, driven in
 * turn within one run, with the storage of Kompas in memory; and how many requests a tap makes to storage, on Azurite. `ratio` is Kompas beside bare, and `agents` the other bare bot; `p99Ms` is
 * that of an answer to the check-in.
 */
export async function benchInbound({ rounds, taps }: InboundBenchOptions) {
  const folder = await mkdtemp(join(tmpdir(), 'kompas-bench-'));
  const azurite = await startOwnAzurite(join(folder, 'azurite'));
  try {
    const { first, again } = await counts(azurite.connectionString);
    const bare = await start('bare-process.ts');
    const agents = await start('agents-process.ts');
    const kompas = await start('kompas-process.ts');
    try {
      for (const { url } of [bare, agents]) await drive(url, 'help', WARM_UP);
      for (const kind of names) await drive(kompas.url, kind, WARM_UP);
      const bareEach: number[] = [];
      const agentsEach: number[] = [];
      const each: Record<Kind, number[]> = { help: [], answer: [], question: [] };
      const times: number[] = [];
      for (let round = 0; round < rounds; round += 1) {
        const { perSecond } = await drive(bare.url, 'help', taps);
        bareEach.push(perSecond);
        agentsEach.push((await drive(agents.url, 'help', taps)).perSecond / perSecond);
        for (const kind of names) {
          const one = await drive(kompas.url, kind, taps);
          each[kind].push(one.perSecond / perSecond);
          if (kind === 'answer') times.push(...one.times);
        }
      }
      const part = (kind: Kind) => ({ ratio: rounded(at(each[kind], 0.5)), storage: again[kind] });
      return {
        bench: 'inbound',
        bare: Math.round(at(bareEach, 0.5)),
        agents: rounded(at(agentsEach, 0.5)),
        help: part('help'),
        answer: { ...part('answer'), first },
        question: part('question'),
        p99Ms: rounded(at(times, 0.99), 1),
        rssMb: Math.round((await kompas.told()).rss / 1_048_576),
      };
    } finally {
      await Promise.all([bare.stop(), agents.stop(), kompas.stop()]);
    }
  } finally {
    agent.destroy();
    await azurite.stop();
    await rm(folder, { recursive: true, force: true });
  }
}
