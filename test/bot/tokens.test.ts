import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { startTestBot, type TestBot, tapped, team } from '../support/bot.ts';
import { type BotFramework, startBotFramework, type Token } from '../support/bot-framework.ts';
import { secret } from '../support/secret.ts';

const [amira] = team as [(typeof team)[0]];
const SERVICE = 'https://smba.trafficmanager.net/emea/';
const appId = '11111111-1111-4111-8111-111111111111';
const tenant = 'aaaaaaaa-2222-4222-8222-222222222222';
const another = '33333333-3333-4333-8333-333333333333';

let framework: BotFramework;
let bot: TestBot;
beforeAll(async () => {
  framework = await startBotFramework();
  bot = await startTestBot({
    botFramework: framework.url,
    env: {
      KOMPAS_LOCAL: 'false',
      BOT_APP_ID: appId,
      BOT_TENANT_ID: tenant,
      STORAGE_ACCOUNT: 'unused',
      PUBLIC_URL: 'https://kompas.example',
      KOMPAS_SECRET: secret,
    },
  });
});
afterAll(async () => {
  await bot.stop();
  await framework.stop();
});

/** Everything that the process wrote anywhere. */
let output: string[];
beforeEach(() => {
  output = [];
  bot.lines.length = 0;
  for (const stream of [process.stdout, process.stderr])
    vi.spyOn(stream, 'write').mockImplementation((text) => output.push(`${text}`) > 0);
  for (const level of ['log', 'info', 'warn', 'error'] as const)
    vi.spyOn(console, level).mockImplementation((...words) => output.push(words.join(' ')));
});
afterEach(() => {
  vi.restoreAllMocks();
});
const written = () => [...output, ...bot.lines].join('\n');
const secrets =
  /PUBLIC KEY|-----|eyJ|Bearer|\bat \w|\.js:\d|\.ts:\d|JsonWebToken|Authentication|endorsement/i;

const tap = (change: object = {}): Record<string, unknown> => ({
  ...tapped(amira, 'help.say', { text: 'instellingen' }),
  serviceUrl: SERVICE,
  channelData: { tenant: { id: tenant } },
  ...change,
});
const token = (change?: Token, serviceUrl = SERVICE) =>
  framework.authorization({ aud: appId, serviceUrl }, change);
const post = (activity: object, authorization: string) => bot.post(activity, { authorization });
const seconds = (from: number) => Math.floor(Date.now() / 1_000) + from;

/** The claims of one valid token with the signature of another. */
function mixed(): string {
  const [head, , signature] = token().split('.');
  const [, claims] = token({ claims: { tid: tenant } }).split('.');
  return [head, claims, signature].join('.');
}

const refused: [string, () => string][] = [
  ['no token', () => ''],
  ['an empty token', () => 'Bearer '],
  ['garbage', () => 'Bearer garbage'],
  ['garbage in three parts', () => 'Bearer a.b.c'],
  ['JSON that is none', () => `Bearer ${Buffer.from('{').toString('base64url')}.e30.c2ln`],
  ['another scheme', () => token().replace('Bearer', 'Basic')],
  ['no scheme', () => token().replace('Bearer ', '')],
  ['two tokens', () => `${token()} ${token().slice(7)}`],
  ['a token that is cut off', () => token().slice(0, -20)],
  ['a token without signature', () => token({ header: { alg: 'none' } })],
  [
    'alg: none above a valid signature',
    () => `${token({ header: { alg: 'none' } })}${token().split('.')[2]}`,
  ],
  ['a token signed with the public key as a secret', () => token({ header: { alg: 'HS256' } })],
  ['another algorithm of the right key', () => token({ header: { alg: 'RS512' } })],
  ['an algorithm that does not exist', () => token({ header: { alg: 7 } })],
  ['a key of its own', () => token({ forged: true })],
  [
    'a key of its own that it brings along',
    () => token({ forged: true, header: { jwk: {}, jku: framework.url } }),
  ],
  ['a key that is not listed', () => token({ header: { kid: 'unknown' } })],
  ['no key named', () => token({ header: { kid: undefined } })],
  ['a key named by a list', () => token({ header: { kid: [framework.keys.teams] } })],
  ['a key of another kind', () => token({ header: { kid: 'of another kind' } })],
  ['claims that were changed', mixed],
  ['a token that has expired', () => token({ claims: { exp: seconds(-3_600) } })],
  ['a token that never expires', () => token({ claims: { exp: undefined } })],
  ['a token that expires in words', () => token({ claims: { exp: 'never' } })],
  ['a token that is not valid yet', () => token({ claims: { nbf: seconds(3_600) } })],
  ['a token for another app', () => token({ claims: { aud: another } })],
  ['a token for nobody', () => token({ claims: { aud: undefined } })],
  ['a token for a list of apps', () => token({ claims: { aud: [appId, another] } })],
  ['a token of another issuer', () => token({ claims: { iss: 'https://evil.example' } })],
  ['a token of no issuer', () => token({ claims: { iss: undefined } })],
  ['a token of a list of issuers', () => token({ claims: { iss: ['https://api.botframework.com'] } })],
  [
    'a token of an emulator',
    () =>
      token({
        claims: {
          iss: 'https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/',
          ver: '1.0',
          appid: appId,
        },
      }),
  ],
  [
    'a token of another bot',
    () =>
      token({
        claims: {
          iss: 'https://login.microsoftonline.com/d6d49420-f39b-4df7-a1dc-d59a935871db/v2.0',
          ver: '2.0',
          azp: another,
        },
      }),
  ],
  ['a tenant that is no text', () => token({ claims: { tid: 7 } })],
];

describe('a caller with', () => {
  test('a token of Bot Framework is served', async () => {
    const { status, text } = await post(tap(), token());
    expect(status).toBe(200);
    expect(text).toContain('alleen voor beheerders');
  });

  test.each([
    ['that expired a moment ago', { exp: seconds(-60) }],
    ['that is valid in a moment', { nbf: seconds(60) }],
    ['that names our tenant', { tid: tenant.toUpperCase() }],
    ['that names our app in capitals', { aud: appId.toUpperCase() }],
  ])('a token %s is served: clocks and writing differ', async (_, claims) => {
    expect((await post(tap(), token({ claims }))).status).toBe(200);
  });

  test.each(refused)('%s is not known, and learns nothing, whatever they send', async (_, authorization) => {
    const bodies: [string, string][] = [
      ['application/json', JSON.stringify(tap())],
      ['application/json', JSON.stringify(tap({ channelData: { tenant: { id: another } } }))],
      ['application/json', JSON.stringify(tap({ channelId: 'webchat' }))],
      ['application/json', JSON.stringify(tap({ channelId: 'AseChannel' }))],
      ['application/json', JSON.stringify(tap({ serviceUrl: 'https://evil.example/' }))],
      ['application/json', '{"type": 7}'],
      ['application/json', '{'],
      ['text/plain', 'hallo'],
    ];
    for (const [type, body] of bodies) {
      const answer = await bot.http('/api/messages', {
        method: 'POST',
        headers: { authorization: authorization(), 'content-type': type },
        body,
      });
      expect([answer.status, answer.text], body).toEqual([401, '{"error":"not authorised"}']);
    }
    expect(written()).not.toMatch(secrets);
  });

  test.each([
    ['another service', { serviceurl: 'https://smba.trafficmanager.net/amer/' }],
    ['no service', { serviceurl: undefined }],
    ['a list of services', { serviceurl: [SERVICE] }],
  ])('a token for %s is not known to the one that is named', async (_, claims) => {
    expect((await post(tap(), token({ claims }))).status).toBe(401);
    expect(written()).not.toMatch(secrets);
  });

  test('no token is refused before the rest of what they send is waited for', async () => {
    const slow = new ReadableStream({ start: (controller) => controller.enqueue(Buffer.from('{')) });
    const { status } = await bot.http('/api/messages', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: slow,
      duplex: 'half',
    } as RequestInit);
    expect(status).toBe(401);
  });
});

describe('of what Bot Framework itself sends, nothing is served', () => {
  const at = (place: object) => tap({ ...place });
  const { conversation, from, recipient } = tap() as Record<string, object>;

  test.each(['webchat', 'directline', 'emulator', 'test', 'AseChannel', '', undefined, 'msteams '])(
    'of the channel %j',
    async (channelId) => {
      const { status, body } = await post(tap({ channelId }), token());
      expect([status, body]).toEqual([403, { error: 'not served here' }]);
    },
  );

  test('that is signed with a key for other channels, or for none', async () => {
    for (const kid of [framework.keys.others, framework.keys.unnamed])
      expect((await post(tap(), token({ header: { kid } }))).status).toBe(403);
  });

  test.each<[string, object]>([
    ['of Teams', { channelData: { tenant: { id: another } } }],
    ['of the conversation', { conversation: { ...conversation, tenantId: another } }],
    ['of who sends', { from: { ...from, tenantId: another } }],
    ['of who receives', { recipient: { ...recipient, tenantId: another } }],
    ['of the conversation alone', { channelData: {}, conversation: { ...conversation, tenantId: another } }],
  ])('when the tenant %s is another one', async (_, place) => {
    expect((await post(at(place), token())).status).toBe(403);
  });

  test('when the token names another tenant', async () => {
    expect((await post(tap(), token({ claims: { tid: another } }))).status).toBe(403);
  });

  test('when no tenant is named, or only that of a person', async () => {
    for (const channelData of [{}, undefined, null])
      expect((await post(tap({ channelData }), token())).status).toBe(403);
    const person = { channelData: {}, from: { ...from, tenantId: tenant } };
    expect((await post(tap(person), token())).status).toBe(403);
  });

  test('that wants an answer elsewhere, also with a token for there', async () => {
    for (const serviceUrl of [
      'https://evil.example/',
      'http://smba.trafficmanager.net/emea/',
      bot.connector.url,
    ])
      expect((await post(tap({ serviceUrl }), token({}, serviceUrl))).status).toBe(403);
  });

  test('but it is when our tenant is named everywhere, in any writing', async () => {
    const everywhere = {
      conversation: { ...conversation, tenantId: tenant.toUpperCase() },
      from: { ...from, tenantId: tenant },
      recipient: { ...recipient, tenantId: tenant },
    };
    expect((await post(tap(everywhere), token({ claims: { tid: tenant } }))).status).toBe(200);
    const alone = { channelData: undefined, conversation: { ...conversation, tenantId: tenant } };
    expect((await post(tap(alone), token())).status).toBe(200);
  });
});

test('a bot that cannot fetch the keys says so to Teams, which may try again, and to its log', async () => {
  const away = await startBotFramework();
  away.behave('failing');
  const apart = await startTestBot({
    botFramework: away.url,
    env: {
      KOMPAS_LOCAL: 'false',
      BOT_APP_ID: appId,
      BOT_TENANT_ID: tenant,
      STORAGE_ACCOUNT: 'unused',
      PUBLIC_URL: 'https://kompas.example',
      KOMPAS_SECRET: secret,
    },
  });
  const authorization = away.authorization({ aud: appId, serviceUrl: SERVICE });
  const answer = await apart.post(tap(), { authorization });
  expect([answer.status, answer.body, answer.headers.get('retry-after')]).toEqual([
    503,
    { error: 'try again' },
    '10',
  ]);
  // Who can be nobody needs no keys.
  expect((await apart.post(tap(), { authorization: 'Bearer garbage' })).status).toBe(401);
  expect(apart.lines.join('\n')).toContain('token not checked');
  expect([...output, ...apart.lines].join('\n')).not.toMatch(/PUBLIC KEY|eyJ|Bearer/);
  await apart.stop();
  await away.stop();
});
