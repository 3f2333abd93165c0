import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { connect } from 'node:net';
import { Temporal } from 'temporal-polyfill';
import { demoDirectoryId, demoPeople } from '../../demo/people.ts';
import { seedDemo } from '../../demo/seed.ts';
import { readConfig } from '../../src/config.ts';
import { openKompasStorage } from '../../src/kompas.ts';
import { type Connector, startConnector } from '../support/connector.ts';
import { createCore } from '../support/core.ts';
import { PATIENCE_MS } from '../support/patience.ts';
import { type Attempt, attempts, edited } from './attempts.ts';
import type { BotProcessOptions, Told } from './bot-process.ts';

/** What a run found. */
export interface Findings {
  seed: number;
  runs: number;
  seconds: number;
  /** How often each status was given. */
  statuses: Record<string, number>;
  /** What was answered with a 5xx or not at all: the first few, as they were sent. */
  failed: { status: number; sent: string }[];
  failures: number;
  /** Why the process ended, if it did. */
  crash?: string;
  /** True when something that was sent changed all objects of the process. */
  isPolluted: boolean;
  /** Memory in use after collecting garbage, halfway and at the end, and what came on in between. In megabytes. */
  heapMb: { half: number; end: number; growth: number };
  /** How long an activity took, in milliseconds. */
  ms: { p50: number; p99: number; max: number };
}

export interface FuzzOptions {
  runs: number;
  seed: number;
  connectionString: string;
  /** Of tables that nobody else uses. */
  prefix: string;
}

/** A Wednesday evening in the week of 23 November 2026: the window of the check-in is open. */
const INSTANT = '2026-11-25T18:30:00Z';
/** So many people are busy at the same time; each does one thing after the other. */
const LANES = 4;
/** So many attempts are handed out at once. */
const HANDED = 200;
/** So many buttons somebody still sees, and so many failures are shown. */
const MOST_BUTTONS = 30;
const MOST_SHOWN = 10;
/** What takes longer gets no answer. */
const ANSWER_MS = 30_000;
const MB = 1024 * 1024;

type Json = Record<string, unknown>;
interface Answer {
  status: number;
  text: string;
}
interface Somebody {
  from: Json;
  chat: string;
  /** The data of the buttons that they saw last. */
  buttons: Json[];
}

/** Everybody of the demo, and two whom nobody knows. */
function everybody(): Somebody[] {
  const strangers = [
    { id: 'x1', name: 'Gast' },
    { id: 'x2', name: 'Iemand' },
  ];
  return [...demoPeople(), ...strangers].map(({ id, name }) => ({
    from: { id: `29:${id}`, name, aadObjectId: demoDirectoryId(id) },
    chat: `chat-${id}`,
    buttons: [],
  }));
}

/** The buttons on everything that is in there, each as the action that a tap on it sends. */
function buttonsIn(value: unknown): Json[] {
  if (typeof value !== 'object' || value === null) return [];
  const inside = Object.values(value).flatMap(buttonsIn);
  const { type, verb, data } = value as Json;
  return type === 'Action.Execute' && typeof verb === 'string'
    ? [{ verb, data: data ?? {} }, ...inside]
    : inside;
}

const agent = new Agent({ keepAlive: true, maxSockets: LANES * 2 });

/** Rejects when there is no answer. */
function ask(port: number, method: string, path: string, headers: Record<string, string>, body: string) {
  return new Promise<Answer>((resolve, reject) => {
    const asking = request({ port, host: '127.0.0.1', method, path, headers, agent }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (data) => {
        text += data;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text })).on('error', reject);
    });
    asking.on('error', reject).setTimeout(ANSWER_MS, () => asking.destroy(new Error('no answer')));
    asking.end(body);
  });
}

/** Writes this, says no more, and gives what came back until the line was closed. */
async function write(port: number, words: string): Promise<Answer> {
  const socket = connect(port, '127.0.0.1').on('error', () => {});
  let text = '';
  socket.setEncoding('utf8').on('data', (data) => {
    text += data;
  });
  const closed = new Promise((resolve) => socket.once('close', resolve));
  socket.setTimeout(ANSWER_MS, () => socket.destroy());
  socket.end(words);
  await closed;
  return { status: Number(/^HTTP\/1\.1 (\d{3})/.exec(text)?.[1] ?? 400), text };
}

function percentile(sorted: readonly number[], part: number): number {
  return Math.round((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0) * 10) / 10;
}

async function told(bot: ChildProcess): Promise<Told> {
  const [message] = (await once(bot, 'message', { signal: AbortSignal.timeout(PATIENCE_MS) })) as [Told];
  return message;
}

/** What the whole bot answers to `runs` attempts, and what becomes of it. */
export async function fuzz({ runs, seed, connectionString, prefix }: FuzzOptions): Promise<Findings> {
  const storage = await openKompasStorage({ connectionString }, { prefix, attemptMs: PATIENCE_MS });
  const core = createCore(readConfig({ KOMPAS_LOCAL: 'true' }), storage, () =>
    Temporal.Instant.from(INSTANT),
  );
  await seedDemo(core, core.opened);
  const connector = await startConnector();
  const options: BotProcessOptions = { connectionString, prefix, instant: INSTANT };
  const bot = fork(new URL('./bot-process.ts', import.meta.url), [JSON.stringify(options)], {
    execArgv: ['--expose-gc'],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  try {
    return await attack(bot, connector, { runs, seed });
  } finally {
    bot.kill('SIGKILL');
    await connector.stop();
  }
}

async function attack(
  bot: ChildProcess,
  connector: Connector,
  { runs, seed }: Pick<FuzzOptions, 'runs' | 'seed'>,
): Promise<Findings> {
  let errors = '';
  bot.stderr?.setEncoding('utf8').on('data', (data) => {
    errors = `${errors}${data}`.slice(0, 4_000);
  });
  let crash: string | undefined;
  bot.once('exit', (code, signal) => {
    crash = `${code ?? signal}: ${errors}`;
  });
  const first = await told(bot);
  if (!('port' in first)) throw new Error('the bot did not start');
  const { port, offered } = first;
  const people = everybody();
  const statuses: Record<string, number> = {};
  const failed: Findings['failed'] = [];
  const times: number[] = [];
  let failures = 0;
  let sent = 0;

  async function post(who: Somebody, activity: Json): Promise<Answer> {
    const body = JSON.stringify(activity);
    const length = `${Buffer.byteLength(body)}`;
    const start = performance.now();
    const answer = await ask(
      port,
      'POST',
      '/api/messages',
      { 'content-type': 'application/json', 'content-length': length },
      body,
    );
    times.push(performance.now() - start);
    const seen = connector.sent.filter(({ conversation }) => conversation === who.chat);
    const parsed = answer.status === 200 && answer.text !== '' ? JSON.parse(answer.text) : {};
    who.buttons = [...buttonsIn(parsed), ...buttonsIn(seen.at(-1)), ...who.buttons].slice(0, MOST_BUTTONS);
    return answer;
  }

  /** The answer to one attempt. */
  async function attempt(one: Attempt): Promise<Answer> {
    const who = people[one.who % people.length] as Somebody;
    sent += 1;
    const base = {
      id: `fuzz-${sent}`,
      channelId: 'msteams',
      serviceUrl: connector.url,
      from: who.from,
      recipient: { id: '28:kompas', name: 'Kompas' },
      conversation: { id: who.chat, conversationType: 'personal' },
    };
    if (one.kind === 'line') return write(port, one.text);
    if (one.kind === 'request') return ask(port, one.method, one.path, one.headers, one.body);
    if (one.kind === 'activity') return post(who, edited({ ...base, ...one.activity }, one.edits));
    const button = who.buttons[one.pick % who.buttons.length] ?? { verb: 'help.say', data: { text: 'help' } };
    const data = edited({ ...(button.data as Json), ...one.typed }, one.edits);
    const action = { type: 'Action.Execute', verb: button.verb, data };
    return post(who, { ...base, type: 'invoke', name: 'adaptiveCard/action', value: { action } });
  }

  async function lane(share: readonly Attempt[]): Promise<void> {
    for (const one of share) {
      if (crash !== undefined) return;
      const { status } = await attempt(one).catch(() => ({ status: 0 }));
      statuses[status] = (statuses[status] ?? 0) + 1;
      if (status >= 200 && status < 500) continue;
      failures += 1;
      if (failed.length < MOST_SHOWN) failed.push({ status, sent: JSON.stringify(one).slice(0, 2_000) });
    }
  }

  async function memory(): Promise<{ heapBytes: number; isPolluted: boolean }> {
    if (crash !== undefined) return { heapBytes: 0, isPolluted: false };
    const answer = told(bot);
    bot.send('memory');
    return (await answer) as { heapBytes: number; isPolluted: boolean };
  }

  const started = performance.now();
  let half = 0;
  let done = 0;
  let handed: Attempt[] = [];
  const work = async () => {
    const lanes = Array.from({ length: LANES }, (_, n) =>
      handed.filter(({ who }) => (who % people.length) % LANES === n),
    );
    await Promise.all(lanes.map(lane));
    connector.sent.length = 0;
    connector.requests.length = 0;
    done += handed.length;
    handed = [];
    if (half === 0 && done >= runs / 2) half = (await memory()).heapBytes;
  };
  for (const one of attempts(offered, runs, seed)) {
    handed.push(one);
    if (handed.length === HANDED) await work();
    if (crash !== undefined) break;
  }
  await work();
  const { heapBytes: end, isPolluted } = await memory();
  const sorted = times.toSorted((a, b) => a - b);
  const inMb = (bytes: number) => Math.round((bytes / MB) * 10) / 10;
  return {
    seed,
    runs: done,
    seconds: Math.round((performance.now() - started) / 1_000),
    statuses,
    failed,
    failures,
    ...(crash === undefined ? {} : { crash }),
    isPolluted,
    heapMb: { half: inMb(half), end: inMb(end), growth: inMb(end - half) },
    ms: { p50: percentile(sorted, 0.5), p99: percentile(sorted, 0.99), max: percentile(sorted, 1) },
  };
}

/** More than this between the two halves is a leak, in megabytes: caches are full by then. */
const MOST_GROWTH_MB = 10;

/** What is wrong, one a line; nothing when the bot held. */
export function faultsOf({ failures, failed, crash, isPolluted, heapMb }: Findings): string[] {
  return [
    ...(crash === undefined ? [] : [`the bot ended with ${crash}`]),
    ...(failures === 0 ? [] : [`${failures} answers were a 5xx or none, such as ${JSON.stringify(failed)}`]),
    ...(isPolluted ? ['all objects of the bot were changed'] : []),
    ...(heapMb.growth <= MOST_GROWTH_MB ? [] : [`memory grew by ${heapMb.growth} MB`]),
  ];
}
