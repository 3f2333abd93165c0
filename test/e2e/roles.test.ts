import { readFile } from 'node:fs/promises';
import { strFromU8, unzipSync } from 'fflate';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeWithBrowser, launchBrowser, openPage } from '../support/browser.ts';
import { cardSays } from '../support/channel.ts';
import { testClock } from '../support/clock.ts';
import { chooseIn, lastCardOf, openChat, say, shot, tapIn, waitForText } from '../support/playground.ts';
import { type Company, startCompany } from './company.ts';

const TEAM = 'Objecten Oost';

/** The last card about tasks and roles: others come by themselves, at any moment. */
const card = (page: Page) => lastCardOf(page, 'Taken en rollen');

/** How often one of the twelve tasks of the short form is done. */
async function answers(page: Page, task: string, often: string): Promise<void> {
  // What is read below is read at once: the answer to the tap before this has to stand there.
  await card(page).getByRole('combobox').first().waitFor();
  const asked = await card(page).getByText(`. ${task}. Je `).innerText();
  await card(page)
    .getByRole('combobox', { name: `Taak ${asked.split('.')[0]}: hoe vaak?` })
    .click();
  await page.getByRole('option', { name: often, exact: true }).click();
}

describeWithBrowser('Hanna and Karim, from tasks to a role', () => {
  // A Tuesday on which both work.
  const clock = testClock('2026-11-24 10:05');
  let company: Company;
  let browser: Browser;
  let hanna: Page;
  let karim: Page;

  beforeAll(async () => {
    company = await startCompany(clock);
    browser = await launchBrowser();
    const open = async (name: string) => {
      const { url } = await company.openAs(name);
      // High enough for the longest form: a picture of what is higher than the page makes the Playground draw it anew.
      const page = await openPage(browser, 1100, 2200);
      await openChat(page, url);
      await waitForText(page, 'Hallo, ik ben Kompas');
      return page;
    };
    hanna = await open('Hanna Kering');
    karim = await open('Karim Dijk');
  });

  afterAll(async () => {
    await browser?.close();
    await company?.stop();
  });

  test('she begins his takenmatrix with the short list, fills it in and confirms', async () => {
    await say(hanna, 'takenmatrix Karim Dijk');
    await cardSays(card(hanna), 'Van: Karim Dijk');
    await shot(card(hanna), 'roles-1-ready.png');
    await tapIn(card(hanna), 'Open');
    await cardSays(card(hanna), 'Het is geen beoordeling.');
    await shot(card(hanna), 'roles-2-begin.png');
    await tapIn(card(hanna), 'Korte lijst (12 taken)');
    // The list of tasks opens at once.
    await cardSays(card(hanna), 'Welke taken doet je collega?');
    await shot(card(hanna), 'roles-3-open.png');
    await answers(hanna, 'Mutaties verwerken', 'Doet dit');
    await answers(hanna, 'Terugmeldingen afhandelen', 'Soms');
    await shot(card(hanna), 'roles-4-tasks.png');
    await tapIn(card(hanna), 'Bewaar');
    await cardSays(card(hanna), 'Mutaties verwerken, terugmeldingen afhandelen (soms)');
    await tapIn(card(hanna), 'Klopt');
    await cardSays(card(hanna), 'Bevestigd door jou. Je collega krijgt bericht.');
    await shot(card(hanna), 'roles-5-confirmed.png');
  });

  test('he sees the same, changes one task and confirms', async () => {
    await cardSays(card(karim), 'Je takenmatrix wacht op bevestiging');
    await tapIn(card(karim), 'Open');
    await cardSays(card(karim), 'Hanna Kering');
    await shot(card(karim), 'roles-6-employee.png');
    await tapIn(card(karim), 'Wijzig taken');
    await answers(karim, 'Terugmeldingen afhandelen', 'Doe ik');
    await tapIn(card(karim), 'Bewaar');
    await cardSays(card(karim), 'De ander moet opnieuw bevestigen.');
    await tapIn(card(karim), 'Klopt');
    await cardSays(card(karim), 'Bevestigd door jou.');
  });

  test('her confirmation was of something else: she sees so, and confirms again', async () => {
    await say(hanna, 'takenmatrix Karim Dijk');
    await tapIn(card(hanna), 'Open');
    await cardSays(card(hanna), 'Kijk het na en bevestig opnieuw.');
    await shot(card(hanna), 'roles-7-overtaken.png');
    await tapIn(card(hanna), 'Klopt');
    await cardSays(card(hanna), 'Jullie bevestigden dit allebei.');
    await shot(card(hanna), 'roles-8-both.png');
  });

  test('both see the voorlopige rolindicatie', async () => {
    for (const page of [hanna, karim]) {
      if (page === karim) {
        await say(karim, 'rolindicatie');
        await tapIn(card(karim), 'Open');
      } else await tapIn(card(hanna), 'Rolindicatie');
      await cardSays(card(page), 'Voorlopige rolindicatie');
      // Twice "doe ik" on a task of weight 2, of the three of the short form.
      await cardSays(card(page), /^8 van 12/);
    }
    await shot(card(karim), 'roles-9-indication.png');
  });

  test('he reads what the role of Objectregisseur is here', async () => {
    await say(karim, 'rolprofiel objectregisseur');
    await cardSays(card(karim), 'Objectregisseur');
    await shot(card(karim), 'roles-10-profile.png');
    await tapIn(card(karim), 'Grenzen');
    await cardSays(card(karim), 'Door deze rol word je geen leidinggevende.');
  });

  test('after a talk she records the role, and sees first what to mind', async () => {
    await say(hanna, 'toewijzing Karim Dijk');
    await tapIn(card(hanna), 'Bekijk');
    await cardSays(card(hanna), 'Nog geen rol');
    await shot(card(hanna), 'roles-11-person.png');
    await tapIn(card(hanna), 'Begin het gesprek');
    await cardSays(card(hanna), 'Welke rollen passen?');
    await shot(card(hanna), 'roles-12-talk.png');
    await tapIn(card(hanna), 'Leg de rollen vast');
    await chooseIn(card(hanna), 'Eerste rol', 'Objectregistrator');
    await chooseIn(card(hanna), 'Voor welke registraties? Kies niets als het voor alle is', 'BAG');
    await shot(card(hanna), 'roles-13-form.png');
    await tapIn(card(hanna), 'Verder');
    await cardSays(card(hanna), 'Kijk dit na');
    await shot(card(hanna), 'roles-14-review.png');
    await tapIn(card(hanna), 'Leg vast');
    await cardSays(card(hanna), 'Wacht op antwoord');
    await shot(card(hanna), 'roles-15-asked.png');
  });

  test('only his “Klopt” puts it on the rolkaart', async () => {
    await say(hanna, `rolkaart ${TEAM}`);
    await cardSays(card(hanna), 'Wie heeft welke rol?');
    expect(await card(hanna).innerText()).not.toContain('Karim Dijk');
    await waitForText(karim, 'Klopt deze rol?');
    await shot(card(karim), 'roles-16-asked.png');
    await tapIn(card(karim), 'Klopt');
    await cardSays(card(karim), 'Dit is je rol');
    await shot(card(karim), 'roles-17-mine.png');
  });

  test('a colleague sees the rolkaart: on a card, on a page to print and for Word', async () => {
    await say(karim, `rolkaart ${TEAM}`);
    await cardSays(card(karim), 'Karim Dijk');
    await shot(card(karim), 'roles-18-rolecard.png');
    await tapIn(card(karim), 'Print of download');
    await shot(card(karim), 'roles-19-links.png');
    const fetched = async (title: string) => {
      const [popup] = await Promise.all([karim.waitForEvent('popup'), tapIn(card(karim), title)]);
      const button = popup.getByRole('button', { name: 'Download het bestand' });
      await button.waitFor();
      const [download] = await Promise.all([popup.waitForEvent('download'), button.click()]);
      return { name: download.suggestedFilename(), body: await readFile(await download.path()) };
    };
    const sheet = await fetched('Pagina om te printen');
    expect(sheet.name).toBe('rolkaart-objecten-oost.html');
    const word = await fetched('Word');
    expect(word.name).toBe('rolkaart-objecten-oost.docx');
    const text = strFromU8(unzipSync(word.body)['word/document.xml'] ?? new Uint8Array());
    for (const one of [sheet.body.toString('utf8'), text]) {
      expect(one).toContain('Karim Dijk');
      expect(one).toContain('Een rol is een groeipad: niemands functie verandert.');
    }
  });
});
