import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
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
  expect(out).toContain('Namen van persona’s: zonder voornaam');
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
