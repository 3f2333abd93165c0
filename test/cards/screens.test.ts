import { mkdirSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createRender } from '../../src/bot/render.ts';
import { describeWithBrowser, launchBrowser } from '../support/browser.ts';
import { dark, light } from './host-configs.ts';
import { openCardPage, showCards } from './page.ts';
import { collectSamples } from './samples.ts';

const pictures = fileURLToPath(new URL('../e2e/__screens__/cards/', import.meta.url));
const { card: cardOf } = createRender({ refresh: true });
/** A chat on a desk, and one beside a meeting or on a phone. */
const WIDE = 480;
const NARROW = 300;

describeWithBrowser('cards in a browser', () => {
  let browser: Browser;
  let page: Page;
  let cards: { name: string; card: object }[];

  beforeAll(async () => {
    const [{ samples }, started] = await Promise.all([collectSamples(), launchBrowser()]);
    browser = started;
    cards = samples.map(({ name, message }) => ({ name, card: cardOf(message) }));
    rmSync(pictures, { recursive: true, force: true });
    mkdirSync(pictures, { recursive: true });
    page = await (await browser.newContext()).newPage();
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

    test('has its picture taken, to look at', async () => {
      await page.screenshot({ path: `${pictures}${look.name}-${width}.png`, fullPage: true });
    });

    // Twice is enough: what axe looks at differs between the themes and, where it does at all, between widths.
    if (!checked) return;
    test('everybody can use each: axe finds nothing, WCAG A and AA and its own advice', async () => {
      const { violations } = await new AxeBuilder({ page })
        .options({ resultTypes: ['violations'] })
        .setLegacyMode(true)
        .analyze();
      const found = violations.flatMap(({ id, nodes }) =>
        nodes.map(({ target, html }) => `${id}: ${target.join(' ')} ${html.slice(0, 160)}`),
      );
      expect(found).toEqual([]);
    }, 120_000);
  });
});
