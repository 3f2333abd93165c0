import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, test } from 'vitest';
import { peopleTable } from '../../src/people/tables.ts';
import { key } from '../../src/storage/index.ts';
import { account, dump, foundTown, HEADING, type Town } from '../support/town.ts';

const amira = `p01;Amira Sol;amira@gemeente.example;Objecten West;medewerker;ma,di,do;${account(1)}`;
const bert = 'p02;Bert Kade;bert@gemeente.example;Objecten West;manager;ma,di,wo,do,vr;';
const amiraInOost = amira.replace('Objecten West', 'Objecten Oost');

let town: Town;

beforeEach(async () => {
  town = await foundTown();
});

describe('importing people', () => {
  test('makes them known, with their teams, and writes down who did it', async () => {
    const result = await town.bring([amira, bert]);
    expect(result).toMatchObject({ plan: { added: [{ id: 'p01' }, { id: 'p02' }], unchanged: 0 } });
    expect(await town.core.people.find(account(1))).toMatchObject({ name: 'Amira Sol', reach: 'none' });
    expect(await town.core.people.byUpn('BERT@gemeente.example')).toMatchObject({ id: 'p02' });
    expect((await town.core.readSettings()).teams).toMatchObject([
      { key: 'objecten-west', name: 'Objecten West' },
    ]);
    const log = (await dump(town.storage)).filter((row) => row.startsWith('audit '));
    // One of the file, one of the team, one of each of them, and one of a right.
    expect(log).toHaveLength(5);
    expect(log.join()).toContain(
      '"who":"cli","what":"mensen import","about":"2 nieuw, 0 gewijzigd, 0 uit Kompas"',
    );
    expect(log.join()).toContain('"who":"cli","what":"rechten gegeven: manager","about":"p02"');
  });

  test('takes the demo file, and again nothing changes', async () => {
    const [heading, ...lines] = readFileSync('demo/mensen.csv', 'utf8').trim().split('\n');
    expect(heading).toContain('werkdagen');
    const { core, clock } = town;
    const tools = { ...core, now: () => clock.now };
    const { importPeople } = await import('../../src/people/import.ts');
    const bring = () => importPeople(tools, readFileSync('demo/mensen.csv'), { complete: true, who: 'cli' });
    await bring();
    town.requests.length = 0;
    expect(await bring()).toMatchObject({ plan: { added: [], changed: [], unchanged: lines.length } });
    expect(town.writes()).toEqual([]);
  });

  test.each([
    ['a wrong line', 'p03;C;geen adres;Objecten West;medewerker;ma;'],
    ['somebody else’s account', `p03;C;c@gemeente.example;Objecten West;medewerker;ma;${account(1)}`],
    ['somebody else’s address', 'p03;C;bert@gemeente.example;Objecten West;medewerker;ma;'],
    ['too few columns', 'p03;C'],
    ['an open quote', 'p03;"C;c@gemeente.example;W;medewerker;ma;'],
  ])('changes nothing at all when one line has %s', async (_what, wrong) => {
    await town.bring([amira, bert]);
    const before = await dump(town.storage);
    const result = await town.bring([
      amira.replace('Sol', 'Maan'),
      'p04;D;d@gemeente.example;Nieuw;medewerker;ma;',
      wrong,
    ]);
    expect(result).toMatchObject({ problems: [{ line: 4 }] });
    expect(await dump(town.storage)).toEqual(before);
  });

  test('twice changes nothing, also after people set things themselves', async () => {
    await town.bring([amira, bert]);
    await town.core.people.change('objecten-west', 'p01', (now) => ({
      ...now,
      workdays: ['wo'],
      ownWorkdays: true,
      checkins: false,
      welcomed: true,
      absentFrom: '2026-11-23',
      absentUntil: '2026-12-01',
      reach: 'open',
    }));
    const before = await dump(town.storage);
    town.requests.length = 0;
    expect(await town.bring([amira, bert], { complete: true })).toMatchObject({ plan: { unchanged: 2 } });
    expect(town.writes()).toEqual([]);
    expect(await dump(town.storage)).toEqual(before);
  });

  test('moves somebody to another team with address and settings, and leaves no old row', async () => {
    await town.bring([amira, bert]);
    const address = { serviceUrl: 'http://127.0.0.1:1', conversation: 'a:1', user: '29:1', bot: '28:k' };
    await town.core.people.change('objecten-west', 'p01', (now) => ({
      ...now,
      address,
      reach: 'open',
      checkins: false,
    }));
    await town.bring([amiraInOost, bert]);
    expect(await town.core.people.find(account(1))).toMatchObject({
      team: 'objecten-oost',
      address,
      reach: 'open',
      checkins: false,
    });
    expect((await town.core.people.members('objecten-west')).map(({ id }) => id)).toEqual(['p02']);
    const rows = (await dump(town.storage)).filter((row) => row.includes('Amira'));
    expect(rows).toHaveLength(1);
  });

  test('with --volledig marks who is missing as left; a file that has them again brings them back', async () => {
    await town.bring([amira, bert]);
    await town.bring([bert], { complete: true });
    expect(await town.core.people.find(account(1))).toBeUndefined();
    expect(await town.core.people.byUpn('amira@gemeente.example')).toBeUndefined();
    expect((await town.core.people.members('objecten-west')).find(({ id }) => id === 'p01')?.removed).toBe(
      '2026-11-24',
    );
    await town.bring([amira, bert], { complete: true });
    expect(await town.core.people.find(account(1))).toMatchObject({ id: 'p01', team: 'objecten-west' });
    expect((await town.core.people.find(account(1)))?.removed).toBeUndefined();
  });

  test('gives somebody a new id although the old one leaves in the same file', async () => {
    await town.bring([amira, bert]);
    await town.bring([amira.replace('p01', 'p55'), bert], { complete: true });
    expect(await town.core.people.find(account(1))).toMatchObject({ id: 'p55' });
    expect(await town.core.people.byUpn('amira@gemeente.example')).toMatchObject({ id: 'p55' });
    const rows = (await dump(town.storage)).filter((row) => !row.startsWith('audit '));
    expect(rows.filter((row) => row.includes('p01'))).toEqual([]);
  });

  test.each([
    ['without an account keeps', amira.replace('p01', 'p55').replace(account(1), ''), false],
    ['with another account does not keep', amira.replace('p01', 'p55').replace(account(1), account(8)), true],
  ])(
    'a new number %s that somebody stopped check-ins; both keep the account before',
    async (_, line, checkins) => {
      await town.bring([amira, bert]);
      await town.core.people.change('objecten-west', 'p01', (now) => ({ ...now, checkins: false }));
      await town.bring([line, bert], { complete: true });
      expect(await town.core.people.byUpn('amira@gemeente.example')).toMatchObject({
        id: 'p55',
        checkins,
        formerAccounts: [account(1)],
      });
    },
  );

  test('somebody else with the address of who left begins anew', async () => {
    await town.bring([amira, bert]);
    await town.core.people.change('objecten-west', 'p01', (now) => ({ ...now, checkins: false }));
    await town.bring(
      [`p55;Cem Eker;amira@gemeente.example;Objecten West;medewerker;ma;${account(8)}`, bert],
      {
        complete: true,
      },
    );
    const found = await town.core.people.byUpn('amira@gemeente.example');
    expect(found).toMatchObject({ id: 'p55', checkins: true });
    expect(found?.formerAccounts).toBeUndefined();
  });

  test.each([
    ['is out of it at that moment', '2026-11-20'],
    ['was put back since then', undefined],
  ])(
    'takes out who is not in the file, also who was taken out of the team in Teams and %s',
    async (_, removed) => {
      await town.bring([amira, bert]);
      await town.core.people.change('objecten-west', 'p01', (now) => ({
        ...now,
        source: 'teams',
        placed: true,
        removed,
      }));
      await town.bring([bert], { complete: true });
      const [row] = (await town.core.people.everybody()).filter(({ id }) => id === 'p01');
      expect(row).toMatchObject({ source: 'import', removed: removed ?? '2026-11-24' });
      expect(row?.placed).toBeUndefined();
      expect(await town.bring([bert], { complete: true })).toMatchObject({ plan: { left: [] } });
    },
  );

  test('an address that changed leads nowhere any more', async () => {
    await town.bring([amira, bert]);
    await town.bring([amira.replace('amira@', 'a.sol@'), bert]);
    expect(await town.core.people.byUpn('amira@gemeente.example')).toBeUndefined();
    expect(await town.core.people.byUpn('a.sol@gemeente.example')).toMatchObject({ id: 'p01' });
    expect((await dump(town.storage)).filter((row) => row.includes('amira@'))).toEqual([]);
  });

  test('keeps formulas and markup as plain text', async () => {
    const name = '=cmd|<b>x</b> ${y}';
    await town.bring([`p03;${name};c@gemeente.example;Objecten West;medewerker;ma;`]);
    expect(await town.core.people.byUpn('c@gemeente.example')).toMatchObject({ name });
  });

  test('takes 250 people, more than one transaction holds', async () => {
    const lines = Array.from(
      { length: 250 },
      (_, n) => `q${n};Naam ${n};q${n}@gemeente.example;Groot;medewerker;ma;${account(n + 100)}`,
    );
    await town.bring(lines);
    expect(await town.core.people.members('groot')).toHaveLength(250);
    expect(await town.core.people.find(account(349))).toMatchObject({ id: 'q249' });
  });
});

describe('an import that stopped halfway is finished by a second run', () => {
  const people = () => town.storage.table(peopleTable);
  const whole = async (lines: readonly string[]) => {
    const other = await foundTown();
    await other.bring([amira, bert]);
    await other.bring(lines, { complete: true });
    return (await dump(other.storage)).filter((row) => !row.startsWith('audit '));
  };
  const now = async () => (await dump(town.storage)).filter((row) => !row.startsWith('audit '));

  test('between the rows of people and what points at them', async () => {
    await town.bring([bert]);
    const fresh = await foundTown();
    await fresh.bring([amira]);
    const [row] = await fresh.core.people.everybody();
    if (!row) throw new Error('nobody was imported');
    await people().put(key(town.core.tenant, row.team), key(row.id), row);
    expect(await town.core.people.find(account(1))).toBeUndefined();
    await town.bring([amira, bert], { complete: true });
    expect(await town.core.people.find(account(1))).toMatchObject({ id: 'p01' });
    expect(await now()).toEqual(await whole([amira, bert]));
  });

  test('between the new row of somebody who moved and the removal of the old one', async () => {
    await town.bring([amira, bert]);
    const [old] = await town.core.people.members('objecten-west');
    if (!old) throw new Error('nobody was imported');
    await town.core.settings.saveTeam({
      ...(await firstTeam()),
      key: 'objecten-oost',
      name: 'Objecten Oost',
    });
    await town.core.people.save([{ ...old, team: 'objecten-oost' }]);
    await town.bring([amiraInOost, bert], { complete: true });
    expect(await now()).toEqual(await whole([amiraInOost, bert]));
  });

  test('between the teams and the people', async () => {
    await town.bring([amira, bert]);
    await town.core.settings.saveTeam({
      ...(await firstTeam()),
      key: 'objecten-oost',
      name: 'Objecten Oost',
    });
    await town.bring([amiraInOost, bert], { complete: true });
    expect(await now()).toEqual(await whole([amiraInOost, bert]));
  });

  async function firstTeam() {
    const [team] = (await town.core.readSettings()).teams;
    if (!team) throw new Error('there is no team');
    return team;
  }
});

test('the heading of these tests is the one that is documented', () => {
  const columns = readFileSync('demo/mensen.csv', 'utf8').split('\n')[0]?.split(';') ?? [];
  for (const column of HEADING.split(';').slice(0, 6)) expect(columns).toContain(column);
});
