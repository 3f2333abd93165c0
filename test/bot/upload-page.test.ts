import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LARGEST_FILE } from '../../src/files/acceptable.ts';
import { csv, type FileHost, line, sender, startFileHost } from '../features/intake/sending.ts';
import { imported, somebody, startTestBot, type TestBot, tapped } from '../support/bot.ts';

const admin = somebody(50, 'Aad Beheer');
const nina = somebody(60, 'Nina Nieuw');
const list = csv(line(nina));

let bot: TestBot;
let host: FileHost;
beforeAll(async () => {
  host = await startFileHost();
  bot = await startTestBot({
    env: { TURNS_PER_MINUTE: '10000' },
    seed: ({ people }) => people.save([imported(admin, { access: ['beheerder'] })]),
  });
});
afterAll(async () => {
  await bot.stop();
  await host.stop();
});

/** The path of a new link of the administrator's, as the card in their chat has it. */
async function link(): Promise<string> {
  const aad = sender(bot, host, admin);
  const asked = await aad.type('bestand');
  const { text } = await bot.post({
    ...tapped(admin, asked.buttons.get('Upload een bestand')?.verb, {}),
  });
  const [address = ''] = /http[^"]+\/upload\/[^"]+/.exec(text) ?? [];
  return new URL(address).pathname;
}

const form = (name: string, bytes: Uint8Array, field = 'bestand') => {
  const body = new FormData();
  body.append(field, new Blob([new Uint8Array(bytes)]), name);
  return body;
};
const post = (path: string, body: BodyInit, headers: Record<string, string> = {}) =>
  bot.http(path, { method: 'POST', body, headers });

describe('the page to upload a file', () => {
  test('has one field and no script; the outcome comes in the chat, and the link works once', async () => {
    const path = await link();
    const shown = await bot.http(path);
    expect(shown.text).toContain('type="file"');
    expect(shown.text.match(/<input/g)).toHaveLength(1);
    expect(shown.text).not.toContain('<script');
    // Whoever scans links opens it as well: that uses nothing up.
    expect((await bot.http(path)).status).toBe(200);

    const sent = await post(path, form('mensen.csv', list));
    expect(sent.status).toBe(200);
    expect(sent.text).toContain('Je bestand is binnen');
    await bot.app.idle();
    const outcome = sender(bot, host, admin).last();
    expect(outcome.words).toContain('Nina Nieuw');
    expect((await sender(bot, host, admin).tap(outcome, 'Doorvoeren')).words).toContain('Doorgevoerd');

    expect((await post(path, form('mensen.csv', list))).text).toContain('al gebruikt');
  });

  test('is there once for two who send at the same moment', async () => {
    const path = await link();
    const both = await Promise.all([post(path, form('a.csv', list)), post(path, form('b.csv', list))]);
    const [first, second] = both.map(({ status }) => status).sort();
    expect(first).toBe(200);
    expect([410, 429]).toContain(second);
    await bot.app.idle();
  });

  test('takes in one file at a time of somebody, whatever links they have, so that they do not fill memory', async () => {
    const path = await link();
    const { hostname, port } = new URL(bot.url);
    const headers = { 'content-type': `multipart/form-data; boundary=${boundary}` };
    const slow = request({ hostname, port, path, method: 'POST', headers });
    const answered = new Promise((resolve) => slow.once('response', resolve).once('error', resolve));
    slow.write(`--${boundary}\r\n${ours}\r\n\r\n`);
    // The first has to be on its way in: until then the second would come before it.
    await expect
      .poll(async () => (await post(path, form('leeg.csv', new Uint8Array(), 'ander'))).status)
      .toBe(429);
    expect((await post(await link(), form('mensen.csv', list))).status).toBe(429);
    slow.destroy();
    await answered;
    await expect.poll(async () => (await post(path, form('mensen.csv', list))).status).toBe(200);
    await bot.app.idle();
  });

  test('works for a quarter of an hour', async () => {
    const path = await link();
    const now = bot.clock.now;
    bot.clock.now = now.add({ minutes: 15 });
    expect((await bot.http(path)).text).toContain('verlopen');
    expect((await post(path, form('mensen.csv', list))).status).toBe(410);
    bot.clock.now = now;
  });

  test('is no longer there for who lost the right, nor with a link that was changed or is for a file', async () => {
    const path = await link();
    await bot.core.people.save([imported(admin)]);
    expect((await bot.http(path)).status).toBe(403);
    expect((await post(path, form('mensen.csv', list))).status).toBe(403);
    await bot.core.people.save([imported(admin, { access: ['beheerder'] })]);
    const { links } = bot.app.services;
    const other = new URL(links.create('mensen', admin.account)).pathname.replace('/bestand/', '/upload/');
    expect((await bot.http(other)).status).toBe(404);
    expect((await post(other, form('mensen.csv', list))).status).toBe(404);
    expect((await bot.http(path.replace('/upload/', '/bestand/'), { method: 'POST' })).status).toBe(404);
    expect((await bot.http(`${path}x`)).status).toBe(404);
    expect((await bot.http(path)).status).toBe(200);
  });

  test.each<[string, Record<string, string>]>([
    ['another site', { 'sec-fetch-site': 'cross-site' }],
    ['a neighbour', { 'sec-fetch-site': 'same-site' }],
    ['another origin', { origin: 'https://evil.example' }],
    ['no origin that says where from', { origin: 'null' }],
  ])('takes no form of %s, and is still there afterwards', async (_what, headers) => {
    const path = await link();
    expect((await post(path, form('mensen.csv', list), headers)).status).toBe(403);
    const own = { origin: 'null', 'sec-fetch-site': 'same-origin' };
    expect((await post(path, form('mensen.csv', list), own)).status).toBe(200);
    await bot.app.idle();
  });

  const boundary = '----x';
  const part = (head: string, body: string) => `--${boundary}\r\n${head}\r\n\r\n${body}\r\n`;
  const ours = 'Content-Disposition: form-data; name="bestand"; filename="a.csv"';
  test.each<[string, string, string | FormData, number]>([
    ['JSON', 'application/json', '{}', 415],
    ['a form without files', 'application/x-www-form-urlencoded', 'bestand=x', 415],
    ['no boundary', 'multipart/form-data', 'x', 415],
    ['another field', '', form('a.csv', list, 'iets'), 400],
    [
      'two files',
      `multipart/form-data; boundary=${boundary}`,
      `${part(ours, 'id')}${part(ours, 'id')}--${boundary}--`,
      400,
    ],
    ['no end', `multipart/form-data; boundary=${boundary}`, part(ours, 'id'), 400],
    [
      'something behind the end',
      `multipart/form-data; boundary=${boundary}`,
      `${part(ours, 'id')}--${boundary}--x`,
      400,
    ],
    [
      'no file name',
      `multipart/form-data; boundary=${boundary}`,
      `${part('Content-Disposition: form-data; name="bestand"', 'id')}--${boundary}--`,
      400,
    ],
    ['nothing', `multipart/form-data; boundary=${boundary}`, '', 400],
    ['a program', '', form('a.exe', Buffer.from('MZ\u0000')), 400],
  ])('refuses %s, and can be used again', async (_what, type, body, status) => {
    const path = await link();
    const answer = await post(path, body, type ? { 'content-type': type } : {});
    expect(answer.status).toBe(status);
    expect(answer.text).toContain('type="file"');
    expect((await bot.http(path)).status).toBe(200);
  });

  test('takes no more than a file may have, whatever is said of its length', async () => {
    const path = await link();
    const large = form('mensen.csv', Buffer.alloc(LARGEST_FILE + 20_000, 'a'));
    expect((await post(path, large)).status).toBe(413);
    const { hostname, port } = new URL(bot.url);
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const sending = request(
        {
          hostname,
          port,
          path,
          method: 'POST',
          headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
        },
        (response) => resolve(response.statusCode),
      ).once('error', reject);
      sending.write(`--${boundary}\r\n${ours}\r\n\r\n`);
      for (let n = 0; n < 12; n += 1) sending.write(Buffer.alloc(1024 * 1024, 'a'));
      sending.end();
    });
    expect(status).toBe(413);
  });
});
