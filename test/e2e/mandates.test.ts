import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeWithBrowser, launchBrowser, openPage } from '../support/browser.ts';
import { testClock } from '../support/clock.ts';
import { chooseIn, lastCardOf, openChat, say, shot, tapIn, waitForText } from '../support/playground.ts';
import { type Company, startCompany } from './company.ts';

/** The last card about mandates: others come by themselves, at any moment. */
const card = (page: Page) => lastCardOf(page, 'Mandaten');

/** Fills a field of that card by its label. */
const fill = (page: Page, label: string, text: string) =>
  card(page).getByLabel(label, { exact: false }).filter({ visible: true }).first().fill(text);

describeWithBrowser('two mandaatbeheerders and the register', () => {
  // A Tuesday on which everybody in these questions works.
  const clock = testClock('2026-11-24 10:05');
  let company: Company;
  let browser: Browser;
  let noud: Page;
  let oumaima: Page;

  beforeAll(async () => {
    company = await startCompany(clock);
    browser = await launchBrowser();
    const open = async (name: string) => {
      const { url } = await company.openAs(name);
      // High enough for the longest form: a picture of what is higher than the page makes the Playground draw it anew.
      const page = await openPage(browser, 1100, 2000);
      await openChat(page, url);
      await waitForText(page, 'Hallo, ik ben Kompas');
      return page;
    };
    noud = await open('Noud Kreek');
    oumaima = await open('Oumaima Singel');
  });

  afterAll(async () => {
    await browser?.close();
    await company?.stop();
  });

  const register = async () => (await company.core.register.current()).lookup.register.entries;

  test('Noud asks in plain Dutch, gets the answer in one sentence, and its basis behind a button', async () => {
    await say(noud, 'wie valideert BAG-mutaties in Delfshaven?');
    await waitForText(noud, 'Chantal Duin valideert BAG in Delfshaven');
    await waitForText(noud, 'Wie · valideren · BAG · Delfshaven · vandaag');
    const basis = card(noud).getByText('machtiging, Mandaatbesluit 2026, art. 5');
    expect(await basis.isVisible()).toBe(false);
    await shot(card(noud), 'mandates-1-answer.png');
    await tapIn(card(noud), 'Meer');
    await basis.waitFor({ state: 'visible' });
  });

  test('he corrects the wijk with a button', async () => {
    await tapIn(card(noud), 'Vraag anders');
    await tapIn(card(noud), 'Ander gebied');
    await chooseIn(card(noud), 'Kies een gebied', 'Charlois (Rotterdam)');
    await tapIn(card(noud), 'Vraag opnieuw');
    await waitForText(noud, 'Wie · valideren · BAG · Charlois · vandaag');
    await waitForText(noud, 'Eefje Polder');
    await shot(card(noud), 'mandates-2-corrected.png');
  });

  test('what is not recorded is said so, and the form that records it is at hand', async () => {
    await say(noud, 'wie valideert BRK in Charlois?');
    await waitForText(noud, 'Niet vastgelegd');
    await tapIn(card(noud), 'Meer');
    await tapIn(card(noud), 'Nieuw mandaat');
    await waitForText(noud, 'Nieuw mandaat voorstellen');
  });

  test('he proposes another holder, and the register stays as it was', async () => {
    await say(noud, 'wijzig mandaat R01');
    await waitForText(noud, 'Wijziging voorstellen');
    await fill(noud, 'Houder: naam van een persoon of functie', 'Karim Dijk');
    await shot(card(noud), 'mandates-3-form.png');
    await tapIn(card(noud), 'Stel voor');
    await waitForText(noud, 'Voorgesteld door Noud Kreek');
    expect((await register()).find(({ id }) => id === 'R01')?.holder).toBe('Amira Sol');
  });

  test('he cannot register it himself', async () => {
    const [proposal] = await company.core.proposals.open();
    expect(proposal?.state).toBe('open');
    expect(await card(noud).getByRole('button', { name: 'Akkoord en registreren' }).count()).toBe(0);
  });

  test('Oumaima gets it in her chat and registers it with the decision', async () => {
    await waitForText(oumaima, 'Voorgesteld door Noud Kreek');
    await shot(card(oumaima), 'mandates-4-proposal.png');
    await tapIn(card(oumaima), 'Akkoord en registreren');
    await fill(oumaima, 'Nummer van het besluit', 'B-2026-41');
    await fill(oumaima, 'Datum van het besluit', '2026-11-20');
    await fill(oumaima, 'Waar is het besluit gepubliceerd?', 'GMB-2026-777');
    await tapIn(card(oumaima), 'Registreer');
    await waitForText(oumaima, 'Het register is bijgewerkt');
    expect((await register()).find(({ id }) => id === 'R01')).toMatchObject({
      holder: 'Karim Dijk',
      publication: 'GMB-2026-777',
    });
  });

  test('Noud hears of it, and the answer is a new one', async () => {
    await waitForText(noud, 'Je voorstel is geregistreerd');
    await say(noud, 'wie verwerkt BAG in Delfshaven?');
    await waitForText(noud, 'Karim Dijk');
    await shot(card(noud), 'mandates-5-after.png');
  });

  test('no question stands in the log', () => {
    expect(company.logs.join('')).not.toContain('Delfshaven');
  });
});
