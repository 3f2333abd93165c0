import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { defaultSchedule } from '../../src/calendar/schedule.ts';
import { hasAccess } from '../../src/people/access.ts';
import { importPeople } from '../../src/people/import.ts';
import { type Access, accessRoles } from '../../src/people/person.ts';
import {
  imported,
  installation,
  type Somebody,
  somebody,
  startTestBot,
  type TestActivity,
  type TestBot,
  tapped,
  team,
  typed,
} from '../support/bot.ts';
import { HEADING } from '../support/town.ts';

const [colleague] = team as [Somebody];
const beheerder = somebody(60, 'Beheerder');
/** Had every right there is, and every duty that the settings record. */
const mighty = somebody(61, 'Bob Machtig');
const WEST = '19:west@thread.tacv2';
const OOST = '19:oost@thread.tacv2';
const NAMES: Record<string, string> = { [WEST]: 'Objecten West', [OOST]: 'Objecten Oost' };
const rights = accessRoles.filter((right) => right !== 'medewerker');

let bot: TestBot;
beforeEach(async () => {
  bot = await startTestBot({
    // Saturday: nothing is sent by the clock.
    now: '2026-11-28T11:00:00Z',
    seed: async ({ people, settings }) => {
      const oost = { key: 'objecten-oost', name: 'Objecten Oost', schedule: defaultSchedule };
      await settings.saveTeam({ ...oost, managers: [mighty.upn] });
      await settings.changeMunicipality((now) => ({
        ...now,
        worksCouncil: [mighty.upn],
        secondRegistrar: mighty.upn,
        partners: [{ label: 'Coach', upn: mighty.upn }],
      }));
      await people.save([
        imported(beheerder, { access: ['beheerder'], team: 'objecten-oost' }),
        imported(mighty, { access: [...accessRoles], ownWorkdays: true, workdays: ['di'], checkins: false }),
      ]);
    },
  });
  for (const who of [beheerder, mighty]) await bot.hear(installation(who, 'add'));
  bot.connector.rosters.set(WEST, [...team, mighty]);
  bot.connector.rosters.set(OOST, [beheerder]);
  for (const id of [WEST, OOST]) await bot.hear(added(id));
});
afterEach(() => bot.stop());

const told = (id: string, eventType: string, change: object): TestActivity => ({
  ...typed(beheerder, undefined),
  type: 'conversationUpdate',
  conversation: { id, conversationType: 'channel', isGroup: true },
  channelData: { team: { id, name: NAMES[id] }, eventType },
  ...change,
});
const added = (id: string) => told(id, 'teamMemberAdded', { membersAdded: [{ id: '28:kompas' }] });
async function joins(id: string): Promise<void> {
  bot.connector.rosters.set(id, [...(bot.connector.rosters.get(id) ?? []), mighty]);
  await bot.hear(told(id, 'teamMemberAdded', { membersAdded: [{ id: mighty.user }] }));
}
async function leaves(id: string): Promise<void> {
  const rest = (bot.connector.rosters.get(id) ?? []).filter(({ user }) => user !== mighty.user);
  bot.connector.rosters.set(id, rest);
  await bot.hear(told(id, 'teamMemberRemoved', { membersRemoved: [{ id: mighty.user }] }));
}
const find = () => bot.core.people.find(mighty.account);
const logged = async (what: RegExp) =>
  ((await bot.rows('audit')).audit ?? [])
    .map(({ value }) => value)
    .filter((line) => what.test(String(line.what)));

/** Ways to be gone. */
const goings: Record<string, () => Promise<unknown>> = {
  'left the team in Teams': () => leaves(WEST),
  'was taken out by a complete import': async () => {
    const everyone = [...team, beheerder].map(
      ({ id, name, upn, account }) => `${id};${name};${upn};Objecten West;medewerker;ma;${account}`,
    );
    const { people, settings, audit, now } = bot.core;
    const file = Buffer.from([HEADING, ...everyone].join('\n'));
    const done = await importPeople({ people, settings, audit, now }, file, { complete: true, who: 'cli' });
    expect(done).not.toHaveProperty('problems');
    bot.connector.rosters.set(WEST, [...team]);
  },
  'erased themselves': async () => {
    await bot.post(tapped(mighty, 'privacy.erase', {}));
    bot.connector.rosters.set(WEST, [...team]);
  },
};

async function expectNoRights(): Promise<void> {
  const back = await find();
  expect(back?.access).toEqual(['medewerker']);
  for (const right of rights as Access[]) expect(hasAccess(right, mighty.account, back, [])).toBe(false);
  const { municipality, teams } = await bot.core.settings.read();
  expect(JSON.stringify([municipality, teams])).not.toContain(mighty.upn);
}

describe.each(Object.keys(goings))('somebody who had all rights and %s', (going) => {
  test.each([
    ['the same team', WEST],
    ['another team', OOST],
  ])('comes back by the roster of %s as medewerker', async (_, id) => {
    expect((await find())?.access).toHaveLength(accessRoles.length);
    await goings[going]?.();
    expect(await find()).toBeUndefined();
    await joins(id);
    await expectNoRights();
  });
});

describe('rights that do not come along', () => {
  test.each([
    ['back into the same team', WEST],
    ['into another team', OOST],
  ])('are in the log, and what people set themselves stays: %s', async (_, id) => {
    await leaves(WEST);
    await joins(id);
    expect(await find()).toMatchObject({ ownWorkdays: true, workdays: ['di'], checkins: false });
    const lines = await logged(/rechten vervallen/);
    expect(lines).toMatchObject([{ who: 'kompas', about: mighty.id }]);
    for (const right of rights) expect(lines[0]?.what).toContain(right);
    // An event that comes again is no news.
    await bot.hear(told(id, 'teamMemberAdded', { membersAdded: [{ id: mighty.user }] }));
    expect(await logged(/rechten vervallen/)).toHaveLength(1);
  });

  test('are in the log when somebody goes from one team to another at once', async () => {
    await joins(OOST);
    expect((await find())?.access).toHaveLength(accessRoles.length);
    await leaves(WEST);
    expect((await find())?.team).toBe('objecten-oost');
    expect((await find())?.access).toEqual(['medewerker']);
    expect(await logged(/rechten vervallen/)).toHaveLength(1);
  });

  test('are none of somebody who had none: nothing is logged', async () => {
    const rest = team.filter(({ id }) => id !== colleague.id);
    bot.connector.rosters.set(WEST, rest);
    await bot.hear(told(WEST, 'teamMemberRemoved', { membersRemoved: [{ id: colleague.user }] }));
    bot.connector.rosters.set(WEST, [...team]);
    await bot.hear(told(WEST, 'teamMemberAdded', { membersAdded: [{ id: colleague.user }] }));
    expect((await bot.core.people.find(colleague.account))?.access).toEqual(['medewerker']);
    expect(await logged(/rechten vervallen/)).toEqual([]);
  });
});
