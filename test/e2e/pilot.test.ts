import { readFile } from 'node:fs/promises';
import { strFromU8, unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { demoPeople } from '../../demo/people.ts';
import { describeWithBrowser } from '../support/browser.ts';
import { cardSays, mention, openPersonal } from '../support/channel.ts';
import { testClock } from '../support/clock.ts';
import { patience } from '../support/patience.ts';
import { chooseIn, lastCardOf, say, shot, tapIn, waitForText } from '../support/playground.ts';
import { agreed, learning, points, retroStory } from './pilot-retro.ts';
import { type PilotTeam, startPilotTeam } from './pilot-team.ts';

const blocker = 'Geen sleutel van het gemaal';
const planned = 'De rest van de mutaties nalopen';

describeWithBrowser('Gijs and his pilot, from the first day to forty days after the last', () => {
  // A Monday and a Tuesday on which all three work.
  const clock = testClock('2026-11-23 08:30');
  let team: PilotTeam;
  let gijs: Page;
  let bert: Page;

  beforeAll(async () => {
    team = await startPilotTeam(clock);
    ({ gijs, bert } = team);
  });

  afterAll(() => team?.stop());

  const card = () => team.card();
  const shares = async (who: string, done: string, stuck: string) =>
    expect(
      await team.does(
        who,
        ['Vul in'],
        ['Deel met je team', () => ({ answer1: done, answer2: '', answer3: stuck })],
      ),
    ).toContain('Gedeeld met je team.');

  test('he begins it in the channel with four questions', async () => {
    await mention(gijs, 'nieuwe pilot');
    await tapIn(card(), 'Vul in');
    await cardSays(card(), 'Meer dan dit hoeft niet.');
    await team.fill('Hoe heet de pilot?', 'Mutaties in Delfshaven');
    await chooseIn(card(), 'Wie doen er mee, naast jou?', 'Amira Sol', 'Bert Kade');
    await card().getByLabel('Laatste dag').fill('2026-11-27');
    await shot(gijs, 'pilot-1-new.png');
    await tapIn(card(), 'Begin de pilot');
    await cardSays(card(), 'De pilot is er, en hoort bij dit kanaal.');
    await cardSays(card(), 'Amira Sol, Bert Kade, Gijs Toren');
    await cardSays(card(), '23 november 2026 tot en met 27 november 2026');
    await shot(card(), 'pilot-2-made.png');
  });

  test('he chooses the days of the stand-up', async () => {
    await tapIn(card(), 'Stand-up');
    await chooseIn(card(), 'Op welke dagen?', 'Maandag', 'Dinsdag');
    await shot(card(), 'pilot-3-rhythm.png');
    await tapIn(card(), 'Bewaar');
    await cardSays(card(), 'De stand-up staat klaar.');
    await cardSays(card(), 'maandag en dinsdag, van 09.00 tot 11.00 uur');
  });

  test('on Monday at nine the card is there, and three people share', async () => {
    clock.set('2026-11-23 09:01');
    await cardSays(card(), /Stand-up · maandag 23 november/);
    await cardSays(card(), 'open tot 11.00 uur');
    await shot(card(), 'pilot-4-standup.png');
    await tapIn(card(), 'Vul in');
    await team.fill('Wat heb je gedaan?', 'Met de aannemer gebeld');
    await team.fill('Wat ga je doen?', planned);
    await shot(card(), 'pilot-5-answer.png');
    await team.taps('Deel met je team', 'Gedeeld met je team.');
    await shares('Amira Sol', 'Twee mutaties verwerkt', 'nee');
    await shares('Bert Kade', 'Bij het gemaal gekeken', blocker);
    // Nobody has been typing for a while: now the post itself changes.
    clock.set('2026-11-23 09:10');
    await cardSays(card(), 'Amira Sol, Bert Kade, Gijs Toren');
  });

  test('at eleven the summary comes, and one tap makes an action of what is in the way', async () => {
    clock.set('2026-11-23 11:01');
    await cardSays(card(), 'Gedaan en gaat doen');
    await cardSays(card(), blocker);
    await cardSays(card(), 'Bert Kade: Bij het gemaal gekeken');
    await shot(card(), 'pilot-6-summary.png');
    await team.taps('Pak ik op', 'Jij pakt het op.');
    await cardSays(card(), /pakt op: Gijs Toren · uiterlijk 24 november/);
    await team.postSays('pakt op: Gijs Toren');
    await waitForText(bert, 'Je doet mee aan een pilot');
  });

  test('on Tuesday the stand-up shows him what he was going to do', async () => {
    clock.set('2026-11-24 09:01');
    await cardSays(card(), /Stand-up · dinsdag 24 november/);
    await tapIn(card(), 'Vul in');
    await cardSays(card(), planned);
    await shot(card(), 'pilot-7-second.png');
    await team.fill('Wat heb je gedaan?', 'De rest nagelopen');
    await team.taps('Deel met je team', 'Gedeeld met je team.');
    clock.set('2026-11-24 11:01');
    await cardSays(card(), 'Gedaan en gaat doen');
    await cardSays(card(), 'Er zit niets in de weg.');
  });

  retroStory(() => team, clock, blocker);

  test('on Wednesday Bert hears what he takes up, finds it in `van mij` and taps Gedaan', async () => {
    clock.set('2026-11-25 10:05');
    await waitForText(bert, 'Jij pakt dit op');
    await say(bert, 'van mij');
    await waitForText(bert, 'Wat er op je wacht');
    await cardSays(lastCardOf(bert, 'Van mij'), agreed);
    await shot(lastCardOf(bert, 'Van mij'), 'pilot-18-mine.png');
    await tapIn(lastCardOf(bert, 'Van mij'), 'Gedaan');
    await cardSays(lastCardOf(bert, 'Van mij'), 'Toch niet gedaan');
    await cardSays(lastCardOf(bert, 'Van mij'), agreed);
    await say(bert, 'van mij');
    // What waits for him in another pilot is there still.
    await cardSays(lastCardOf(bert, 'Van mij'), 'Wat er op je wacht');
    expect(await lastCardOf(bert, 'Van mij').innerText()).not.toContain(agreed);
  });

  test('on the last day he is asked what is next, and goes on for a week', async () => {
    await openPersonal(gijs);
    clock.set('2026-11-27 10:05');
    await waitForText(gijs, 'Vandaag is de laatste dag. Verlengen of afronden?');
    await shot(lastCardOf(gijs, 'Pilot'), 'pilot-19-last-day.png');
    await tapIn(lastCardOf(gijs, 'Pilot'), 'Een week langer');
    await cardSays(lastCardOf(gijs, 'Pilot'), 'Verlengd tot en met 4 december 2026.');
    await cardSays(lastCardOf(gijs, 'Pilot'), 'Toch niet verlengen');
  });

  test('a week later he closes it: he sees what is open first, takes it back once, and closes it again', async () => {
    clock.set('2026-12-04 11:00');
    // He is asked again, by himself, on the new last day.
    await waitForText(gijs, 'Laatste dag: 4 december 2026.');
    const pilot = () => lastCardOf(gijs, 'Pilot');
    const close = async () => {
      await cardSays(pilot(), 'Dit staat nog open');
      await cardSays(pilot(), blocker);
      // What Bert did is not open any more.
      expect(await pilot().innerText()).not.toContain(agreed);
      await tapIn(pilot(), 'Toch afronden');
      await cardSays(pilot(), 'De pilot afronden');
    };
    await say(gijs, 'pilot afronden');
    await cardSays(pilot(), 'Dit staat nog open');
    await shot(pilot(), 'pilot-20-open.png');
    await close();
    await pilot().getByRole('textbox', { name: 'Wat is er gelukt?', exact: true }).fill('Minder schermen');
    await pilot()
      .getByRole('textbox', { name: 'Wat neemt de organisatie over?', exact: true })
      .fill('Eén sleutelbeheerder');
    await tapIn(pilot(), 'Rond de pilot af');
    await cardSays(pilot(), 'De pilot is afgerond.');
    await team.postSays('🎉 De pilot is afgerond');
    await shot(pilot(), 'pilot-21-closed.png');

    await tapIn(pilot(), 'Toch niet afgerond');
    await cardSays(pilot(), /De pilot gaat weer door\./);
    await team.postSays('De pilot gaat toch door');
    await tapIn(pilot(), 'Meer');
    await tapIn(pilot(), 'Afronden');
    await close();
    // What he wrote the first time stands there again.
    const proud = pilot().getByRole('textbox', { name: 'Wat is er gelukt?', exact: true });
    await expect.poll(() => proud.inputValue()).toBe('Minder schermen');
    await tapIn(pilot(), 'Rond de pilot af');
    await cardSays(pilot(), 'De pilot is afgerond.');
  });

  test('forty days later the night has taken the loose points', async () => {
    const nights = () => team.company.logs.filter((line) => line.includes('"retention"')).length;
    const before = nights();
    clock.set('2027-01-13 03:05');
    await expect.poll(nights, patience).toBeGreaterThan(before);
    expect(JSON.stringify(Object.values(await team.company.dump()))).not.toContain(points.keys);
    clock.set('2027-01-13 10:05');
  });

  test.each([
    ['Gijs', () => gijs, 'Erin: 1 leerpunt en'],
    ['Bert, who is in another pilot too,', () => bert, 'Erin: 3 leerpunten en'],
  ] as const)('%s finds its learning points then, and downloads them', async (_, pageOf, count) => {
    const page = pageOf();
    const last = (kind: string) => lastCardOf(page, kind);
    await say(page, 'afgeronde pilots');
    await cardSays(last('Pilot'), 'Mutaties in Delfshaven');
    await tapIn(last('Pilot'), 'Bekijk');
    await cardSays(last('Pilot'), 'Minder schermen');
    await tapIn(last('Pilot'), 'Leerpunten');
    await cardSays(last('Leerpunt'), learning);
    await shot(last('Leerpunt'), 'pilot-22-learned.png');
    await tapIn(last('Leerpunt'), 'Exporteer leerpunten');
    await cardSays(last('Leerpunt'), count);
    const [popup] = await Promise.all([page.waitForEvent('popup'), tapIn(last('Leerpunt'), 'Word')]);
    const button = popup.getByRole('button', { name: 'Download het bestand' });
    await button.waitFor();
    const [download] = await Promise.all([popup.waitForEvent('download'), button.click()]);
    expect(download.suggestedFilename()).toBe('leerpunten.docx');
    const parts = unzipSync(await readFile(await download.path()));
    const text = strFromU8(parts['word/document.xml'] ?? new Uint8Array());
    expect(text).toContain(learning);
    expect(text).toContain('Mutaties in Delfshaven');
    for (const { name } of demoPeople()) expect(text).not.toContain(name);
    for (const point of Object.values(points)) expect(text).not.toContain(point);
  });
});
