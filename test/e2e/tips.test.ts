import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { demoDirectoryId, demoPeople } from '../../demo/people.ts';
import { builtInTips } from '../../src/features/tips/content/index.ts';
import { describeWithBrowser, launchBrowser, openPage } from '../support/browser.ts';
import { testClock } from '../support/clock.ts';
import { lastCard, openChat, say, shot, tap, waitForText } from '../support/playground.ts';
import { type Company, startCompany } from './company.ts';

describeWithBrowser('Amira, a style and a tip', () => {
  const clock = testClock('2026-11-24 10:05');
  const amira = demoPeople().find(({ name }) => name === 'Amira Sol');
  const account = amira ? demoDirectoryId(amira.id) : '';
  let company: Company;
  let browser: Browser;
  let page: Page;
  let first: (typeof builtInTips)[number] | undefined;

  beforeAll(async () => {
    company = await startCompany(clock);
    const { settings } = company.core;
    const { municipality } = await settings.read();
    await settings.changeMunicipality(() => ({ ...municipality, step: 5 }));
    browser = await launchBrowser();
    const { url } = await company.openAs('Amira Sol');
    page = await openPage(browser, 1100, 1400);
    await openChat(page, url);
    await waitForText(page, 'Hallo, ik ben Kompas');
    // These come by themselves: the last card is what was asked for only after them.
    await waitForText(page, 'Week 48');
    await waitForText(page, 'Zo zat je team er vorige week bij');
  });

  afterAll(async () => {
    await browser?.close();
    await company?.stop();
  });

  const shown = async () => {
    const text = (await lastCard(page).innerText()).replace(/\s+/g, ' ');
    return builtInTips.find(({ why }) => text.includes(why));
  };

  test('she sees the six styles and looks at one', async () => {
    await say(page, 'persona');
    await waitForText(page, 'Wat herken je vandaag?');
    await shot(lastCard(page), 'tips-1-personas.png');
    await lastCard(page).getByRole('button', { name: 'Bekijk' }).last().click();
    await waitForText(page, 'Herken je dit vandaag?');
    await shot(lastCard(page), 'tips-2-persona.png');
  });

  test('she recognises it today', async () => {
    await tap(page, 'Herken ik vandaag');
    await waitForText(page, 'Vandaag herken je: Mila, de Afwachtende');
    await waitForText(page, 'Mijn tips houden hier rekening mee');
  });

  test('after her check-in she gets a tip that fits the style and the step', async () => {
    await say(page, 'check-in');
    await waitForText(page, 'Tik op wat vandaag het best past.');
    await tap(page, 'goed');
    await waitForText(page, 'Een tip voor deze week');
    first = await shown();
    expect(first).toMatchObject({ for: 'employee', persona: 'mila' });
    await shot(lastCard(page), 'tips-3-with-checkin.png');
  });

  test('"niet voor mij" gives another one at once', async () => {
    await tap(page, 'Wat vind je ervan?');
    await tap(page, 'Niet voor mij');
    await waitForText(page, 'Die tip krijg je niet meer.');
    const other = await shown();
    expect(other).toBeDefined();
    expect(other?.id).not.toBe(first?.id);
    // Who tapped by mistake finds the way back without looking for it.
    await lastCard(page)
      .getByRole('button', { name: 'Zet de vorige terug' })
      .filter({ visible: true })
      .waitFor();
    await shot(lastCard(page), 'tips-4-other.png');
  });

  test('she plays along with the six choices and keeps the choice to herself', async () => {
    await say(page, 'herken mijn stijl');
    await waitForText(page, 'Dit is geen test.');
    await shot(lastCard(page), 'tips-5-quiz.png');
    for (let n = 1; n <= 6; n += 1) {
      await waitForText(page, `Herken mijn stijl, ${n} van 6`);
      await lastCard(page).getByRole('button', { name: 'Kies' }).first().click();
    }
    await waitForText(page, 'Deze twee komen het dichtst in de buurt');
    await shot(lastCard(page), 'tips-6-nearest.png');
    await tap(page, 'Geen van deze');
    await waitForText(page, 'Goed, geen van deze');
    expect(await company.core.tips.persona(account, '2026-11-24')).toBeUndefined();
  });

  test('no row beside her name tells any of it', async () => {
    const rows = await company.dump();
    const named = Object.entries(rows)
      .flatMap(([table, list]) => list.map((row) => ({ table, text: JSON.stringify(row) })))
      .filter(({ text }) => text.includes(account) || text.includes('Amira Sol'));
    expect(named.length).toBeGreaterThan(0);
    for (const { text } of named) expect(text).not.toMatch(/mila|persona|tip/i);
    expect(company.logs.join('')).not.toMatch(/mila-|Amira/);
  });
});
