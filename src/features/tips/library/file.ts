import { z } from 'zod';
import {
  type CsvFile,
  columnName,
  decodeText,
  type Problem,
  readCsv,
  type UnreadCsv,
} from '../../../files/csv.ts';
import { unguarded, writeCsv } from '../../../files/write-csv.ts';
import { ibroRoles } from '../../../people/person.ts';
import { stepOf } from '../../../people/steps.ts';
import { themes } from '../../../people/themes.ts';
import { facts } from '../content/facts.ts';
import { personas, type Tip } from '../content/types.ts';

/** A tip as a file says it, and whether it is on. */
export interface TipLine {
  line: number;
  tip: Tip;
  off: boolean;
}

export const columns = [
  'id',
  'doelgroep',
  'persona',
  'rol',
  'stap',
  'themas',
  'doe',
  'waarom',
  'minuten',
  'steunt op',
  'actief',
] as const;

const audiences = { medewerker: 'employee', leidinggevende: 'manager' } as const;
const GENERAL = 'algemeen';
const LONGEST_ID = 40;
const MOST_LINES = 2_000;

const isOneOf = <T extends string>(list: readonly T[], text: string): text is T =>
  (list as readonly string[]).includes(text);

/** Everything that is wrong with a row, or the tip that it says. */
function tipOf(fields: Record<string, string>): { tip: Tip; off: boolean } | { reasons: string[] } {
  // A letter and its accent as one character, as the names of roles are written here.
  const at = (name: (typeof columns)[number]) => (fields[name] ?? '').normalize('NFC').trim();
  const lower = (name: (typeof columns)[number]) => at(name).toLowerCase();
  const reasons: string[] = [];
  const wrong = (reason: string) => {
    reasons.push(reason);
    return undefined;
  };

  const id = lower('id');
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id) || id.length > LONGEST_ID)
    wrong(`id "${at('id')}" mag alleen kleine letters, cijfers en streepjes hebben, hooguit ${LONGEST_ID}`);
  const audience = lower('doelgroep');
  if (!Object.hasOwn(audiences, audience))
    wrong(`doelgroep "${at('doelgroep')}" ken ik niet: kies ${Object.keys(audiences).join(' of ')}`);
  const named = lower('persona');
  const persona =
    named === ''
      ? undefined
      : isOneOf(personas, named)
        ? named
        : wrong(`persona "${at('persona')}" ken ik niet: kies ${personas.join(', ')} of laat leeg`);
  const role = at('rol') === '' ? undefined : ibroRoles.find((one) => one.toLowerCase() === lower('rol'));
  if (at('rol') !== '' && !role)
    wrong(`rol "${at('rol')}" ken ik niet: kies ${ibroRoles.join(', ')} of laat leeg`);
  const step = stepOf(Number(at('stap')));
  // A tip for one style or role of employees belongs to a step of the method; one for everybody need not.
  const needsStep = audience === 'medewerker' && (at('persona') !== '' || at('rol') !== '');
  const stepChoice = needsStep ? 'kies 1 tot en met 8' : `kies 1 tot en met 8 of ${GENERAL}`;
  if (at('stap') === '') wrong(`stap ontbreekt: ${stepChoice}`);
  else if (!step && lower('stap') !== GENERAL) wrong(`stap "${at('stap')}" bestaat niet: ${stepChoice}`);
  else if (!step && needsStep)
    wrong(`stap "${at('stap')}" kan niet bij een tip voor één persona of rol van medewerkers: ${stepChoice}`);
  const chosen = lower('themas')
    .split(/[,;|/]/)
    .map((one) => one.trim())
    .filter(Boolean);
  const known = Object.keys(themes) as (keyof typeof themes)[];
  for (const one of chosen)
    if (!isOneOf(known, one)) wrong(`thema "${one}" ken ik niet: kies ${known.join(', ')}`);
  const minutes = Number(at('minuten'));
  if (!/^\d{1,2}$/.test(at('minuten'))) wrong(`minuten "${at('minuten')}" is geen getal van 1 tot en met 60`);
  const base = lower('steunt op');
  const rests = stepOf(Number(base.match(/^stap (\d)$/)?.[1]));
  const fact = (Object.keys(facts) as (keyof typeof facts)[]).find(
    (one) => one === base || facts[one].toLowerCase() === base,
  );
  if (!rests && !fact)
    wrong(
      `steunt op "${at('steunt op')}" ken ik niet: kies stap 1 tot en met stap 8, of een feit (zie tips feiten)`,
    );
  const on = lower('actief');
  if (!['', 'ja', 'nee'].includes(on)) wrong(`actief "${at('actief')}" is geen ja of nee`);
  if (reasons.length > 0) return { reasons };
  return {
    off: on === 'nee',
    tip: {
      id,
      for: audiences[audience as keyof typeof audiences],
      ...(persona ? { persona } : {}),
      ...(role ? { role } : {}),
      ...(step ? { step } : {}),
      themes: known.filter((one) => chosen.includes(one)),
      act: at('doe'),
      why: at('waarom'),
      minutes,
      basis: rests ? { step: rests } : { fact: fact as keyof typeof facts },
    },
  };
}

/** A line that only switches a tip on or off. */
function switchOf(
  { id = '', actief = '' }: Record<string, string>,
  known: ReadonlyMap<string, Tip>,
): { tip: Tip; off: boolean } | { reasons: string[] } {
  const tip = known.get(id.trim().toLowerCase());
  const on = actief.trim().toLowerCase();
  const reasons = [
    ...(tip ? [] : [`id "${id}" ken ik niet`]),
    ...(['ja', 'nee'].includes(on) ? [] : [`actief "${actief}" is geen ja of nee`]),
  ];
  return tip && reasons.length === 0 ? { tip, off: on === 'nee' } : { reasons };
}

const jsonCell = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const jsonRow = z.record(z.string(), z.unknown());
const cellText = (cell: z.infer<typeof jsonCell> = '') =>
  cell === null ? '' : cell === true ? 'ja' : cell === false ? 'nee' : `${cell}`;

/** A JSON file: a list of objects with the names of the columns. A line is the place in the list. */
function readJson(bytes: Uint8Array): CsvFile | UnreadCsv {
  let value: unknown;
  try {
    value = JSON.parse(decodeText(bytes).replace(/^\ufeff/, ''));
  } catch {
    return { problems: [{ line: 0, reason: 'Dit is geen JSON.' }] };
  }
  if (!Array.isArray(value))
    return {
      problems: [{ line: 0, reason: 'Ik verwacht een lijst van tips, elk met de namen van de kolommen.' }],
    };
  const problems: Problem[] = [];
  const rows: CsvFile['rows'] = [];
  for (const [n, one] of value.entries()) {
    const line = n + 1;
    const row = jsonRow.safeParse(one);
    if (!row.success) {
      problems.push({ line, reason: 'Dit is geen tip met de namen van de kolommen.' });
      continue;
    }
    const cells = Object.entries(row.data).map(([name, cell]) => ({
      name: columnName(name),
      read: jsonCell.safeParse(cell),
    }));
    for (const { name, read } of cells)
      if (!read.success) problems.push({ line, reason: `${name} moet tekst zijn, geen lijst of object` });
    if (cells.every(({ read }) => read.success))
      rows.push({
        line,
        fields: Object.fromEntries(cells.map(({ name, read }) => [name, cellText(read.data)])),
      });
  }
  const file = { columns: [...new Set(rows.flatMap(({ fields }) => Object.keys(fields)))], rows };
  return problems.length > 0 ? { problems, rest: file } : file;
}

/**
 * Reads a file of tips, CSV or JSON. Either all of it or what is wrong with each line. A file of nothing but `id` and
 * `actief` switches tips on and off that are known already.
 */
export function readTips(
  bytes: Uint8Array,
  name: string,
  known: ReadonlyMap<string, Tip>,
): { lines: TipLine[] } | { problems: Problem[] } {
  const read = name.toLowerCase().endsWith('.json') ? readJson(bytes) : readCsv(bytes);
  // What can be read is looked at too, so that everything that is wrong is told at once.
  const problems: Problem[] = 'problems' in read ? [...read.problems] : [];
  const file = 'problems' in read ? read.rest : read;
  if (!file || (file.rows.length === 0 && problems.length > 0)) return { problems };
  if (file.rows.length === 0) return { problems: [{ line: 0, reason: 'Er staan geen tips in.' }] };
  const switches = file.columns.length === 2 && ['id', 'actief'].every((name) => file.columns.includes(name));
  const needed = switches ? [] : columns.filter((column) => column !== 'actief');
  const missing = needed.filter((column) => !file.columns.includes(column));
  const strange = file.columns.filter((column) => !isOneOf(columns, column));
  const heading = [
    ...missing.map((column) => ({ line: 0, reason: `de kolom "${column}" ontbreekt` })),
    ...strange.map((column) => ({ line: 0, reason: `de kolom "${column}" ken ik niet` })),
  ];
  if (heading.length > 0) return { problems: [...heading, ...problems] };
  if (file.rows.length > MOST_LINES)
    return { problems: [{ line: 0, reason: `Er staan meer dan ${MOST_LINES} tips in.` }] };
  const lines: TipLine[] = [];
  for (const { line, fields } of unguarded(file).rows) {
    const found = switches ? switchOf(fields, known) : tipOf(fields);
    if ('reasons' in found) problems.push(...found.reasons.map((reason) => ({ line, reason })));
    else lines.push({ line, ...found });
  }
  const seen = new Map<string, number>();
  for (const { line, tip } of lines) {
    const first = seen.get(tip.id);
    if (first !== undefined) problems.push({ line, reason: `id ${tip.id} staat ook op regel ${first}` });
    else seen.set(tip.id, line);
  }
  return problems.length > 0 ? { problems: problems.sort((a, b) => a.line - b.line) } : { lines };
}

/** A file that `readTips` reads back, with the tips that are on and those that are off. */
export function writeTips(tips: readonly { tip: Tip; off: boolean }[]): string {
  const audienceOf = { employee: 'medewerker', manager: 'leidinggevende' };
  return writeCsv(
    columns,
    tips.map(({ tip, off }) => [
      tip.id,
      audienceOf[tip.for],
      tip.persona ?? '',
      tip.role ?? '',
      `${tip.step ?? GENERAL}`,
      tip.themes.join(', '),
      tip.act,
      tip.why,
      `${tip.minutes}`,
      'step' in tip.basis ? `stap ${tip.basis.step}` : tip.basis.fact,
      off ? 'nee' : 'ja',
    ]),
  );
}
