import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { account, HEADING, person } from '../support/town.ts';
import { openTerminal, SAID, type Terminal } from './terminal.ts';

const demo = join(import.meta.dirname, '../../demo/mensen.csv');
const amira = `p01;Amira Sol;amira@gemeente.example;Objecten West;medewerker;ma,di;${account(1)}`;
const bert = 'p02;Bert Kade;bert@gemeente.example;Objecten West;manager;ma,di,wo,do,vr;';

let terminal: Terminal;

beforeAll(async () => {
  terminal = await openTerminal();
});
afterAll(() => terminal.close());

const csv = (...lines: string[]) => terminal.file('mensen.csv', [HEADING, ...lines].join('\n'));

describe('mensen import', () => {
  test('says what it did; the second time everybody is the same', async () => {
    const words = (added: number, same: number) =>
      `${added} nieuw, 0 gewijzigd, ${same} gelijk, 0 uit Kompas, 0 oude rijen opgeruimd.\n`;
    const teams = 'nieuw team: Objecten West\nnieuw team: Objecten Oost\nnieuw team: Bedrijfsvoering\n';
    const first = await terminal.kompas('mensen', 'import', demo);
    expect(first).toEqual({ code: 0, out: words(15, 0) + teams, err: SAID() });
    expect(await terminal.kompas('mensen', 'import', demo)).toEqual({ code: 0, out: words(0, 15), err: '' });
    const log = await terminal.log();
    expect(log.filter((line) => line.includes('mensen import'))).toEqual([
      'cli: mensen import (15 nieuw, 0 gewijzigd, 0 uit Kompas)',
    ]);
    expect(log).toContain('cli: rechten gegeven: directie, beheerder (p15)');
    expect(log.filter((line) => line.includes('persoon toegevoegd: team '))).toHaveLength(15);
    expect(log.filter((line) => line.includes('team toegevoegd'))).toHaveLength(3);
    expect(log).toHaveLength(7 + 15 + 3);
  });

  test('names a new team, and asks whether its name is right when it is nearly that of a known one', async () => {
    const { out } = await terminal.kompas(
      'mensen',
      'import',
      await csv(
        'p31;A;a31@x.example;Objecten Wset;medewerker;ma;',
        'p32;B;b32@x.example;Archief;medewerker;ma;',
        'p33;C;c33@x.example;OBJECTEN oost;medewerker;ma;',
      ),
    );
    expect(out.split('\n').slice(1)).toEqual([
      'nieuw team: Objecten Wset. Let op: dit lijkt op Objecten West. Klopt de naam?',
      'nieuw team: Archief',
      '',
    ]);
  });

  test('names lines of the wrong length together with everything else that is wrong', async () => {
    const { code, err } = await terminal.kompas(
      'mensen',
      'import',
      await csv('p41;A;geen adres;W;medewerker;ma;', 'p42;B', 'p43;;c@x.example;W;medewerker;ma;'),
    );
    expect(code).toBe(1);
    expect(err).toBe(
      'Er is niets geïmporteerd.\n' +
        '  regel 2: email is geen e-mailadres.\n' +
        '  regel 3: Deze regel heeft 2 kolommen. De kop heeft er 7.\n' +
        '  regel 4: naam is leeg.\n',
    );
  });

  test('names every wrong line, imports nobody and ends with 1', async () => {
    const before = await terminal.log();
    const result = await terminal.kompas(
      'mensen',
      'import',
      await csv('p21;A;a@x.example;W;medewerker;ma;', 'p22;;geen;W;baas;ma;'),
    );
    expect(result).toMatchObject({ code: 1, out: '' });
    expect(result.err).toBe(
      'Er is niets geïmporteerd.\n' +
        '  regel 3: naam is leeg. email is geen e-mailadres. Bij toegang ken ik "baas" niet. ' +
        'Kies uit: medewerker, manager, mandaatbeheerder, projectleider, afdelingshoofd, directie, hr, beheerder. Meer dan één? Zet er een komma tussen.\n',
    );
    expect(await terminal.core.people.byUpn('a@x.example')).toBeUndefined();
    expect(await terminal.log()).toEqual(before);
  });

  test('says that there is no such file', async () => {
    const result = await terminal.kompas('mensen', 'import', 'nergens.csv');
    expect(result).toEqual({ code: 1, out: '', err: 'Ik kan nergens.csv niet lezen. Klopt het pad?\n' });
  });
});

describe('after an import', () => {
  let other: Terminal;

  beforeAll(async () => {
    other = await openTerminal();
    await other.kompas('mensen', 'import', await other.file('a.csv', [HEADING, amira, bert].join('\n')));
  });
  afterAll(() => other.close());

  test('mensen lijst shows who is known, and that they were shown is in the log', async () => {
    const [all, asJson, wrong] = await Promise.all([
      other.kompas('mensen', 'lijst'),
      other.kompas('mensen', 'lijst', '--team', 'Objecten West', '--json'),
      other.kompas('mensen', 'lijst', '--team', 'Nergens'),
    ]);
    expect(all.out).toBe(
      'p01  Amira Sol  objecten-west  -  medewerker  ma di  er is nog geen chat\n' +
        'p02  Bert Kade  objecten-west  -  manager  ma di wo do vr  nog niet gekoppeld aan een account\n',
    );
    expect(
      asJson.out
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line).id),
    ).toEqual(['p01', 'p02']);
    expect(wrong).toEqual({
      code: 1,
      out: '',
      err: 'Ik ken het team Nergens niet. Bekend: Objecten West.\n',
    });
    const log = await other.log();
    expect(log).toContain('cli: mensen lijst (iedereen)');
    expect(log).toContain('cli: mensen lijst (objecten-west)');
  });

  test('mensen koppel binds to another account, but not to one that is taken in whatever case', async () => {
    const guid = 'abcdef00-0000-4000-8000-000000000005';
    expect(await other.kompas('mensen', 'koppel', 'p02', guid.toUpperCase())).toMatchObject({ code: 0 });
    expect(await other.core.people.find(guid)).toMatchObject({ id: 'p02' });
    const [taken, odd, nobody] = await Promise.all([
      other.kompas('mensen', 'koppel', 'p01', guid.toUpperCase()),
      other.kompas('mensen', 'koppel', 'p01', '123'),
      other.kompas('mensen', 'koppel', 'p99', account(8)),
    ]);
    expect(taken).toMatchObject({ code: 1, err: 'Dit account hoort al bij iemand.\n' });
    expect(odd).toMatchObject({
      code: 1,
      err: 'Dit is geen object-id. Een object-id ziet eruit als 3f2504e0-4f89-41d3-9a0c-0305e82c3301.\n',
    });
    expect(nobody).toMatchObject({ code: 1, err: 'Ik ken niemand met id p99.\n' });
    expect((await other.log()).filter((line) => line.includes('koppel'))).toEqual([
      'cli: mensen koppel (p02)',
    ]);
  });

  test('mensen koppel finds whom a team in Teams brought by their account, in whatever case', async () => {
    const [before, after] = ['abcdef00-0000-4000-8000-000000000006', 'abcdef00-0000-4000-8000-000000000007'];
    await other.core.people.save([person(before, { directoryId: before, source: 'teams' })]);
    expect((await other.kompas('mensen', 'lijst')).out.match(/.*alleen via Teams$/gm)).toEqual([
      expect.stringContaining(before),
    ]);
    const bound = await other.kompas('mensen', 'koppel', before.toUpperCase(), after.toUpperCase());
    expect(bound).toMatchObject({ code: 0 });
    expect(await other.core.people.find(after)).toMatchObject({ id: before, directoryId: after });
    expect(await other.core.people.find(before)).toBeUndefined();
    await other.core.people.drop('objecten-west', before);
  });

  test('mensen vergeet erases what stands under an account that nobody has, once that is sure, and nothing of a colleague', async () => {
    const { groups, people } = other.core;
    const west = { kind: 'team', key: 'objecten-west' } as const;
    await groups.addSignal(west, {
      id: 'S-9',
      source: 'raised',
      state: 'received',
      day: '2026-11-16',
      moved: '2026-11-16',
      words: { text: 'De lijst is te lang' },
      by: account(60),
      named: true,
    });
    const giver = async () => (await groups.content(west)).signals.find(({ id }) => id === 'S-9')?.by;
    const there = await people.find(account(1));
    const asked = (id: string, ...sure: string[]) => other.kompas('mensen', 'vergeet', id, ...sure);
    expect((await asked(there?.directoryId ?? '', '--akkoord')).err).toContain('Die persoon typt zelf');
    expect((await asked('123', '--akkoord')).err).toContain('Dit is geen object-id');
    expect((await asked(account(60))).err).toContain('Er is niets gewist');
    expect(await giver()).toBe(account(60));
    expect(await asked(account(60).toUpperCase(), '--akkoord')).toMatchObject({ code: 0 });
    expect(await giver()).toBeUndefined();
    expect((await other.log()).filter((line) => line.includes('gewist'))).toEqual([
      'cli: account gewist (gemeente)',
    ]);
  });

  test('says what fell open because whoever was recorded for it is gone', async () => {
    const gone = `p08;Weg Gaat;weg@gemeente.example;Objecten West;medewerker;ma;${account(8)}`;
    await other.kompas(
      'mensen',
      'import',
      await other.file('c.csv', [HEADING, amira, bert, gone].join('\n')),
    );
    const set = (...words: string[]) => other.kompas('instellingen', ...words);
    await set('leidinggevenden', '--team', 'Objecten West', 'weg@gemeente.example');
    await set('ondernemingsraad-contact', 'weg@gemeente.example');
    await set('tweede-persoon', 'weg@gemeente.example');
    await set('gesprekspartner', 'Coach', 'weg@gemeente.example');
    const file = await other.file('d.csv', [HEADING, amira, bert].join('\n'));
    const { out } = await other.kompas('mensen', 'import', file, '--volledig');
    expect(out.split('\n').slice(1)).toEqual([
      'Objecten West heeft geen leidinggevende meer van buiten het team. Wijs iemand aan: kompas instellingen leidinggevenden --team "Objecten West" <e-mailadres>',
      'de ondernemingsraad heeft geen contact meer voor signalen. Wijs iemand aan: kompas instellingen ondernemingsraad-contact <e-mailadres>',
      'er is geen tweede persoon voor mandaten meer. Wijs iemand aan: kompas instellingen tweede-persoon <e-mailadres>',
      'gesprekspartner Coach is weg. Wijs iemand aan: kompas instellingen gesprekspartner "Coach" <e-mailadres>',
      '',
    ]);
    expect((await set('toon')).out).not.toContain('weg@');
    expect(await other.log()).toContain('cli: instellingen leidinggevende vervalt (objecten-west)');
  });

  test('--volledig marks who is missing', async () => {
    const file = await other.file('b.csv', [HEADING, bert].join('\n'));
    const { out } = await other.kompas('mensen', 'import', file, '--volledig');
    expect(out).toBe('0 nieuw, 0 gewijzigd, 1 gelijk, 1 uit Kompas, 0 oude rijen opgeruimd.\n');
    expect(await other.core.people.find(account(1))).toBeUndefined();
  });
});
