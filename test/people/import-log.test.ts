import { beforeEach, describe, expect, test } from 'vitest';
import { importPeople } from '../../src/people/import.ts';
import { account, foundTown, HEADING, person, type Town } from '../support/town.ts';

const line = (id: string, name: string, { team = 'West', access = 'medewerker', upn = '', to = '' } = {}) =>
  [id, name, upn || `${id}@gemeente.example`, team, access, 'ma', to].join(';');
const amira = line('p1', 'Amira Sol', { to: account(1) });
const bert = line('p2', 'Bert Kade', { to: account(2) });

let town: Town;
beforeEach(async () => {
  town = await foundTown();
});

/** What the log says by now, without the count of a file as a whole. */
const log = async () =>
  (await town.core.audit.since(town.clock.now.subtract({ hours: 48 })))
    .filter(({ what }) => what !== 'mensen import')
    .map(({ who, what, about }) => `${who}: ${what} (${about})`)
    .sort();
/** What it says of a file, of this one alone. */
async function linesOf(file: readonly string[], complete = false): Promise<string[]> {
  const before = await log();
  town.clock.now = town.clock.now.add({ minutes: 1 });
  expect(await town.bring(file, { complete })).toHaveProperty('plan');
  const after = await log();
  for (const one of before) after.splice(after.indexOf(one), 1);
  return after;
}

describe('a people file says in the log, of each person by their id,', () => {
  test('who comes into which team, and which teams are new', async () => {
    expect(await linesOf([amira, line('p2', 'Bert Kade', { team: 'Oost', access: 'manager' })])).toEqual([
      'cli: persoon toegevoegd: team Oost; rechten manager (p2)',
      'cli: persoon toegevoegd: team West; rechten medewerker (p1)',
      'cli: rechten gegeven: manager (p2)',
      'cli: team toegevoegd (oost)',
      'cli: team toegevoegd (west)',
    ]);
  });

  test('who goes to another team, who goes, and who comes back', async () => {
    await town.bring([amira, bert]);
    expect(await linesOf([line('p1', 'Amira Sol', { team: 'Oost', to: account(1) })], true)).toEqual([
      'cli: persoon gewijzigd: ander team, van West naar Oost (p1)',
      'cli: persoon uit Kompas (p2)',
      'cli: team toegevoegd (oost)',
    ]);
    expect(await linesOf([bert])).toEqual([
      'cli: persoon terug in Kompas: team West; rechten medewerker (p2)',
    ]);
  });

  test('of whom the name, the address or the rights change, and who gets an account', async () => {
    await town.bring([amira, line('p2', 'Bert Kade', { access: 'manager' })]);
    expect(
      await linesOf([
        line('p1', 'Amira Maan', { upn: 'maan@gemeente.example' }),
        line('p2', 'Bert Kade', { to: account(2) }),
      ]),
    ).toEqual([
      'cli: persoon gewijzigd: e-mail; naam (p1)',
      'cli: persoon gewijzigd: rechten medewerker; gekoppeld aan een account (p2)',
    ]);
  });

  test('who counts from now on, having been in the team by Teams alone', async () => {
    await town.bring([amira]);
    await town.core.people.save([person('p3', { team: 'west', source: 'teams', name: 'Cas Duin' })]);
    expect(await linesOf([line('p3', 'Cas Duin', { to: account(3) })])).toEqual([
      'cli: persoon gewijzigd: telt mee voor het teambeeld (p3)',
    ]);
  });

  test('nothing where nothing changes, and something again each time that it changes', async () => {
    await town.bring([amira, bert]);
    expect(await linesOf([amira, bert])).toEqual([]);
    const inOost = line('p1', 'Amira Sol', { team: 'Oost', to: account(1) });
    await linesOf([inOost]);
    for (const [file, from, to] of [
      [amira, 'Oost', 'West'],
      [inOost, 'West', 'Oost'],
      [amira, 'Oost', 'West'],
    ] as const)
      expect(await linesOf([file])).toEqual([
        `cli: persoon gewijzigd: ander team, van ${from} naar ${to} (p1)`,
      ]);
  });
});

describe('a row that goes over to another account by a people file', () => {
  const other = { to: account(66) };
  test.each([
    [
      'under another id with the same address',
      line('p9', 'Amira Sol', { ...other, upn: 'p1@gemeente.example' }),
    ],
    [
      'under another id with the same name',
      line('p9', 'Amira  SOL', { ...other, upn: 'weg@gemeente.example' }),
    ],
    [
      'under another id, address and name alike but for a word',
      line('p9', 'Amira Maan', { ...other, upn: 'p1@gemeente.example' }),
    ],
  ])('%s: the log says whose place it takes, and that they went', async (_how, taken) => {
    await town.bring([amira, bert]);
    expect(await linesOf([taken, bert], true)).toEqual([
      'cli: persoon toegevoegd: team West; rechten medewerker; ander account dan id p1 (p9)',
      'cli: persoon uit Kompas (p1)',
    ]);
  });

  test('by a row that was there already and takes their address: the log says so', async () => {
    await town.bring([amira, bert]);
    expect(
      await linesOf([line('p2', 'Amira Sol', { upn: 'p1@gemeente.example', to: account(2) })], true),
    ).toEqual([
      'cli: persoon gewijzigd: e-mail; naam; ander account dan id p1 (p2)',
      'cli: persoon uit Kompas (p1)',
    ]);
  });

  test('in two steps, first without an account: the log says of both what they are', async () => {
    await town.bring([amira, bert]);
    const without = line('p9', 'Amira Sol', { upn: 'p1@gemeente.example' });
    expect(await linesOf([without, bert], true)).toContain(
      'cli: persoon toegevoegd: team West; rechten medewerker; eerst id p1 (p9)',
    );
    expect(await linesOf([`${without}${account(66)}`])).toEqual([
      'cli: persoon gewijzigd: gekoppeld aan een ander account (p9)',
    ]);
  });

  test('is none where the account stays the same: the log says what the id was', async () => {
    await town.bring([amira, bert]);
    expect(await linesOf([line('p9', 'Amira Sol', { to: account(1) }), bert], true)).toEqual([
      'cli: persoon gewijzigd: ander id, eerst p1; e-mail (p9)',
    ]);
  });
});

test('an import that broke off after its lines has each of them once when it is done again', async () => {
  const { core, clock } = town;
  const file = Buffer.from(
    [HEADING, amira, bert, ...Array.from({ length: 150 }, (_, n) => line(`q${n}`, `Persoon ${n}`))].join(
      '\n',
    ),
  );
  const bring = (people = core.people) =>
    importPeople({ ...core, people, now: () => clock.now }, file, { complete: false, who: 'cli' });
  const broken = {
    ...core.people,
    changeAll: async () => {
      throw new Error('the process ended');
    },
  };
  await expect(bring(broken)).rejects.toThrow('the process ended');
  expect((await log()).filter((one) => one.includes('persoon toegevoegd'))).toHaveLength(152);
  clock.now = clock.now.add({ minutes: 5 });
  expect(await bring()).toMatchObject({ plan: { added: { length: 152 } } });
  const lines = await log();
  expect(lines.filter((one) => one.includes('persoon toegevoegd'))).toHaveLength(152);
  expect(new Set(lines).size).toBe(lines.length);
});

test('an import of 2,000 people writes its lines in transactions', async () => {
  const file = Array.from({ length: 2_000 }, (_, n) =>
    line(`q${n}`, `Persoon ${n}`, { team: `Team ${n % 40}` }),
  );
  town.requests.length = 0;
  await town.bring(file);
  const written = await log();
  expect(written.filter((one) => one.includes('persoon toegevoegd'))).toHaveLength(2_000);
  const single = town.requests.filter(({ method, url }) => method === 'POST' && url.includes('audit'));
  expect(single).toEqual([]);
});
