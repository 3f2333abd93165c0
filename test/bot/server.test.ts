import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { HEALTH_KEPT_MS } from '../../src/delivery/health.ts';
import { setAsideTable } from '../../src/delivery/tables.ts';
import { use } from '../../src/features/compose.ts';
import type { FeatureModule } from '../../src/features/module.ts';
import { kompas } from '../../src/kompas.ts';
import { startTestBot, type TestBot, tapped, team, typed } from '../support/bot.ts';

const [amira, bert] = team as [(typeof team)[0], (typeof team)[0]];
const json = { 'content-type': 'application/json' };

/** What a stranger may never read in an answer: stacks, paths, names of libraries. */
const internals =
  /node_modules|\/src\/|\.ts\b|\.js\b|\bat \w+|stack|restify|botbuilder|azure|SyntaxError|TypeError/i;

describe('a bot on this machine', () => {
  let bot: TestBot;
  beforeAll(async () => {
    bot = await startTestBot();
  });
  afterAll(() => bot.stop());

  const send = (body: BodyInit, headers: Record<string, string> = json) =>
    bot.http('/api/messages', { method: 'POST', headers, body });

  test('answers a message to the chat it came from', async () => {
    const [answer] = await bot.hear(typed(amira, 'help'));
    expect(answer?.conversation).toBe('chat-p1');
    expect(answer?.activity.summary).toBe('Dit kun je mij vragen.');
  });

  const missing = (field: string) => {
    const { [field]: _, ...rest } = { ...typed(amira, 'help'), serviceUrl: 'http://127.0.0.1:1' } as Record<
      string,
      unknown
    >;
    return JSON.stringify(rest);
  };
  test.each([
    ['malformed JSON', '{"type": "message",', json, 400],
    ['no activity', '[1, 2]', json, 400],
    ['nothing', '', json, 400],
    ['2 MB', `"${'x'.repeat(2 * 1024 * 1024)}"`, json, 413],
    ['text', 'help', { 'content-type': 'text/plain' }, 415],
    ['a form', 'text=help', { 'content-type': 'application/x-www-form-urlencoded' }, 415],
    ['a packed body', gzipSync(missing('none')), { ...json, 'content-encoding': 'gzip' }, 415],
    ['a broken packed body', 'not gzip', { ...json, 'content-encoding': 'gzip' }, 415],
    ['an activity without type', missing('type'), json, 400],
    ['an activity without id', missing('id'), json, 400],
    ['an activity without from', missing('from'), json, 400],
    ['an activity without recipient', missing('recipient'), json, 400],
    ['an activity without conversation', missing('conversation'), json, 400],
    ['an activity without serviceUrl', missing('serviceUrl'), json, 400],
    ['deeply nested JSON', `${'['.repeat(100_000)}${']'.repeat(100_000)}`, json, 400],
  ])('refuses %s and goes on', async (_, body, headers, status) => {
    const answer = await send(body, headers as Record<string, string>);
    expect(answer.status).toBe(status);
    expect(answer.text).not.toMatch(internals);
    expect(await bot.hear(typed(amira, 'help'))).toHaveLength(1);
  });

  test('refuses a form with a file, and writes no file', async () => {
    const form = new FormData();
    form.set('file', new Blob(['x'.repeat(1_000)]), 'x.txt');
    expect((await send(form, {})).status).toBe(415);
  });

  test('does not write to another machine', async () => {
    const answer = await bot.post({
      ...typed(amira, 'help'),
      serviceUrl: 'https://smba.trafficmanager.net/',
    });
    expect(answer.status).toBe(403);
    expect(answer.text).not.toMatch(internals);
  });

  test.each([
    ['GET', '/nowhere', 404],
    ['GET', '/../../etc/passwd', 404],
    ['GET', '/%E0%A4%A', 404],
    ['GET', '/bestand/%E0%A4%A', 404],
    ['GET', '/api/messages', 405],
    ['DELETE', '/api/messages', 405],
    ['POST', '/healthz', 405],
    ['POST', '/nowhere', 404],
    ['POST', '/livez', 405],
    ['DELETE', '/healthz', 405],
    ['PUT', '/privacy', 405],
  ])('says no more than needed to %s %s', async (method, path, status) => {
    const answer = await bot.http(path, { method });
    expect(answer.status).toBe(status);
    expect(answer.text.length).toBeLessThan(60);
    expect(answer.text).not.toMatch(internals);
    expect(answer.headers.get('server')).toBe('kompas');
  });

  test.each([
    ['GET', '/livez', 'websocket', 200],
    ['GET', '/privacy', 'h2c', 200],
    ['GET', '/nowhere', 'websocket', 404],
    ['POST', '/api/messages', 'websocket', 415],
  ])(
    'answers %s %s with a request for %s in plain HTTP, and keeps no socket',
    async (method, path, to, status) => {
      const socket = connect(bot.port, '127.0.0.1');
      let answer = '';
      socket.on('data', (data) => {
        answer += data;
      });
      const closed = once(socket, 'close', { signal: AbortSignal.timeout(2_000) });
      socket.write(
        `${method} ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: Upgrade, close\r\nUpgrade: ${to}\r\nContent-Length: 0\r\n\r\n`,
      );
      await closed.finally(() => socket.destroy());
      expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    },
  );

  test('lets a client that asks first whether it may send go on', async () => {
    const socket = connect(bot.port, '127.0.0.1');
    let answer = '';
    socket.on('data', (data) => {
      answer += data;
    });
    const closed = once(socket, 'close');
    socket.write(
      'POST /api/messages HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\nExpect: 100-continue\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n',
    );
    await expect.poll(() => answer).toContain('100 Continue');
    socket.write('{}');
    await closed;
    expect(answer).toContain('HTTP/1.1 400 ');
  });

  test('survives what is no HTTP at all', async () => {
    const socket = connect(bot.port, '127.0.0.1');
    socket.write('\u0016\u0003\u0001 nonsense\r\n\r\n');
    await new Promise((resolve) => socket.resume().on('close', resolve).on('error', resolve));
    expect(await bot.hear(typed(amira, 'help'))).toHaveLength(1);
  });

  test('takes a deeply nested value as an old card', async () => {
    const nested = `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`;
    const body = JSON.stringify({ ...tapped(amira, 'checkin.open', 'X'), serviceUrl: bot.connector.url });
    const answer = await send(body.replace('"X"', nested));
    expect(answer.status).toBe(200);
    expect(answer.text).toContain('Deze kaart werkt niet meer');
  });

  test('shows its public pages to everybody, with nothing loaded from elsewhere', async () => {
    for (const path of ['/', '/privacy', '/voorwaarden']) {
      const { status, text, headers } = await bot.http(path);
      expect(status).toBe(200);
      expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
      expect(headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(text).toContain('<html lang="nl">');
      // A link goes elsewhere only for who follows it.
      expect(text.replace(/<a href="https:[^"]+"/g, '')).not.toMatch(/<script|https?:\/\//);
    }
  });

  test('tells whoever watches over it that it is well', async () => {
    const { status, body } = await bot.http('/healthz');
    expect(status).toBe(200);
    expect(body).toEqual({ status: 'ok', storage: 'ok', queueDepth: expect.any(Number), setAside: 0 });
  });

  test('asks storage once in two seconds how it is, however many want to know', async () => {
    bot.clock.elapsed += HEALTH_KEPT_MS;
    const before = bot.requests.length;
    const ask = () => bot.http('/healthz');
    const answers = [...(await Promise.all(Array.from({ length: 40 }, ask))), await ask()];
    for (const { status, body } of answers) expect([status, body.storage]).toEqual([200, 'ok']);
    const first = bot.requests.slice(before).length;
    expect(first).toBeGreaterThan(0);
    expect(first).toBeLessThanOrEqual(3);
    bot.clock.elapsed += HEALTH_KEPT_MS - 1;
    await ask();
    expect(bot.requests).toHaveLength(before + first);
    bot.clock.elapsed += 1;
    await ask();
    expect(bot.requests).toHaveLength(before + 2 * first);
  });

  test('tells how many messages were set aside', async () => {
    const row = { round: 'checkin-card', team: 'west', period: '2026-W48', day: '2026-11-25' };
    await bot.core.store.keepAside('one', { ...row, reason: 'failed' });
    await bot.core.store.keepAside('two', { ...row, reason: 'unfinished' });
    bot.clock.elapsed += HEALTH_KEPT_MS;
    expect((await bot.http('/healthz')).body).toMatchObject({ status: 'ok', setAside: 2 });
    for (const id of ['one', 'two']) await bot.storage.table(setAsideTable).remove('local', id);
  });

  test('says that its process runs, and asks nothing of storage for that', async () => {
    const before = bot.requests.length;
    const { status, body } = await bot.http('/livez');
    expect([status, body]).toEqual([200, { status: 'ok' }]);
    expect(bot.requests).toHaveLength(before);
  });

  test.each(['/livez', '/healthz', '/', '/privacy', '/voorwaarden', '/bestand/nonsense'])(
    'answers HEAD %s as it answers GET, without the body',
    async (path) => {
      const [head, get] = [await bot.http(path, { method: 'HEAD' }), await bot.http(path)];
      expect(head.status).toBe(get.status);
      expect(head.text).toBe('');
    },
  );

  test.each([
    ['/nowhere', 404],
    ['/api/messages', 405],
  ])('has nothing for HEAD %s', async (path, status) => {
    expect((await bot.http(path, { method: 'HEAD' })).status).toBe(status);
  });

  test('tells Teams to try again when an answer could not be delivered', async () => {
    bot.connector.behave({ do: 'answer', status: 500 });
    try {
      const answer = await bot.post(typed(amira, 'help'));
      expect(answer.status).toBe(500);
      expect(answer.body).toEqual({ error: 'failed' });
    } finally {
      bot.connector.behave({ do: 'accept' });
    }
  });
});

describe('a bot whose clock stands still', () => {
  let bot: TestBot;
  let end = () => {};
  const endless: FeatureModule = {
    name: 'endless',
    tables: [],
    open: () => undefined,
    offer: () => ({
      phrases: [],
      actions: {},
      jobs: [
        {
          name: 'endless',
          when: 'always',
          run: () =>
            new Promise<void>((resolve) => {
              end = resolve;
            }),
        },
      ],
    }),
  };
  beforeAll(async () => {
    bot = await startTestBot({ byTheClock: true, features: [...kompas, use(endless)] });
  });
  afterAll(async () => {
    end();
    await bot.stop();
  });

  test('is well for five minutes, and then says since when it is behind, but goes on living', async () => {
    const start = bot.clock.now;
    const well = await bot.http('/healthz');
    expect(well.status).toBe(200);
    expect(well.body).toMatchObject({ status: 'ok', clock: 'ok', lastTick: start.toString() });
    bot.clock.now = start.add({ minutes: 5 });
    const { status, body } = await bot.http('/healthz');
    expect(status).toBe(503);
    expect(body).toEqual({
      status: 'unavailable',
      storage: 'ok',
      clock: 'behind',
      lastTick: start.toString(),
      queueDepth: expect.any(Number),
      setAside: 0,
    });
    expect((await bot.http('/healthz', { method: 'HEAD' })).status).toBe(503);
    expect((await bot.http('/livez')).status).toBe(200);
    expect(await bot.hear(typed(amira, 'help'))).toHaveLength(1);
  });
});

describe('a bot that is stopped', () => {
  let bot: TestBot | undefined;
  afterEach(() => bot?.stop());

  test('first finishes what it was doing, then closes its port', async () => {
    bot = await startTestBot();
    const { connector } = bot;
    connector.behave({ do: 'hang' });
    const slow = [bot.post(typed(amira, 'help')), bot.post(typed(bert, 'help'))];
    await connector.until(() => connector.requests.length === 2);
    const { sent } = connector;
    expect(sent).toHaveLength(0);
    const stopped = bot.stop().then(() => sent.length);
    const late = await bot.post(typed(amira, 'help')).catch(() => 'refused');
    expect(late).toBe('refused');
    connector.behave({ do: 'accept' });
    expect(await stopped).toBe(2);
    expect((await Promise.all(slow)).map(({ status }) => status)).toEqual([200, 200]);
    await expect(bot.http('/healthz')).rejects.toThrow();
    bot = undefined;
  });
});

test('nothing of a request reaches the output of the process, not even when its answer breaks', async () => {
  const script = fileURLToPath(new URL('./broken-answer.ts', import.meta.url));
  const { stdout, stderr } = await promisify(execFile)(process.execPath, [script]);
  expect(stdout).toContain('status 500');
  expect(stdout + stderr).not.toMatch(/GEHEIM|authorization|geheime|amira/i);
});
