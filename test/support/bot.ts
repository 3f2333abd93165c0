import { randomBytes } from 'node:crypto';
import { pino } from 'pino';
import { Temporal } from 'temporal-polyfill';
import { inject } from 'vitest';
import { startApp } from '../../src/app.ts';
import { defaultSchedule } from '../../src/calendar/schedule.ts';
import { weekdays } from '../../src/calendar/weekdays.ts';
import { readConfig } from '../../src/config.ts';
import { schemaKinds } from '../../src/conversation/field.ts';
import { DELIVERY_QUEUE, instanceTable } from '../../src/delivery/tables.ts';
import type { Entry } from '../../src/features/compose.ts';
import { openKompasStorage, tablesOf } from '../../src/kompas.ts';
import { countingIn, createHourly } from '../../src/metrics/hourly.ts';
import type { Address, Person } from '../../src/people/person.ts';
import type { StorageRequest, Stored } from '../../src/storage/index.ts';
import { refuseAsAzure } from './azure-limits.ts';
import { type Client, clients, sentBy } from './clients.ts';
import { type RosterMember, type Sent, startConnector } from './connector.ts';
import { type Core, coreOf, createCore } from './core.ts';
import { PATIENCE_MS } from './patience.ts';
import { newPrefix, takeAway } from './storage.ts';
import { agreed } from './town.ts';
import { wireOfRun } from './wire.ts';

/** Somebody with a Teams account. */
export interface Somebody extends RosterMember {
  /** As an import names them. */
  id: string;
}

/** A made-up colleague: the same number is the same person in every test. */
export function somebody(n: number, name = `Persoon ${n}`): Somebody {
  const account = `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
  return { id: `p${n}`, name, upn: `persoon${n}@gemeente.example`, account, user: `29:user-${n}` };
}

/** The row of a colleague in the team Objecten West, as an import writes it. */
export function imported(who: Somebody, change: Partial<Person> = {}): Person {
  return {
    id: who.id,
    name: who.name,
    upn: who.upn,
    team: 'objecten-west',
    directoryId: who.account,
    access: ['medewerker'],
    workdays: weekdays.slice(0, 5),
    checkins: true,
    reach: 'none',
    source: 'import',
    ...change,
  };
}

/** Eight colleagues and their manager: enough for a scale. */
export const team: readonly Somebody[] = Array.from({ length: 9 }, (_, n) => somebody(n + 1));
export const manager = somebody(9);

type Json = Record<string, unknown>;
/** An activity as the connector sends it. */
export type TestActivity = Json & { type: string };

const bot = { id: '28:kompas', name: 'Kompas' };

/** Where somebody's own chat with the bot is. Nobody listens there unless it is at a connector's address. */
export function chatOf(
  { id, user }: Pick<Somebody, 'id' | 'user'>,
  serviceUrl = 'http://127.0.0.1:9',
): Address {
  return { serviceUrl, conversation: `chat-${id}`, user, bot: bot.id };
}

/** The parts that every activity from a personal chat has. */
function base(who: Somebody): Json {
  return {
    id: randomBytes(6).toString('hex'),
    channelId: 'msteams',
    from: { id: who.user, name: who.name, aadObjectId: who.account },
    recipient: bot,
    conversation: { id: `chat-${who.id}`, conversationType: 'personal' },
  };
}

/** In a channel of a Teams team. */
export function inChannel(activity: TestActivity, teamName = 'Objecten West'): TestActivity {
  const event = activity.membersAdded ? 'teamMemberAdded' : activity.membersRemoved && 'teamMemberRemoved';
  return {
    ...activity,
    conversation: { id: '19:channel', conversationType: 'channel', isGroup: true },
    channelData: { team: { id: '19:team', name: teamName }, ...(event ? { eventType: event } : {}) },
  };
}

/** Typed text. */
export function typed(who: Somebody, text: unknown): TestActivity {
  return { ...base(who), type: 'message', text };
}

/** A tap on a card. */
export function tapped(who: Somebody, verb: unknown, data: unknown): TestActivity {
  return {
    ...base(who),
    type: 'invoke',
    name: 'adaptiveCard/action',
    value: { action: { type: 'Action.Execute', verb, data } },
  };
}

/** The app was added for or removed by somebody. */
export function installation(
  who: Somebody,
  action: 'add' | 'remove' | 'add-upgrade' | 'remove-upgrade',
): TestActivity {
  return { ...base(who), type: 'installationUpdate', action };
}

/**
 * Somebody joined or left; without accounts it is the bot itself, as at an install. Whoever left is named by their id within
 * Teams alone, and so is every second who joined: Teams does that.
 */
export function members(
  who: Somebody,
  change: 'membersAdded' | 'membersRemoved',
  accounts: readonly Somebody[] = [],
): TestActivity {
  const listed = accounts.map(({ user, account }, n) =>
    change === 'membersRemoved' || n % 2 === 1 ? { id: user } : { id: user, aadObjectId: account },
  );
  return { ...base(who), type: 'conversationUpdate', [change]: listed.length > 0 ? listed : [bot] };
}

export interface TestBotOptions {
  /**
   * The moment at which the clock stands still. When left out, a Wednesday evening: the window is open, but it is too
   * late for rounds, so that nothing is sent but answers.
   */
  now?: string;
  /** Nobody and nothing is there yet: a new installation. */
  empty?: true;
  /** Runs before the bot starts; the team of nine is there already. */
  seed?(core: Core): Promise<void>;
  /** Storage other than the run's Azurite, such as a connection that can be cut. */
  connectionString?: string;
  /** The jobs of the clock run once, at the start. */
  byTheClock?: boolean;
  /** Shares the rate to Teams with other processes, as in life. Left out, all of it is the bot's own. */
  shared?: boolean;
  /** Features other than those of `kompas.ts`. */
  features?: readonly Entry[];
  /**
   * How everybody's Teams sends what is filled in on cards; to the letter of the documentation when left out. A whole run has
   * another one with `KOMPAS_CLIENT`, the name of one of `clients`.
   */
  client?: Client;
  /** Where the keys of Bot Framework are listed, in cloud mode. */
  botFramework?: string;
  /** How long a tap may take before its answer says that it takes long; far longer than in life when left out. */
  invokeMs?: number;
  /** Further environment variables; `KOMPAS_LOCAL: 'false'` for cloud mode. */
  env?: Record<string, string>;
}

/** The answer to a request, its body as text and, where it is JSON, as a value. */
export interface HttpAnswer {
  status: number;
  text: string;
  headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: tests look at what they expect to be there.
  body: any;
}

export type { Sent };

/** The whole bot on a port of its own, with storage of its own and a connector to talk to. */
export async function startTestBot(options: TestBotOptions = {}) {
  /** `elapsed`: milliseconds that passed since the start, for what is not told by the time of day. */
  const clock = { now: Temporal.Instant.from(options.now ?? '2026-11-25T18:30:00Z'), elapsed: 0 };
  const config = readConfig({
    KOMPAS_LOCAL: 'true',
    ...wireOfRun,
    PORT: '0',
    HOST: '127.0.0.1',
    ...options.env,
  });
  /** Every request to tables. The bot looks into its queue and renews its share now and then, which is nobody's doing. */
  const requests: { method: string; url: string; body?: string }[] = [];
  const prefix = newPrefix(tablesOf(options.features));
  const counted = createHourly(() => clock.now);
  const count = countingIn(counted);
  const onRequest = (request: StorageRequest) => {
    refuseAsAzure(request);
    count(request);
    const { method, url, body } = request;
    if (!url.endsWith(DELIVERY_QUEUE) && !url.includes(instanceTable.name))
      requests.push({ method, url, body });
  };
  const patient = await openKompasStorage(
    { connectionString: inject('connectionString') },
    { prefix, onRequest, attemptMs: PATIENCE_MS },
    options.features,
  );
  // A connection that can be cut is tried as briefly as in life.
  const storage = options.connectionString
    ? await openKompasStorage(
        { connectionString: options.connectionString },
        { prefix, onRequest },
        options.features,
      )
    : patient;
  const before = createCore(config, patient, () => clock.now);
  if (!options.empty) await seedTeam(before);
  await options.seed?.(before);

  const lines: string[] = [];
  const log = pino({ level: 'debug', base: undefined }, { write: (line: string) => lines.push(line) });
  const connector = await startConnector(team);
  const kompas = await startApp({
    config,
    storage,
    log,
    now: () => clock.now,
    elapsed: () => clock.elapsed,
    requests: counted,
    alone: !options.shared,
    botFramework: options.botFramework,
    invokeMs: options.invokeMs ?? PATIENCE_MS,
    ...(options.features ? { features: options.features } : {}),
    // One worker, and nothing by the clock unless a test is about that: what it sees is what it asked for.
    engine: {
      parallel: 1,
      idleMs: 1_000,
      evenMs: 0,
      tickMs: options.byTheClock ? 3_600_000 : Number.POSITIVE_INFINITY,
    },
  });
  const url = `http://127.0.0.1:${kompas.port}`;

  async function http(path: string, init?: RequestInit): Promise<HttpAnswer> {
    const response = await fetch(url + path, init);
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.startsWith('application/json') && text !== '';
    return { status: response.status, text, headers: response.headers, body: isJson && JSON.parse(text) };
  }

  const client = options.client ?? clients[process.env.KOMPAS_CLIENT ?? ''];
  /** The activity as the client of who taps sends it. */
  function asSent(activity: object): object {
    const { action } = ((activity as Json).value ?? {}) as { action?: { verb?: unknown; data?: Json } };
    if (!client || !action?.data || typeof action.verb !== 'string') return activity;
    const { verb } = action;
    const schema = kompas.features.flatMap(({ actions }) => actions[verb] ?? [])[0]?.schema;
    if (!schema) return activity;
    return {
      ...activity,
      value: { action: { ...action, data: sentBy(client, action.data, schemaKinds(schema)) } },
    };
  }

  async function post(activity: object, headers: Record<string, string> = {}): Promise<HttpAnswer> {
    const answer = await http('/api/messages', {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ serviceUrl: connector.url, ...asSent(activity) }),
    });
    // Otherwise a test that asks a lot would see nothing but "even geduld" from then on, and might be content with it.
    if (!options.env?.TURNS_PER_MINUTE && lines.some((line) => line.includes('too many turns')))
      throw new Error('one sender asks more than there are turns: give this bot its own TURNS_PER_MINUTE');
    return answer;
  }

  return {
    core: coreOf(kompas),
    app: kompas,
    features: kompas.features,
    storage,
    connector,
    clock,
    lines,
    url,
    http,
    post,
    requests,
    port: kompas.port,
    /** The figures for monitoring, as Prometheus reads them; only with `KOMPAS_METRICS_PORT` in `env`. */
    scrape: async (): Promise<string> =>
      (await fetch(`http://127.0.0.1:${kompas.metricsPort}/metrics`)).text(),
    /** One look at the clock. What that puts in the queue goes out when the bot next looks there. */
    tick: () => kompas.tick(),
    /** Every row of these tables with its ETag, which changes with each write. */
    rows: async (...names: string[]): Promise<Record<string, Stored<Json>[]>> => {
      const chosen = storage.definitions.filter(({ name }) => names.includes(name));
      return Object.fromEntries(
        await Promise.all(chosen.map(async (table) => [table.name, await storage.table(table).range({})])),
      );
    },
    /** Posts an activity and gives what the bot sent to anybody until it had dealt with it. */
    hear: async (activity: object): Promise<Sent[]> => {
      const start = connector.sent.length;
      const { status } = await post(activity);
      if (status !== 200) throw new Error(`the bot answered ${status}`);
      return connector.sent.slice(start);
    },
    stop: async () => {
      await kompas.stop();
      await connector.stop();
      await takeAway(prefix);
    },
  };
}

export type TestBot = Awaited<ReturnType<typeof startTestBot>>;

/** The team of nine with consent and DPIA. */
async function seedTeam({ people, settings }: Core): Promise<void> {
  await settings.changeMunicipality((now) => ({ ...now, name: 'Gemeente Test', ...agreed }));
  await settings.saveTeam({ key: 'objecten-west', name: 'Objecten West', schedule: defaultSchedule });
  await people.save(
    team.map((who) => imported(who, who === team.at(-1) ? { access: ['manager'] } : undefined)),
  );
}

/** The tables that tell something about people. Delivery writes its own, at its own time. */
export const aboutPeople = [
  'people',
  'directory',
  'settings',
  'audit',
  'answers',
  'comments',
  'namedcomments',
];

/** All words of what was sent: text, summary and everything on cards, but for the letters of their pictures. */
export function wordsOf(sent: readonly Sent[]): string {
  const said = sent.map(({ activity }) => [activity.text, activity.summary, activity.attachments]);
  return JSON.stringify(said).replaceAll(/data:image\/png;base64,[\w+/=]+/g, 'data:image/png');
}
