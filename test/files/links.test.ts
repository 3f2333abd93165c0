import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createLinks, LINK_MINUTES, type Links, usedLinksTable } from '../../src/files/links.ts';
import type { Storage } from '../../src/storage/index.ts';
import { startTestBot, type TestBot, tapped, team } from '../support/bot.ts';
import { testStorage } from '../support/storage.ts';

const start = Temporal.Instant.from('2026-11-25T11:00:00Z');
const clock = { now: start };
let storage: Storage;
let links: Links;

beforeAll(async () => {
  ({ storage } = await testStorage([usedLinksTable]));
});
beforeEach(() => {
  clock.now = start;
  links = createLinks(storage, Buffer.alloc(32, 1), 'https://kompas.example', () => clock.now);
});

const tokenOf = (url: string) => url.split('/bestand/')[1] ?? '';

describe('a signed link', () => {
  test('stands for a file and a person', async () => {
    const url = links.create('my-data', 'amira');
    expect(url).toMatch(/^https:\/\/kompas\.example\/bestand\/[\w-]+\.[\w-]+$/);
    expect(links.look(tokenOf(url))).toMatchObject({ file: 'my-data', for: 'amira' });
    expect(await links.use(tokenOf(url))).toMatchObject({ file: 'my-data', for: 'amira' });
    expect(await links.use(tokenOf(url))).toBe('used');
  });

  test('is another one each time', () => {
    expect(links.create('my-data', 'amira')).not.toBe(links.create('my-data', 'amira'));
  });

  test('works for 15 minutes and not a moment longer', async () => {
    const token = tokenOf(links.create('my-data', 'amira'));
    clock.now = start.add({ minutes: LINK_MINUTES }).subtract({ milliseconds: 1 });
    expect(links.look(token)).toMatchObject({ file: 'my-data' });
    clock.now = start.add({ minutes: 15 });
    expect(links.look(token)).toBe('expired');
    expect(await links.use(token)).toBe('expired');
  });

  test('is worth nothing when anything in it was changed', () => {
    const token = tokenOf(links.create('my-data', 'amira'));
    fc.assert(
      fc.property(fc.nat(token.length - 1), fc.constantFrom(...'abcXYZ019-_.'), (place, letter) => {
        fc.pre(token[place] !== letter);
        expect(links.look(token.slice(0, place) + letter + token.slice(place + 1))).toBe('invalid');
      }),
    );
  });

  test('is worth nothing with anything added, or with its signature on another ticket', () => {
    const token = tokenOf(links.create('my-data', 'amira'));
    const [body = '', signature = ''] = token.split('.');
    const [other = ''] = tokenOf(links.create('my-data', 'bert')).split('.');
    for (const wrong of [
      `${token}.x`,
      `${token}.`,
      `${other}.${signature}`,
      body,
      `${body}.`,
      `.${signature}`,
    ]) {
      expect(links.look(wrong), wrong).toBe('invalid');
    }
    fc.assert(fc.property(fc.string(), (text) => void expect(links.look(text)).toBe('invalid')));
  });

  test('is worth nothing to another installation', () => {
    const elsewhere = createLinks(storage, Buffer.alloc(32, 2), 'https://kompas.example', () => clock.now);
    expect(elsewhere.look(tokenOf(links.create('my-data', 'amira')))).toBe('invalid');
  });

  test('leaves nothing behind that names somebody', async () => {
    await links.use(tokenOf(links.create('my-data', 'amira')));
    const rows = await storage.table(usedLinksTable).range({});
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toMatch(/amira|my-data/);
  });
});

describe('the file with one’s own data', () => {
  let bot: TestBot;
  beforeAll(async () => {
    bot = await startTestBot();
  });
  afterAll(() => bot.stop());

  test('goes from a tap, by a page, to a download that works once', async () => {
    const [amira] = team as [(typeof team)[0]];
    const card = await bot.post(tapped(amira, 'privacy.show', {}));
    const [path] = /\/bestand\/[\w.-]+/.exec(card.text) ?? [''];
    expect(path).not.toBe('');
    for (const _ of [1, 2]) expect((await bot.http(path)).status).toBe(200);
    const file = await bot.http(path, { method: 'POST' });
    expect(file.status).toBe(200);
    expect(file.headers.get('content-disposition')).toMatch(/^attachment; filename="[\w.-]+\.json"$/);
    expect(file.text).toContain('Persoon 1');
    expect(file.text).not.toContain('Persoon 2');
    for (const method of ['POST', 'POST']) expect((await bot.http(path, { method })).status).toBe(410);
    const shown = await bot.http(`${path}x`);
    expect(shown.status).toBe(404);
    expect(shown.text).toContain('Deze link klopt niet');
    bot.clock.now = bot.clock.now.add({ minutes: 16 });
    expect((await bot.http(path)).text).toContain('verlopen');
  });
});
