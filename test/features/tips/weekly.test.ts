import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { planDue } from '../../../src/delivery/planner.ts';
import { TIP_ROUND } from '../../../src/features/tips/advice/round.ts';
import type { Person } from '../../../src/people/person.ts';
import { peopleTable } from '../../../src/people/tables.ts';
import { imported, somebody, startTestBot, type TestBot, tapped, typed, wordsOf } from '../../support/bot.ts';
import { account, foundTown } from '../../support/town.ts';

const amira = somebody(1);
let bot: TestBot;

beforeAll(async () => {
  bot = await startTestBot();
});
afterAll(() => bot.stop());
const works = (change: Partial<Person> = {}) => bot.core.people.save([imported(amira, change)]);
beforeEach(() => works());

const tipDay = async () => (await bot.core.people.find(amira.account))?.tipDay;
async function says(text: string): Promise<{ summary: string; words: string }> {
  const [sent, ...more] = await bot.hear(typed(amira, text));
  expect(more).toEqual([]);
  return { summary: sent?.activity.summary ?? '', words: wordsOf(sent ? [sent] : []) };
}

describe('a weekly tip', () => {
  test('comes on no day before somebody chose one: asked without a day, they get the days to choose from', async () => {
    const { summary, words } = await says('wekelijkse tip');
    expect(summary).toMatch(/^Op welke dag wil je een tip\?/);
    for (const day of ['maandag', 'dinsdag', 'woensdag', 'donderdag', 'vrijdag'])
      expect(words).toContain(`wekelijkse tip ${day}`);
    expect(words).not.toContain('zaterdag');
    expect(await tipDay()).toBeUndefined();
  });

  test.each([
    ['wekelijkse tip dinsdag', 'di', 'dinsdag'],
    ['Wekelijkse tip op Woensdag graag', 'wo', 'woensdag'],
    ['elke week een tip vr', 'vr', 'vrijdag'],
  ])('"%s" sets the day', async (text, day, word) => {
    expect((await says(text)).summary).toMatch(new RegExp(`^Je krijgt elke ${word} een tip`));
    expect(await tipDay()).toBe(day);
  });

  test('a tap on a day sets it as well', async () => {
    await bot.post(tapped(amira, 'help.say', { text: 'wekelijkse tip donderdag' }));
    expect(await tipDay()).toBe('do');
  });

  test.each(['zondag', 'zaterdag'])('is not sent on %s, and that is said', async (day) => {
    await says('wekelijkse tip dinsdag');
    const { summary } = await says(`wekelijkse tip ${day}`);
    expect(summary).toMatch(/^In het weekend stuur ik geen tip\. Op welke andere dag/);
    expect(await tipDay()).toBe('di');
  });

  test('is promised only when it can come', async () => {
    await works({ workdays: ['ma', 'di', 'wo'] });
    expect((await says('wekelijkse tip maandag')).summary).toContain(
      'Ben je die dag vrij? Dan komt het bericht op je volgende werkdag in die week.',
    );
    // The last day of their week: no day is left to make up for it.
    expect((await says('wekelijkse tip woensdag')).summary).toContain(
      'Ben je die dag vrij? Dan sla ik die week over.',
    );
    const { summary, words } = await says('wekelijkse tip vrijdag');
    expect(summary).toMatch(/^Op vrijdag werk je niet\. En de rest van die week ook niet/);
    expect(words).toContain('wekelijkse tip maandag');
    expect(words).not.toContain('wekelijkse tip donderdag');
    expect(await tipDay()).toBe('wo');
    await works({ workdays: ['wo'] });
    expect((await says('wekelijkse tip maandag')).summary).toContain(
      'Je werkt die dag niet. Het bericht komt op je volgende werkdag in die week.',
    );
  });

  test('stops when somebody says so, and it can be said twice', async () => {
    await says('wekelijkse tip dinsdag');
    for (const text of ['stop tips', 'geen tips meer'])
      expect((await says(text)).summary).toMatch(/^Je krijgt geen wekelijkse tip/);
    expect(await tipDay()).toBeUndefined();
    // Nothing else is stopped with it.
    expect(await bot.core.people.find(amira.account)).toMatchObject({ checkins: true, reach: 'open' });
  });

  test('cannot be had by somebody whom nobody added', async () => {
    const [sent] = await bot.hear(typed(somebody(40), 'wekelijkse tip dinsdag'));
    expect(sent?.activity.summary).toMatch(/^Ik ken je nog niet/);
  });

  test('says that it waits for the municipality, where nothing may be sent yet', async () => {
    const { municipality } = await bot.core.readSettings();
    const { consent: _consent, ...without } = municipality;
    await bot.core.settings.changeMunicipality(() => without);
    expect((await says('wekelijkse tip dinsdag')).summary).toContain('De eerste komt zodra jouw gemeente');
    await bot.core.settings.changeMunicipality(() => municipality);
  });

  test('stands in what somebody sees of their own data, with its day', async () => {
    await says('wekelijkse tip dinsdag');
    const me = (await bot.core.people.find(amira.account)) as Person;
    const { person } = peopleTable;
    const tell = (who: Person) =>
      person.kind === 'personal' ? person.describe(who, { teamNames: new Map() }) : '';
    expect(tell(me)).toContain('check-ins aan, wekelijkse tip di.');
    expect(tell({ ...me, tipDay: undefined })).not.toContain('tip');
  });
});

describe('the chosen day', () => {
  test('stays when people are imported again, in the same team and in another', async () => {
    const town = await foundTown();
    const line = (where: string) =>
      `p01;Amira;amira@gemeente.example;${where};medewerker;ma,di,wo,do,vr;${account(1)}`;
    await town.bring([line('West')]);
    await town.core.people.change('west', 'p01', (now) => ({ ...now, tipDay: 'do' }));
    await town.bring([line('West').replace('Amira;', 'Amira Sol;')]);
    expect(await town.core.people.find(account(1))).toMatchObject({ name: 'Amira Sol', tipDay: 'do' });
    await town.bring([line('Oost')]);
    expect(await town.core.people.find(account(1))).toMatchObject({ team: 'oost', tipDay: 'do' });
  });
});

describe('the round', () => {
  test('is planned once consent and DPIA are recorded, and on its day only once', async () => {
    const now = Temporal.Instant.from('2026-12-01T11:00:00+01:00');
    const { core } = await foundTown();
    const { settings } = bot.core;
    const { municipality, teams } = await settings.read();
    const { dpia: _dpia, ...without } = municipality;
    await core.settings.changeMunicipality(() => without);
    for (const one of teams) await core.settings.saveTeam(one);
    const address = { serviceUrl: 'http://127.0.0.1:9', conversation: 'c', user: 'u', bot: 'b' };
    await core.people.save([imported(amira, { tipDay: 'di', reach: 'open', address })]);
    const planned = async () => (await planDue(core.planner, now)).filter(({ round }) => round === TIP_ROUND);
    expect(await planned()).toEqual([]);
    await core.settings.changeMunicipality(() => municipality);
    expect(await planned()).toMatchObject([{ team: 'objecten-west', day: '2026-12-01', period: '2026-W49' }]);
    expect(await planned()).toEqual([]);
  });
});
