import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { growth } from '../../src/features/growth/index.ts';
import { describeWithBrowser, launchBrowser, openPage } from '../support/browser.ts';
import { cardSays } from '../support/channel.ts';
import { testClock } from '../support/clock.ts';
import { chooseIn, lastCardOf, openChat, say, shot, tapIn, waitForText } from '../support/playground.ts';
import { type Company, startCompany } from './company.ts';

/** The last card about growing: others come by themselves, at any moment. */
const card = (page: Page) => lastCardOf(page, 'Groeien');

describeWithBrowser('Karim makes a plan and finds a buddy', () => {
  // A Tuesday on which all three work.
  const clock = testClock('2026-11-24 10:05');
  let company: Company;
  let browser: Browser;
  let karim: Page;
  let joris: Page;
  let hanna: Page;

  beforeAll(async () => {
    company = await startCompany(clock);
    browser = await launchBrowser();
    const open = async (name: string) => {
      const { url } = await company.openAs(name);
      const page = await openPage(browser, 1100, 2200);
      await openChat(page, url);
      await waitForText(page, 'Hallo, ik ben Kompas');
      return page;
    };
    karim = await open('Karim Dijk');
    joris = await open('Joris Sluis');
    hanna = await open('Hanna Kering');
  });

  afterAll(async () => {
    await browser?.close();
    await company?.stop();
  });

  test('he begins with his own draft, and chooses one small step', async () => {
    await say(karim, 'ontwikkelplan');
    await tapIn(card(karim), 'Open');
    await cardSays(card(karim), 'Wil je iets leren of anders gaan doen?');
    await shot(card(karim), 'growth-1-begin.png');
    await tapIn(card(karim), 'Begin');
    await card(karim).getByLabel('Wat wil je?').fill('Vlot werken in het portaal');
    await shot(card(karim), 'growth-2-draft.png');
    await tapIn(card(karim), 'Bewaar');
    await cardSays(card(karim), 'Kies nu één kleine stap');
    await tapIn(card(karim), 'Kies een kleine stap');
    await card(karim)
      .getByRole('textbox', { name: /^Kleine stap/ })
      .fill('Een ochtend meekijken');
    await card(karim).getByLabel('Klaar op').fill('2026-12-08');
    await tapIn(card(karim), 'Bewaar');
    await cardSays(card(karim), 'Een ochtend meekijken (klaar op 8 december 2026)');
    await shot(card(karim), 'growth-3-plan.png');
  });

  test('who leads his team reads nothing of it before he shares it', async () => {
    await say(hanna, 'ontwikkelplan');
    await tapIn(card(hanna), 'Gedeeld met mij');
    await cardSays(card(hanna), 'Er is nu niets met jou gedeeld');
    await tapIn(card(karim), 'Meer');
    await tapIn(card(karim), 'Deel met je leidinggevende');
    await cardSays(card(karim), 'Met: Hanna Kering');
    await shot(card(karim), 'growth-4-share.png');
    await tapIn(card(karim), 'Deel');
    await cardSays(card(karim), 'Gedeeld is wat hier staat');
    await say(hanna, 'mijn ontwikkelplan');
    await tapIn(card(hanna), 'Gedeeld met mij');
    await cardSays(card(hanna), 'Karim Dijk');
    await tapIn(card(hanna), 'Open');
    await cardSays(card(hanna), 'Vlot werken in het portaal');
    await shot(card(hanna), 'growth-5-read.png');
  });

  test('he asks for a buddy, Joris says yes, and both know it', async () => {
    await say(karim, 'buddy');
    await tapIn(card(karim), 'Open');
    await tapIn(card(karim), 'Zoek een buddy');
    await chooseIn(card(karim), 'Thema', 'Werken in het portaal');
    await shot(card(karim), 'growth-6-seek.png');
    await tapIn(card(karim), 'Vraag het');
    await cardSays(card(karim), 'Kompas vroeg een collega die past.');
    await cardSays(card(joris), 'Van: Karim Dijk');
    await shot(card(joris), 'growth-7-asked.png');
    await tapIn(card(joris), 'Ja');
    await cardSays(card(joris), 'Spreek samen iets af.');
    await shot(card(joris), 'growth-8-pair.png');
    await waitForText(karim, 'Je hebt een buddy');
    await tapIn(card(karim), 'Open');
    await cardSays(card(karim), 'Joris Sluis');
  });

  test('the log of the bot names nobody of it', async () => {
    const { buddies } = company.app.opened(growth);
    expect((await buddies.pairs()).length).toBe(2);
    expect(company.logs.join('')).not.toMatch(/Karim|Joris|portaal/);
  });
});
