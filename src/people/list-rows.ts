import { weekdays } from '../calendar/weekdays.ts';
import { brief } from '../files/cell-limits.ts';
import type { CsvFile, Problem } from '../files/csv.ts';
import { linesInWords } from '../files/lines.ts';
import { capital } from '../language/capital.ts';
import { daysInCell, isChainOfDays, isEitherWay } from './days-in-cells.ts';
import { peopleColumns, type Unsaid } from './import-rules.ts';
import { type ListColumns, worksInCell } from './list-columns.ts';
import { fieldWords, type ListField, listFields } from './list-headings.ts';
import { nameSaid, rightsInCell, roleInCell, yesOrNo } from './list-words.ts';

/** A line of a list in Kompas' own form: what it says, what it does not say, and what to look at. */
interface ListRow {
  line: number;
  fields: Record<string, string>;
  unsaid: readonly Unsaid[];
  problems: readonly Problem[];
  /** Sentences that hold for this line; those of more lines are told once. */
  notes: readonly string[];
}

const WORKWEEK = 'ma,di,wo,do,vr';
const quoted = (column: string) => `“${column}”`;

/** The list in Kompas' own form, with what was made of it. */
export interface OwnForm {
  file: CsvFile;
  unsaid: ReadonlyMap<number, readonly Unsaid[]>;
  problems: readonly Problem[];
  notes: readonly string[];
}

function nameIn(cell: (field: ListField) => string, { columns, isFamilyName }: ListColumns): string {
  if (columns.naam !== undefined && !isFamilyName) return nameSaid(cell('naam'));
  const first = cell('voornaam') || cell('voorletters');
  const [family = '', behind = ''] = cell(isFamilyName ? 'naam' : 'achternaam')
    .split(',')
    .map((part) => part.trim());
  return [first, cell('tussenvoegsel'), behind, family].filter(Boolean).join(' ');
}

function rowIn(
  { line, fields: cells }: CsvFile['rows'][number],
  found: ListColumns,
  hasChains: boolean,
): ListRow {
  const { columns, days, byAddress } = found;
  const cell = (field: ListField) => {
    const column = columns[field];
    return column === undefined ? '' : (cells[column] ?? '').trim();
  };
  const problems: Problem[] = [];
  const notes: string[] = [];
  const unsaid: Unsaid[] = [];

  const said = rightsInCell(cell('toegang'));
  const leads = columns.leidinggevende === undefined ? false : yesOrNo(cell('leidinggevende'));
  if (leads === undefined)
    problems.push({
      line,
      reason: `Bij ${quoted(columns.leidinggevende ?? '')} ken ik “${brief(cell('leidinggevende'))}” niet. Kies uit: ja, nee.`,
    });
  let toegang = said ? said.join(',') : cell('toegang');
  if (cell('toegang') === '') {
    toegang = leads ? 'manager' : 'medewerker';
    if (columns.toegang === undefined)
      unsaid.push(columns.leidinggevende === undefined ? 'access' : 'other access');
    else if (!leads) notes.push(`${quoted(columns.toegang)} is leeg. Dat lees ik als medewerker.`);
  } else if (leads && said && !said.includes('manager'))
    notes.push(
      `${quoted(columns.leidinggevende ?? '')} is ja, maar in de kolom “toegang” staat iets anders. Ik houd mij aan “toegang”.`,
    );

  let werkdagen = WORKWEEK;
  if (columns.werkdagen !== undefined && cell('werkdagen') !== '') {
    const text = cell('werkdagen');
    werkdagen = daysInCell(text)?.join(',') ?? text;
    if (hasChains && isEitherWay(text) && daysInCell(text))
      notes.push(
        `“${text}” lees ik als alle dagen van de eerste tot en met de laatste. Klopt dat niet? Schrijf de dagen los.`,
      );
  } else if (days.length > 0) {
    const each = days.map(({ column, day }) => ({ column, day, works: worksInCell(cells[column] ?? '') }));
    for (const { column, works } of each)
      if (works === undefined)
        problems.push({
          line,
          reason: `Bij ${quoted(column)} ken ik “${brief(cells[column] ?? '')}” niet. Kies uit: ja, nee.`,
        });
    const some = weekdays.filter((day) => each.some((one) => one.day === day && one.works));
    werkdagen = some.join(',');
    if (some.length === 0 && each.every(({ works }) => works === false)) {
      werkdagen = WORKWEEK;
      unsaid.push('workdays');
      notes.push('Er staat geen enkele werkdag. Ik neem maandag t/m vrijdag, of wat er al in Kompas staat.');
    }
  } else {
    unsaid.push('workdays');
    if (columns.werkdagen !== undefined)
      notes.push(
        `${quoted(columns.werkdagen)} is leeg. Ik neem maandag t/m vrijdag, of wat er al in Kompas staat.`,
      );
  }
  if (columns.ibro_rol === undefined) unsaid.push('role');
  if (columns.tweede_rol === undefined) unsaid.push('secondRole');

  const roleOf = (field: 'ibro_rol' | 'tweede_rol') => roleInCell(cell(field)) ?? cell(field);
  return {
    line,
    unsaid,
    problems,
    notes,
    fields: {
      id: byAddress ? cell('email') : cell('id'),
      naam: nameIn(cell, found),
      email: cell('email'),
      team: cell('team'),
      directory_id: cell('directory_id').replace(/^\{(.*)\}$/, '$1'),
      ibro_rol: roleOf('ibro_rol'),
      tweede_rol: roleOf('tweede_rol'),
      toegang,
      werkdagen,
    },
  };
}

/** Sentences of lines, each once with the lines that it is about. */
const together = (rows: readonly ListRow[]): string[] =>
  [
    ...Map.groupBy(
      rows.flatMap(({ line, notes }) => notes.map((note) => ({ line, note }))),
      ({ note }) => note,
    ),
  ].map(([note, some]) => `${linesInWords(some.map(({ line }) => line))}: ${note}`);

/** How the headings were read that are not as Kompas calls them, and what was not read at all. */
function headingNotes({ columns, days, isFamilyName, byAddress, unread }: ListColumns): string[] {
  const used = listFields.flatMap((field) => {
    const column = columns[field];
    const what = field === 'naam' && isFamilyName ? fieldWords.achternaam : fieldWords[field];
    return column === undefined || column === field ? [] : [`${quoted(column)} is voor ${what}`];
  });
  return [
    ...(used.length > 0 ? [`Zo las ik de koppen: ${used.join('; ')}.`] : []),
    ...(byAddress ? ['Er is geen nummer per persoon. Ik gebruik het e-mailadres als id.'] : []),
    ...(columns.toegang === undefined && columns.leidinggevende === undefined
      ? [
          'Er is geen kolom met rechten. Wie nieuw is, wordt medewerker. Wie er al is, houdt de rechten. Gaat iemand naar een ander team? Dan leidt die daar niet vanzelf een team of afdeling.',
        ]
      : []),
    ...(columns.werkdagen === undefined && days.length === 0
      ? [
          'Er is geen kolom met werkdagen. Wie nieuw is, werkt maandag t/m vrijdag. Bij wie er al is, blijft het zoals het is.',
        ]
      : []),
    ...(unread.length > 0 ? [`Niet gelezen: ${unread.map((name) => brief(capital(name))).join(', ')}.`] : []),
  ];
}

/** Puts a list into Kompas' own form, once it is known which column is what. What cannot be read stays as it was written. */
export function inOwnForm(file: CsvFile, found: ListColumns): OwnForm {
  const daysColumn = found.columns.werkdagen;
  const hasChains =
    daysColumn !== undefined && file.rows.some(({ fields }) => isChainOfDays(fields[daysColumn] ?? ''));
  const rows = file.rows.map((row) => rowIn(row, found, hasChains));
  return {
    file: {
      ...file,
      columns: [...peopleColumns],
      rows: rows.map(({ line, fields }) => ({ line, fields })),
    },
    unsaid: new Map(rows.map(({ line, unsaid }) => [line, unsaid])),
    problems: rows.flatMap(({ problems }) => problems),
    notes: [...headingNotes(found), ...together(rows)],
  };
}
