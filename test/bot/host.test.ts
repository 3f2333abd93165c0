import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestBot, type TestBot, tapped, team } from '../support/bot.ts';
import { secret } from '../support/secret.ts';

const [amira] = team as [(typeof team)[0]];

const cloud = {
  KOMPAS_LOCAL: 'false',
  BOT_APP_ID: '11111111-1111-4111-8111-111111111111',
  BOT_TENANT_ID: '22222222-2222-4222-8222-222222222222',
  STORAGE_ACCOUNT: 'unused',
  PUBLIC_URL: 'https://kompas.example',
  KOMPAS_SECRET: secret,
};

/** What the bot answers to a request that says it is for `host`, as a browser would send it; without one when undefined. */
async function ask(bot: TestBot, host: string | undefined, path: string, body?: object): Promise<string> {
  const socket = connect(bot.port, '127.0.0.1');
  let answer = '';
  socket.on('data', (data) => {
    answer += data;
  });
  const closed = once(socket, 'close');
  const text = body ? JSON.stringify(body) : '';
  socket.write(
    [
      `${body ? 'POST' : 'GET'} ${path} HTTP/1.${host === undefined ? 0 : 1}`,
      ...(host === undefined ? [] : [`Host: ${host}`]),
      'Connection: close',
      'Content-Type: application/json',
      `Content-Length: ${Buffer.byteLength(text)}`,
      '',
      text,
    ].join('\r\n'),
  );
  await closed;
  return answer;
}

const others = [
  'evil.example',
  'evil.example:3978',
  '127.0.0.1.evil.example',
  'localhost.evil.example',
  'evil.example/127.0.0.1',
  '127.0.0.1@evil.example',
  'evil.example#127.0.0.1',
  '192.168.1.2',
  '0.0.0.0',
  '[::2]',
  'x y',
  '',
];

describe('a bot on this machine', () => {
  let bot: TestBot;
  beforeAll(async () => {
    bot = await startTestBot();
  });
  afterAll(() => bot.stop());
  const tap = () => ({
    ...tapped(amira, 'help.say', { text: 'instellingen' }),
    serviceUrl: bot.connector.url,
  });

  test.each([...others, undefined])(
    'serves no page that calls it %j: a name can be made to lead here',
    async (host) => {
      expect(await ask(bot, host, '/api/messages', tap())).toMatch(/^HTTP\/1.1 40[03] /);
      for (const path of ['/', '/privacy', '/bestand/x', '/nowhere'])
        expect(await ask(bot, host, path), path).toMatch(/^HTTP\/1.1 40[03] /);
    },
  );

  test.each(['127.0.0.1', '127.0.0.1:3978', 'localhost', 'LOCALHOST:80', '[::1]', '[::1]:3978'])(
    'serves whoever calls it %s',
    async (host) => {
      expect(await ask(bot, host, '/api/messages', tap())).toMatch(/^HTTP\/1.1 200 /);
      expect(await ask(bot, host, '/privacy')).toMatch(/^HTTP\/1.1 200 /);
    },
  );

  test.each(['evil.example', '10.0.0.4:3978', undefined])('tells that it is well to %j too', async (host) => {
    for (const path of ['/livez', '/healthz', '/livez?x=1'])
      expect(await ask(bot, host, path)).toMatch(/^HTTP\/1.1 200 /);
  });
});

/** What restify cannot make an address of, on one line each. */
const odd = [
  ['a host with a space', 'GET /livez HTTP/1.1\r\nHost: x y\r\n'],
  ['a host with a port too high', 'GET /livez HTTP/1.1\r\nHost: x:99999\r\n'],
  ['a host of no known form', 'GET /livez HTTP/1.1\r\nHost: [::g]\r\n'],
  ['a host with a path', 'GET /nowhere HTTP/1.1\r\nHost: 127.0.0.1/livez?\r\n'],
  ['a host that holds its path', 'GET /nowhere HTTP/1.1\r\nHost: a@b:c@d\r\n'],
  ['an address that is none', 'GET http://[ HTTP/1.1\r\nHost: 127.0.0.1\r\n'],
  ['an address of somebody else', 'GET http://evil.example/livez HTTP/1.1\r\nHost: 127.0.0.1\r\n'],
  ['everything', 'OPTIONS * HTTP/1.1\r\nHost: 127.0.0.1\r\n'],
  ['a word', 'GET livez HTTP/1.1\r\nHost: 127.0.0.1\r\n'],
];

describe.each([
  ['on this machine', {}],
  ['in the cloud', cloud],
])('a bot %s', (_, env) => {
  let bot: TestBot;
  beforeAll(async () => {
    bot = await startTestBot({ env });
  });
  afterAll(() => bot.stop());

  test.each(odd)('understands no request for %s, and goes on', async (_, said) => {
    const socket = connect(bot.port, '127.0.0.1');
    let answer = '';
    socket.on('data', (data) => {
      answer += data;
    });
    const closed = once(socket, 'close');
    socket.write(`${said}Connection: close\r\n\r\n`);
    await closed;
    expect(answer).toMatch(/^HTTP\/1.1 400 /);
    expect((await bot.http('/livez')).status).toBe(200);
  });
});

describe('a bot in the cloud', () => {
  let bot: TestBot;
  beforeAll(async () => {
    bot = await startTestBot({
      env: cloud,
    });
  });
  afterAll(() => bot.stop());

  test.each(['kompas.example', 'another.example', '10.0.0.4:3978'])(
    'is what it is under any name, since a gateway may call it otherwise, and repeats none: %s',
    async (host) => {
      for (const [path, status] of [
        ['/livez', 200],
        ['/healthz', 200],
        ['/privacy', 200],
        ['/nowhere', 404],
      ] as const) {
        const answer = await ask(bot, host, path);
        expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
        expect(answer).not.toContain(host);
      }
      expect(await ask(bot, host, '/api/messages', {})).toMatch(/^HTTP\/1.1 401 /);
    },
  );
});
