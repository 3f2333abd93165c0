import { beforeEach, describe, expect, test } from 'vitest';
import { importPeople } from '../../src/people/import.ts';
import { peopleStore } from '../../src/people/store.ts';
import { eraseSubject, type Storage } from '../../src/storage/index.ts';
import { account, foundTown, HEADING, person, type Town } from '../support/town.ts';
import { teamsTeams } from './teams-teams.ts';

const AMIRA = account(1);
let town: Town;

/** Amira has a chat and wants tips; two others are there beside her. */
async function begin(): Promise<void> {
  await town.core.silence.end(AMIRA);
  await town.core.people.drop('objecten-oost', 'p1');
  await town.core.people.save([person('p1', { welcomed: true, tipDay: 'do' })]);
  await town.bring(['p2;Bert Kade;p2@gemeente.example;Objecten West;medewerker;ma,di;', inOost('p3')]);
}

beforeEach(async () => {
  town = await foundTown();
  await begin();
});

function inOost(id: string): string {
  return `${id};Cas Vos;${id}@gemeente.example;Objecten Oost;medewerker;ma,di;`;
}
const line = (name: string, team: string) =>
  `p1;${name};p1@gemeente.example;${team};medewerker;ma,di;${AMIRA}`;

/** Storage in which something happens right before the `n`th request about people, once. Tells how many there were. */
function withSomethingBefore(storage: Storage, n: number, happens: () => Promise<unknown>) {
  const counted = { requests: 0 };
  const tell = async () => {
    counted.requests += 1;
    if (counted.requests === n) await happens();
  };
  const wrapped: Storage = {
    ...storage,
    table: (definition) => {
      const table = storage.table(definition);
      if (definition.name !== 'people') return table;
      return {
        ...table,
        range: async (...all) => tell().then(() => table.range(...all)),
        get: async (...all) => tell().then(() => table.get(...all)),
        put: async (...all) => tell().then(() => table.put(...all)),
        insert: async (...all) => tell().then(() => table.insert(...all)),
        replace: async (...all) => tell().then(() => table.replace(...all)),
        remove: async (...all) => tell().then(() => table.remove(...all)),
        removeRead: async (...all) => tell().then(() => table.removeRead(...all)),
        transact: async (...all) => tell().then(() => table.transact(...all)),
      };
    },
  };
  return { storage: wrapped, counted };
}

/** As `vergeet mij` does. */
async function erase(): Promise<void> {
  const who = await town.core.subject(AMIRA);
  await town.core.silence.keep(AMIRA);
  await eraseSubject(town.core.storage, who);
}

/** As `stop check-ins` does, on the row that the directory leads to at that moment. */
async function object(): Promise<void> {
  const me = await town.core.people.find(AMIRA);
  if (me) await town.core.people.change(me.team, me.id, (now) => ({ ...now, checkins: false }));
}

/** Does it again and again, with something that happens one request later each time, until there are none left. */
async function atEveryMoment(
  work: (people: Town['core']['people']) => Promise<unknown>,
  happens: () => Promise<unknown>,
  holds: () => Promise<unknown>,
): Promise<void> {
  for (let n = 1; ; n += 1) {
    await begin();
    const { storage, counted } = withSomethingBefore(town.core.storage, n, happens);
    await work(peopleStore(storage, town.core.tenant));
    if (counted.requests < n) {
      expect(n).toBeGreaterThan(3);
      return;
    }
    await holds();
  }
}

const bring = (lines: readonly string[]) => async (people: Town['core']['people']) => {
  const result = await importPeople(
    { ...town.core, people, now: () => town.clock.now },
    Buffer.from([HEADING, ...lines].join('\n')),
    { complete: false, who: 'cli' },
  );
  expect(result).toHaveProperty('plan');
};

const rowsOfAmira = async () =>
  (await town.core.people.everybody()).filter(
    ({ directoryId, upn }) => directoryId === AMIRA || upn === 'p1@gemeente.example',
  );

describe.each([
  ['changes their name', line('Amira Maan', 'Objecten West')],
  ['takes them to another team', line('Amira Sol', 'Objecten Oost')],
])('while an import %s', (_what, said) => {
  test('who erases themselves comes back without chat and settings, or not at all, whenever they do it', async () => {
    await atEveryMoment(bring([said, inOost('p3').replace('Cas', 'Kas')]), erase, async () => {
      for (const row of await rowsOfAmira())
        expect([row.reach, row.address, row.tipDay, row.welcomed]).toEqual([
          'none',
          undefined,
          undefined,
          undefined,
        ]);
    });
  });

  test('who stops check-ins gets none, whenever they do it', async () => {
    await atEveryMoment(bring([said]), object, async () => {
      const rows = await rowsOfAmira();
      expect(rows.map(({ checkins }) => checkins)).toEqual([false]);
    });
  });
});

describe('while an import gives a row of the file the account of whom a roster brought', () => {
  const joined = async (people: Town['core']['people']) => {
    const none = { address: undefined, reach: 'none', welcomed: undefined } as const;
    const upn = 'amira.sol@gemeente.example';
    await town.core.people.save([
      person('p1', { ...none, directoryId: undefined }),
      person(AMIRA, { directoryId: AMIRA, upn, source: 'teams', tipDay: 'do' }),
    ]);
    await bring([line('Amira Sol', 'Objecten West')])(people);
  };

  test('who stops check-ins gets none, whenever they do it', async () => {
    await atEveryMoment(joined, object, async () => {
      const found = await rowsOfAmira();
      expect(found.map(({ id, checkins }) => [id, checkins])).toEqual([['p1', false]]);
    });
  });

  test('who erases themselves is not written to, whenever they do it', async () => {
    await atEveryMoment(joined, erase, async () => {
      for (const row of await rowsOfAmira())
        expect([row.reach, row.address, row.tipDay]).toEqual(['none', undefined, undefined]);
    });
  });
});

describe('while the roster of a team in Teams takes somebody along', () => {
  const moved = async (people: Town['core']['people']) => {
    await town.core.people.change('objecten-west', 'p1', (now) => ({
      ...now,
      source: 'teams',
      removed: '2026-11-20',
    }));
    const teams = teamsTeams(town, { ...town.core, people });
    await teams.add('Objecten Oost', [], { id: '19:oost' });
    await teams.joined('19:oost', {
      user: '29:p1',
      directoryId: AMIRA,
      name: 'Amira Sol',
      upn: 'p1@gemeente.example',
      guest: false,
    });
  };

  test('who erases themselves is not written to', async () => {
    await atEveryMoment(moved, erase, async () => {
      for (const row of await rowsOfAmira()) expect(row.reach).not.toBe('open');
    });
  });
});

describe('while somebody is bound to another account', () => {
  test('who erases themselves stays gone', async () => {
    const me = await town.core.people.find(AMIRA);
    if (!me) throw new Error('Amira is not there');
    await erase();
    expect(await town.core.people.rebind(me, account(50))).toBe(false);
    expect(await town.core.people.find(account(50))).toBeUndefined();
    expect(await rowsOfAmira()).toEqual([]);
  });

  test('the working days that they set a moment before stay', async () => {
    const me = await town.core.people.find(AMIRA);
    if (!me) throw new Error('Amira is not there');
    await town.core.people.change(me.team, me.id, (now) => ({ ...now, workdays: ['vr'], ownWorkdays: true }));
    expect(await town.core.people.rebind(me, account(50))).toBe(true);
    expect(await town.core.people.find(account(50))).toMatchObject({ workdays: ['vr'], reach: 'none' });
  });
});

test('an import of many people takes a few requests for each team', async () => {
  const lines = Array.from(
    { length: 300 },
    (_, n) => `q${n};Persoon ${n};q${n}@gemeente.example;Team ${n % 3};medewerker;ma;`,
  );
  await town.bring(lines);
  town.requests.length = 0;
  await town.bring(lines.map((one) => one.replace('Persoon', 'Iemand')));
  expect(town.requests.length).toBeLessThan(30);
});
