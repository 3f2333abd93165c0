import { createServer, type RequestListener, type Server } from 'node:http';
import { afterEach, describe, expect, test } from 'vitest';
import { createDownload, isFileOfTeams, isPublic } from '../../src/bot/download.ts';
import { LARGEST_FILE } from '../../src/files/acceptable.ts';
import { listen } from '../support/listen.ts';

const servers: Server[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

/** A server on this machine, where a name of Microsoft's leads by mistake or by malice. */
async function host(answer: RequestListener): Promise<{ port: number; asked: string[] }> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(`${request.headers.host}${request.url}`);
    answer(request, response);
  });
  servers.push(server);
  return { port: await listen(server), asked };
}

const fetching = (port: number, mostMs?: number) =>
  createDownload({
    local: false,
    mayFetch: () => true,
    mayConnect: () => true,
    mostMs,
    resolve: async () => ['127.0.0.1'],
  })(`http://gemeente-my.sharepoint.com:${port}/download.aspx`);

describe('an address', () => {
  test.each([
    'https://gemeente-my.sharepoint.com/personal/aad/_layouts/15/download.aspx?UniqueId=1&tempauth=v1',
    'https://gemeente.sharepoint.com/sites/x/download.aspx',
    'https://GEMEENTE-my.SharePoint.com/a',
  ])('of Teams: %s', (address) => {
    expect(isFileOfTeams(new URL(address))).toBe(true);
  });

  test.each([
    'http://gemeente-my.sharepoint.com/a',
    'https://gemeente-my.sharepoint.com:8443/a',
    'https://aad@gemeente-my.sharepoint.com/a',
    'https://gemeente-my.sharepoint.com@169.254.169.254/a',
    'https://169.254.169.254/metadata/instance',
    'https://127.0.0.1/a',
    'https://2130706433/a',
    'https://[::1]/a',
    'https://[::ffff:169.254.169.254]/a',
    'https://localhost/a',
    'https://sharepoint.com/a',
    'https://evil-sharepoint.com/a',
    'https://gemeente.sharepoint.com.evil.example/a',
    'https://evil.example/gemeente.sharepoint.com',
    'https://evil.example/?x=.sharepoint.com',
    'https://evil.example#.sharepoint.com',
    'https://gemeente.sharepoint.com./a',
    'https://a.b.sharepoint.com/a',
    'https://gemeente.shаrepoint.com/a',
    'https://xn--gemeente-123.sharepoint.com/a',
    'ftp://gemeente.sharepoint.com/a',
    'file:///etc/passwd',
    'data:text/csv,id',
  ])('of somebody else: %s', (address) => {
    expect(isFileOfTeams(new URL(address))).toBe(false);
  });

  test.each(['', 'geen adres', '//gemeente.sharepoint.com/a', 'https://'])(
    'that is none: "%s"',
    async (address) => {
      const download = createDownload({ local: false, resolve: async () => [] });
      expect(await download(address)).toHaveProperty('reason');
    },
  );
});

describe('a name that leads inside', () => {
  test.each([
    '127.0.0.1',
    '10.1.2.3',
    '172.16.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '::1',
    '::',
    'fe80::1',
    'fd00::1',
    '::ffff:127.0.0.1',
    '::ffff:a9fe:a9fe',
    '64:ff9b::a9fe:a9fe',
    '224.0.0.1',
    'no address',
  ])('%s is not on the internet', async (address) => {
    expect(isPublic(address)).toBe(false);
    const download = createDownload({ local: false, resolve: async () => ['52.1.2.3', address] });
    expect(await download('https://gemeente-my.sharepoint.com/a')).toEqual({
      reason: expect.stringContaining('leidt niet naar Microsoft'),
    });
  });

  test('13.107.136.9 and 2620:1ec:8f8::9 are', () => {
    expect(['13.107.136.9', '2620:1ec:8f8::9', '::ffff:13.107.136.9'].map(isPublic)).toEqual([
      true,
      true,
      true,
    ]);
  });
});

describe('what comes', () => {
  test('is the file, from the address that was looked at', async () => {
    const { port, asked } = await host((_, response) => response.end('id;naam'));
    expect(Buffer.from((await fetching(port)) as Uint8Array).toString()).toBe('id;naam');
    expect(asked).toEqual([`gemeente-my.sharepoint.com:${port}/download.aspx`]);
  });

  test('is nothing where it leads elsewhere: no redirect is followed', async () => {
    const { port, asked } = await host((_, response) => {
      response.writeHead(302, { location: 'http://169.254.169.254/metadata' });
      response.end();
    });
    expect(await fetching(port)).toEqual({ reason: expect.stringContaining('webpagina') });
    expect(asked).toHaveLength(1);
  });

  test.each([
    ['a page to log in', 200, 'text/html; charset=utf-8', 'webpagina'],
    ['gone', 404, 'text/plain', 'niet meer'],
    ['not allowed any more', 403, 'text/html', 'niet meer'],
    ['broken', 500, 'text/plain', 'lukte niet'],
  ])('is told when it is %s', async (_what, status, type, words) => {
    const { port } = await host((_request, response) => {
      response.writeHead(status, { 'content-type': type });
      response.end('<html>');
    });
    expect(await fetching(port)).toEqual({ reason: expect.stringContaining(words) });
  });

  test('is broken off where it is larger than a file may be, whether or not it says so', async () => {
    for (const length of [{ 'content-length': `${LARGEST_FILE + 1}` }, {}]) {
      let wrote = 0;
      const { port } = await host((_, response) => {
        response.writeHead(200, length);
        const more = () => {
          wrote += 1;
          if (!response.destroyed) response.write(Buffer.alloc(64 * 1024), () => setImmediate(more));
        };
        more();
      });
      expect(await fetching(port)).toEqual({ reason: expect.stringContaining('10 MB') });
      expect(wrote * 64 * 1024).toBeLessThan(2 * LARGEST_FILE);
    }
  });

  test('is not waited for without end', async () => {
    const { port } = await host((_, response) => response.write('id'));
    expect(await fetching(port, 100)).toEqual({ reason: expect.stringContaining('te lang') });
  });

  test('is not taken for whole when the line was cut', async () => {
    const { port } = await host((_, response) => {
      response.writeHead(200, { 'content-length': '100' });
      response.write('id');
      setImmediate(() => response.destroy());
    });
    expect(await fetching(port)).toEqual({ reason: expect.stringContaining('lukte niet') });
  });

  test('comes from this machine in local mode alone, and from nowhere else there', async () => {
    const { port } = await host((_, response) => response.end('id'));
    const [local, cloud] = [createDownload({ local: true }), createDownload({ local: false })];
    expect(await local(`http://127.0.0.1:${port}/a`)).toBeInstanceOf(Uint8Array);
    expect(await cloud(`http://127.0.0.1:${port}/a`)).toHaveProperty('reason');
    expect(await local('http://169.254.169.254/a')).toHaveProperty('reason');
  });
});
