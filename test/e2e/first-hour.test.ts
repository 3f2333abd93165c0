import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { demoDirectoryId, demoPeople } from '../../demo/people.ts';
import { describeWithBrowser, launchBrowser, openPage } from '../support/browser.ts';
import { testClock } from '../support/clock.ts';
import { lastCard, lastCardOf, openChat, say, shot, tap, tapIn, waitForText } from '../support/playground.ts';
import { type Company, startCompany } from './company.ts';

/** Who sets up Kompas, and then is one of those who get the check-in. */
const administrator = 'Amira Sol';
const TEAM = 'Objecten West';

/** A list of people as a municipality would send it: the team of the administrator, with the accounts of its people. */
function peopleFile(): string {
  const rows = demoPeople()
    .filter(({ teamName }) => teamName === TEAM)
    .map(({ id, name, upn, access, workdays }) =>
      [
        id,
        name,
        upn,
        TEAM,
        [...access, ...(name === administrator ? ['beheerder'] : [])].join(','),
        workdays.join(','),
        demoDirectoryId(id),
      ].join(';'),
    );
  return ['id;naam;email;team;toegang;werkdagen;directory_id', ...rows].join('\r\n');
}

describeWithBrowser('the first hour of an administrator, from an empty store', () => {
  const clock = testClock('2026-11-23 09:35');
  let company: Company;
  let browser: Browser;
  let page: Page;
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kompas-first-hour-'));
    const me = demoPeople().find(({ name }) => name === administrator);
    company = await startCompany(clock, { emptyFor: [demoDirectoryId(me?.id ?? '')] });
    browser = await launchBrowser();
    const { url } = await company.openAs(administrator);
    page = await openPage(browser, 1100, 1000);
    // The calendar of a date field opens at the month of the story.
    await page.clock.setFixedTime(new Date('2026-11-23T09:35:00+01:00'));
    await openChat(page, url);
  });
  afterAll(async () => {
    await browser?.close();
    await company?.stop();
    await rm(folder, { recursive: true });
  });

  /** The Playground shows a date as a calendar, which nobody can type in. */
  async function chooseFirstOfMonth(): Promise<void> {
    await lastCard(page).getByRole('combobox').click();
    await page
      .getByRole('gridcell')
      .getByRole('button', { name: /^1,? / })
      .or(page.getByRole('gridcell', { name: /^1,? / }))
      .first()
      .click();
  }

  const onward = 'Verder met inrichten';
  /** The last card that says so: once the team has its consent, its check-in may come in between. */
  const cardWith = (text: string) => page.locator('.ac-preview-panel').filter({ hasText: text }).last();

  const cardWithButton = (name: string) =>
    page
      .locator('.ac-preview-panel')
      .filter({ has: page.getByRole('button', { name, exact: true }) })
      .last();

  test('begins by itself with the name of the municipality', async () => {
    await waitForText(page, 'stap 1 van 7');
    await shot(lastCard(page), 'first-hour-1.png');
    await tap(page, 'Vul in');
    await lastCard(page).getByRole('textbox').first().fill('Gemeente Voorbeeld');
    await tap(page, 'Bewaar');
    await waitForText(page, 'stap 2 van 7');
  });

  test('reads the list of people from the upload page', async () => {
    const file = join(folder, 'mensen.csv');
    await writeFile(file, peopleFile());
    await tap(page, 'Upload een bestand');
    const [upload] = await Promise.all([
      page.waitForEvent('popup'),
      tapIn(lastCard(page), 'Open de bladzijde'),
    ]);
    await upload.getByLabel('Kies je lijst').setInputFiles(file);
    await upload.getByRole('button', { name: 'Stuur het bestand' }).click();
    await upload.getByRole('heading', { name: 'Je bestand is binnen' }).waitFor();
    await upload.close();
    await waitForText(page, 'een mensenbestand');
    await tap(page, 'Doorvoeren');
    await waitForText(page, 'In het logboek staat dat jij dit deed.');
    await tap(page, onward);
    await waitForText(page, 'stap 3 van 7');
  });

  test('asks who the counsellor is, and the consent and the DPIA', async () => {
    await tap(page, 'Vul in');
    const fields = lastCard(page).getByRole('textbox');
    await fields.nth(0).fill('Rosa Linde');
    await fields.nth(1).fill('010 000 00 00');
    await tap(page, 'Bewaar');
    for (const [title, reference] of [
      ['Instemming OR', 'OR-2026-12'],
      ['DPIA', 'DPIA-2026-03'],
    ] as const) {
      await waitForText(page, 'stap 4 van 7');
      await tap(page, title);
      await waitForText(page, title === 'DPIA' ? 'Datum van de DPIA' : 'Datum van het besluit');
      await chooseFirstOfMonth();
      await lastCard(page).getByRole('textbox').last().fill(reference);
      await tap(page, 'Bewaar');
    }
    await waitForText(page, 'stap 5 van 7');
  });

  test('is left and found again where it was', async () => {
    await say(page, 'inrichten');
    await waitForText(page, 'stap 5 van 7');
    await tapIn(cardWith('stap 5 van 7'), 'Kies het ritme');
    // A message by the clock may have come below it meanwhile.
    await tapIn(cardWithButton('Bewaar'), 'Bewaar');
    await waitForText(page, 'stap 6 van 7');
    await shot(cardWith('stap 6 van 7'), 'first-hour-onward.png');
  });

  test('shows the check-in as a trial, of which nothing is kept', async () => {
    await tapIn(cardWith('stap 6 van 7'), 'Doe de proef');
    await waitForText(page, 'Proef: er wordt niets bewaard');
    await shot(cardWith('Proef: er wordt niets bewaard'), 'first-hour-trial.png');
    await tapIn(cardWith('Proef: er wordt niets bewaard'), 'goed');
    await waitForText(page, 'Je koos: goed');
    await waitForText(page, 'Er is niets bewaard.');
    const { answers = [] } = await company.dump();
    expect(answers).toEqual([]);
    await tapIn(cardWith('Je koos: goed'), onward);
  });

  test('says who can be reached, and that all is ready', async () => {
    await waitForText(page, 'stap 7 van 7');
    await shot(cardWith('stap 7 van 7'), 'first-hour-reach.png');
    await tapIn(cardWith('stap 7 van 7'), 'Afronden');
    await waitForText(page, `Voor ${TEAM} begint de check-in maandag 23 november om 10.00 uur.`);
    await shot(cardWith('begint de check-in'), 'first-hour-done.png');
  });

  test('ends with a check-in that is answered and kept', async () => {
    clock.set('2026-11-23 10:05');
    await say(page, 'check-in');
    const question =
      'Tik op wat vandaag het best past. Je kunt antwoorden tot vrijdag 27 november om 15.00 uur.';
    await waitForText(page, question);
    await tapIn(lastCardOf(page, 'Check-in'), 'goed');
    await waitForText(page, 'Dank je wel');
    const { answers = [] } = await company.dump();
    expect(answers.filter(({ score }) => score === 4)).not.toEqual([]);
  });
});
