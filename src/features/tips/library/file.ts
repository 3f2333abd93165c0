import { z } from 'zod';
import { type CsvFile, decodeText, type Problem, readCsv } from '../../../files/csv.ts';
import { unguarded, writeCsv } from '../../../files/write-csv.ts';
import { ibroRoles } from '../../../people/person.ts';
import { stepOf } from '../../../people/steps.ts';
import { themes } from '../../../people/themes.ts';
import { facts } from '../content/facts.ts';
import { personas, type Tip } from '../content/types.ts';

/** A tip as a file says it, and whether it is on. */
export interface Line {
  line: number;
  tip: Tip;
  off: boolean;
}

export const columns = [
  ...[
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
  ],
] as const;

const audiences = { medewerker: 'employee', leidinggevende: 'manager' } as const;
const GENERAL = 'algemeen';
const LONGEST_ID = 40;
const MOST_LINES = 2_000;

const isOneOf = <T extends string>(list: readonly T[], text: string): text is T =>
  (list as readonly string[]).includes(text);

/** Everything that is wrong with a row, or the tip that it says. */
function tipOf(fields: Record<string, string>): { tip: Tip; off: boolean } | { reasons: string[] } {
  const at = (name: (typeof columns)[number]) => (fields[name] ?? '').trim();
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
  if (!step && lower('stap') !== GENERAL)
    wrong(
      at('stap') === ''
        ? `stap ontbreekt: kies 1 tot en met 8 of ${GENERAL}`
        : `stap "${at('stap')}" bestaat niet: kies 1 tot en met 8 of ${GENERAL}`,
    );
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
      ...{ act: at('doe'), why: at('waarom'), minutes },
      basis: rests ? { step: rests } : { fact: fact as keyof typeof facts },
    },
  };
}

const jsonRows = z.array(z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])));

/** A JSON file: a list of objects with the names of the columns. A line is the place in the list. */
function readJson(bytes: Uint8Array): CsvFile | { problems: Problem[] } {
  let value: unknown;
  try {
    value = JSON.parse(decodeText(bytes).replace(/^\ufeff/, ''));
  } catch {
    return { problems: [{ line: 0, reason: 'Dit is geen JSON.' }] };
  }
  const rows = jsonRows.safeParse(value);
  if (!rows.success)
    return {
      problems: [{ line: 0, reason: 'Ik verwacht een lijst van tips, elk met de namen van de kolommen.' }],
    };
  const said = (cell: string | number | boolean | null) =>
    cell === null ? '' : cell === true ? 'ja' : cell === false ? 'nee' : `${cell}`;
  const list = rows.data.map((row, n) => ({
    line: n + 1,
    fields: Object.fromEntries(Object.entries(row).map(([name, cell]) => [name.toLowerCase(), said(cell)])),
  }));
  return { columns: [...new Set(list.flatMap(({ fields }) => Object.keys(fields)))], rows: list };
}

/** Reads a file of tips, CSV or JSON. Either all of it or what is wrong with each line. */
export function readTips(bytes: Uint8Array, name: string): { lines: Line[] } | { problems: Problem[] } {
  const file = name.toLowerCase().endsWith('.json') ? readJson(bytes) : readCsv(bytes);
  if ('problems' in file) return { problems: file.problems };
  const needed = columns.filter((column) => column !== 'actief');
  const missing = needed.filter((column) => !file.columns.includes(column));
  const strange = file.columns.filter((column) => !isOneOf(columns, column));
  const heading = [
    ...missing.map((column) => ({ line: 0, reason: `de kolom "${column}" ontbreekt` })),
    ...strange.map((column) => ({ line: 0, reason: `de kolom "${column}" ken ik niet` })),
  ];
  if (heading.length > 0) return { problems: heading };
  if (file.rows.length === 0) return { problems: [{ line: 0, reason: 'Er staan geen tips in.' }] };
  if (file.rows.length > MOST_LINES)
    return { problems: [{ line: 0, reason: `Er staan meer dan ${MOST_LINES} tips in.` }] };
  const lines: Line[] = [];
  const problems: Problem[] = [];
  for (const { line, fields } of unguarded(file).rows) {
    const read = tipOf(fields);
    if ('reasons' in read) problems.push(...read.reasons.map((reason) => ({ line, reason })));
    else lines.push({ line, ...read });
  }
  const seen = new Map<string, number>();
  for (const { line, tip } of lines) {
    const first = seen.get(tip.id);
    if (first !== undefined) problems.push({ line, reason: `id ${tip.id} staat ook op regel ${first}` });
    else seen.set(tip.id, line);
  }
  return problems.length > 0 ? { problems } : { lines };
}

/** A file that `readTips` reads back, with the tips that are on and those that are off. */
export function writeTips(tips: readonly { tip: Tip; off: boolean }[]): string {
  const audienceOf = { employee: 'medewerker', manager: 'leidinggevende' };
  return writeCsv(
    columns,
    tips.map(({ tip, off }) => [
      ...[tip.id, audienceOf[tip.for], tip.persona ?? '', tip.role ?? '', `${tip.step ?? GENERAL}`],
      ...[tip.themes.join(', '), tip.act, tip.why, `${tip.minutes}`],
      'step' in tip.basis ? `stap ${tip.basis.step}` : tip.basis.fact,
      off ? 'nee' : 'ja',
    ]),
  );
}
