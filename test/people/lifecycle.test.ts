import { beforeEach, describe, expect, test } from 'vitest';
import { defaultSchedule } from '../../src/calendar/schedule.ts';
import type { Lifecycle } from '../../src/people/lifecycle.ts';
import type { RosterMember } from '../../src/people/roster-member.ts';
import { auditTable, directoryTable } from '../../src/people/tables.ts';
import { key } from '../../src/storage/index.ts';
import { account, dump, foundTown, person, type Town } from '../support/town.ts';
import { type TeamsTeams, teamsTeams } from './teams-teams.ts';

const address = (n: number) => ({
  serviceUrl: 'http://127.0.0.1:1',
  conversation: `a:${n}`,
  user: `29:${n}`,
  bot: '28:kompas',
});
const member = (n: number, upn = `p${n}@gemeente.example`, guest = false): RosterMember => ({
  user: `29:${n}`,
  directoryId: account(n),
  name: `Lid ${n}`,
  upn,
  guest,
});
const GUEST = 'gast_bedrijf.example#EXT#@gemeente.onmicrosoft.com';
const amira = 'p01;Amira Sol;amira@gemeente.example;Objecten West;medewerker;ma,di;';

let town: Town;
let life: Lifecycle;

let teams: TeamsTeams;
const lifeOf = (people = town.core.people) => teamsTeams(town, { ...town.core, people }).life;

beforeEach(async () => {
  town = await foundTown();
  teams = teamsTeams(town);
  life = teams.life;
  await town.bring([amira]);
});

const install = (n: number, upn: string) =>
  life.installed(account(n), address(n), async () => member(n, upn));

describe('installing the app', () => {
  async function installed(n = 1) {
    const result = await install(n, 'amira@gemeente.example');
    if (result.kind === 'stranger') throw new Error('the install was not understood');
    return result;
  }

  test.each([
    ['another account begins anew', 8, true],
    ['the account of before keeps that no check-in is wanted', 1, false],
  ])('by the address of a row that remembers an account, %s', async (_, n, checkins) => {
    await town.core.people.change('objecten-west', 'p01', (now) => ({
      ...now,
      checkins: false,
      formerAccounts: [account(1)],
    }));
    await installed(n);
    expect(await town.core.people.find(account(n))).toMatchObject({ id: 'p01', checkins });
  });

  test('binds somebody from the file by their exact address and welcomes them once', async () => {
    const first = await install(1, 'Amira@Gemeente.Example');
    expect(first).toMatchObject({
      kind: 'welcome',
      person: { id: 'p01', directoryId: account(1), reach: 'open', address: address(1) },
    });
    expect((await installed()).kind).toBe('known');
    await life.greeted((await installed()).person, true);
    expect(await town.core.people.find(account(1))).toMatchObject({ id: 'p01', welcomed: true });
    expect(await town.core.people.find(account(1))).not.toHaveProperty('welcoming');
    town.clock.now = town.clock.now.add({ hours: 1 });
    expect((await installed()).kind).toBe('known');
  });

  test('counts as welcomed only when the welcome was sent', async () => {
    const { person } = await installed();
    expect(await town.core.people.find(account(1))).not.toHaveProperty('welcomed');
    await life.greeted(person, false);
    expect((await installed()).kind).toBe('welcome');
    await life.greeted(person, true);
    expect((await installed()).kind).toBe('known');
  });

  test('is welcomed by a later event when the process ended before the welcome was sent', async () => {
    await installed();
    town.clock.now = town.clock.now.add({ seconds: 59 });
    expect((await installed()).kind).toBe('known');
    town.clock.now = town.clock.now.add({ seconds: 1 });
    expect((await installed()).kind).toBe('welcome');
  });

  test('tells of itself twice at the same moment: one welcome, and nothing is lost', async () => {
    for (let round = 0; round < 5; round += 1) {
      town = await foundTown();
      const { people } = town.core;
      teams = teamsTeams(town);
      life = teams.life;
      await town.bring([amira]);
      const both = await Promise.all([1, 1].map((n) => install(n, 'amira@gemeente.example')));
      expect(both.map(({ kind }) => kind).sort()).toEqual(['known', 'welcome']);
      expect(await people.find(account(1))).toMatchObject({
        reach: 'open',
        address: address(1),
      });
    }
  });

  test('does not undo what the other event of the same install did meanwhile', async () => {
    const { people } = town.core;
    const kinds: string[] = [];
    const overtaken: typeof people = {
      ...people,
      change: async (...args) => {
        const changed = await people.change(...args);
        if (kinds.length === 0) kinds.push((await install(1, 'amira@gemeente.example')).kind);
        return changed;
      },
    };
    const slow = lifeOf(overtaken);
    const lookUp = async () => member(1, 'amira@gemeente.example');
    kinds.push((await slow.installed(account(1), address(1), lookUp)).kind);
    expect(kinds).toEqual(['welcome', 'known']);
  });

  test('does not bind another account to somebody who is bound already', async () => {
    await install(1, 'amira@gemeente.example');
    const before = await dump(town.storage);
    expect(await install(2, 'amira@gemeente.example')).toEqual({ kind: 'stranger' });
    expect(await dump(town.storage)).toEqual(before);
  });

  test.each([
    ['nobody knows the address', async () => member(3, 'iemand@elders.example')],
    ['Teams does not tell who it is', async () => undefined],
    ['Teams tells of somebody else', async () => member(4, 'amira@gemeente.example')],
  ])('stores nothing when %s', async (_what, lookUp) => {
    const before = await dump(town.storage);
    expect(await life.installed(account(3), address(3), lookUp)).toEqual({ kind: 'stranger' });
    expect(await dump(town.storage)).toEqual(before);
  });

  test('works again after a crash right after the binding', async () => {
    await install(1, 'amira@gemeente.example');
    await town.storage.table(directoryTable).remove(key(town.core.tenant), key('d', account(1)));
    expect(await install(1, 'amira@gemeente.example')).toMatchObject({ kind: 'known' });
    expect(await town.core.people.find(account(1))).toMatchObject({ id: 'p01' });
  });

  test('means nothing for somebody who left', async () => {
    await install(1, 'amira@gemeente.example');
    await town.core.people.change('objecten-west', 'p01', (now) => ({ ...now, removed: '2026-11-24' }));
    expect(await install(1, 'amira@gemeente.example')).toEqual({ kind: 'stranger' });
  });
});

describe('reach', () => {
  test('closes when the app is removed or blocked, and opens when the person writes or installs again', async () => {
    await install(1, 'amira@gemeente.example');
    const find = async () => {
      const found = await town.core.people.find(account(1));
      if (!found) throw new Error('Amira is missing');
      return found;
    };
    await life.uninstalled(account(1), '2099-01-01T00:00:00Z');
    expect((await find()).reach).toBe('blocked');
    await life.returned(await find(), address(8));
    expect(await find()).toMatchObject({ reach: 'open', address: address(8) });
    await life.blocked(await find());
    expect((await find()).reach).toBe('blocked');
    expect(await install(1, 'amira@gemeente.example')).toMatchObject({ kind: 'known' });
    expect((await find()).reach).toBe('open');
  });

  test('writes nothing for what is so already', async () => {
    await install(1, 'amira@gemeente.example');
    await life.uninstalled(account(1), '2099-01-01T00:00:00Z');
    const blocked = await town.core.people.find(account(1));
    if (!blocked) throw new Error('Amira is missing');
    town.requests.length = 0;
    await life.uninstalled(account(1), '2099-01-01T00:00:00Z');
    await life.blocked(blocked);
    await life.returned({ ...blocked, reach: 'open' }, address(1));
    await life.uninstalled(account(77), '2099-01-01T00:00:00Z');
    expect(town.writes()).toEqual([]);
  });
});

describe('a Teams team', () => {
  const add: TeamsTeams['add'] = (...team) => teams.add(...team);

  test('is linked by its name; its members become people who were not written to yet', async () => {
    expect(await add('Objecten  WEST', [member(5)])).toBe('linked');
    expect(await town.core.people.find(account(5))).toMatchObject({
      id: account(5),
      source: 'teams',
      reach: 'none',
      access: ['medewerker'],
      upn: 'p5@gemeente.example',
    });
  });

  test('that is none of ours is left alone', async () => {
    const before = await dump(town.storage);
    expect(await add('Vreemd', [member(5)])).toBe('unknown');
    await teams.joined('19:t', member(6));
    await teams.left('19:t', account(1));
    expect(await dump(town.storage)).toEqual(before);
  });

  describe('added by', () => {
    beforeEach(async () => {
      await town.core.settings.saveTeam({
        key: 'objecten-oost',
        name: 'Objecten Oost',
        schedule: defaultSchedule,
      });
      await town.core.people.save([
        person('p21', { access: ['manager'] }),
        person('p22', { access: ['manager'], team: 'objecten-oost' }),
        person('p23', { access: ['beheerder'], team: 'objecten-oost' }),
        person('p24', { access: ['manager'], removed: '2026-11-01' }),
        person('p25', { access: ['projectleider', 'mandaatbeheerder'] }),
      ]);
    });

    test.each([
      ['the manager of our team', 21],
      ['an administrator of any team', 23],
      ['an administrator from the configuration', 90],
    ])('%s is linked, and the log says who did it', async (_who, n) => {
      expect(await add('Objecten West', [member(5)], { by: account(n) })).toBe('linked');
      expect(await town.core.teamLinks.of('19:t')).toMatchObject({ team: 'objecten-west' });
      const log = (await dump(town.storage, [auditTable])).filter((row) => row.includes('team in Teams'));
      expect(log).toHaveLength(1);
      expect(log[0]).toContain(account(n));
    });

    test.each([
      ['a colleague', 1],
      ['the manager of another team', 22],
      ['a manager who left', 24],
      ['somebody with other rights', 25],
      ['a stranger', 77],
      ['nobody in particular', undefined],
    ])('%s is not linked, its roster is not even read, and its members change nothing', async (_who, n) => {
      await install(1, 'amira@gemeente.example');
      const before = await dump(town.storage);
      const by = n === undefined ? undefined : account(n);
      teams.onRead = () => {
        throw new Error('the roster was read');
      };
      const evil = {
        id: '19:evil',
        name: 'Objecten West',
        serviceUrl: '',
        bot: '',
        at: '2026-11-24T11:00:00Z',
      };
      expect(await life.teamAdded(evil, by)).toBe('not allowed');
      await teams.joined('19:evil', member(77));
      await teams.left('19:evil', account(1));
      expect(await dump(town.storage)).toEqual(before);
    });
  });

  test('is not linked to a team that another Teams team is linked to, until that link ends', async () => {
    await add('Objecten West', [member(5)]);
    const before = await dump(town.storage);
    expect(await add('Objecten West', [member(6)], { id: '19:second' })).toBe('taken');
    await teams.left('19:second', account(5));
    expect(await dump(town.storage)).toEqual(before);
    await life.teamRemoved('19:t', town.clock.now.toString());
    expect(await town.core.people.find(account(5))).toBeDefined();
    expect(await add('Objecten West', [member(6)], { id: '19:second' })).toBe('linked');
    // The first one has no say any more.
    await teams.left('19:t', account(5));
    expect(await town.core.people.find(account(5))).toBeDefined();
  });

  test('makes nobody double: not who is in the file, and not when it is told twice', async () => {
    const both = [member(1, 'amira@gemeente.example'), member(5)];
    await add('Objecten West', both);
    const before = await dump(town.storage);
    await add('Objecten West', both);
    await teams.joined('19:t', member(5));
    expect(await dump(town.storage)).toEqual(before);
    expect((await town.core.people.members('objecten-west')).map(({ id }) => id).sort()).toEqual([
      account(5),
      'p01',
    ]);
  });

  test('tells who left, and who came back is there again', async () => {
    await add('Objecten West', [member(5)]);
    await teams.left('19:t', account(5));
    expect(await town.core.people.find(account(5))).toBeUndefined();
    await teams.joined('19:t', member(5));
    expect(await town.core.people.find(account(5))).toMatchObject({ id: account(5) });
  });

  test('brings no guest, not when it is linked and not when one joins later', async () => {
    await add('Objecten West', [member(5)]);
    const before = await dump(town.storage);
    await add('Objecten West', [member(5), member(6, GUEST, true)]);
    await teams.joined('19:t', member(7, 'gast@bedrijf.example', true));
    expect(await dump(town.storage)).toEqual(before);
  });

  test('brings no guest back who was in the file before', async () => {
    await town.core.people.save([person('p06', { upn: GUEST.toLowerCase() })]);
    await add('Objecten West', [member(6, GUEST, true)]);
    expect(await town.core.people.find(account(6))).toMatchObject({ id: 'p06' });
    await teams.left('19:t', account(6));
    await teams.joined('19:t', member(6, GUEST, true));
    expect(await town.core.people.find(account(6))).toBeUndefined();
  });

  test('binds a guest whom an administrator put in the file', async () => {
    const line = `p06;Gast van Buiten;${GUEST};Objecten West;medewerker;ma,di;`;
    expect(await town.bring([line])).not.toHaveProperty('problems');
    await add('Objecten West', [member(6, GUEST, true)]);
    expect(await town.core.people.find(account(6))).toMatchObject({ id: 'p06', source: 'import' });
  });

  test('does not remove somebody who works in another team', async () => {
    await town.core.people.save([person('p09', { team: 'objecten-oost' })]);
    await add('Objecten West');
    await teams.left('19:t', account(9));
    expect(await town.core.people.find(account(9))).toMatchObject({ id: 'p09' });
  });
});
