import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeWithBrowser, launchBrowser, openPage } from '../support/browser.ts';
import { testClock } from '../support/clock.ts';
import { chooseIn, lastCardOf, openChat, say, shot, tapIn, waitForText } from '../support/playground.ts';
import { type Company, startCompany } from './company.ts';

const heading = 'Bevoegdheid;Gemandateerde;Wijk;Registratie;Soort;Vanaf;Plaatsvervanger;Status';
const first = 'valideren;Amira Sol;Noord;BAG;mandaat;1-1-2026;Bert Kade;loopt';
const faulty = 'verwerken;Bert Kade;Zuid;BAG;mandaat;eind 2026;Gijs Toren;loopt';
const mended = 'verwerken;Bert Kade;Zuid;BAG;mandaat;1-3-2026;Gijs Toren;loopt';
const list = (...lines: string[]) => ({
  name: 'mandaatlijst.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from([heading, ...lines].join('\r\n')),
});

describeWithBrowser('a mandaatbeheerder with a list and no register yet', () => {
  const clock = testClock('2026-11-24 10:05');
  let company: Company;
  let browser: Browser;
  let noud: Page;

  beforeAll(async () => {
    company = await startCompany(clock);
    const { register } = company.core;
    await register.replace(
      await register.current(),
      { entries: [], areas: [], tenures: [] },
      clock.now().toString({ smallestUnit: 'millisecond' }),
    );
    browser = await launchBrowser();
    const { url } = await company.openAs('Noud Kreek');
    noud = await openPage(browser, 1100, 2000);
    await openChat(noud, url);
    await waitForText(noud, 'Hallo, ik ben Kompas');
  });

  afterAll(async () => {
    await browser?.close();
    await company?.stop();
  });

  const card = () => lastCardOf(noud, 'Mandaten');
  const entries = async () => (await company.core.register.current()).lookup.register.entries;

  /** Uploads a list by the link that Kompas gives, and waits until its outcome stands in the chat. */
  async function upload(file: ReturnType<typeof list>, outcome: string): Promise<void> {
    await tapIn(lastCardOf(noud, 'Beheer'), 'Upload een bestand');
    const [page] = await Promise.all([
      noud.waitForEvent('popup'),
      tapIn(lastCardOf(noud, 'Beheer'), 'Open de bladzijde'),
    ]);
    await page.getByLabel('Kies je lijst').setInputFiles(file);
    await page.getByRole('button', { name: 'Stuur het bestand' }).click();
    await page.getByRole('heading', { name: 'Je bestand is binnen' }).waitFor();
    await page.close();
    await waitForText(noud, outcome);
  }

  async function settle(): Promise<void> {
    await tapIn(card(), 'Beantwoord de vragen');
    await chooseIn(card(), 'Telt een regel met “loopt” mee?', 'Ja');
    await tapIn(card(), 'Lees opnieuw');
  }

  test('is led to sending it', async () => {
    await say(noud, 'register inrichten');
    await waitForText(noud, 'Zo richt je het register in');
    await shot(card(), 'register-file-1-steps.png');
    await tapIn(card(), 'Stuur je lijst');
    await waitForText(noud, 'Stuur mij een bestand');
  });

  test('settles what is doubtful on the card, and reads which line is wrong', async () => {
    await upload(list(first, faulty), 'Dit klopt nog niet');
    await settle();
    await waitForText(noud, /Regel 3: .*eind 2026/);
    await shot(card(), 'register-file-2-fault.png');
    expect(await card().getByRole('button', { name: 'Doorvoeren' }).count()).toBe(0);
    expect(await entries()).toHaveLength(0);
  });

  test('sends it again without the fault, and carries it out', async () => {
    await say(noud, 'bestand');
    await waitForText(noud, 'Verder met je bestand');
    await upload(list(first, mended), 'Telt dat mee?');
    await settle();
    await waitForText(noud, '2 mandaten');
    await shot(card(), 'register-file-3-right.png');
    await tapIn(card(), 'Doorvoeren');
    await waitForText(noud, 'Doorgevoerd');
    expect((await entries()).map(({ holder }) => holder).sort()).toEqual(['Amira Sol', 'Bert Kade']);
  });

  test('tries what a colleague will ask, and asks something of it', async () => {
    await tapIn(card(), 'Ga verder');
    await tapIn(card(), 'Stel de proefvragen');
    await waitForText(noud, 'Proefvraag 1 van');
    await shot(card(), 'register-file-4-trial.png');
    await say(noud, 'wie verwerkt de BAG in Zuid?');
    await waitForText(noud, 'Bert Kade verwerkt BAG in Zuid');
  });
});
