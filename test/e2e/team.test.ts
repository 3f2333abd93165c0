import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeWithBrowser, launchBrowser, openPage } from '../support/browser.ts';
import { testClock } from '../support/clock.ts';
import { chooseIn, lastCard, openChat, say, shot, tap, waitForText } from '../support/playground.ts';
import { type Company, startCompany } from './company.ts';

describeWithBrowser('Gijs and what his team tells him', () => {
  // A Monday on which both work; the check-in of last week has closed.
  const clock = testClock('2026-11-23 09:00');
  let company: Company;
  let browser: Browser;
  let gijs: Page;

  async function openAs(name: string): Promise<Page> {
    const playground = await company.openAs(name);
    const page = await openPage(browser, 1300, 1800);
    await openChat(page, playground.url);
    await waitForText(page, 'Hallo, ik ben Kompas');
    // It comes by itself: the last card is what was asked for only after it.
    await waitForText(page, 'Zo zat je team er vorige week bij');
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

  const card = () => lastCard(gijs);
  const says = (text: string) => card().getByText(text).filter({ visible: true }).first().waitFor();
  const fill = (label: string, text: string) =>
    // What is wrong with a field belongs to its name.
    card().getByRole('textbox', { name: label }).fill(text);

  test('he sees how the team as a whole is doing, with the line of the last twelve weeks', async () => {
    await say(gijs, 'team');
    await waitForText(gijs, '6 tot 9 collega’s deden mee.');
    expect(await card().innerText()).toContain('Objecten West');
    await tap(gijs, 'De weken ervoor');
    const weeks = card()
      .getByText(/^Week \d+$/)
      .filter({ visible: true });
    await weeks.first().waitFor();
    expect(await weeks.allInnerTexts()).toEqual(Array.from({ length: 12 }, (_, n) => `Week ${47 - n}`));
    await shot(card(), 'team-manager.png');
  });

  test('he walks the signal in it through every step: first see, then judge, then decide, then tell', async () => {
    await tap(gijs, 'Open');
    await says('Signaal: ontvangen');
    await says('Drie keer op rij genoemd: werkdruk.');

    await tap(gijs, 'Stap voor stap');
    await tap(gijs, 'Bewaar');
    await says('“Wat is er aan de hand?” is nog leeg.');
    await fill('Wat is er aan de hand?', 'Elke maandag, bij iedereen.');
    await tap(gijs, 'Bewaar');
    await says('Signaal: bekeken');

    await tap(gijs, 'Wat vind je ervan?');
    await fill('Doen we hier iets mee, en waarom?', 'Ja, het kost elke week een ochtend.');
    await tap(gijs, 'Bewaar');
    await says('Signaal: afgewogen');

    await tap(gijs, 'Beslis');
    await chooseIn(card(), 'Doen we er iets mee?', 'Nee, bewust niet');
    await tap(gijs, 'Bewaar');
    await says('Doe je niets? Schrijf dan waarom.');
    await fill('Waarom? Vul dit in als je niets doet.', 'De lijst wordt in januari vanzelf korter.');
    await tap(gijs, 'Bewaar');
    await says('Signaal: besloten');

    await tap(gijs, 'Geef antwoord');
    await fill('Wat is je antwoord?', 'We kijken in januari opnieuw.');
    await tap(gijs, 'Bewaar');
    await says('Signaal: beantwoord');
    await shot(card(), 'team-signal-told.png');
  });

  test('Amira, in his team, reads what was decided and why', async () => {
    const amira = await openAs('Amira Sol');
    await say(amira, 'team');
    await waitForText(amira, 'We kijken in januari opnieuw.');
    const words = await lastCard(amira).innerText();
    expect(words).toContain('beantwoord');
    expect(words).toContain('we doen dit bewust niet');
    expect(words).toContain('Waarom: De lijst wordt in januari vanzelf korter.');
    // What Gijs wrote for himself on the way is not for her.
    expect(words).not.toContain('Elke maandag');
    await shot(lastCard(amira), 'team-member.png');
  });
});
