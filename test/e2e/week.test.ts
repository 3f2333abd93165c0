import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { demoDirectoryId, demoPeople } from '../../demo/people.ts';
import { describeWithBrowser, launchBrowser, openPage } from '../support/browser.ts';
import { testClock } from '../support/clock.ts';
import { patience } from '../support/patience.ts';
import { lastCardOf, messages, openChat, say, shot, tapIn, waitForText } from '../support/playground.ts';
import { type Company, startCompany } from './company.ts';

const PERIOD = '2026-W48';
const question = 'Tik op wat vandaag het best past. Je kunt antwoorden tot vrijdag 27 november om 15.00 uur.';
const reminder = 'Je kunt nog antwoorden tot vrijdag 27 november om 15.00 uur. Overslaan mag ook.';

describeWithBrowser('a week with Amira and Bert', () => {
  const clock = testClock('2026-11-23 10:05');
  let company: Company;
  let browser: Browser;
  let amira: Page;
  let bert: Page;

  beforeAll(async () => {
    company = await startCompany(clock);
    browser = await launchBrowser();
    const open = async (name: string) => {
      const { url } = await company.openAs(name);
      const page = await openPage(browser, 1100, 1000);
      await openChat(page, url);
      return page;
    };
    amira = await open('Amira Sol');
    bert = await open('Bert Kade');
  });

  afterAll(async () => {
    await browser?.close();
    await company?.stop();
  });

  // On Monday how the team was last week comes too, before the check-in or after it.
  const checkin = (page: Page) => lastCardOf(page, 'Check-in');

  const cardsOf = async (page: Page, text: string) =>
    (await messages(page)).filter((message) => message.text.includes(text)).length;

  test('on Monday both are welcomed once and get the card', async () => {
    await waitForText(amira, question);
    await waitForText(bert, question);
    await shot(checkin(amira), 'week-1-card.png');
    expect(await cardsOf(amira, 'Hallo, ik ben Kompas')).toBe(1);
    expect(await cardsOf(amira, question)).toBe(1);
  });

  test('Amira answers with one tap, heavy for the second week in a row, and is offered somebody to talk to', async () => {
    await tapIn(checkin(amira), 'zwaar');
    await waitForText(amira, 'Je antwoord is bewaard');
    await waitForText(amira, 'Je koos: zwaar');
    await waitForText(amira, 'Wil je er met iemand over praten?');
    await shot(checkin(amira), 'week-2-thanks.png');
  });

  test('she adds a theme and a comment that only she reads', async () => {
    await tapIn(checkin(amira), 'Meer');
    await tapIn(checkin(amira), 'Licht je keuze toe');
    await tapIn(checkin(amira), 'Samenwerking');
    await checkin(amira)
      .getByRole('textbox')
      .fill('Twee ploegen, **één** [lijst](https://voorbeeld.nl) ${x}');
    await tapIn(checkin(amira), 'Bewaar');
    await waitForText(amira, 'Het gaat over: samenwerking');
    await waitForText(amira, 'Twee ploegen, **één** [lijst](https://voorbeeld.nl) ${x}');
    await shot(checkin(amira), 'week-3-comment.png');
  });

  test('no row about the answer names her', async () => {
    const { answers = [] } = await company.dump();
    const stored = answers.filter(({ period, score }) => period === PERIOD && score === 2);
    expect(stored).toHaveLength(2);
    const text = JSON.stringify(answers);
    for (const { id, name, upn } of demoPeople()) {
      for (const trace of [name, upn, demoDirectoryId(id), `29:${id}`]) expect(text).not.toContain(trace);
    }
  });

  test('she changes her mind', async () => {
    await tapIn(checkin(amira), 'Meer');
    await tapIn(checkin(amira), 'Ander antwoord');
    await tapIn(checkin(amira), 'goed');
    await waitForText(amira, 'Je koos: goed');
    const { answers = [] } = await company.dump();
    const scores = answers.filter(({ period }) => period === PERIOD).map(({ score }) => score);
    expect(scores).toEqual([4, 4]);
  });

  test('her own line shows the weeks before and this one', async () => {
    await tapIn(checkin(amira), 'Meer');
    await tapIn(checkin(amira), 'Mijn lijn');
    await waitForText(amira, 'het nieuwste bovenaan');
    await shot(checkin(amira), 'week-4-line.png');
    await tapIn(checkin(amira), 'Terug');
    await waitForText(amira, 'Je koos: goed');
  });

  test('typing check-in opens the same card again, without an answer in the stored message', async () => {
    await say(amira, 'check-in');
    await expect.poll(() => cardsOf(amira, question)).toBe(1);
    await tapIn(checkin(amira), 'Mijn antwoord van deze week');
    await waitForText(amira, 'Je koos: goed');
  });

  test('on Friday the reminder goes only to Bert, who did not answer', async () => {
    clock.set('2026-11-27 10:01');
    await waitForText(bert, reminder);
    await shot(checkin(bert), 'week-5-reminder.png');
    await vi.waitFor(async () => {
      const { occurrences = [] } = await company.dump();
      expect(
        occurrences.some(
          ({ rowKey, state }) => `${rowKey}`.startsWith('checkin-reminder') && state === 'queued',
        ),
      ).toBe(true);
      expect(await company.core.store.queue.depth()).toBe(0);
    }, patience);
    expect(await cardsOf(amira, reminder)).toBe(0);
  });

  test('after three on Friday the card says kindly that it is closed', async () => {
    clock.set('2026-11-27 15:01');
    await tapIn(checkin(bert), 'goed');
    await waitForText(bert, 'Deze check-in is gesloten');
    await shot(checkin(bert), 'week-6-closed.png');
    const { answers = [] } = await company.dump();
    expect(answers.filter(({ period }) => period === PERIOD)).toHaveLength(2);
  });

  test('the log holds no name, id or word that anybody wrote', () => {
    const text = company.logs.join('');
    expect(text).toContain('"turn"');
    expect(text).not.toContain('checkin.answer');
    for (const { id, name, upn } of demoPeople()) {
      for (const trace of [name, upn, demoDirectoryId(id), `29:${id}`]) expect(text).not.toContain(trace);
    }
    expect(text).not.toContain('ploegen');
  });
});
