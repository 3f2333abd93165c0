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
  wordsOf,
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

async function imports(lines: readonly string[], complete: boolean): Promise<void> {
  const { people, settings, silence, audit, now } = bot.core;
  const file = Buffer.from([HEADING, ...lines].join('\n'));
  const done = await importPeople({ people, settings, silence, audit, now }, file, { complete, who: 'cli' });
  expect(done).not.toHaveProperty('problems');
}

/** Ways to be gone. */
const goings: Record<string, () => Promise<unknown>> = {
  'left the team in Teams': () => leaves(WEST),
  'was taken out by a complete import': async () => {
    const everyone = [...team, beheerder].map(
      ({ id, name, upn, account }) => `${id};${name};${upn};Objecten West;medewerker;ma;${account}`,
    );
    await imports(everyone, true);
    bot.connector.rosters.set(WEST, [...team]);
  },
  'was in it by Teams alone and was taken out by hand': async () => {
    await bot.core.people.change('objecten-west', mighty.id, (now) => ({ ...now, source: 'teams' }));
    await bot.post(tapped(beheerder, 'people.take-out', { id: mighty.id, sure: true }));
    bot.connector.rosters.set(WEST, [...team]);
  },
  'erased themselves': async () => {
    await bot.post(tapped(mighty, 'privacy.erase', {}));
    bot.connector.rosters.set(WEST, [...team]);
  },
};

const places = [
  ['the same team', WEST],
  ['another team', OOST],
] as const;

describe.each(Object.keys(goings))('somebody who had all rights and %s', (going) => {
  test.each(places)('has none of them by the roster of %s', async (_, id) => {
    expect((await find())?.access).toHaveLength(accessRoles.length);
    await goings[going]?.();
    expect(await find()).toBeUndefined();
    await joins(id);
    for (const right of rights as Access[])
      expect(hasAccess(right, mighty.account, await find(), [])).toBe(false);
    const { municipality, teams } = await bot.core.settings.read();
    expect(JSON.stringify([municipality, teams])).not.toContain(mighty.upn);
  });
});

describe('somebody of the people file who left the team in Teams', () => {
  test('comes back by the roster of the same team', async () => {
    await leaves(WEST);
    await joins(WEST);
    expect((await find())?.access).toEqual(['medewerker']);
  });

  test('is not in another team by its roster', async () => {
    await leaves(WEST);
    await joins(OOST);
    expect(await find()).toBeUndefined();
  });
});

describe.each([
  'was taken out by a complete import',
  'was in it by Teams alone and was taken out by hand',
  'erased themselves',
])('somebody who %s', (going) => {
  test.each(places)('does not come back by the roster of %s, whoever adds them', async (_, id) => {
    await goings[going]?.();
    await joins(id);
    expect(await find()).toBeUndefined();
    // Kompas is taken out and added again: all who are in the roster join.
    await bot.hear(told(id, 'teamMemberRemoved', { membersRemoved: [{ id: '28:kompas' }] }));
    await bot.hear(added(id));
    expect(await find()).toBeUndefined();
    const rows = ((await bot.rows('people')).people ?? []).filter(({ value }) => value.upn === mighty.upn);
    expect(rows.map(({ value }) => value.removed)).toEqual(
      going === 'erased themselves' ? [] : ['2026-11-28'],
    );
  });

  test('comes back by the people file', async () => {
    await goings[going]?.();
    await joins(WEST);
    await imports([`p61;Bob Machtig;${mighty.upn};Objecten West;medewerker;ma;${mighty.account}`], false);
    expect(await find()).toMatchObject({ access: ['medewerker'], source: 'import' });
  });
});

describe('rights that do not come along', () => {
  test.each([
    ['back into the same team', WEST, 'import'],
    ['into another team of who is here by Teams alone', OOST, 'teams'],
  ] as const)('are in the log, and what people set themselves stays: %s', async (_, id, source) => {
    await bot.core.people.change('objecten-west', mighty.id, (now) => ({ ...now, source }));
    await leaves(WEST);
    await joins(id);
    expect(await find()).toMatchObject({ ownWorkdays: true, workdays: ['di'], checkins: false });
    const lines = await logged(/rechten vervallen/);
    expect(lines).toMatchObject([{ who: beheerder.account, about: mighty.id }]);
    for (const right of rights) expect(lines[0]?.what).toContain(right);
    // An event that comes again is no news.
    await bot.hear(told(id, 'teamMemberAdded', { membersAdded: [{ id: mighty.user }] }));
    expect(await logged(/rechten vervallen/)).toHaveLength(1);
  });

  test.each([
    ['teams', 'objecten-oost'],
    ['import', 'objecten-west'],
  ] as const)('are in the log when a roster shows somebody elsewhere at once: %s', async (source, place) => {
    await bot.core.people.change('objecten-west', mighty.id, (now) => ({ ...now, source }));
    await joins(OOST);
    expect((await find())?.access).toHaveLength(accessRoles.length);
    await leaves(WEST);
    expect((await find())?.team).toBe(place);
    expect((await find())?.access).toEqual(['medewerker']);
    expect(await logged(/rechten vervallen/)).toHaveLength(1);
  });

  test('are none of somebody who had none: nothing is logged', async () => {
    const rest = team.filter(({ id }) => id !== colleague.id);
    bot.connector.rosters.set(WEST, [...rest, mighty]);
    await bot.hear(told(WEST, 'teamMemberRemoved', { membersRemoved: [{ id: colleague.user }] }));
    bot.connector.rosters.set(WEST, [...team, mighty]);
    await bot.hear(told(WEST, 'teamMemberAdded', { membersAdded: [{ id: colleague.user }] }));
    expect((await bot.core.people.find(colleague.account))?.access).toEqual(['medewerker']);
    expect(await logged(/rechten vervallen/)).toEqual([]);
  });

  test('are told to the administrators at once, with who lost what, and to nobody else', async () => {
    const before = bot.connector.sent.length;
    await leaves(WEST);
    const sent = bot.connector.sent.slice(before);
    expect(sent.map(({ conversation }) => conversation)).toEqual([`chat-${beheerder.id}`]);
    const words = wordsOf(sent);
    for (const part of [
      'Rechten of taken zijn vervallen',
      'Objecten West',
      'Bob Machtig',
      ...rights,
      'tweede persoon',
    ])
      expect(words).toContain(part);
    for (const duty of ['ondernemingsraad-contact', 'gesprekspartner', 'leidinggevende'])
      expect(words).toContain(duty);
  });

  test('are logged under who took somebody out, with that they were taken out', async () => {
    await leaves(WEST);
    const lines = await logged(/vervalt|vervallen|uit het team/);
    expect(lines).toHaveLength(6);
    expect(new Set(lines.map(({ who }) => who))).toEqual(new Set([beheerder.account]));
    expect(await logged(/^uit het team in Teams$/)).toMatchObject([{ about: mighty.id }]);
  });

  test('are logged under Kompas when the roster shows what no event told', async () => {
    const rest = (bot.connector.rosters.get(WEST) ?? []).filter(({ user }) => user !== mighty.user);
    bot.connector.rosters.set(WEST, rest);
    await bot.hear(told(WEST, 'teamMemberAdded', { membersAdded: [{ id: colleague.user }] }));
    expect(await logged(/^uit het team in Teams$/)).toMatchObject([{ who: 'kompas', about: mighty.id }]);
  });
});

describe('Kompas taken out of a team in Teams', () => {
  test('is logged under who did it, and told to the administrators once', async () => {
    const before = bot.connector.sent.length;
    const gone = told(WEST, 'teamMemberRemoved', { membersRemoved: [{ id: '28:kompas' }] });
    await bot.hear({
      ...gone,
      from: { id: colleague.user, aadObjectId: colleague.account, name: colleague.name },
    });
    await bot.hear(gone);
    expect(await logged(/ontkoppeld/)).toMatchObject([{ who: colleague.account, about: 'objecten-west' }]);
    const sent = bot.connector.sent.slice(before);
    expect(sent.map(({ conversation }) => conversation)).toEqual(
      [beheerder, mighty].map(({ id }) => `chat-${id}`),
    );
    expect(wordsOf(sent)).toContain('Kompas is weggehaald uit een team in Teams');
  });
});
