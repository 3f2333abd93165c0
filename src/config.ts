import { z } from 'zod';
import type { StorageAddress } from './storage/index.ts';
import { storagePlace } from './storage-place.ts';
import { telemetryIn } from './telemetry.ts';

/** The bot's registration in the municipality's own tenant. Its ids are in lower case. */
export interface BotIdentity {
  appId: string;
  tenantId: string;
  type: 'SingleTenant' | 'UserAssignedMSI';
  password?: string;
}

/** What may carry calls to Teams. */
const wires = ['botbuilder', 'agents'] as const;

/** Everything that differs between installations; read once at the start. */
export interface Config {
  /** On this machine only, without tokens: for the demo and tests. */
  local: boolean;
  host: string;
  port: number;
  /** Where the figures for monitoring are read; none: nowhere. Another port than that of the bot, which the internet reaches. */
  metricsPort?: number;
  /** Where files and pages are reached from outside, without a slash at the end. */
  publicUrl: string;
  bot?: BotIdentity;
  /** The library that carries calls to Teams (docs/adr/0001-two-wires.md). */
  wire: (typeof wires)[number];
  /** In lower case. */
  tenantId: string;
  /** In local mode without an address, an Azurite of our own is started. */
  storage?: StorageAddress;
  dataFolder: string;
  azuritePort: number;
  /** At least 32 random bytes; pseudonyms and links are derived from it. None where that is not needed: see `readConfig`. */
  secret?: Buffer;
  /** The other keys of the ring: older ones; see `withKeyInUse`. */
  otherSecrets: Buffer[];
  /** The key that Kompas is to write with once rows went to it: there while `secret` is an older one. */
  nextSecret?: Buffer;
  /** Directory ids of the first administrators, in lower case. */
  administrators: string[];
  logLevel: string;
  rates: { perSecond: number; roundsPerSecond: number };
  /** What one sender may ask of one process in a minute. */
  turnsPerMinute: number;
  /** Names of variables by which something would record requests to storage. */
  telemetry: string[];
}

const DEFAULT_PORT = 3978;
const DEFAULT_RATES = { perSecond: 50, roundsPerSecond: 40 };
/**
 * Two a second, and 120 at once after a quiet minute. A fast human taps or types about once a second. Teams itself asks more:
 * a card that comes into view is refreshed, some twenty for who scrolls through a chat, and a search goes along with the
 * typing, two or three times a second. Two minutes of such a search stay below this; a thousand messages a minute do not.
 */
const DEFAULT_TURNS_PER_MINUTE = 120;
const LOCAL_SECRET = 'local use only, not a secret at all';
const flag = z
  .enum(['true', 'false'])
  .default('false')
  .transform((text) => text === 'true');
/** Ids compare without regard to case (RFC 9562): here they get the form that all of Kompas keeps them in. */
const guid = () => z.guid().toLowerCase();
const whole = (fallback: number, least: number) => z.coerce.number().int().min(least).default(fallback);

const environment = z.object({
  NODE_ENV: z.string().optional(),
  KOMPAS_LOCAL: flag,
  HOST: z.string().optional(),
  PORT: whole(DEFAULT_PORT, 0),
  KOMPAS_METRICS_PORT: z.coerce.number().int().min(0).max(65_535).optional(),
  PUBLIC_URL: z.url().optional(),
  BOT_APP_ID: guid().optional(),
  BOT_APP_TYPE: z.enum(['SingleTenant', 'UserAssignedMSI']).default('UserAssignedMSI'),
  BOT_APP_PASSWORD: z.string().min(1).optional(),
  BOT_TENANT_ID: guid().optional(),
  KOMPAS_WIRE: z.enum(wires, `moet ${wires.join(' of ')} zijn`).default('botbuilder'),
  STORAGE_CONNECTION_STRING: z.string().min(1).optional(),
  STORAGE_ACCOUNT: z
    .string()
    .regex(/^[a-z0-9]{3,24}$/, 'is geen naam van een opslagaccount')
    .optional(),
  KOMPAS_SECRET: z.string().optional(),
  KOMPAS_SECRET_OUD: z.string().default(''),
  KOMPAS_ADMINISTRATORS: z.string().toLowerCase().default(''),
  DATA_FOLDER: z.string().default('.data'),
  AZURITE_PORT: whole(20_000, 1_024),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
  SEND_PER_SECOND: whole(DEFAULT_RATES.perSecond, 1),
  ROUNDS_PER_SECOND: whole(DEFAULT_RATES.roundsPerSecond, 1),
  TURNS_PER_MINUTE: whole(DEFAULT_TURNS_PER_MINUTE, 1),
});

type Env = Readonly<Record<string, string | undefined>>;

/**
 * The variables that belong to an installation elsewhere. With one of them, local mode is not what is meant: without tokens
 * nothing guards what they lead to.
 */
export function elsewhere(env: Env): string[] {
  const { STORAGE_CONNECTION_STRING: connectionString, NODE_ENV } = env;
  const isElsewhere = connectionString && !storagePlace({ connectionString }).isHere;
  return [
    ...['BOT_APP_ID', 'BOT_TENANT_ID', 'STORAGE_ACCOUNT'].filter((name) => env[name]),
    ...(isElsewhere ? ['STORAGE_CONNECTION_STRING'] : []),
    ...(NODE_ENV === 'production' ? ['NODE_ENV=production'] : []),
  ];
}

/** Fewer different bytes than this stand in no key of 32 bytes that was drawn at random. */
const FEWEST_BYTES = 16;

/** True for what is no base64 of 32 bytes, and for bytes that nobody drew: one again and again, words, or counting. */
function isWeak(secret: string): boolean {
  // Node reads base64 from any text, so a long sentence would pass for a key.
  const bytes = [...Buffer.from(/^[\w+/-]+=*$/.test(secret) ? secret : '', 'base64')];
  const steps = bytes.slice(1).map((byte, n) => (byte - (bytes[n] ?? 0) + 256) % 256);
  return bytes.length < 32 || new Set(bytes).size < FEWEST_BYTES || new Set(steps).size === 1;
}

/** The keys in a list with commas. */
const keysIn = (list: string): string[] => list.split(/[,;\s]+/).filter(Boolean);

/**
 * The variables by which libraries print each request, such as those to storage: the keys of rows side by side, an account and then
 * a pseudonym (trust:no-request-telemetry).
 */
function showingRequests({ AZURE_LOG_LEVEL = '', DEBUG = '', NODE_DEBUG = '' }: Env): string[] {
  return [
    ...(/info|verbose/i.test(AZURE_LOG_LEVEL) ? ['AZURE_LOG_LEVEL'] : []),
    ...(/\*|azure|typespec|http/i.test(DEBUG) ? ['DEBUG'] : []),
    ...(/\*|http|fetch|undici|net|tls|stream/i.test(NODE_DEBUG) ? ['NODE_DEBUG'] : []),
  ];
}

interface Fault {
  name: string;
  message: string;
}

/**
 * What is wrong between variables and with what is missing. It looks at the texts as they were given, and not at what
 * the schema made of them, so that it can speak up beside a variable that is wrong by itself.
 */
function faultsBetween(given: Env, mayLackKey: boolean): Fault[] {
  const faults: Fault[] = [];
  const check = (isWrong: boolean, name: string, message: string) => {
    if (isWrong) faults.push({ name, message });
  };
  const rounds = Number(given.ROUNDS_PER_SECOND ?? DEFAULT_RATES.roundsPerSecond);
  const all = Number(given.SEND_PER_SECOND ?? DEFAULT_RATES.perSecond);
  check(rounds > all, 'ROUNDS_PER_SECOND', 'is meer dan SEND_PER_SECOND');
  const metricsPort = Number(given.KOMPAS_METRICS_PORT ?? 0);
  const isShared = metricsPort !== 0 && metricsPort === Number(given.PORT ?? DEFAULT_PORT);
  check(isShared, 'KOMPAS_METRICS_PORT', 'is dezelfde als PORT: die is van buiten te bereiken');
  for (const name of showingRequests(given)) check(true, name, 'zet adressen van de opslag in het logboek');
  if (given.KOMPAS_LOCAL === 'true') {
    const others = elsewhere(given);
    const unguarded = `kan niet samen met ${others.join(', ')}: zonder tokens is er geen bewaking`;
    check(others.length > 0, 'KOMPAS_LOCAL', unguarded);
    return faults;
  }
  check(!given.BOT_APP_ID, 'BOT_APP_ID', 'ontbreekt');
  check(!given.BOT_TENANT_ID, 'BOT_TENANT_ID', 'ontbreekt');
  const needsPassword = given.BOT_APP_TYPE === 'SingleTenant' && !given.BOT_APP_PASSWORD;
  check(needsPassword, 'BOT_APP_PASSWORD', 'ontbreekt');
  check(!given.STORAGE_CONNECTION_STRING && !given.STORAGE_ACCOUNT, 'STORAGE_ACCOUNT', 'ontbreekt');
  check(!given.PUBLIC_URL?.startsWith('https://'), 'PUBLIC_URL', 'moet met https:// beginnen');
  check(
    isWeak(given.KOMPAS_SECRET ?? '') && !(mayLackKey && given.KOMPAS_SECRET === undefined),
    'KOMPAS_SECRET',
    'moet base64 zijn van minstens 32 willekeurige bytes',
  );
  check(
    keysIn(given.KOMPAS_SECRET_OUD ?? '').some(isWeak),
    'KOMPAS_SECRET_OUD',
    'moet base64 zijn van minstens 32 willekeurige bytes; meer dan een: met een komma ertussen',
  );
  return faults;
}

/** Where somebody reads what to set, said after what is wrong. */
export const WHERE_EXPLAINED =
  'In .env.example staat wat elke instelling is. Zet ze in .env of in de omgeving.';

/** What is wrong with the configuration: every fault at once, one a line. */
export class ConfigError extends Error {}

/** Thrown where something can only be done with the secret key, and there is none. */
export class KeyNeeded extends ConfigError {
  constructor() {
    super(
      'Hiervoor is de geheime sleutel nodig, en die staat hier niet. Zet KOMPAS_SECRET, en doe het nog eens.',
    );
  }
}

/**
 * Reads the configuration from environment variables (`.env.example` explains each). Throws `ConfigError` that lists
 * everything that is wrong. With `mayLackKey` the secret key may be left out: most of what is managed needs none
 * (trust:no-key-needed), and what does throws `KeyNeeded` then.
 */
export function readConfig(env: Env, { mayLackKey = false } = {}): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const result = environment.safeParse(given);
  const own = (result.error?.issues ?? []).map(({ path, message }) => ({ name: path.join('.'), message }));
  const between = faultsBetween(given, mayLackKey).filter(
    ({ name }) => !own.some((fault) => fault.name === name),
  );
  if (!result.success || between.length > 0) {
    const lines = [...own, ...between].map(({ name, message }) => `  ${name}: ${message}`);
    throw new ConfigError(`De configuratie klopt niet:\n${lines.join('\n')}`);
  }
  const e = result.data;
  const local = e.KOMPAS_LOCAL;
  // A bot with a password is an app and no identity of the machine: storage is opened by whatever the environment has.
  const clientId = e.BOT_APP_TYPE === 'UserAssignedMSI' ? e.BOT_APP_ID : undefined;
  const storage = e.STORAGE_CONNECTION_STRING
    ? { connectionString: e.STORAGE_CONNECTION_STRING }
    : e.STORAGE_ACCOUNT
      ? { account: e.STORAGE_ACCOUNT, clientId }
      : undefined;
  return {
    local,
    host: local ? '127.0.0.1' : (e.HOST ?? '0.0.0.0'),
    port: e.PORT,
    metricsPort: e.KOMPAS_METRICS_PORT,
    publicUrl: (e.PUBLIC_URL ?? `http://127.0.0.1:${e.PORT}`).replace(/\/$/, ''),
    bot: e.BOT_APP_ID
      ? {
          appId: e.BOT_APP_ID,
          tenantId: e.BOT_TENANT_ID ?? '',
          type: e.BOT_APP_TYPE,
          password: e.BOT_APP_PASSWORD,
        }
      : undefined,
    wire: e.KOMPAS_WIRE,
    tenantId: e.BOT_TENANT_ID ?? 'local',
    storage,
    dataFolder: e.DATA_FOLDER,
    azuritePort: e.AZURITE_PORT,
    secret: local
      ? Buffer.from(e.KOMPAS_SECRET ?? LOCAL_SECRET)
      : e.KOMPAS_SECRET === undefined
        ? undefined
        : Buffer.from(e.KOMPAS_SECRET, 'base64'),
    otherSecrets: keysIn(e.KOMPAS_SECRET_OUD)
      .filter((one) => one !== e.KOMPAS_SECRET)
      .map((one) => (local ? Buffer.from(one) : Buffer.from(one, 'base64'))),
    administrators: e.KOMPAS_ADMINISTRATORS.split(/[,;\s]+/).filter(Boolean),
    logLevel: e.LOG_LEVEL,
    rates: { perSecond: e.SEND_PER_SECOND, roundsPerSecond: e.ROUNDS_PER_SECOND },
    turnsPerMinute: e.TURNS_PER_MINUTE,
    telemetry: telemetryIn(env),
  };
}
