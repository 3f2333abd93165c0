import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { Temporal } from 'temporal-polyfill';
import { demoDirectoryId, demoPeople } from '../../demo/people.ts';
import { seedDemo } from '../../demo/seed.ts';
import { readConfig } from '../../src/config.ts';
import { openKompasStorage } from '../../src/kompas.ts';
import { type Connector, startConnector } from '../support/connector.ts';
import { createCore } from '../support/core.ts';
import { PATIENCE_MS } from '../support/patience.ts';
import { type Answer, ask, write } from './asking.ts';
import { type Attempt, attempts, edited } from './attempts.ts';
import type { BotProcessOptions, Told } from './bot-process.ts';
import { type Findings, percentile } from './findings.ts';
import type { Fault } from './planted.ts';

/** A run. */
export interface FuzzOptions {
  runs: number;
  seed: number;
  connectionString: string;
  /** Of tables that nobody else uses. */
  prefix: string;
  /** Instead of the bot as it is, one that does wrong in this way. */
  fault?: Fault;
}

/** A Wednesday evening in the week of 23 November 2026: the window of the check-in is open. */
const INSTANT = '2026-11-25T18:30:00Z';
/** So many people are busy at the same time; each does one thing after the other. */
const LANES = 4;
/** So many attempts are handed out at once, at most. */
const MOST_HANDED = 200;
/** So many buttons somebody still sees, and so many failures are shown. */
const MOST_BUTTONS = 30;
const MOST_SHOWN = 10;
const MB = 1024 * 1024;

type Json = Record<string, unknown>;
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

/** What the bot logs as an error, each kind once: that becomes an apology on the screen, with a 200. */
function readLog(bot: ChildProcess): Map<string, number> {
  const kinds = new Map<string, number>();
  let rest = '';
  bot.stdout?.setEncoding('utf8').on('data', (data) => {
    const lines = `${rest}${data}`.split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      const { reference: _, ...kind } = JSON.parse(line) as Json;
      const words = JSON.stringify(kind);
      kinds.set(words, (kinds.get(words) ?? 0) + 1);
    }
  });
  return kinds;
}

async function told(bot: ChildProcess): Promise<Told> {
  const [message] = (await once(bot, 'message', { signal: AbortSignal.timeout(PATIENCE_MS) })) as [Told];
  return message;
}

/** What the whole bot answers to `runs` attempts, and what becomes of it. */
export async function fuzz({ runs, seed, connectionString, prefix, fault }: FuzzOptions): Promise<Findings> {
  const storage = await openKompasStorage({ connectionString }, { prefix, attemptMs: PATIENCE_MS });
  const core = createCore(readConfig({ KOMPAS_LOCAL: 'true' }), storage, () =>
    Temporal.Instant.from(INSTANT),
  );
  if (!fault) await seedDemo(core, core.opened);
  const connector = await startConnector();
  const options: BotProcessOptions = { connectionString, prefix, instant: INSTANT, fault };
  const bot = fork(new URL('./bot-process.ts', import.meta.url), [JSON.stringify(options)], {
    execArgv: ['--expose-gc'],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
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
  const log = readLog(bot);
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
  const share = Math.min(MOST_HANDED, Math.ceil(runs / 4));
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
    if (handed.length === share) await work();
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
    logged: Object.fromEntries(log),
    ...(crash === undefined ? {} : { crash }),
    isPolluted,
    heapMb: { half: inMb(half), end: inMb(end), growth: inMb(end - half) },
    ms: { p50: percentile(sorted, 0.5), p99: percentile(sorted, 0.99), max: percentile(sorted, 1) },
  };
}
