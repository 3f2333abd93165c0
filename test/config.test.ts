import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { ConfigError, readConfig } from '../src/config.ts';
import { secret } from './support/secret.ts';

const cloud = {
  BOT_APP_ID: '11111111-1111-4111-8111-111111111111',
  BOT_TENANT_ID: '22222222-2222-4222-8222-222222222222',
  STORAGE_ACCOUNT: 'kompasopslag',
  PUBLIC_URL: 'https://kompas.gemeente.example',
  KOMPAS_SECRET: secret,
};

/** The names of the variables that are complained about, in order. */
function faults(env: Record<string, string | undefined>): string[] {
  try {
    readConfig(env);
    return [];
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigError);
    return [...(error as Error).message.matchAll(/^ {2}(\w+): /gm)].map(([, name = '']) => name);
  }
}

describe('the configuration of an installation', () => {
  test('is read from the environment', () => {
    const config = readConfig({ ...cloud, KOMPAS_ADMINISTRATORS: 'aaa, bbb;ccc' });
    expect(config).toMatchObject({
      local: false,
      host: '0.0.0.0',
      port: 3978,
      publicUrl: 'https://kompas.gemeente.example',
      bot: { appId: cloud.BOT_APP_ID, tenantId: cloud.BOT_TENANT_ID, type: 'UserAssignedMSI' },
      storage: { account: 'kompasopslag' },
      tenantId: cloud.BOT_TENANT_ID,
      administrators: ['aaa', 'bbb', 'ccc'],
      rates: { perSecond: 50, roundsPerSecond: 40 },
    });
    expect(config.secret).toEqual(Buffer.from(secret, 'base64'));
  });

  test('has all its ids in lower case, however they are written', () => {
    const [app, tenant, admin] = ['A1b2C3D4', 'B1b2C3D4', 'C1b2C3D4'].map(
      (id) => `${id}-E5F6-4a7B-8C9d-AABBccDDeeFF`,
    );
    const config = readConfig({
      ...cloud,
      BOT_APP_ID: app,
      BOT_TENANT_ID: tenant,
      KOMPAS_ADMINISTRATORS: `${admin}, ${tenant}`,
    });
    const [appId, tenantId, administrator] = [app, tenant, admin].map((id) => id?.toLowerCase());
    expect(config).toMatchObject({
      bot: { appId, tenantId },
      tenantId,
      administrators: [administrator, tenantId],
      storage: { account: 'kompasopslag', clientId: appId },
    });
  });

  test('opens storage as the bot, unless that has a password', () => {
    const storageOf = (env: object) => readConfig({ ...cloud, ...env }).storage;
    expect(storageOf({})).toEqual({ account: 'kompasopslag', clientId: cloud.BOT_APP_ID });
    expect(storageOf({ BOT_APP_TYPE: 'SingleTenant', BOT_APP_PASSWORD: 'x' })).toEqual({
      account: 'kompasopslag',
    });
    expect(storageOf({ STORAGE_CONNECTION_STRING: 'y' })).toEqual({ connectionString: 'y' });
  });

  test('takes an empty variable for a missing one, and a slash at the end of its address away', () => {
    expect(readConfig({ ...cloud, PORT: '', BOT_APP_PASSWORD: '' }).port).toBe(3978);
    expect(readConfig({ ...cloud, PUBLIC_URL: 'https://x.example/' }).publicUrl).toBe('https://x.example');
  });

  test('takes older keys with commas in between, and the present one among them as no older one', () => {
    const [one, two] = [randomBytes(48), randomBytes(48)].map((bytes) => bytes.toString('base64'));
    const { otherSecrets } = readConfig({
      ...cloud,
      KOMPAS_SECRET_OUD: `${one}, ${two},${cloud.KOMPAS_SECRET}`,
    });
    expect(otherSecrets.map((key) => key.toString('base64'))).toEqual([one, two]);
    expect(readConfig(cloud).otherSecrets).toEqual([]);
    expect(faults({ ...cloud, KOMPAS_SECRET_OUD: `${one},kort` })).toEqual(['KOMPAS_SECRET_OUD']);
  });

  test('that misses everything says so in one go', () => {
    const missing = ['BOT_APP_ID', 'BOT_TENANT_ID', 'STORAGE_ACCOUNT', 'PUBLIC_URL', 'KOMPAS_SECRET'];
    expect(faults({})).toEqual(missing);
  });

  test('in which everything is wrong says so in one go', () => {
    const wrong = {
      BOT_APP_ID: 'kompas',
      BOT_TENANT_ID: 'gemeente',
      BOT_APP_TYPE: 'MultiTenant',
      STORAGE_ACCOUNT: 'Met Hoofdletters',
      PUBLIC_URL: 'kompas',
      KOMPAS_SECRET: 'kort',
      PORT: 'abc',
      LOG_LEVEL: 'veel',
      SEND_PER_SECOND: '0',
      ROUNDS_PER_SECOND: '-1',
      AZURITE_PORT: '80',
      KOMPAS_LOCAL: 'ja',
    };
    expect(faults(wrong).toSorted()).toEqual(Object.keys(wrong).toSorted());
  });

  test('names no value in its complaints: one of them may be a password', () => {
    const secret = 'geheim-wachtwoord';
    for (const name of [
      'BOT_APP_ID',
      'KOMPAS_SECRET',
      'PORT',
      'PUBLIC_URL',
      'STORAGE_ACCOUNT',
      'LOG_LEVEL',
    ]) {
      expect(() => readConfig({ ...cloud, [name]: secret })).toThrow(ConfigError);
      expect(() => readConfig({ ...cloud, [name]: secret })).not.toThrow(secret);
    }
  });

  test.each([
    ['a secret of 31 bytes', 'KOMPAS_SECRET', Buffer.alloc(31, 7).toString('base64')],
    [
      'a secret that is a sentence',
      'KOMPAS_SECRET',
      'dit is geen base64, maar een zin die lang genoeg is om er een te lijken',
    ],
    ['a secret of zeros', 'KOMPAS_SECRET', Buffer.alloc(48).toString('base64')],
    ['a secret of one byte again and again', 'KOMPAS_SECRET', Buffer.alloc(64, 7).toString('base64')],
    ['a secret of two bytes in turn', 'KOMPAS_SECRET', Buffer.alloc(64, 'ab').toString('base64')],
    ['a secret of a few words', 'KOMPAS_SECRET', Buffer.alloc(48, 'kompas geheim ').toString('base64')],
    ['a secret that only counts', 'KOMPAS_SECRET', Buffer.from([...Array(48).keys()]).toString('base64')],
    [
      'a secret that counts down',
      'KOMPAS_SECRET',
      Buffer.from([...Array(48).keys()].map((n) => 255 - 2 * n)).toString('base64'),
    ],
    ['an address without https', 'PUBLIC_URL', 'http://kompas.gemeente.example'],
    ['no address', 'PUBLIC_URL', undefined],
    ['a storage account with capitals', 'STORAGE_ACCOUNT', 'KompasOpslag'],
    ['an app id that is no GUID', 'BOT_APP_ID', 'kompas'],
    ['a wire that there is not', 'KOMPAS_WIRE', 'teams'],
    ['rounds faster than everything together', 'ROUNDS_PER_SECOND', '51'],
  ])('with %s is refused', (_, name, value) => {
    expect(faults({ ...cloud, [name]: value })).toEqual([name]);
  });

  test('has botbuilder carry what goes to Teams unless it says otherwise, and says what it may say', () => {
    expect(readConfig(cloud).wire).toBe('botbuilder');
    expect(readConfig({ ...cloud, KOMPAS_WIRE: '' }).wire).toBe('botbuilder');
    expect(readConfig({ ...cloud, KOMPAS_WIRE: 'agents' }).wire).toBe('agents');
    expect(() => readConfig({ ...cloud, KOMPAS_WIRE: 'AGENTS' })).toThrow(
      'KOMPAS_WIRE: moet botbuilder of agents zijn',
    );
  });

  test('takes any key that was drawn at random', () => {
    for (let n = 0; n < 2_000; n += 1) {
      const drawn = randomBytes(32 + (n % 33)).toString('base64');
      expect(readConfig({ ...cloud, KOMPAS_SECRET: drawn }).local).toBe(false);
    }
  });

  test('of a single tenant needs a password, and one with a managed identity does not', () => {
    expect(faults({ ...cloud, BOT_APP_TYPE: 'SingleTenant' })).toEqual(['BOT_APP_PASSWORD']);
    expect(faults({ ...cloud, BOT_APP_TYPE: 'SingleTenant', BOT_APP_PASSWORD: 'x' })).toEqual([]);
    expect(faults(cloud)).toEqual([]);
  });
});

describe('local mode', () => {
  test('needs nothing, and listens to this machine only, whatever HOST says', () => {
    const config = readConfig({ KOMPAS_LOCAL: 'true', HOST: '0.0.0.0' });
    expect(config).toMatchObject({ local: true, host: '127.0.0.1', publicUrl: 'http://127.0.0.1:3978' });
    expect(config.bot).toBeUndefined();
    expect(config.storage).toBeUndefined();
  });

  test('is never on in production or with a bot registration', () => {
    expect(faults({ KOMPAS_LOCAL: 'true', NODE_ENV: 'production' })).toEqual(['KOMPAS_LOCAL']);
    expect(faults({ ...cloud, KOMPAS_LOCAL: 'true' })).toEqual(['KOMPAS_LOCAL']);
    expect(faults({ ...cloud, KOMPAS_LOCAL: 'true', NODE_ENV: 'production' })).toEqual(['KOMPAS_LOCAL']);
  });

  test.each([
    ['BOT_APP_ID', cloud.BOT_APP_ID],
    ['BOT_TENANT_ID', cloud.BOT_TENANT_ID],
    ['STORAGE_ACCOUNT', 'kompasopslag'],
    ['STORAGE_CONNECTION_STRING', 'AccountName=kompas;AccountKey=a2V5;EndpointSuffix=core.windows.net'],
    ['STORAGE_CONNECTION_STRING', 'nonsense'],
    ['NODE_ENV', 'production'],
  ])('is refused beside %s, which belongs to an installation elsewhere (%s)', (name, value) => {
    expect(() => readConfig({ KOMPAS_LOCAL: 'true', [name]: value })).toThrow(name);
    expect(faults({ KOMPAS_LOCAL: 'true', [name]: value })).toEqual(['KOMPAS_LOCAL']);
    expect(faults({ KOMPAS_LOCAL: 'true', [name]: '' })).toEqual([]);
    if (value !== 'production')
      expect(() => readConfig({ KOMPAS_LOCAL: 'true', [name]: value })).not.toThrow(value);
  });

  test.each([
    'tableendpoint=http://127.0.0.1:10002/x;queueendpoint=http://127.0.0.1:10001/x',
    'TableEndpoint=http://127.0.0.1:10002/x;queueendpoint=http://127.0.0.1:10001/x',
    'TableEndpoint=http://127.0.0.1:10002/x;QueueEndpoint =http://127.0.0.1:10001/x',
  ])('is refused where the libraries read an endpoint otherwise: %s', (endpoints) => {
    const value = `AccountName=kompas;AccountKey=a2V5;DefaultEndpointsProtocol=https;EndpointSuffix=core.windows.net;${endpoints}`;
    expect(faults({ KOMPAS_LOCAL: 'true', STORAGE_CONNECTION_STRING: value })).toEqual(['KOMPAS_LOCAL']);
  });

  test('names all of it at once', () => {
    expect(() => readConfig({ ...cloud, KOMPAS_LOCAL: 'true', NODE_ENV: 'production' })).toThrow(
      /BOT_APP_ID, BOT_TENANT_ID, STORAGE_ACCOUNT, NODE_ENV=production/,
    );
  });

  test('may keep its storage in an Azurite that runs here', () => {
    const here = 'UseDevelopmentStorage=true';
    expect(readConfig({ KOMPAS_LOCAL: 'true', STORAGE_CONNECTION_STRING: here }).storage).toEqual({
      connectionString: here,
    });
  });

  test('is off unless it is asked for', () => {
    expect(readConfig(cloud).local).toBe(false);
    expect(readConfig({ ...cloud, KOMPAS_LOCAL: 'false' }).local).toBe(false);
    expect(faults({ ...cloud, KOMPAS_LOCAL: '1' })).toEqual(['KOMPAS_LOCAL']);
  });
});

describe('a variable that makes a library print requests to storage (trust:no-request-telemetry)', () => {
  test.each([
    ['AZURE_LOG_LEVEL', 'info'],
    ['AZURE_LOG_LEVEL', 'verbose'],
    ['DEBUG', '*'],
    ['DEBUG', 'azure:core-rest-pipeline:info'],
    ['DEBUG', 'express,azure*'],
    ['NODE_DEBUG', 'http'],
    ['NODE_DEBUG', 'fs,undici'],
  ])('is refused, on this machine too: %s=%s', (name, value) => {
    expect(faults({ ...cloud, [name]: value })).toEqual([name]);
    expect(faults({ KOMPAS_LOCAL: 'true', [name]: value })).toEqual([name]);
  });

  test.each([
    ['AZURE_LOG_LEVEL', 'warning'],
    ['AZURE_LOG_LEVEL', 'error'],
    ['DEBUG', 'pw:api'],
    ['NODE_DEBUG', 'timers'],
  ])('may say less: %s=%s', (name, value) => {
    expect(faults({ ...cloud, [name]: value })).toEqual([]);
  });
});

describe('the port of the figures for monitoring', () => {
  test('is nowhere unless it is named', () => {
    expect(readConfig(cloud).metricsPort).toBeUndefined();
    expect(readConfig({ ...cloud, KOMPAS_METRICS_PORT: '' }).metricsPort).toBeUndefined();
    expect(readConfig({ ...cloud, KOMPAS_METRICS_PORT: '9464' }).metricsPort).toBe(9464);
  });

  test.each([
    ['that of the bot', { PORT: '8080', KOMPAS_METRICS_PORT: '8080' }],
    ['that of the bot, which nobody named', { KOMPAS_METRICS_PORT: '3978' }],
    ['the same in other digits', { PORT: '8080', KOMPAS_METRICS_PORT: '08080' }],
    ['no port', { KOMPAS_METRICS_PORT: '70000' }],
    ['a word', { KOMPAS_METRICS_PORT: 'aan' }],
  ])('is refused when it is %s', (_what, env) => {
    expect(faults({ ...cloud, ...env })).toEqual(['KOMPAS_METRICS_PORT']);
  });

  test('may be any free one in a test, as that of the bot', () => {
    expect(readConfig({ ...cloud, PORT: '0', KOMPAS_METRICS_PORT: '0' }).metricsPort).toBe(0);
  });
});
