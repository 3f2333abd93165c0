import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createRender } from '../../src/bot/render.ts';
import { light } from '../cards/host-configs.ts';
import { MARK, nastyName } from '../cards/nasty.ts';
import { openCardPage, showCards } from '../cards/page.ts';
import { collectSamples } from '../cards/samples.ts';
import { launchBrowser } from '../support/browser.ts';

const root = join(import.meta.dirname, '..', '..');
const folder = join(root, 'docs', 'pictures');

/** The pictures in the pages for people, and the sample of a card that each is made of. */
const pictures: Readonly<Record<string, string>> = {
  'check-in': 'ask-card',
  teambeeld: 'team-for-a-member',
  mandaat: 'mandate-who',
  signaal: 'signal-form',
  overzicht: 'teams-beside-each-other',
  'signaal-kort': 'signal-short-form',
  'signaal-open': 'signal-received',
  praten: 'talk-request',
  voorstel: 'mandate-decide',
  'nieuwe-pilot': 'pilot-form-new',
  'stand-up': 'standup-open',
  retro: 'retro-start',
  controle: 'mandate-check',
  instellingen: 'settings-show',
  'eerste-uur': 'admin-setup-begin',
};

const pages = globSync(['README.md', 'docs/*.md'], { cwd: root });
const shownIn = (page: string) =>
  [
    ...readFileSync(join(root, page), 'utf8').matchAll(/(?:\]\(|src=")(?:docs\/)?pictures\/([\w-]+)\.png/g),
  ].map(([, name = '']) => name);

test('every picture in docs/pictures is made of a card, and stands on a page', () => {
  const made = globSync('*.png', { cwd: folder }).map((file) => basename(file, '.png'));
  expect(made.sort()).toEqual(Object.keys(pictures).sort());
  expect([...new Set(pages.flatMap(shownIn))].sort()).toEqual(Object.keys(pictures).sort());
});

const inJson = (text: string) => JSON.stringify(text).slice(1, -1);
/** The samples hold names and texts that try to break a card: on a page they are ordinary ones. */
const withoutNasty = (card: object): object =>
  JSON.parse(JSON.stringify(card).replaceAll(inJson(nastyName), 'Amira Sol'), (_, value) =>
    typeof value === 'string' && value.includes(MARK)
      ? value.replace(/❖[^·]*/s, 'Samen valideren ').trim()
      : value,
  );

/** `npm run docs:pictures` makes them anew. */
describe.runIf(process.env.MODE === 'pictures')('the pictures', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser?.close());

  test('are made of the cards as they are now', async () => {
    const { card: cardOf } = createRender({ refresh: true });
    const { samples } = await collectSamples();
    const cards = Object.entries(pictures).map(([name, sample]) => {
      const found = samples.find((one) => one.name === sample);
      if (!found) throw new Error(`There is no sample ${sample}`);
      return { name, card: withoutNasty(cardOf(found.message)) };
    });
    const context = await browser.newContext({ deviceScaleFactor: 2 });
    const page = await context.newPage();
    await openCardPage(page);
    await showCards(page, cards, { look: light, width: 480 });
    for (const { name } of cards)
      writeFileSync(
        join(folder, `${name}.png`),
        await page.locator(`section#${name} .ac-adaptiveCard`).screenshot(),
      );
    expect(cards).toHaveLength(Object.keys(pictures).length);
  });
});
