import { randomUUID } from 'node:crypto';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { agentsToken } from '../../src/bot/agents-token.ts';

/** No fetching of a token is to end by this, unless a test is about that. */
const LONG_MS = 60_000;
const SHORT_MS = 300;

/** Microsoft's login, which only speaks https: in the place of the network. It notes who asks for a token. */
function login(answer: () => Promise<Response>) {
  const asked: Record<string, string>[] = [];
  vi.stubGlobal('fetch', async (url: string, { body = '' }: { body?: string } = {}) => {
    const { pathname, host } = new URL(url);
    asked.push({ where: `${host}${pathname}`, ...Object.fromEntries(new URLSearchParams(body)) });
    return answer();
  });
  return asked;
}

const token = (access_token: string) =>
  Response.json({ token_type: 'Bearer', expires_in: 3_599, access_token });
const app = () =>
  ({ appId: randomUUID(), tenantId: randomUUID(), type: 'SingleTenant', password: 'of the app' }) as const;

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('a bot with a password, by the Agents SDK,', () => {
  test('gets its token from the login of its own tenant', async () => {
    const asked = login(async () => token('a token'));
    const bot = app();
    expect(await agentsToken(bot, LONG_MS)()).toBe('a token');
    expect(asked).toMatchObject([
      {
        where: `login.microsoftonline.com/${bot.tenantId}/oauth2/v2.0/token`,
        client_id: bot.appId,
        client_secret: bot.password,
        grant_type: 'client_credentials',
      },
    ]);
    expect(asked[0]?.scope).toContain('https://api.botframework.com/.default');
  });

  test('asks once for all who need one at the same time, and not again while it is good', async () => {
    const asked = login(async () => token('a token'));
    const get = agentsToken(app(), LONG_MS);
    expect(await Promise.all([get(), get(), get()])).toEqual(['a token', 'a token', 'a token']);
    expect(await get()).toBe('a token');
    expect(asked).toHaveLength(1);
  });

  test('has none where the login refuses, and asks anew the next time', async () => {
    const answers = [Response.json({ error: 'invalid_client' }, { status: 401 }), token('another token')];
    login(async () => answers.shift() as Response);
    const get = agentsToken(app(), LONG_MS);
    await expect(get()).rejects.toMatchObject({ code: 'NO_TOKEN' });
    expect(await get()).toBe('another token');
  });

  test('waits no longer than it may for a login that hangs', async () => {
    login(() => new Promise(() => {}));
    await expect(agentsToken(app(), SHORT_MS)()).rejects.toMatchObject({ code: 'NO_TOKEN' });
  });
});
