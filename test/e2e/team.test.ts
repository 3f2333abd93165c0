import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeWithBrowser, launchBrowser } from '../support/browser.ts';
import { testClock } from '../support/clock.ts';
import { lastCard, openChat, say, shot, waitForText } from '../support/playground.ts';
import { type Company, startCompany } from './company.ts';

describeWithBrowser(
  'Gijs and what his team tells him',
  () => {
    // A Monday on which both work; the check-in of last week has closed.
    const clock = testClock('2026-11-23 09:00');
    let company: Company;
    let browser: Browser;
    let gijs: Page;

    async function openAs(name: string): Promise<Page> {
      const playground = await company.openAs(name);
      const page = await browser.newPage({ viewport: { width: 1300, height: 1800 } });
      await openChat(page, playground.url);
      await waitForText(page, 'Hallo, ik ben Kompas');
      return page;
    }

    beforeAll(async () => {
      company = await startCompany(clock);
      browser = await launchBrowser();
      gijs = await openAs('Gijs Toren');
    });

    afterAll(async () => {
      await browser?.close();
      await company?.stop();
    });

    test('he sees how the team as a whole is doing, with the line of the last twelve weeks', async () => {
      await say(gijs, 'team');
      await waitForText(gijs, '6 tot 9 collega’s deden mee.');
      const card = lastCard(gijs);
      await card.locator('svg').first().waitFor();
      await shot(card, 'team-manager.png');
      expect(await card.innerText()).toContain('Objecten West');
    });
  },
  { timeout: 60_000 },
);
