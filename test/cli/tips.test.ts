import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { defaultSchedule } from '../../src/calendar/schedule.ts';
import { builtInTips } from '../../src/features/tips/content/index.ts';
import { openTerminal, SAID, type Terminal } from './terminal.ts';

const HEAD = 'id;doelgroep;persona;rol;stap;themas;doe;waarom;minuten;steunt op;actief';
const own =
  'eigen-1;medewerker;;;algemeen;leren;Loop een ochtend mee bij de balie.;Daar hoor je elke vraag.;45;stap 3;ja';

let terminal: Terminal;
beforeAll(async () => {
  terminal = await openTerminal();
});
afterAll(() => terminal.close());

const imports = async (line: string, ...more: string[]) =>
  terminal.kompas('tips', 'importeer', await terminal.file('tips.csv', [HEAD, line].join('\r\n')), ...more);

test('tips: an import says what would change, and only --akkoord changes it and writes it in the log', async () => {
  expect(await imports(own)).toEqual({
    code: 0,
    err: '',
    out: 'Nieuw (1): eigen-1\nEr is nog niets veranderd. Klopt dit? Geef dan --akkoord mee.\n',
  });
  expect((await terminal.core.library.changes()).size).toBe(0);
  expect(await terminal.log()).toEqual([]);

  expect(await imports(own, '--akkoord')).toEqual({
    code: 0,
    err: SAID(),
    out: 'Nieuw (1): eigen-1\nGeïmporteerd. Binnen een minuut gebruikt Kompas de nieuwe tips.\n',
  });
  expect([...(await terminal.core.library.changes()).keys()]).toEqual(['eigen-1']);
  expect(await terminal.log()).toEqual(['cli: tips geïmporteerd (1 tip)']);

  // What an export wrote comes back as it is.
  const path = await terminal.file('uit.csv', '');
  expect(await terminal.kompas('tips', 'exporteer', path)).toMatchObject({ code: 0, err: '' });
  expect((await readFile(path, 'utf8')).split('\r\n').length).toBeGreaterThan(builtInTips.length);
  expect(await terminal.kompas('tips', 'importeer', path, '--akkoord')).toEqual({
    code: 0,
    err: '',
    out: `Blijft gelijk: ${builtInTips.length + 1}\nEr verandert niets.\n`,
  });
  expect(await terminal.log()).toHaveLength(1);
});

test('tips: what is wrong is named line by line, and nothing is imported', async () => {
  const before = await terminal.core.library.changes();
  const { code, out, err } = await imports(own.replace('medewerker;;;', 'medewerker;piet;;'), '--akkoord');
  expect({ code, out }).toEqual({ code: 1, out: '' });
  expect(err.split('\n')).toEqual([
    'Er is niets geïmporteerd.',
    '  regel 2: persona "piet" ken ik niet: kies ellen, jasper, noor, bram, sanne, mila of laat leeg',
    '  regel 2: stap "algemeen" kan niet bij een tip voor één persona of rol van medewerkers: kies 1 tot en met 8',
    '',
  ]);
  expect(await terminal.core.library.changes()).toEqual(before);
});

/** A tip with a word that is spelled wrong, the name of an area of the demo, and one that nobody knows. */
const slips = [
  'eigen-1;medewerker;;;algemeen;leren;Loop een ochtend mee bij de balie.;Daar hoor je elke vraag.;45;stap 3;ja',
  'eigen-2;medewerker;;;algemeen;leren;Vraag een collega uit Oud Krallingen om een anwoord.;Dan weet je het.;10;stap 3;ja',
].join('\r\n');
const aside = 'Kijk deze woorden na. Zijn ze goed? Dan hoef je niets te doen.';

test('tips controle: names a word of a file that is not known, with its line and what may be meant, and refuses nothing', async () => {
  const path = await terminal.file('slips.csv', [HEAD, slips].join('\r\n'));
  expect(await terminal.kompas('tips', 'controle', path)).toEqual({
    code: 0,
    err: '',
    out: [
      'Nagekeken: 2 tips.',
      aside,
      '  regel 3, eigen-2: ik ken “Krallingen” niet. Bedoel je “Kralingen”?',
      '  regel 3, eigen-2: ik ken “anwoord” niet. Bedoel je “antwoord”?',
      '',
    ].join('\n'),
  });
});

test('tips controle: knows the names of the register, and of the teams of this municipality', async () => {
  const areas = 'code;naam;soort;ouder;aliassen\r\nK;Krallingen;gemeente;;';
  await terminal.core.settings.saveTeam({ key: 'zilk', name: 'Zilkhoorn', schedule: defaultSchedule });
  const list = await terminal.file(
    'mandaten.csv',
    'soort;activiteit;gebied;houder;geldig_van\r\nmandaat;valideren;Krallingen;Chaantal Duinn;2026-01-01',
  );
  await terminal.kompas(
    'mandaat',
    'import',
    '--register',
    list,
    '--gebieden',
    await terminal.file('gebieden.csv', areas),
    '--akkoord',
  );
  const text = 'Vraag Chaantal uit Krallingen, of iemand van Zilkhoorn, om een anwoord.';
  const path = await terminal.file(
    'namen.csv',
    [HEAD, own.replace('Loop een ochtend mee bij de balie.', text)].join('\r\n'),
  );
  const { out } = await terminal.kompas('tips', 'controle', path);
  expect(out).toBe(
    `Nagekeken: 1 tip.\n${aside}\n  regel 2, eigen-1: ik ken “anwoord” niet. Bedoel je “antwoord”?\n`,
  );
});

test('tips: an import and the check of all tips name such a word too', async () => {
  expect((await imports(slips)).out).toContain('  regel 3, eigen-2: ik ken “anwoord” niet.');
  await imports(slips, '--akkoord');
  const { out } = await terminal.kompas('tips', 'controle', '--gemeente');
  expect(out).toContain('  eigen-2: ik ken “anwoord” niet. Bedoel je “antwoord”?');
  const json = await terminal.kompas('tips', 'controle', '--gemeente', '--json');
  expect(JSON.parse(json.out).unknown).toContainEqual({ id: 'eigen-2', word: 'anwoord', meant: 'antwoord' });
});

test('tips controle: what is wrong with a file is told as an import would, and nothing changes', async () => {
  const path = await terminal.file('fout.csv', [HEAD, own.replace(';45;', ';90;')].join('\r\n'));
  const before = await terminal.core.library.changes();
  expect(await terminal.kompas('tips', 'controle', path)).toEqual({
    code: 1,
    err: '',
    out: 'Dit klopt niet:\n  regel 2: eigen-1 duurt geen 1 tot 60 minuten\n',
  });
  expect(await terminal.core.library.changes()).toEqual(before);
});

test('instellingen: the step of the method and the first names of personas', async () => {
  const set = (...args: string[]) => terminal.kompas('instellingen', ...args);
  const stored = async () => (await terminal.core.readSettings()).municipality;
  const [noStep, neither] = await Promise.all([set('stap', '9'), set('voornamen', 'misschien')]);
  expect(noStep).toEqual({ code: 1, out: '', err: 'Kies een stap van 1 tot en met 8.\n' });
  expect(neither).toEqual({ code: 1, out: '', err: 'Kies aan of uit.\n' });
  const before = (await terminal.log()).length;
  await set('stap', '4');
  await set('voornamen', 'uit');
  expect(await stored()).toMatchObject({ step: 4, epithetsOnly: true });
  const { out } = await set('toon');
  expect(out).toContain('Stap van de methode: Mensen en rollen bij elkaar brengen');
  expect(out).toContain('Namen van stijlen: zonder voornaam');
  await set('stap');
  await set('voornamen', 'aan');
  expect(await stored()).not.toHaveProperty('step');
  expect(await stored()).toMatchObject({ epithetsOnly: false });
  expect((await terminal.log()).slice(before)).toEqual(
    ['stap', 'voornamen', 'stap', 'voornamen'].map((what) => `cli: instellingen ${what} (gemeente)`),
  );
});

test('tips: the content test ends with 1 when something is missing, after it has said what', async () => {
  const off = builtInTips.filter(
    ({ for: who, persona, step }) => `${who} ${persona} ${step}` === 'employee bram 1',
  );
  await terminal.core.library.save(new Map(off.map(({ id }) => [id, { off: true }])));
  expect(await terminal.kompas('tips', 'controle')).toMatchObject({ code: 0, err: '' });
  const { code, out, err } = await terminal.kompas('tips', 'controle', '--gemeente', '--json');
  expect({ code, err }).toEqual({ code: 1, err: '' });
  expect(JSON.parse(out).problems).toEqual([
    'bram, stap 1: 0 van 2',
    'bram, stap 1, buiten een pilot: 0 van 1',
  ]);
});
