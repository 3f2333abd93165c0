import { beforeEach, describe, expect, test } from 'vitest';
import type { Person } from '../../src/people/person.ts';
import { peopleStore } from '../../src/people/store.ts';
import { directoryTable, peopleTable } from '../../src/people/tables.ts';
import { key } from '../../src/storage/index.ts';
import { account, dump, foundTown, person, type Town } from '../support/town.ts';

let town: Town;
let people: Town['core']['people'];

beforeEach(async () => {
  town = await foundTown();
  ({ people } = town.core);
  await people.save([person('p01'), person('p02', { team: 'objecten-oost' })]);
});

/** The requests that `work` makes, as "GET people(…)". */
async function requestsOf(work: () => Promise<unknown>): Promise<string[]> {
  town.requests.length = 0;
  await work();
  return town.requests.map(({ method }) => method);
}

describe('people are found', () => {
  test('by account and by address, in two reads', async () => {
    expect(await people.find(account(1))).toMatchObject({ id: 'p01' });
    expect(await people.byUpn('P01@Gemeente.Example')).toMatchObject({ id: 'p01' });
    expect(await requestsOf(() => people.find(account(1)))).toEqual(['GET', 'GET']);
    expect(await requestsOf(() => people.byUpn('p01@gemeente.example'))).toEqual(['GET', 'GET']);
    expect(await requestsOf(() => people.find(account(77)))).toEqual(['GET']);
  });

  test('by their team: the team of an account and the people of a team are one read each', async () => {
    expect(await people.teamOf(account(2))).toBe('objecten-oost');
    expect(await requestsOf(() => people.teamOf(account(2)))).toEqual(['GET']);
    expect((await people.members('objecten-west')).map(({ id }) => id)).toEqual(['p01']);
    expect(await requestsOf(() => people.members('objecten-west'))).toEqual(['GET']);
  });

  test('not when they left, although the team still lists them', async () => {
    await people.change('objecten-west', 'p01', (now) => ({ ...now, removed: '2026-11-24' }));
    expect(await people.find(account(1))).toBeUndefined();
    expect(await people.byUpn('p01@gemeente.example')).toBeUndefined();
    expect(await people.members('objecten-west')).toHaveLength(1);
  });

  test('with everything they have', async () => {
    const all: Person = person('p03', {
      role: 'Objectregisseur',
      secondRole: 'Geodata-engineer',
      ownWorkdays: true,
      checkins: false,
      absentFrom: '2026-11-23',
      absentUntil: '2026-11-27',
      removed: undefined,
      access: ['manager', 'beheerder'],
    });
    await people.save([all]);
    expect(await people.find(account(3))).toEqual({ ...all, removed: undefined });
  });

  test('in their own municipality only, whose name may begin like another’s', async () => {
    const other = peopleStore(town.storage, `${town.core.tenant}1`);
    await other.save([person('p99')]);
    expect((await people.everybody()).map(({ id }) => id).sort()).toEqual(['p01', 'p02']);
    expect(await people.find(account(99))).toBeUndefined();
  });
});

describe('changing somebody', () => {
  test('loses nothing when twenty changes come at once', async () => {
    const days = ['ma', 'di', 'wo', 'do', 'vr'] as const;
    await people.change('objecten-west', 'p01', (now) => ({ ...now, workdays: [] }));
    const changes: ((now: Person) => Person)[] = [
      ...days.map((day) => (now: Person) => ({ ...now, workdays: [...now.workdays, day] })),
      ...Array.from({ length: 15 }, (_, n) => (now: Person) => ({ ...now, [`field${n}`]: n })),
    ];
    const done = await Promise.allSettled(
      changes.map(async (change) => people.change('objecten-west', 'p01', change)),
    );
    expect(done.filter(({ status }) => status === 'rejected')).toEqual([]);
    const now = await people.find(account(1));
    expect([...(now?.workdays ?? [])].sort()).toEqual([...days].sort());
    expect(now).toMatchObject(Object.fromEntries(Array.from({ length: 15 }, (_, n) => [`field${n}`, n])));
  });

  test('writes nothing when nothing changes', async () => {
    expect(await requestsOf(() => people.change('objecten-west', 'p01', (now) => now))).toEqual(['GET']);
  });

  test('says that somebody is gone', async () => {
    expect(await people.change('objecten-west', 'nobody', (now) => now)).toBeUndefined();
    expect(await people.change('objecten-oost', 'p01', (now) => now)).toBeUndefined();
  });
});

describe('binding somebody to another account', () => {
  test('leaves nothing that leads from the old account, and waits for a new install', async () => {
    const [p01] = await people.members('objecten-west');
    if (!p01) throw new Error('p01 is missing');
    await people.rebind(p01, account(50));
    expect(await people.find(account(1))).toBeUndefined();
    expect(await people.teamOf(account(1))).toBeUndefined();
    const now = await people.find(account(50));
    expect(now).toMatchObject({ id: 'p01', directoryId: account(50), reach: 'none', workdays: p01.workdays });
    expect(now?.address).toBeUndefined();
    expect(now?.welcomed).toBeUndefined();
    expect(await people.byUpn('p01@gemeente.example')).toMatchObject({ directoryId: account(50) });
    // The row itself remembers it: what that account may not read or decide, this one may not either.
    expect(now?.formerAccounts).toEqual([account(1)]);
    const leads = (await dump(town.storage)).filter((row) => row.includes(account(1)));
    expect(leads.filter((row) => !row.startsWith('people '))).toEqual([]);
  });

  test('leaves nothing that only the person knew: who binds a row to an account of their own would read it', async () => {
    const own = {
      absentFrom: '2026-11-23',
      absentUntil: '2026-11-27',
      checkins: false,
      tipDay: 'di',
    } as const;
    await people.change('objecten-west', 'p01', (now) => ({
      ...now,
      ...own,
      checkinDay: 'wo',
      checkinTime: '10:00',
    }));
    const [p01] = await people.members('objecten-west');
    if (!p01) throw new Error('p01 is missing');
    await people.rebind(p01, account(50));
    const now = await people.find(account(50));
    expect(now).toMatchObject({ checkins: true, workdays: p01.workdays, access: p01.access });
    for (const field of ['absentFrom', 'absentUntil', 'tipDay', 'checkinDay', 'checkinTime'])
      expect(now).not.toHaveProperty(field);
  });

  test.each([
    [
      'another account begins anew: it would read that somebody stopped check-ins',
      50,
      true,
      [account(9), account(1)],
    ],
    ['the account that had it last keeps that no check-in is wanted', 1, false, [account(9)]],
    ['an account of longer ago begins anew', 9, true, [account(1)]],
  ])('of a row that has no account now, %s', async (_, n, checkins, formerAccounts) => {
    await people.change('objecten-west', 'p01', ({ directoryId: _account, ...now }) => ({
      ...now,
      checkins: false,
      formerAccounts: [account(9), account(1)],
    }));
    const [p01] = await people.members('objecten-west');
    if (!p01) throw new Error('p01 is missing');
    await people.rebind(p01, account(n));
    expect(await people.find(account(n))).toMatchObject({ id: 'p01', checkins, formerAccounts });
  });

  test('gives a new pseudonym, so that answers of the old account do not come along', () => {
    const { pseudonymise } = town.core;
    expect(pseudonymise('objecten-west', account(50), 'answer')).not.toBe(
      pseudonymise('objecten-west', account(1), 'answer'),
    );
  });
});

describe('what points at people', () => {
  const directory = () => town.storage.table(directoryTable);
  const partition = () => key(town.core.tenant);

  test('needs no mending in an ordinary town, which costs two reads', async () => {
    expect(await people.mendDirectory()).toBe(0);
    expect(await requestsOf(() => people.mendDirectory())).toEqual(['GET', 'GET']);
  });

  test('is added when it is missing', async () => {
    await directory().remove(partition(), key('d', account(1)));
    await directory().put(partition(), key('u', 'p02@gemeente.example'), { team: 'elders', person: 'p02' });
    expect(await people.find(account(1))).toBeUndefined();
    expect(await people.mendDirectory()).toBe(2);
    expect(await people.find(account(1))).toMatchObject({ id: 'p01' });
    expect(await people.byUpn('p02@gemeente.example')).toMatchObject({ id: 'p02' });
  });

  test('goes with the row of somebody who left long ago', async () => {
    await town.storage.table(peopleTable).remove(key(town.core.tenant, 'objecten-west'), key('p01'));
    expect(await people.mendDirectory()).toBe(2);
    const left = (await directory().range({ partition: partition() })).map(({ row }) => row);
    expect(left.sort()).toEqual([key('d', account(2)), key('u', 'p02@gemeente.example')].sort());
  });

  test('stays for somebody who left and may come back', async () => {
    await people.change('objecten-west', 'p01', (now) => ({ ...now, removed: '2026-11-24' }));
    expect(await people.mendDirectory()).toBe(0);
  });

  test('leads to whoever has an address now, not to whoever left with it', async () => {
    await people.change('objecten-west', 'p01', (now) => ({ ...now, removed: '2026-11-24' }));
    await people.save([person('p55', { upn: 'p01@gemeente.example' })]);
    await people.mendDirectory();
    expect(await people.byUpn('p01@gemeente.example')).toMatchObject({ id: 'p55' });
  });
});
