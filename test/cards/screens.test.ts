import { fileURLToPath } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import type { RunOptions } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createRender } from '../../src/bot/render.ts';
import { describeWithBrowser, launchBrowser, openPage } from '../support/browser.ts';
import { dark, light } from './host-configs.ts';
import { openCardPage, showCards } from './page.ts';
import { collectSamples, type Sample } from './samples.ts';

const pictures = fileURLToPath(new URL('../e2e/__screens__/cards/', import.meta.url));
const { card: cardOf } = createRender({ refresh: true });
/** A chat on a desk, and one beside a meeting or on a phone. */
const WIDE = 480;
const NARROW = 300;

describeWithBrowser('cards in a browser', () => {
  let browser: Browser;
  let page: Page;
  let samples: Sample[];
  let cards: { name: string; card: object }[];

  beforeAll(async () => {
    const [collected, started] = await Promise.all([collectSamples(), launchBrowser()]);
    samples = collected.samples;
    browser = started;
    cards = samples.map(({ name, message }) => ({ name, card: cardOf(message) }));
    page = await openPage(browser, 1_500, 900);
    await openCardPage(page);
  });
  afterAll(() => browser?.close());

  describe.each([
    { look: light, width: WIDE, checked: true },
    { look: dark, width: WIDE, checked: false },
    { look: light, width: NARROW, checked: false },
    { look: dark, width: NARROW, checked: true },
  ])('$look.name, $width pixels wide', ({ look, width, checked }) => {
    beforeAll(() => showCards(page, cards, { look, width }));

    test('each is drawn, and nothing sticks out', async () => {
      const problems = await page.evaluate(() =>
        [...document.querySelectorAll('section')].flatMap((section) => {
          const card = section.querySelector('.ac-adaptiveCard');
          if (!card || card.getBoundingClientRect().height < 40) return [`${section.id}: not drawn`];
          const edge = section.getBoundingClientRect().right;
          return [...section.querySelectorAll('*')]
            .filter((element) => element.getBoundingClientRect().right > edge + 1)
            .slice(0, 1)
            .map((element) => `${section.id}: ${element.className} ${element.textContent?.slice(0, 60)}`);
        }),
      );
      expect(problems).toEqual([]);
      expect(await page.locator('section').count()).toBe(cards.length);
    });

    test('no word of ours is broken or cut off', async () => {
      const problems = await page.evaluate(() => {
        const isBroken = (text: Node, start: number, length: number) => {
          const range = document.createRange();
          range.setStart(text, start);
          range.setEnd(text, start + length);
          return new Set([...range.getClientRects()].map(({ top }) => top)).size > 1;
        };
        return [...document.querySelectorAll<HTMLElement>('.ac-textBlock')].flatMap((block) => {
          const name = block.closest('section')?.id;
          const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
          const broken: string[] =
            block.scrollWidth > block.clientWidth ? [`${name}: ${block.textContent} is cut off`] : [];
          for (let text = walker.nextNode(); text; text = walker.nextNode()) {
            for (const { index, 0: word } of (text.nodeValue ?? '').matchAll(/[^\s-]+/g))
              if (isBroken(text, index, word.length)) broken.push(`${name}: ${word}`);
          }
          return broken;
        });
      });
      expect(problems).toEqual([]);
    });

    test('no text of a user became a link', async () => {
      expect(await page.locator('a[href*="evil"]').count()).toBe(0);
    });

    test.runIf(process.env.KOMPAS_PICTURES)('has its picture taken, to look at', async () => {
      for (const { name } of cards)
        await page
          .locator(`section#${name}`)
          .screenshot({ path: `${pictures}${name}-${look.name}-${width}.png` });
    });

    if (!checked) return;
    // Once: but for colours nothing that axe looks at differs between themes and widths.
    if (look === dark)
      test('everybody can use each: axe finds nothing, WCAG A and AA and its own advice', async () => {
        expect(await violationsIn(page, { rules: { 'color-contrast': { enabled: false } } })).toEqual([]);
      });

    test('colours stand out enough, on a few cards of each template', async () => {
      await showCards(page, fewOfEach(samples), { look, width });
      expect(await violationsIn(page, { runOnly: ['color-contrast'] })).toEqual([]);
    });
  });
});

/** Colours come from the template, so that a few of its cards show all; looking at each takes axe minutes. */
const FEW = 3;

function fewOfEach(samples: readonly Sample[]): { name: string; card: object }[] {
  const byTemplate = Map.groupBy(samples, ({ message }) => message.card?.template ?? '');
  return [...byTemplate.values()].flatMap((some) =>
    some.slice(0, FEW).map(({ name, message }) => ({ name, card: cardOf(message) })),
  );
}

async function violationsIn(page: Page, options: RunOptions): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .options({ resultTypes: ['violations'], ...options })
    .setLegacyMode(true)
    .analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, html }) => `${id}: ${target.join(' ')} ${html.slice(0, 160)}`),
  );
}
