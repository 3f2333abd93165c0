import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { guidePages } from '../../src/bot/guide-pages.ts';
import { GUIDES, guides, pathOf } from '../../src/conversation/guides.ts';
import { imported, manager, somebody, startTestBot, type TestBot, typed, wordsOf } from '../support/bot.ts';

const pages = guidePages();
const bodyOf = (path: string) => String(pages[path]?.body);
const texts = Object.keys(pages).filter((path) => !path.endsWith('.png'));

describe('the pages for people', () => {
  test.each(guides)('$name has a title, and a way to the others', ({ name }) => {
    const body = bodyOf(pathOf(name));
    expect(body).toMatch(/<title>[^<]{8,}<\/title>/);
    expect(body).toContain(`<a href="${GUIDES}">`);
    expect(bodyOf(GUIDES)).toContain(`<a href="${pathOf(name)}">`);
  });

  test.each(texts)('%s leads only to what is there', (path) => {
    const body = bodyOf(path);
    const ids = (of: string) => [...of.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    for (const [, href = ''] of body.matchAll(/<a href="([^"]+)"/g)) {
      if (href.startsWith('https://')) continue;
      const [page = '', anchor] = href.split('#');
      expect(pages[page || path], href).toBeDefined();
      if (anchor !== undefined) expect(ids(bodyOf(page || path)), href).toContain(anchor);
    }
    for (const [, src = ''] of body.matchAll(/<img src="([^"]+)"/g))
      expect(pages[src]?.status, src).toBe(200);
  });

  test('load pictures of our own and nothing else, and are kept by a browser for an hour', () => {
    for (const path of texts)
      expect(pages[path]?.headers['content-security-policy']).toContain("default-src 'none'; img-src 'self'");
    expect(pages[pathOf('medewerker')]?.headers['cache-control']).toBe('max-age=3600');
    expect(pages[`${GUIDES}/pictures/check-in.png`]?.headers['content-type']).toBe('image/png');
  });
});

describe('in Teams', () => {
  const head = somebody(51);
  const council = somebody(52);
  const employee = somebody(1);
  let bot: TestBot;
  beforeAll(async () => {
    bot = await startTestBot({
      env: { PUBLIC_URL: 'https://kompas.gemeente.example', TURNS_PER_MINUTE: '10000' },
      seed: async ({ people, settings }) => {
        await people.save([imported(head, { access: ['afdelingshoofd'] }), imported(council)]);
        await settings.changeMunicipality((now) => ({ ...now, worksCouncil: [council.upn] }));
      },
    });
  });
  afterAll(() => bot.stop());

  test('are served under their address, and nothing else is', async () => {
    const page = await bot.http(`${GUIDES}/medewerker`);
    expect(page.status).toBe(200);
    expect(page.text).toContain('Voor de medewerker');
    expect((await bot.http(GUIDES)).text).toContain('Uitleg over Kompas');
    const picture = await bot.http(`${GUIDES}/pictures/check-in.png`);
    expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/png']);
    for (const path of [
      'toString',
      'storage',
      'medewerker.md',
      'pictures/..%2f..%2fpackage.json',
      '__proto__',
    ])
      expect((await bot.http(`${GUIDES}/${path}`)).status, path).toBe(404);
  });

  test.each([
    ['an employee', employee, ['medewerker', 'privacy']],
    ['a manager', manager, ['leidinggevende', 'medewerker', 'privacy']],
    ['the head of a department', head, ['afdelingshoofd', 'medewerker', 'privacy']],
    ['the contact of the works council', council, ['ondernemingsraad', 'or', 'medewerker']],
  ])('%s gets the pages for what they do', async (_, who, names) => {
    const words = wordsOf(await bot.hear(typed(who, 'uitleg')));
    const urls = [...words.matchAll(/https:\/\/kompas\.gemeente\.example(\/uitleg[\w/-]*)/g)].map(
      ([, path]) => path,
    );
    expect([...new Set(urls)]).toEqual([...names.map(pathOf), GUIDES]);
  });

  /** What a page tells people to type, as it stands there. */
  const told = guides
    .filter(({ name }) => !['beheerder', 'mandaatbeheerder', 'privacy'].includes(name))
    .flatMap(({ name }) => {
      const source = readFileSync(new URL(`../../docs/${name}.md`, import.meta.url), 'utf8');
      return [...source.matchAll(/`([^`]+)`/g)].map(([, text = '']) => ({ name, text }));
    });

  /** What goes on from a question before it, and what is for a channel, is understood there alone. */
  const alone = told.filter(({ text }) => !/^@|^en voor|^mag .*ook|…/.test(text));
  test.each(alone)('"$text" in $name is understood', async ({ text }) => {
    const words = wordsOf(await bot.hear(typed(manager, text)));
    expect(words).not.toMatch(/begrijp ik niet|Bedoel je misschien/);
  });
});
