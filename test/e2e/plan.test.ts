import { readFile } from 'node:fs/promises';
import { strFromU8, unzipSync } from 'fflate';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { demoDirectoryId, demoPeople } from '../../demo/people.ts';
import { importPeople } from '../../src/people/import.ts';
import { describeWithBrowser, launchBrowser, openPage } from '../support/browser.ts';
import { cardSays } from '../support/channel.ts';
import { testClock } from '../support/clock.ts';
import { chooseIn, lastCardOf, openChat, say, shot, tapIn } from '../support/playground.ts';
import { type Company, startCompany } from './company.ts';

const TEAM = 'Objecten Oost';

/** The people of one team, with their accounts: all that the municipality of this story has. */
function peopleFile(): Buffer {
  const rows = demoPeople()
    .filter(({ teamName }) => teamName === TEAM)
    .map(({ id, name, upn, access, workdays }) =>
      [id, name, upn, TEAM, access.join(','), workdays.join(','), demoDirectoryId(id)].join(';'),
    );
  return Buffer.from(['id;naam;email;team;toegang;werkdagen;directory_id', ...rows].join('\r\n'));
}

/** The last card about the plan: others come by themselves, at any moment. */
const card = (page: Page) => lastCardOf(page, 'Stappenplan');

describeWithBrowser('Ilse leads an empty municipality to its agreements, in the light form', () => {
  const clock = testClock('2026-11-24 10:05');
  let company: Company;
  let browser: Browser;
  let ilse: Page;

  beforeAll(async () => {
    company = await startCompany(clock, { emptyFor: [demoDirectoryId('p15')] });
    const { people, settings, silence, audit } = company.app.services;
    await importPeople({ people, settings, silence, audit, now: clock.now }, peopleFile(), {
      complete: true,
      who: 'cli',
    });
    browser = await launchBrowser();
    const { url } = await company.openAs('Ilse Werf');
    ilse = await openPage(browser, 1100, 2200);
    await openChat(ilse, url);
  });

  afterAll(async () => {
    await browser?.close();
    await company?.stop();
  });

  test('she reads at once what comes next, and takes the light form', async () => {
    await say(ilse, 'stappenplan');
    await cardSays(card(ilse), 'nog geen actiehouder');
    await shot(card(ilse), 'plan-1-begin.png');
    await tapIn(card(ilse), 'Alle stappen');
    await tapIn(card(ilse), 'Naar de lichte vorm');
    await cardSays(card(ilse), 'lichte vorm');
    await shot(card(ilse), 'plan-2-light.png');
  });

  test('she chooses who sees to the first step, and ticks what they talked about', async () => {
    await say(ilse, 'stappenplan 1');
    await tapIn(card(ilse), 'Wijzig');
    await chooseIn(card(ilse), 'Actiehouder', 'Hanna Kering');
    await shot(card(ilse), 'plan-3-form.png');
    await tapIn(card(ilse), 'Bewaar');
    await cardSays(card(ilse), 'Hanna Kering');
    await tapIn(card(ilse), 'Vink af');
    await chooseIn(card(ilse), 'Dit is klaar', 'De uitkomst is besproken met het team');
    await tapIn(card(ilse), 'Bewaar');
    await cardSays(card(ilse), 'Afgevinkt op 24 november 2026, door Ilse Werf.');
    await shot(card(ilse), 'plan-4-step.png');
  });

  test('she writes down who decides and when they meet', async () => {
    await say(ilse, 'borging');
    await card(ilse).getByRole('button', { name: 'Wijzig' }).first().waitFor();
    await tapIn(card(ilse), 'Wijzig');
    await card(ilse).getByLabel('Wie beslist als iets vastloopt').fill('De Objectregisseur beslist.');
    await card(ilse).getByLabel('Vast overleg: wanneer, en waarover').fill('Elke dinsdag om 9 uur.');
    await shot(card(ilse), 'plan-5-agreements.png');
    await tapIn(card(ilse), 'Bewaar');
    await cardSays(card(ilse), 'De Objectregisseur beslist.');
  });

  test('the document holds what they agreed and says what is missing: as a page and for Word', async () => {
    await say(ilse, 'documenten');
    await shot(card(ilse), 'plan-6-documents.png');
    await tapIn(card(ilse), 'Kies');
    await cardSays(card(ilse), 'Wat nog ontbreekt, staat in het document zelf.');
    const fetched = async (title: string) => {
      const [popup] = await Promise.all([ilse.waitForEvent('popup'), tapIn(card(ilse), title)]);
      const button = popup.getByRole('button', { name: 'Download het bestand' });
      await button.waitFor();
      const [download] = await Promise.all([popup.waitForEvent('download'), button.click()]);
      return { name: download.suggestedFilename(), body: await readFile(await download.path()) };
    };
    const page = await fetched('Pagina om te printen');
    expect(page.name).toBe('afspraken.html');
    const word = await fetched('Word');
    expect(word.name).toBe('afspraken.docx');
    const text = strFromU8(unzipSync(word.body)['word/document.xml'] ?? new Uint8Array());
    for (const one of [page.body.toString('utf8'), text]) {
      expect(one).toContain('Afspraken over rollen en samenwerken');
      expect(one).toContain('De Objectregisseur beslist.');
      expect(one).toContain('Elke dinsdag om 9 uur.');
      expect(one).toContain('Nog niemand heeft een rol.');
      expect(one).not.toContain('undefined');
    }
  });

  test('the log of the bot names nobody of it', () => {
    expect(company.logs.join('')).not.toMatch(/Hanna|Ilse|Objectregisseur beslist/);
  });
});
