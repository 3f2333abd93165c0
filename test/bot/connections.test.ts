import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { pino } from 'pino';
import { afterEach, describe, expect, test } from 'vitest';
import type { IncomingActivity } from '../../src/bot/activity.ts';
import type { Limits } from '../../src/bot/listening.ts';
import { type RunningServer, startServer } from '../../src/bot/server.ts';
import { patience } from '../support/patience.ts';

/** So short that a test can see it end; what is not meant to end by it has a limit of its own below. */
const SHORT_MS = 150;
const long: Limits = {
  connections: 100,
  headersMs: 60_000,
  requestMs: 60_000,
  silentMs: 60_000,
  checkMs: 20,
  stopMs: 60_000,
};

let server: RunningServer | undefined;
const sockets: Socket[] = [];
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  await server?.stop();
  server = undefined;
});

/** A server whose turns go as the test says. */
async function serve(
  limits: Partial<Limits>,
  turn: (activity: IncomingActivity) => Promise<undefined> = async () => undefined,
): Promise<RunningServer> {
  server = await startServer(
    {
      wire: { verify: async () => ({ channels: [] }) },
      border: { local: true },
      turn,
      files: {} as never,
      upload: undefined as never,
      statement: undefined as never,
      health: async () => ({ queueDepth: 0, setAside: 0 }),
      log: pino({ level: 'silent' }),
    },
    '127.0.0.1',
    0,
    { ...long, ...limits },
  );
  return server;
}

/** Somebody who speaks HTTP as badly as they like, and never closes by themselves. */
async function somebody(said = '') {
  const socket = connect({ port: server?.port ?? 0, host: '127.0.0.1', allowHalfOpen: true });
  sockets.push(socket);
  const seen = { answer: '', closed: false };
  socket.on('data', (data) => {
    seen.answer += data;
  });
  socket.on('error', () => {});
  for (const end of ['end', 'close'])
    socket.on(end, () => {
      seen.closed = true;
    });
  await once(socket, 'connect');
  if (said !== '') socket.write(said);
  return { socket, seen, gone: () => expect.poll(() => seen.closed, patience).toBe(true) };
}

const activity = JSON.stringify({
  type: 'message',
  id: '1',
  serviceUrl: 'http://127.0.0.1:9',
  from: { id: '29:amira' },
  recipient: { id: '28:kompas' },
  conversation: { id: 'chat-amira' },
});
const head = (more: string) => `POST /api/messages HTTP/1.1\r\nHost: 127.0.0.1\r\n${more}`;
const post = (length: number, body = '') =>
  `${head(`Content-Type: application/json\r\nContent-Length: ${length}\r\n\r\n`)}${body}`;
const chunked = head('Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n1\r\n[\r\n');
const get = (path: string, more = '') => `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\n${more}\r\n`;

async function isWell(): Promise<void> {
  const { seen } = await somebody(get('/livez'));
  await expect.poll(() => seen.answer, patience).toMatch(/^HTTP\/1.1 200 /);
}

describe('a server gives up, and goes on serving others,', () => {
  test.each([
    ['who says nothing', ''],
    ['who stops within the headers', head('Content-Type: appl')],
    ['who stops within the first line', 'POST /api/mess'],
  ])('on somebody %s', async (_, said) => {
    await serve({ headersMs: SHORT_MS });
    const slow = await somebody(said);
    await slow.gone();
    await isWell();
  });

  test.each([
    ['after the headers', post(99)],
    ['within the body', post(99, '{"type":')],
    ['within a body of no told length', chunked],
    ['within a body that nobody reads', post(99, '{').replace('application/json', 'text/plain')],
    ['within a body for a page that is not there', post(99, '{').replace('/api/messages', '/nowhere')],
    ['within the body of a request for a page', get('/voorwaarden', 'Content-Length: 99\r\n')],
  ])('on somebody who stops %s', async (_, said) => {
    await serve({ headersMs: SHORT_MS, requestMs: SHORT_MS });
    const slow = await somebody(said);
    await slow.gone();
    await isWell();
  });

  test.each([
    ['headers', head('')],
    ['body', post(10_000)],
  ])('on somebody whose %s trickle in', async (_, said) => {
    await serve({ headersMs: SHORT_MS, requestMs: SHORT_MS });
    const slow = await somebody(said);
    const drip = setInterval(() => slow.socket.write('x'), 20);
    await slow.gone().finally(() => clearInterval(drip));
    await isWell();
  });

  test('on somebody who asks and asks but never reads an answer', async () => {
    await serve({ silentMs: SHORT_MS });
    const slow = await somebody();
    slow.socket.pause();
    slow.socket.write(get('/voorwaarden').repeat(5_000));
    const closed = new Promise((resolve) => slow.socket.on('close', resolve));
    // Only writing tells somebody who does not read that the other side is gone.
    const more = setInterval(() => slow.socket.write(get('/voorwaarden')), 20);
    await closed.finally(() => clearInterval(more));
    await isWell();
  });

  test('on no turn that takes long', async () => {
    let end = () => {};
    const turn = new Promise<undefined>((resolve) => {
      end = () => resolve(undefined);
    });
    await serve({ headersMs: SHORT_MS, requestMs: SHORT_MS }, () => turn);
    const { seen } = await somebody(post(activity.length, activity));
    const slower = await somebody(post(99));
    await slower.gone();
    expect(seen).toEqual({ answer: '', closed: false });
    end();
    await expect.poll(() => seen.answer, patience).toMatch(/^HTTP\/1.1 200 /);
  });
});

describe('a server takes', () => {
  test.each([
    ['one header that is too large', `X-Large: ${'x'.repeat(20_000)}\r\n`],
    ['many headers that are too large together', 'X-Small: small\r\n'.repeat(2_000)],
  ])('not %s', async (_, headers) => {
    await serve({});
    const large = await somebody(get('/livez', headers));
    await large.gone();
    expect(large.seen.answer).toMatch(/^HTTP\/1.1 431 /);
    await isWell();
  });

  test('so many connections at once, closes the ones above, and takes others when some have gone', async () => {
    await serve({ connections: 3 });
    const first = [await somebody(), await somebody(), await somebody()];
    const above = await somebody();
    await above.gone();
    expect(first.map(({ seen }) => seen.closed)).toEqual([false, false, false]);
    first[0]?.socket.destroy();
    await expect.poll(async () => (await fetch(`http://127.0.0.1:${server?.port}/livez`)).status).toBe(200);
  });

  test('no request to be a tunnel', async () => {
    await serve({});
    const tunnel = await somebody('CONNECT example.org:443 HTTP/1.1\r\nHost: example.org\r\n\r\n');
    await tunnel.gone();
    expect(tunnel.seen.answer).not.toMatch(/ 200 /);
    await isWell();
  });
});

describe('a server that is stopped', () => {
  test.each([
    ['says nothing', ''],
    ['stopped within the headers', head('Content-')],
    ['stopped within the body', post(99, '{')],
    ['stopped within a body of no told length', chunked],
    ['keeps the connection', get('/voorwaarden', 'Connection: keep-alive\r\n')],
    ['asked for another protocol', get('/voorwaarden', 'Connection: Upgrade\r\nUpgrade: websocket\r\n')],
    ['asked for another protocol and a body', head('Connection: Upgrade\r\nUpgrade: h2c\r\n\r\n')],
    ['asked for a tunnel', 'CONNECT x:443 HTTP/1.1\r\nHost: x\r\n\r\n'],
    ['said no HTTP', '\u0016\u0003\u0001 nonsense\r\n\r\n'],
  ])('waits for nobody who %s', async (_, said) => {
    const running = await serve({});
    const other = await somebody(said);
    if (said.includes('/voorwaarden')) await expect.poll(() => other.seen.answer, patience).toContain('200');
    await isWell();
    await running.stop();
    await other.gone();
  });

  test('waits for a turn, and for its answer', async () => {
    let end = () => {};
    const turn = new Promise<undefined>((resolve) => {
      end = () => resolve(undefined);
    });
    let began = false;
    const running = await serve({}, () => {
      began = true;
      return turn;
    });
    const { seen } = await somebody(post(activity.length, activity));
    await expect.poll(() => began, patience).toBe(true);
    const stopped = running.stop();
    end();
    await stopped;
    await expect.poll(() => seen.answer, patience).toMatch(/^HTTP\/1.1 200 /);
  });

  test('waits no longer than its limit for a turn that hangs, and closes the connection', async () => {
    let began = false;
    const running = await serve({ stopMs: SHORT_MS }, () => {
      began = true;
      return new Promise(() => {});
    });
    const other = await somebody(post(activity.length, activity));
    await expect.poll(() => began, patience).toBe(true);
    await running.stop();
    await other.gone();
  });

  test('waits no longer than its limit for somebody who does not read the answer', async () => {
    const running = await serve({ stopMs: SHORT_MS });
    const other = await somebody();
    other.socket.pause();
    other.socket.write(get('/voorwaarden').repeat(5_000));
    await isWell();
    await running.stop();
  });
});
