import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { importPeople } from '../../src/people/import.ts';
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
