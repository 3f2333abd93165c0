import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { RESOURCES } from './fixtures/identity-process.ts';
import { type Connector, startConnector } from './support/connector.ts';
import { type ManagedIdentity, startManagedIdentity } from './support/managed-identity.ts';
import { secret } from './support/secret.ts';

const PROCESS = join(import.meta.dirname, 'fixtures/identity-process.ts');

let connector: Connector;
let machine: ManagedIdentity;
beforeAll(async () => {
  connector = await startConnector();
});
afterAll(() => connector.stop());
beforeEach(() => {
  connector.authorizations.splice(0);
});
afterEach(() => machine.stop());

/**
 * As what an installation on that machine opens storage and writes to Teams. In a process of its own: Azure's libraries look
 * once, for as long as they live, where a machine gives its tokens. Nothing of who runs the tests comes along, such as a
 * sign-in to Azure.
 */
async function tokensOf(
  place: Record<string, string>,
  env: Record<string, string>,
): Promise<Record<'storage' | 'bot', unknown>> {
  const { stdout } = await promisify(execFile)(process.execPath, [PROCESS, connector.url], {
    env: {
      PATH: '',
      BOT_TENANT_ID: randomUUID(),
      STORAGE_ACCOUNT: 'kompasopslag',
      PUBLIC_URL: 'https://kompas.gemeente.example',
      KOMPAS_SECRET: secret,
      ...place,
      ...env,
    },
  });
  const { storage } = JSON.parse(stdout);
  return { storage, bot: connector.authorizations.at(-1) };
}

describe.each(['botbuilder', 'agents'])('a bot with a user-assigned identity, by %s,', (wire) => {
  const appId = '3f2504e0-4f89-41d3-9a0c-0305e82c3301';
  const another = 'b9d1a2c4-0c1e-4f6b-8a55-77e0c1d2f3a4';
  const asItself = {
    storage: `token of ${appId} for ${RESOURCES.storage}`,
    bot: `Bearer token of ${appId} for ${RESOURCES.bot}`,
  };
  const app = { BOT_APP_ID: appId, KOMPAS_WIRE: wire };

  test.each(['appService', 'machine'] as const)(
    'opens storage and writes to Teams as that identity, which is named in one place: %s',
    async (place) => {
      machine = await startManagedIdentity({ identities: [another, appId] });
      expect(await tokensOf(machine.env[place], app)).toEqual(asItself);
      expect(new Set(machine.asked)).toEqual(new Set([appId]));
    },
  );

  test('is that identity also where its id is written in capitals', async () => {
    machine = await startManagedIdentity({ identities: [appId] });
    const env = { ...app, BOT_APP_ID: appId.toUpperCase() };
    expect(await tokensOf(machine.env.appService, env)).toEqual(asItself);
  });

  test('is not the machine itself where that has an identity too', async () => {
    machine = await startManagedIdentity({ identities: [appId], hasItsOwn: true });
    expect(await tokensOf(machine.env.appService, app)).toEqual(asItself);
  });

  test('is not another identity that the environment names', async () => {
    machine = await startManagedIdentity({ identities: [appId, another] });
    const env = { ...app, AZURE_CLIENT_ID: another, clientId: another, MicrosoftAppId: another };
    expect(await tokensOf(machine.env.appService, env)).toEqual(asItself);
  });

  test('needs no password, and goes without one that was left behind', async () => {
    machine = await startManagedIdentity({ identities: [appId] });
    const env = { ...app, BOT_APP_PASSWORD: 'of before' };
    expect(await tokensOf(machine.env.appService, env)).toEqual(asItself);
  });

  test('that the machine does not have gets no token, and writes to nobody', async () => {
    machine = await startManagedIdentity({ identities: [another], hasItsOwn: true });
    const { storage, bot } = await tokensOf(machine.env.appService, app);
    expect(storage).toHaveProperty('error');
    expect(bot).toBeUndefined();
    expect(new Set(machine.asked)).toEqual(new Set([appId]));
  });
});

describe('a bot with a password', () => {
  const app = { BOT_APP_ID: randomUUID(), BOT_APP_TYPE: 'SingleTenant', BOT_APP_PASSWORD: 'x' };

  test('opens storage as the machine itself: its app is no identity of the machine', async () => {
    machine = await startManagedIdentity({ identities: [randomUUID()], hasItsOwn: true });
    const { storage } = await tokensOf(machine.env.appService, app);
    expect(storage).toBe(`token of the machine for ${RESOURCES.storage}`);
    expect(machine.asked).toEqual([undefined]);
  });

  test('opens storage as the identity that the environment names', async () => {
    const named = randomUUID();
    machine = await startManagedIdentity({ identities: [named] });
    const { storage } = await tokensOf(machine.env.appService, { ...app, AZURE_CLIENT_ID: named });
    expect(storage).toBe(`token of ${named} for ${RESOURCES.storage}`);
  });

  test('gets no token on a machine that has identities but none of its own', async () => {
    machine = await startManagedIdentity({ identities: [randomUUID()] });
    const { storage } = await tokensOf(machine.env.appService, app);
    expect(storage).toHaveProperty('error');
  });
});
