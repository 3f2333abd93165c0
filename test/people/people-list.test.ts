import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { writeXlsx } from '../../src/files/write-xlsx.ts';
import { daysInCell } from '../../src/people/days-in-cells.ts';
import { askWords, type ColumnChoices, peopleListHeading } from '../../src/people/list-columns.ts';
import { listFields } from '../../src/people/list-headings.ts';
import { readPeopleList } from '../../src/people/list-reading.ts';
import { nameSaid, rightsInCell } from '../../src/people/list-words.ts';

const read = (lines: readonly string[], chosen: ColumnChoices = {}) =>
  readPeopleList(Buffer.from(lines.join('\r\n')), 'lijst.csv', chosen);

/** As a personnel department keeps it. */
const HEADING = 'Personeelsnr;Voornaam;Achternaam;E-mailadres;Afdeling/team;Functie;Werkdagen;Leidinggevende';
const amira = '100341;Amira;Sol;Amira.Sol@gemeente.example;Objecten West;Adviseur;ma/di/do/vr;nee';
const gijs = '100346;Gijs;Toren;gijs.toren@gemeente.example;Objecten West;Adviseur;maandag t/m vrijdag;ja';

describe('a list of a personnel department', () => {
  test('is read with its own headings, names in parts, days as they are written, and who leads', async () => {
    const { people, problems, asks, notes } = await read([HEADING, amira, gijs]);
    expect([problems, asks]).toEqual([[], []]);
    expect(people).toMatchObject([
      {
        id: '100341',
        name: 'Amira Sol',
        upn: 'amira.sol@gemeente.example',
        teamName: 'Objecten West',
        access: ['medewerker'],
        workdays: ['ma', 'di', 'do', 'vr'],
      },
      { id: '100346', name: 'Gijs Toren', access: ['manager'], workdays: ['ma', 'di', 'wo', 'do', 'vr'] },
    ]);
    expect(notes).toContain('Niet gelezen: Functie.');
    expect(notes).toContain(
      'Zo las ik de koppen: “personeelsnr” is voor het personeelsnummer (id); “e-mailadres” is voor het e-mailadres; “afdeling/team” is voor het team.',
    );
  });

  test('says how it read a heading of more days, and of who leads', async () => {
    const { notes } = await read([
      'Personeelsnummer;Naam;E-mail;Team;Vaste werkdagen;Teamleider',
      'p1;Ans Vis;ans@x.example;West;ma/di;ja',
    ]);
    expect(notes).toContain(
      'Zo las ik de koppen: “personeelsnummer” is voor het personeelsnummer (id); “e-mail” is voor het e-mailadres; “vaste werkdagen” is voor de werkdagen; “teamleider” is voor de leidinggevende (ja of nee).',
    );
  });

  test('is asked about in whole sentences, of one thing and of more', () => {
    expect(listFields.map((field) => askWords({ field }))).toEqual([
      'Welke kolom is voor het personeelsnummer (id)?',
      'Welke kolom is voor de naam?',
      'Welke kolom is voor het e-mailadres?',
      'Welke kolom is voor het team?',
      'Welke kolom is voor het object-id uit Entra (directory_id)?',
      'Welke kolom is voor de IBRO-rol?',
      'Welke kolom is voor de tweede IBRO-rol?',
      'Welke kolom is voor de rechten (toegang)?',
      'Welke kolom is voor de werkdagen?',
      'Welke kolom is voor de voornaam?',
      'Welke kolom is voor de voorletters?',
      'Welke kolom is voor het tussenvoegsel?',
      'Welke kolom is voor de achternaam?',
      'Welke kolom is voor de leidinggevende (ja of nee)?',
    ]);
  });

  test('says which columns may be the same thing', async () => {
    const { problems } = await read([
      'Personeelsnummer;Naam;E-mail;Team;Vaste werkdagen;Rooster;Teamleider;Manager',
      'p1;Ans Vis;ans@x.example;West;ma/di;do/vr;ja;nee',
    ]);
    expect(problems.map(({ reason }) => reason)).toEqual([
      'Meer dan één kolom kan voor de werkdagen zijn: “vaste werkdagen” en “rooster”. Kies er één.',
      'Meer dan één kolom kan voor de leidinggevende (ja of nee) zijn: “teamleider” en “manager”. Kies er één.',
    ]);
  });

  test.each([
    ['Medewerkernummer;Naam;Mail;Team', 'p1;Sol, Amira;a.sol@x.example;West', 'Amira Sol'],
    [
      'Medewerkersnr.;Roepnaam;Tussenvoegsel;Achternaam;UPN;Afdeling',
      'p1;Jan;van den;Berg;j@x.example;West',
      'Jan van den Berg',
    ],
    [
      'Stamnummer;Achternaam;Voorletters;E-mail (werk);Organisatie-eenheid',
      'p1;Berg, van den;J.;j@x.example;West',
      'J. van den Berg',
    ],
    ['ID;Weergavenaam;Gebruikersnaam;Teamnaam', 'p1;Ans Vis;ans@x.example;West', 'Ans Vis'],
    ['Personeelsnummer;Naam;Voornaam;E-mail;Team', 'p1;Vis;Ans;ans@x.example;West', 'Ans Vis'],
    ['Personeelsnummer;Naam;Voornaam;E-mail;Team', 'p1;Ans Vis;Ans;ans@x.example;West', 'Ans Vis'],
  ])('%s', async (heading, line, name) => {
    const { people, problems } = await read([heading, line]);
    expect(problems).toEqual([]);
    expect(people).toMatchObject([{ id: 'p1', name, teamName: 'West', access: ['medewerker'] }]);
  });

  test('may stand under a title, on whatever sheet', async () => {
    const bytes = writeXlsx([
      { name: 'Uitleg', rows: [['Lees dit eerst']] },
      { name: 'Mensen', rows: [['Stand 25 november'], HEADING.split(';'), amira.split(';')] },
    ]);
    const { people } = await readPeopleList(bytes, 'x.xlsx', {});
    expect(people).toMatchObject([{ name: 'Amira Sol' }]);
  });

  test('in Kompas’ own form is read as it was', async () => {
    const { people, problems, notes } = await readPeopleList(
      readFileSync('demo/mensen.csv'),
      'mensen.csv',
      {},
    );
    expect([problems, notes]).toEqual([[], ['Niet gelezen: Opmerking.']]);
    expect(people.length).toBeGreaterThan(10);
  });

  test('says what it does not read, and what it takes where something is missing', async () => {
    const { notes, people } = await read([
      'Personeelsnummer;Naam;E-mail;Team;Kostenplaats;Schaal',
      'p1;Ans Vis;ans@x.example;West;4001;9',
    ]);
    expect(people[0]).toMatchObject({
      workdays: ['ma', 'di', 'wo', 'do', 'vr'],
      unsaid: expect.arrayContaining(['access', 'workdays']),
    });
    const words = notes.join('\n');
    expect(words).toContain('Niet gelezen: Kostenplaats, Schaal.');
    expect(words).toContain('Er is geen kolom met werkdagen. Wie nieuw is, werkt maandag t/m vrijdag.');
    expect(words).toContain('Er is geen kolom met rechten.');
    expect(words).toContain('“personeelsnummer” is voor het personeelsnummer');
  });

  test('may have a column a day, with ticks, yes and no, or hours', async () => {
    const { people, notes } = await read([
      'Personeelsnummer;Naam;E-mail;Team;Ma;Di;Wo;Do;Vr',
      'p1;Ans Vis;ans@x.example;West;x;;x;;x',
      'p2;Bo Vis;bo@x.example;West;8;0;7,5;8;',
      'p3;Cas Vis;cas@x.example;West;ja;nee;ja;nee;nee',
    ]);
    expect(people.map(({ workdays }) => workdays.join())).toEqual(['ma,wo,vr', 'ma,wo,do', 'ma,wo']);
    expect(notes.join()).not.toContain('Niet gelezen');
  });

  test('with the name of a manager beside everybody makes nobody one', async () => {
    const { people, notes } = await read([
      'Personeelsnummer;Naam;E-mail;Team;Leidinggevende',
      'p1;Ans Vis;ans@x.example;West;Gijs Toren',
      'p2;Bo Vis;bo@x.example;West;Gijs Toren',
    ]);
    expect(people.map(({ access }) => access)).toEqual([['medewerker'], ['medewerker']]);
    expect(notes).toContain('Niet gelezen: Leidinggevende.');
  });

  test('gives an IBRO role of a column in which nothing else stands, and only of that', async () => {
    const heading = 'Personeelsnummer;Naam;E-mail;Team;Functie';
    const roles = await read([heading, 'p1;A;a@x.example;W;objectregistrator', 'p2;B;b@x.example;W;']);
    expect(roles.people[0]).toMatchObject({ role: 'Objectregistrator' });
    const mixed = await read([
      heading,
      'p1;A;a@x.example;W;Objectregistrator',
      'p2;B;b@x.example;W;Adviseur',
    ]);
    expect(mixed.people[0]?.role).toBeUndefined();
    expect(mixed.notes).toContain('Niet gelezen: Functie.');
  });

  test.each(['Azure ID', 'Entra object-id', 'Object ID', 'AAD-ID'])(
    'knows an account by “%s”',
    async (heading) => {
      const account = '3f2504e0-4f89-41d3-9a0c-0305e82c3301';
      const { people } = await read([
        `Personeelsnummer;Naam;E-mail;Team;${heading}`,
        `p1;A;a@x.example;W;${account}`,
      ]);
      expect(people[0]).toMatchObject({ directoryId: account });
    },
  );
});

describe('where it is not sure', () => {
  const heading = 'Personeelsnummer;Naam;E-mail;UPN;Team';
  const line = 'p1;Ans Vis;ans.vis@x.example;avis@x.example;West';

  test('two columns that fit are asked about, and the answer is kept to', async () => {
    const { problems, asks, people } = await read([heading, line]);
    expect(people).toEqual([]);
    expect(problems[0]?.reason).toContain('“e-mail” en “upn”');
    expect(asks).toMatchObject([{ field: 'email', columns: ['e-mail', 'upn'] }]);
    const chosen = await read([heading, line], { email: 'upn' });
    expect(chosen.people).toMatchObject([{ upn: 'avis@x.example' }]);
    expect(chosen.notes).toContain('Niet gelezen: E-mail.');
  });

  test('two columns that say the same are one', async () => {
    const { people } = await read([heading, 'p1;Ans Vis;ans@x.example;Ans@x.example;West']);
    expect(people).toMatchObject([{ upn: 'ans@x.example' }]);
  });

  test('a column that is missing is asked for, with what is left to choose from', async () => {
    const { problems, asks } = await read(['Naam;E-mail;Team;Sleutel', 'Ans;ans@x.example;West;k1']);
    expect(problems[0]?.reason).toBe('Dit ontbreekt in de kop: id.');
    expect(asks).toMatchObject([{ field: 'id', columns: ['sleutel'], isMissing: true }]);
    const chosen = await read(['Naam;E-mail;Team;Sleutel', 'Ans;ans@x.example;West;k1'], { id: '@' });
    expect(chosen.people).toMatchObject([{ id: 'ans@x.example' }]);
  });

  test('a heading that stands there twice is no column', async () => {
    const { problems } = await read([
      'Personeelsnummer;Naam;E-mail;E-mail;Team',
      'p1;A;a@x.example;b@x.example;W',
    ]);
    expect(problems[0]?.reason).toContain('“e-mail” staat er meer dan één keer');
  });
});

test('each fault is one, under the heading that the file has', async () => {
  const { problems } = await read([HEADING, '100 341;;Sol;geen adres;West;;soms;misschien', gijs]);
  expect(problems.map(({ line, reason }) => `${line}: ${reason}`)).toEqual([
    '2: Bij “leidinggevende” ken ik “misschien” niet. Kies uit: ja, nee.',
    '2: “personeelsnr” mag alleen letters, cijfers, punt, streepje en @ hebben.',
    '2: “e-mailadres” is geen e-mailadres.',
    '2: Bij werkdagen ken ik "soms" niet. Kies uit: ma, di, wo, do, vr, za, zo. Meer dan één? Zet er een komma tussen.',
  ]);
});

test.each([
  ['ma,di,do', 'ma,di,do'],
  ['ma/di/do/vr', 'ma,di,do,vr'],
  ['di; wo; do', 'di,wo,do'],
  ['Ma Di Wo', 'ma,di,wo'],
  ['maandag, dinsdag en donderdag', 'ma,di,do'],
  ['maandag t/m vrijdag', 'ma,di,wo,do,vr'],
  ['ma t/m do', 'ma,di,wo,do'],
  ['ma tm vr', 'ma,di,wo,do,vr'],
  ['ma t.e.m. vr', 'ma,di,wo,do,vr'],
  ['maandag tot en met woensdag, vrijdag', 'ma,di,wo,vr'],
  ['ma-vr', 'ma,di,wo,do,vr'],
  ['ma – do', 'ma,di,wo,do'],
  ['ma-di-do', 'ma,di,do'],
  ['ma.di.do', 'ma,di,do'],
  ['madido', 'ma,di,do'],
  ['ma + wo + vr', 'ma,wo,vr'],
  ['alle werkdagen', 'ma,di,wo,do,vr'],
  ['hele week', 'ma,di,wo,do,vr'],
  ['Fulltime', 'ma,di,wo,do,vr'],
  ['alle werkdagen behalve woensdag', 'ma,di,do,vr'],
  ['36', undefined],
  ['ma 8 uur', undefined],
  ['vr t/m ma', undefined],
  ['wisselend', undefined],
  ['alle werkdagen behalve soms', undefined],
  ['ma-di-xx', undefined],
  ['', undefined],
])('the days in “%s” are %s', (cell, days) => {
  expect(daysInCell(cell)?.join()).toBe(days);
});

test.each([
  ['leidinggevende', 'manager'],
  ['Medewerker', 'medewerker'],
  ['leidinggevende, beheerder', 'manager,beheerder'],
  ['medewerker en leidinggevende', 'medewerker,manager'],
  ['manager|beheerder', 'manager,beheerder'],
  ['Functioneel beheerder', 'beheerder'],
  ['manager beheerder', 'manager,beheerder'],
  ['directeur/mandaatbeheerder', 'directie,mandaatbeheerder'],
  ['baas', undefined],
  ['medewerker, baas', undefined],
])('the rights in “%s” are %s', (cell, rights) => {
  expect(rightsInCell(cell)?.join()).toBe(rights);
});

test.each([
  ['Amira Sol', 'Amira Sol'],
  ['Sol, Amira', 'Amira Sol'],
  ['Berg, Jan van den', 'Jan van den Berg'],
  ['Berg, van den, Jan', 'Jan van den Berg'],
  ['Jansen - de Vries, M.J.', 'M.J. Jansen - de Vries'],
  ['A. Sol, MSc', 'A. Sol, MSc'],
])('the name “%s” is %s', (cell, name) => {
  expect(nameSaid(cell)).toBe(name);
});

test.each([
  [HEADING, 7],
  ['personeelsnummer;e-mail;naam', 3],
  ['Functie;Persoon;Van;Tot en met', 0],
  ['Activiteit;Functie;Naam;Wijk', 0],
  ['id;titel;tekst', 0],
])('a heading “%s” is one of people: %d', (heading, score) => {
  expect(peopleListHeading(heading.split(';'))).toBe(score);
});
