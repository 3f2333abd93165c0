import { Temporal } from 'temporal-polyfill';
import { beforeEach, describe, expect, test } from 'vitest';
import { createFilePages, page } from '../../src/bot/pages.ts';
import { privacyPage } from '../../src/bot/privacy-page.ts';
import { publicPages } from '../../src/bot/public-pages.ts';
import type { FileOffer } from '../../src/conversation/offer.ts';
import { createLinks, type Links, usedLinksTable } from '../../src/files/links.ts';
import { testStorage } from '../support/storage.ts';

const clock = { now: Temporal.Instant.from('2026-11-25T11:00:00Z') };
const fetchers = { find: async () => undefined, administrators: [] };
let links: Links;
let allowed: string[];
let made: number;

const offer = (name = 'mijn gegevens.json'): FileOffer => ({
  title: 'Wat Kompas <b>bewaart</b>',
  needs: { who: 'everybody' },
  allowed: async (who) => allowed.includes(who),
  make: async (who) => {
    made += 1;
    return { name, type: 'application/json', body: `{"for":"${who}"}` };
  },
});
const pages = (name?: string) => createFilePages(links, { 'my-data': offer(name) }, fetchers);
const tokenOf = (url: string) => url.replace('http://kompas/bestand/', '');

beforeEach(async () => {
  const { storage } = await testStorage([usedLinksTable]);
  links = createLinks(storage, Buffer.alloc(32, 1), 'http://kompas', () => clock.now);
  allowed = ['amira'];
  made = 0;
});

describe('a link to a file', () => {
  test('opens a page with a button, as often as a scanner likes, and gives the file once', async () => {
    const token = tokenOf(links.create('my-data', 'amira'));
    for (let n = 0; n < 3; n += 1) {
      const shown = await pages().show(token);
      expect(shown.status).toBe(200);
      expect(shown.body).toContain('<form method="post">');
      expect(shown.body).not.toContain('amira');
    }
    expect(made).toBe(0);
    const file = await pages().download(token);
    expect(file).toMatchObject({ status: 200, body: '{"for":"amira"}' });
    expect(file.headers).toMatchObject({
      'content-type': 'application/json',
      'content-disposition': 'attachment; filename="mijn_gegevens.json"',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    });
    const second = await pages().download(token);
    expect(second.status).toBe(410);
    expect(second.body).toContain('al gebruikt');
    expect(made).toBe(1);
  });

  test('can be about one of several things, which is asked again when it is fetched', async () => {
    const about: (string | undefined)[] = [];
    const several: FileOffer = {
      ...offer(),
      allowed: async (_who, what) => about.push(what) > 0 && what !== 'team|oost',
      make: async (_who, what) => ({ name: 'x', type: 'text/csv', body: `${what}` }),
    };
    const open = createFilePages(links, { team: several }, fetchers);
    const west = tokenOf(links.create('team:team|west:1', 'amira'));
    expect((await open.show(west)).status).toBe(200);
    expect(await open.download(west)).toMatchObject({ status: 200, body: 'team|west:1' });
    expect((await open.download(tokenOf(links.create('team:team|oost', 'amira')))).status).toBe(403);
    expect(about).toEqual(['team|west:1', 'team|oost']);
    expect((await open.download(tokenOf(links.create('teams:team|west', 'amira')))).status).toBe(404);
  });

  test('gives bytes as they are', async () => {
    const bytes = Uint8Array.from({ length: 256 }, (_, n) => n);
    const binary = { ...offer(), make: async () => ({ name: 'x', type: 'application/x', body: bytes }) };
    const file = await createFilePages(links, { binary }, fetchers).download(
      tokenOf(links.create('binary', 'amira')),
    );
    expect(file.body).toEqual(bytes);
  });

  test('gives the file once when two ask at the same moment', async () => {
    const token = tokenOf(links.create('my-data', 'amira'));
    const all = await Promise.all(Array.from({ length: 8 }, () => pages().download(token)));
    expect(all.map(({ status }) => status).sort()).toEqual([200, ...Array(7).fill(410)]);
    expect(made).toBe(1);
  });

  test('looks at the right again when the file is fetched', async () => {
    const token = tokenOf(links.create('my-data', 'amira'));
    expect((await pages().show(token)).status).toBe(200);
    allowed = [];
    expect((await pages().download(token)).status).toBe(403);
    expect(made).toBe(0);
  });

  test('to a file that is no longer offered is no link', async () => {
    const token = tokenOf(links.create('gone', 'amira'));
    expect((await pages().show(token)).status).toBe(404);
    expect((await pages().download(token)).status).toBe(404);
  });

  test.each(['x"\r\nSet-Cookie: a=b', '../../etc/passwd', 'é"; filename="evil.exe', ''])(
    'keeps a name like %o from breaking out of its header',
    async (name) => {
      const { headers } = await pages(name).download(tokenOf(links.create('my-data', 'amira')));
      expect(headers['content-disposition']).toMatch(/^attachment; filename="[\w.-]*"$/);
    },
  );
});

describe('a page', () => {
  test('shows a title as text', async () => {
    const { body } = page('<script>alert(1)</script> & "x"', '<p>x</p>');
    expect(body).not.toContain('<script>');
    expect(body).toContain('&#60;script&#62;');
    expect((await pages().show(tokenOf(links.create('my-data', 'amira')))).body).not.toContain('<b>bewaart');
  });

  test('is kept by nobody and loads nothing', () => {
    for (const { headers } of [page('x', ''), privacyPage(undefined, []), ...Object.values(publicPages)]) {
      expect(headers['cache-control']).toBe('no-store');
      expect(headers['referrer-policy']).toBe('no-referrer');
      expect(headers['content-security-policy']).toContain("default-src 'none'");
      expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
    }
  });
});
