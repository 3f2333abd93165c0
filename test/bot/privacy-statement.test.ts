import { AxeBuilder } from '@axe-core/playwright';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { REGION } from '../../infra/variables.ts';
import { guidePages } from '../../src/bot/guide-pages.ts';
import type { HttpPage } from '../../src/bot/pages.ts';
import { privacyPage } from '../../src/bot/privacy-page.ts';
import { publicPages } from '../../src/bot/public-pages.ts';
import { isAboutPeople, keptWords } from '../../src/people/kept.ts';
import {
  imported,
  installation,
  somebody,
  startTestBot,
  type TestBot,
  typed,
  wordsOf,
} from '../support/bot.ts';
import { describeWithBrowser, launchBrowser, openPage } from '../support/browser.ts';
import { tables } from '../support/core.ts';

const STATEMENT = 'https://www.gemeente.example/privacy?van=kompas&voor=medewerkers';
const [earlier, newcomer] = [somebody(41), somebody(42)];

/** A page as it is read: without tags and with its characters as they are. */
const readIn = ({ body }: Pick<HttpPage, 'body'>) =>
  String(body)
    .replace(/<style>.*?<\/style>/s, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
    .replace(/\s+/g, ' ');

describe('in Teams and on the web', () => {
  let bot: TestBot;
  beforeAll(async () => {
    bot = await startTestBot({
      // Friday, when the window has closed: the welcome is all that is sent.
      now: '2026-11-27T15:30:00Z',
      seed: ({ people }) => people.save([imported(earlier), imported(newcomer)]),
    });
  });
  afterAll(() => bot.stop());

  const places = async (who: typeof earlier) => [
    wordsOf(await bot.hear(installation(who, 'add'))),
    wordsOf(await bot.hear(typed(who, 'mijn gegevens'))),
    (await bot.http('/privacy')).text.replaceAll('&#38;', '&'),
  ];

  test('there is no link while the municipality has no privacy statement, and the page says so', async () => {
    const all = await places(earlier);
    for (const words of all) expect(words).not.toContain('Privacyverklaring');
    expect(all.at(-1)).toContain('Die staat nog niet in Kompas');
  });

  test('the welcome, mijn gegevens and the page link to the privacy statement of the municipality', async () => {
    await bot.core.settings.changeMunicipality((now) => ({ ...now, privacyStatement: STATEMENT }));
    for (const words of await places(newcomer)) {
      expect(words).toContain('Privacyverklaring van de gemeente');
      expect(words).toContain(STATEMENT);
    }
  });

  test('the page names the municipality that is responsible', async () => {
    await bot.core.settings.changeMunicipality((now) => ({ ...now, name: 'Gemeente Waterstad' }));
    // What is read for it may be two seconds old, by the clock of the machine.
    await expect
      .poll(async () => (await bot.http('/privacy')).text, { timeout: 10_000 })
      .toContain('Gemeente Waterstad is verantwoordelijk');
  });

  test('every address of the app package is a page', async () => {
    for (const path of ['/', '/privacy', '/voorwaarden']) {
      const { status, headers } = await bot.http(path);
      expect([status, headers.get('content-type')], path).toEqual([200, 'text/html; charset=utf-8']);
    }
  });
});

describe('the privacy statement', () => {
  const words = readIn(privacyPage({ name: '' }, tables));

  test('holds what the AVG has told, also where nothing is filled in (article 13 and 14)', () => {
    const told = [
      'Je gemeente is verantwoordelijk',
      'verwerkingsverantwoordelijke',
      'functionaris gegevensbescherming',
      'verwerker',
      'artikel 6, lid 1, onder f AVG',
      'artikel 6, lid 1, onder e AVG',
      'De eerste gegevens geef je niet zelf',
      'buiten de EU',
      'mijn gegevens',
      'vergeet mij',
      'Verbeteren',
      'stop check-ins',
      'Autoriteit Persoonsgegevens',
      'Beslist Kompas iets over je?',
    ];
    for (const fact of told) expect(words).toContain(fact);
  });

  test('says of every table about people how long it is kept, as the table itself says', () => {
    for (const table of tables.filter(isAboutPeople)) {
      const [holds, kept] = [table.holds, keptWords(table)].map((text) => text.slice(1));
      expect(words).toContain(`${holds} `);
      expect(words.slice(words.indexOf(`${holds} `)), table.name).toMatch(kept ?? '');
    }
  });

  test('begins with what people ask most, with its terms', () => {
    const [first = ''] = words.split('De hele lijst');
    for (const [asked, kept] of [
      ['Je antwoord op de check-in', '26 weken'],
      ['Wat je zonder naam deelt', '12 weken'],
      ['Wat je met je naam deelt', '12 weken'],
      ['Wat je in een stand-up schrijft', '2 weken'],
      ['Signalen en teambeelden', '2 jaar'],
      ['Een bevestigde takenmatrix', '2 jaar'],
      ['Welke rollen je hebt', '3 jaar'],
      ['Het logboek van beheer', '2 jaar'],
      ['Je naam, je team en wat daarbij hoort', 'Tot 30 dagen nadat je uit Kompas bent'],
      ['Het mandatenregister', 'Altijd'],
    ])
      expect(first).toContain(`${asked} ${kept}`);
  });

  test('names the region in which the template of Azure puts everything', () => {
    expect(REGION).toBe('westeurope');
    expect(words).toContain('in de regio West-Europa. Die ligt in Nederland.');
  });

  test('says all of that without storage', () => {
    expect(readIn(privacyPage(undefined, tables))).toBe(words);
  });

  test('shows what an administrator filled in as text', () => {
    const { body } = privacyPage(
      { name: '<b>Waterstad</b>', privacyStatement: 'https://x.example/"><script>alert(1)</script>' },
      tables,
    );
    expect(body).not.toContain('<script>');
    expect(body).not.toContain('<b>Waterstad');
  });
});

const addressed: Record<string, HttpPage> = {
  ...publicPages,
  '/privacy': privacyPage({ name: 'Gemeente Waterstad', privacyStatement: STATEMENT }, tables),
  '/privacy, nothing filled in': privacyPage({ name: '' }, tables),
};

test.each(Object.entries(addressed))('%s leads only to pages that are there', (_path, { body }) => {
  for (const [, href = ''] of String(body).matchAll(/<a href="([^"]+)"/g)) {
    if (/^(?:https|tel):/.test(href)) continue;
    const [path = '', anchor] = href.split('#');
    const target = path === '/privacy' ? addressed['/privacy'] : (publicPages[path] ?? guidePages()[path]);
    expect(target, href).toBeDefined();
    if (anchor) expect(String(target?.body)).toContain(` id="${anchor}"`);
  }
});

describeWithBrowser('for everybody', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  const looks = Object.entries(addressed).flatMap(([path, { body }]) =>
    (['light', 'dark'] as const).map((colorScheme) => ({ path, colorScheme, html: String(body) })),
  );

  test.each(looks)(
    '$path, $colorScheme, can be read by all and fits a phone',
    async ({ colorScheme, html }) => {
      const page = await openPage(browser, 360, 740);
      await page.emulateMedia({ colorScheme });
      await page.setContent(html.replaceAll('<details>', '<details open>'));
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(wide).toBeLessThanOrEqual(360);
      await page.context().close();
    },
  );
});
