import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { defaultSchedule } from '../../src/calendar/schedule.ts';
import { importPeople } from '../../src/people/import.ts';
import { isCounted } from '../../src/people/person.ts';
import { tapping, words } from '../features/settings/tapping.ts';
import {
  imported,
  inChannel,
  installation,
  manager,
  members,
  somebody,
  startTestBot,
  type TestBot,
  tapped,
  team,
  wordsOf,
} from '../support/bot.ts';
import { HEADING } from '../support/town.ts';

const [amira] = team as [(typeof team)[0]];
const beheerder = somebody(60, 'Beheerder');
const period = '2026-W48';
/** Accounts that Kompas does not know, which play along with who leads the team. */
const added = Array.from({ length: 5 }, (_, n) => somebody(400 + n, `Erbij ${n + 1}`));

let bot: TestBot;
beforeEach(async () => {
  bot = await startTestBot({ byTheClock: false });
  // One employee, and who leads them.
  for (const { id } of team)
    if (id !== amira.id && id !== manager.id) await bot.core.people.drop('objecten-west', id);
  await bot.core.people.save([imported(beheerder, { access: ['beheerder'], team: 'objecten-oost' })]);
  for (const who of [beheerder, manager]) await bot.hear(installation(who, 'add'));
});
afterEach(() => bot.stop());

const card = async (who: typeof amira, verb: string, data: object) =>
  JSON.stringify((await bot.post(tapped(who, verb, data))).body.value);
/** The manager adds Kompas to the team in Teams that they filled. */
async function fillsTeam(who = added) {
  bot.connector.rosters.set('19:team', [amira, manager, ...who]);
  return bot.hear({ ...inChannel(members(manager, 'membersAdded')), timestamp: '2026-11-25T18:00:00Z' });
}
async function imports(who: typeof added) {
  const lines = who.map(
    ({ name, upn, account }, n) => `e${n};${name};${upn};Objecten West;medewerker;ma;${account}`,
  );
  const { people, settings, silence, audit, now } = bot.core;
  const file = Buffer.from([HEADING, ...lines].join('\n'));
  expect(
    await importPeople({ people, settings, silence, audit, now }, file, { complete: false, who: 'cli' }),
  ).not.toHaveProperty('problems');
}

describe('a team that whoever leads it filled up in Teams', () => {
  test('is asked for no score, neither who was there nor who came', async () => {
    await fillsTeam();
    expect(await bot.core.people.members('objecten-west')).toHaveLength(7);
    for (const who of [amira, ...added])
      expect(await card(who, 'checkin.open', { period })).not.toContain('checkin.answer');
    await bot.post(tapped(amira, 'checkin.answer', { period, score: 1 }));
    expect((await bot.rows('answers')).answers ?? []).toEqual([]);
  });

  test('is asked once an administrator has put them in the people file', async () => {
    await fillsTeam();
    await imports(added.slice(0, 4));
    expect(await card(amira, 'checkin.open', { period })).not.toContain('checkin.answer');
    await imports(added);
    expect(await card(amira, 'checkin.open', { period })).toContain('checkin.answer');
  });

  test('is told, to who leads it and to the administrators, with what is needed before they count', async () => {
    const sent = (await fillsTeam()).filter(({ conversation }) => conversation.startsWith('chat-'));
    expect(sent.map(({ conversation }) => conversation).sort()).toEqual([
      `chat-${beheerder.id}`,
      `chat-${manager.id}`,
    ]);
    for (const one of sent) {
      const words = wordsOf([one]);
      for (const part of [
        'Objecten West',
        'tellen nog niet mee',
        'mensenbestand',
        ...added.map(({ name }) => name),
      ])
        expect(words).toContain(part);
    }
  });
});

describe('who came by a roster alone, and of whom an administrator changes something by hand', () => {
  const { tap, on, titles } = tapping(() => bot);
  const [one, two] = added as [(typeof added)[0], (typeof added)[0]];
  const counted = async () =>
    (await bot.core.people.everybody()).filter(
      (row) => row.id !== amira.id && isCounted(row) && row.id !== manager.id && row.id !== beheerder.id,
    ).length;
  const log = async () =>
    (await bot.core.audit.since(bot.clock.now.subtract({ hours: 1 }))).map(({ what }) => what);
  const edited = (who: typeof one, change: object) => ({
    name: who.name,
    upn: who.upn,
    workdays: 'ma,di',
    role: 'geen',
    secondRole: 'geen',
    access: 'medewerker',
    team: 'objecten-west',
    ...change,
  });
  const idOf = async (who: typeof one) => (await bot.core.people.find(who.account))?.id ?? '';

  beforeEach(async () => {
    for (const [key, name] of [
      ['objecten-oost', 'Objecten Oost'],
      ['nieuw', 'Nieuw'],
    ] as const)
      await bot.core.settings.saveTeam({ key, name, schedule: defaultSchedule });
    await fillsTeam();
    expect(await counted()).toBe(0);
  });

  test.each([
    ['their working days', { workdays: 'wo' }],
    ['their rights', { access: 'medewerker,projectleider' }],
    ['their name', { name: 'Anders Geheten' }],
    ['their role', { role: 'Objectregisseur' }],
    ['their team', { team: 'nieuw' }],
  ])('count no more than before by %s, nor when that is undone', async (_what, change) => {
    const id = await idOf(one);
    const saved = await on(
      beheerder,
      await tap(beheerder, 'people.edit', { id }),
      'Bewaar',
      edited(one, change),
    );
    expect(titles(saved)).toContain('Maak ongedaan');
    expect(await counted()).toBe(0);
    await on(beheerder, saved, 'Maak ongedaan');
    expect(await counted()).toBe(0);
    expect(words(await tap(beheerder, 'people.open', { id }))).toContain('telt nog niet mee');
  });

  test('count no more when teams are put together, twice over, and the card says so first', async () => {
    for (const [from, to] of [
      ['objecten-west', 'nieuw'],
      ['nieuw', 'objecten-west'],
    ] as const) {
      const sure = await tap(beheerder, 'teams.save-merge', { from, team: to });
      expect(words(sure)).toContain(
        '5 van hen zitten alleen via Teams in het team en tellen straks ook nog niet mee.',
      );
      await on(beheerder, sure, 'Ja, zet ze over');
      expect(await bot.core.people.members(to)).toHaveLength(7);
      expect(await counted()).toBe(0);
    }
    // Nor when their own roster is read again, in which they still are.
    await bot.hear({ ...inChannel(members(manager, 'membersAdded')), timestamp: '2026-11-25T19:00:00Z' });
    expect(await counted()).toBe(0);
  });

  test('count once an administrator says so in as many words, and that is in the log', async () => {
    const id = await idOf(two);
    const sure = await on(beheerder, await tap(beheerder, 'people.open', { id }), 'Laat meetellen');
    expect(words(sure)).toContain('Daar zijn 6 mensen voor nodig');
    expect(await counted()).toBe(0);
    const seen = await log();
    expect(seen).toContain('persoon bekeken');
    expect(words(await on(beheerder, sure, 'Ja, telt mee'))).not.toContain('telt nog niet mee');
    expect(await counted()).toBe(1);
    expect((await log()).sort()).toEqual([...seen, 'persoon telt mee voor het teambeeld'].sort());
    await on(
      beheerder,
      await tap(beheerder, 'people.edit', { id }),
      'Bewaar',
      edited(two, { team: 'nieuw' }),
    );
    expect(await counted()).toBe(1);
  });

  test('count after a move by hand once the people file has them', async () => {
    await on(
      beheerder,
      await tap(beheerder, 'teams.save-merge', { from: 'objecten-west', team: 'nieuw' }),
      'Ja, zet ze over',
    );
    await imports(added);
    expect(await counted()).toBe(5);
  });
});

describe('a picture of a team of six in the file', () => {
  const newcomers = [somebody(410, 'Erbij 6'), somebody(411, 'Erbij 7')];
  beforeEach(async () => {
    await bot.core.people.save(added.map((who) => imported(who)));
    await fillsTeam([...added, ...newcomers]);
  });
  /** The picture after so many of the six answered, and those who came by the roster. */
  async function pictureAfter(answering: number): Promise<string> {
    for (const who of [...[amira, ...added].slice(0, answering), ...newcomers])
      expect(await card(who, 'checkin.answer', { period, score: 3 })).toContain('Dank je wel');
    bot.clock.now = bot.clock.now.add({ hours: 24 * 4 });
    for (let n = 0; n < 3; n += 1) await bot.tick();
    return card(manager, 'team.open', { kind: 'team', group: 'objecten-west' });
  }

  test('is not made of five by what somebody answered who came by a roster', async () => {
    expect(await pictureAfter(5)).toContain('Minder dan 6 collega’s deden mee');
  });

  test('is made of the six', async () => {
    expect(await pictureAfter(6)).toContain('6 tot 9 collega’s deden mee');
  });
});
