import { describe, expect, test } from 'vitest';
import { readCsv } from '../../src/files/csv.ts';
import { readPeople } from '../../src/people/import-rules.ts';
import { account, HEADING } from '../support/town.ts';

const good = 'p01;Amira Sol;amira@gemeente.example;Objecten West;medewerker;ma,di;';

function read(lines: readonly string[], heading = HEADING) {
  const file = readCsv(Buffer.from([heading, ...lines].join('\n')));
  if ('problems' in file) throw new Error(JSON.stringify(file));
  return readPeople(file);
}
const reasons = (lines: readonly string[], heading?: string) => {
  const result = read(lines, heading);
  return 'problems' in result ? result.problems.map(({ line, reason }) => `${line}: ${reason}`) : [];
};
/** The good line with one column replaced. */
const spoiled = (column: string, value: string) =>
  good
    .split(';')
    .map((field, index) => (HEADING.split(';')[index] === column ? value : field))
    .join(';');

describe('people in a file', () => {
  test('are read with all they have', () => {
    const line = `${good}${account(1).toUpperCase()};kwaliteitscoördinator;Objectregistrator`;
    expect(read([line], `${HEADING};ibro_rol;tweede_rol`)).toEqual({
      people: [
        {
          line: 2,
          id: 'p01',
          name: 'Amira Sol',
          upn: 'amira@gemeente.example',
          teamName: 'Objecten West',
          directoryId: account(1),
          role: 'Kwaliteitscoördinator',
          secondRole: 'Objectregistrator',
          access: ['medewerker'],
          workdays: ['ma', 'di'],
        },
      ],
    });
  });

  test('need no columns but the required ones, and may have columns that Kompas does not know', () => {
    const [id, naam, email, team, toegang, werkdagen] = good.split(';');
    const result = read(
      [[id, naam, email, team, toegang, werkdagen, 'let op'].join(';')],
      'id;naam;email;team;toegang;werkdagen;opmerking',
    );
    expect(result).toMatchObject({ people: [{ id: 'p01' }] });
  });

  test('have their e-mail address in lower case and their lists in a fixed order, once', () => {
    const line = 'p01;A;A.Sol@Gemeente.Example;W;Manager | medewerker|manager;vr, MA,ma;';
    expect(read([line])).toMatchObject({
      people: [{ upn: 'a.sol@gemeente.example', access: ['medewerker', 'manager'], workdays: ['ma', 'vr'] }],
    });
  });

  test('may have every kind of access there is', () => {
    expect(read([spoiled('toegang', 'directie, Afdelingshoofd|manager')])).toMatchObject({
      people: [{ access: ['manager', 'afdelingshoofd', 'directie'] }],
    });
  });

  test.each(['=1+1', '@SUM(A1)', '<b>Sol</b>', '**Sol**', '${name}', "' drop table"])(
    'keep a name as it was written: %s',
    (name) => {
      expect(read([spoiled('naam', name)])).toMatchObject({ people: [{ name }] });
    },
  );
});

test('a guest may be in the file, under their UPN', () => {
  const upn = 'gast_bedrijf.example#EXT#@gemeente.onmicrosoft.com';
  expect(read([spoiled('email', upn)])).toMatchObject({ people: [{ upn: upn.toLowerCase() }] });
});

describe('a wrong line is named with its number and the reason', () => {
  test.each([
    ['id', '', '2: id is leeg.'],
    ['id', 'p 01', '2: id mag alleen letters, cijfers, punt, streepje en @ hebben.'],
    ['id', 'p'.repeat(61), '2: id is langer dan 60 tekens.'],
    ['naam', '', '2: naam is leeg.'],
    ['naam', 'x'.repeat(121), '2: naam is langer dan 120 tekens.'],
    ['email', '', '2: email is leeg.'],
    ['email', 'amira', '2: email is geen e-mailadres.'],
    ['email', 'ami#ra@gemeente.example', '2: email is geen e-mailadres.'],
    ['email', 'geen adres#EXT#@gemeente.example', '2: email is geen e-mailadres.'],
    ['team', '***', '2: team heeft geen letters of cijfers.'],
    [
      'directory_id',
      '123',
      `2: directory_id is geen object-id. Een object-id ziet eruit als 3f2504e0-4f89-41d3-9a0c-0305e82c3301.`,
    ],
    [
      'toegang',
      'baas',
      '2: Bij toegang ken ik "baas" niet. Kies uit: medewerker, manager, mandaatbeheerder, projectleider, afdelingshoofd, directie, beheerder. Meer dan één? Zet er een komma tussen.',
    ],
    [
      'toegang',
      '',
      '2: toegang is leeg. Kies uit: medewerker, manager, mandaatbeheerder, projectleider, afdelingshoofd, directie, beheerder. Meer dan één? Zet er een komma tussen.',
    ],
    [
      'werkdagen',
      'ma,maandag,xx',
      '2: Bij werkdagen ken ik "maandag" en "xx" niet. Kies uit: ma, di, wo, do, vr, za, zo. Meer dan één? Zet er een komma tussen.',
    ],
    [
      'werkdagen',
      '',
      '2: werkdagen is leeg. Kies uit: ma, di, wo, do, vr, za, zo. Meer dan één? Zet er een komma tussen.',
    ],
  ])('%s %j', (column, value, reason) => {
    expect(reasons([spoiled(column, value)])).toEqual([reason]);
  });

  test('an unknown role', () => {
    expect(reasons([`${good};Baas`], `${HEADING};ibro_rol`)).toEqual([
      '2: Bij ibro_rol ken ik "Baas" niet. Kies uit: Objectregistrator, Kwaliteitscoördinator, Objectregisseur, Geodata-engineer.',
    ]);
  });

  test('all at once: more faults in a line, more lines', () => {
    expect(reasons([spoiled('naam', '').replace('ma,di', 'ma,dd'), good, spoiled('id', '')])).toEqual([
      '2: naam is leeg. Bij werkdagen ken ik "dd" niet. Kies uit: ma, di, wo, do, vr, za, zo. Meer dan één? Zet er een komma tussen.',
      '4: id is leeg.',
    ]);
  });

  test('missing columns', () => {
    expect(reasons(['p01;Amira'], 'id;naam')).toEqual([
      '1: Dit ontbreekt in de kop: email, team, toegang, werkdagen.',
    ]);
  });

  test('only a heading', () => {
    expect(reasons([])).toEqual(['0: Er staan geen mensen in het bestand.']);
  });

  test.each([
    ['Dit id', ['p01;B;b@x.example;W;medewerker;ma;']],
    ['Dit e-mailadres', ['p02;B;AMIRA@gemeente.example;W;medewerker;ma;']],
  ])('%s twice', (what, lines) => {
    expect(reasons([good, ...lines])).toEqual([`3: ${what} staat ook in regel 2.`]);
  });

  test('a directory id twice, in whatever case', () => {
    const guid = '3f2504e0-4f89-41d3-9a0c-0305e82c3301';
    const lines = [good + guid, `p02;B;b@x.example;W;medewerker;ma;${guid.toUpperCase()}`];
    expect(reasons(lines)).toEqual(['3: Dit object-id (directory_id) staat ook in regel 2.']);
  });
});
