import { afterEach, beforeEach, expect, test } from 'vitest';
import { importPeople } from '../../../src/people/import.ts';
import { imported, somebody, startTestBot, type TestBot, team } from '../../support/bot.ts';
import { tapping, words } from './tapping.ts';

const keeper = somebody(20, 'Karin Beheer');
const [amira, bert] = team as [typeof keeper, typeof keeper];
const PERIOD = '2026-W48';
const wednesday = { everyWeeks: '1', day: 'wo', time: '11:00', anchor: '2026-01-05' };
let bot: TestBot;
beforeEach(async () => {
  bot = await startTestBot({
    // A Tuesday: the check-in of Monday is open.
    now: '2026-11-24T09:00:00Z',
    seed: ({ people }) => people.save([imported(keeper, { access: ['beheerder'] })]),
  });
});
afterEach(() => bot.stop());
const { tap, on } = tapping(() => bot);
const edit = () => tap(keeper, 'settings.edit', { setting: 'ritme', team: 'objecten-west' });

test('another rhythm leaves the check-in open that people have a card of, and says so', async () => {
  await tap(amira, 'checkin.answer', { period: PERIOD, score: 4 });
  const saved = await on(keeper, await edit(), 'Bewaar', wednesday);
  expect(words(saved)).toContain(
    'De check-in van deze week blijft open tot vrijdag 27 november om 15.00 uur. De volgende begint woensdag 2 december om 11.00 uur.',
  );
  const answers = async () => ((await bot.rows('answers')).answers ?? []).length;
  const before = await answers();
  expect(words(await tap(bert, 'checkin.answer', { period: PERIOD, score: 3 }))).toContain('Dank je wel');
  expect(await answers()).toBeGreaterThan(before);
  expect(words(await tap(amira, 'checkin.again', { period: PERIOD }))).not.toContain('nog niet open');

  await on(keeper, saved, 'Maak ongedaan');
  expect(words(await tap(amira, 'checkin.answer', { period: PERIOD, score: 2 }))).toContain('Dank je wel');
});

test('a rhythm whose moment of this week has gone by opens nothing after the fact', async () => {
  await bot.core.settings.changeTeam('objecten-west', (now) => ({
    ...now,
    schedule: { ...now.schedule, day: 'do' },
  }));
  const saved = await on(keeper, await edit(), 'Bewaar', { ...wednesday, day: 'ma' });
  expect(words(saved)).toContain('De eerstvolgende check-in begint maandag 30 november om 11.00 uur.');
  expect(words(await tap(amira, 'checkin.answer', { period: PERIOD, score: 4 }))).toContain(
    'Er is nu geen check-in',
  );
});

test('a team that comes with a list gets its first check-in at its next moment', async () => {
  const { people, settings, audit, silence } = bot.core;
  const list =
    'id;naam;email;team;toegang;werkdagen\nn1;Nora Nieuw;nora@x.example;Nieuw;medewerker;ma,di,wo\n';
  await importPeople({ people, settings, audit, silence, now: () => bot.clock.now }, Buffer.from(list), {
    complete: false,
    who: keeper.account,
  });
  const fresh = (await settings.read()).teams.find(({ name }) => name === 'Nieuw');
  expect(fresh?.schedule.chosen).toEqual({ at: bot.clock.now.toString() });
  const shown = await tap(keeper, 'settings.team', { team: fresh?.key });
  expect(words(await on(keeper, shown, 'Stuur nu een check-in'))).toContain(
    'De volgende begint maandag 30 november om 10.00 uur',
  );
});
