import { once } from 'node:events';
import { createServer } from 'node:http';
import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LARGEST_BODY, readJson } from '../../src/bot/body.ts';
import { listen } from '../support/listen.ts';

const server = createServer(async (request, response) => {
  const body = await readJson(request);
  response.statusCode = 'json' in body ? 200 : body.status;
  response.end(JSON.stringify(body));
});
let port = 0;

beforeAll(async () => {
  port = await listen(server);
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const json = { 'content-type': 'application/json' };

async function post(body: BodyInit, headers: Record<string, string> = json) {
  const response = await fetch(`http://127.0.0.1:${port}`, {
    method: 'POST',
    headers,
    body,
    duplex: 'half',
  } as RequestInit);
  return { status: response.status, body: await response.json() };
}

/** A body whose length is not told beforehand. */
function inPieces(size: number): ReadableStream {
  let left = size;
  return new ReadableStream({
    pull(controller) {
      const piece = Math.min(left, 16_384);
      left -= piece;
      controller.enqueue(Buffer.alloc(piece, ' '));
      if (left === 0) controller.close();
    },
  });
}

describe('the body of a request', () => {
  test('is read when it is plain JSON', async () => {
    expect(await post('{"a":["é",1]}')).toEqual({ status: 200, body: { json: { a: ['é', 1] } } });
    const charset = { 'content-type': 'Application/JSON; charset=utf-8' };
    expect((await post('{}', charset)).status).toBe(200);
  });

  test('is refused when it is no JSON', async () => {
    for (const text of ['', '{', 'hallo', "{'a':1}", '{"a":1}}']) {
      expect(await post(text), text).toEqual({ status: 400, body: { status: 400, reason: 'no JSON' } });
    }
  });

  test('may be as large as the limit, and not a byte larger', async () => {
    const text = `"${'x'.repeat(LARGEST_BODY - 2)}"`;
    expect((await post(text)).status).toBe(200);
    expect((await post(`${text} `)).status).toBe(413);
    expect((await post('x'.repeat(2 * 1024 * 1024))).status).toBe(413);
  });

  test('is counted while it comes in when its length is not told', async () => {
    expect((await post(inPieces(LARGEST_BODY + 1))).status).toBe(413);
    expect((await post(inPieces(2 * 1024 * 1024))).status).toBe(413);
  });

  test('is not unpacked, whatever it says it is packed with', async () => {
    const packed = gzipSync('{}');
    const broken = Buffer.concat([packed.subarray(0, 12), Buffer.from('broken')]);
    for (const encoding of ['gzip', 'deflate', 'br', 'identity', 'GZIP, gzip']) {
      for (const body of [packed, broken]) {
        expect((await post(body, { ...json, 'content-encoding': encoding })).status, encoding).toBe(415);
      }
    }
  });

  test('is refused when it is anything but JSON', async () => {
    const form = new FormData();
    form.set('file', new Blob(['x']), 'x.txt');
    expect((await post(form, {})).status).toBe(415);
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'application/json-patch+json',
      '',
    ]) {
      expect((await post('{}', { 'content-type': type })).status, type).toBe(415);
    }
  });

  test('that stops halfway harms nothing', async () => {
    const came = once(server, 'request');
    const socket = connect(port, '127.0.0.1');
    socket.write(
      'POST / HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n{"a":',
    );
    await came;
    socket.destroy();
    expect((await post('{}')).status).toBe(200);
  });
});
