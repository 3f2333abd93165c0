import { brief } from '../../../files/cell-limits.ts';
import type { Problem } from '../../../files/csv.ts';
import { nameKey } from '../../../language/words.ts';
import { foundIn } from '../../../lib/found-in.ts';
import { type Detailed, detailOf, isField, type ListField, type RegisterField } from '../register/fields.ts';
import type { ListMapping } from '../register/list-reading.ts';
import { centsText } from './amount-cells.ts';
import { statedText } from './cells.ts';
import { crossCell } from './crosses.ts';
import { linesInWords } from './lines-in-words.ts';
import type { List, SourceRow } from './lists.ts';
import { roleOfHeading } from './propose-columns.ts';
import type { ListRow } from './rows.ts';

type Cells = Partial<Record<RegisterField, string>>;

/** One way in which a row is a mandate: what it adds to the row, and what tells it from the others. */
interface Choice {
  cells: Cells;
  mark: string;
}

/** A column of a list that is about something itself. */
interface AboutColumn {
  column: string;
  heading: string;
  about: string;
}

function aboutColumns({ columns, headings }: List, mapping: ListMapping, of: Detailed): AboutColumn[] {
  return columns.flatMap((column, n) => {
    const about = detailOf(foundIn(mapping, column), of);
    return about === undefined ? [] : [{ column, heading: headings[n] || column, about }];
  });
}

/** What is not clear of the cells under headings. */
interface Doubts {
  problems: Problem[];
  conditions: { line: number; text: string; heading: string }[];
}

/** One choice for each tick of a row under these columns. */
function tickChoices(
  row: SourceRow,
  columns: readonly AboutColumn[],
  field: RegisterField,
  doubts: Doubts,
): Choice[] {
  return columns.flatMap(({ column, heading, about }): Choice[] => {
    const text = row.fields[column] ?? '';
    const cell = crossCell(text);
    if (cell.is === 'no') return [];
    if (cell.is === 'unclear') {
      doubts.problems.push({
        line: row.line,
        reason: `Onder ${heading} staat "${brief(text)}". Ik weet niet of dat een kruisje is. Schrijf X (${brief(text)}) als het mag, of laat de cel leeg.`,
      });
      return [];
    }
    if (cell.conditions !== undefined)
      doubts.conditions.push({ line: row.line, text: cell.conditions, heading });
    return [
      {
        cells: {
          [field]: about,
          ...(cell.conditions === undefined ? {} : { voorwaarden: cell.conditions }),
          ...(cell.limit === undefined ? {} : { limiet_eur: cell.limit }),
        },
        mark: heading,
      },
    ];
  });
}

/** One choice for each activity that somebody in the row does. */
function doerChoices(row: SourceRow, list: List, mapping: ListMapping): Choice[] {
  const deputies = aboutColumns(list, mapping, 'vervanger');
  return aboutColumns(list, mapping, 'houder').flatMap(({ column, heading, about }) => {
    const holder = statedText(row.fields[column] ?? '');
    const theirs = deputies.find((one) => nameKey(one.about) === nameKey(about));
    const vervanger = theirs ? { vervanger: row.fields[theirs.column] ?? '' } : {};
    const role = roleOfHeading(heading);
    const rol = role ? { rol: role.role } : {};
    return holder === ''
      ? []
      : [{ cells: { activiteit: about, houder: holder, ...vervanger, ...rol }, mark: about }];
  });
}

const moreHolders = ['houder_2', 'houder_3'] as const;

/** One choice for each of those who are mandated in columns of their own: the first under the row's own number. */
function holderChoices(row: SourceRow, mapping: ListMapping): Choice[] {
  const cellOf = (field: ListField) =>
    statedText(row.fields[Object.keys(mapping).find((name) => mapping[name] === field) ?? ''] ?? '');
  return (['houder', ...moreHolders] as const).flatMap((field): Choice[] => {
    const holder = cellOf(field);
    return holder === '' ? [] : [{ cells: { houder: holder }, mark: field.replace(/^houder_?/, '') }];
  });
}

/** One choice for each kind of order with an amount; one without when there is none. */
function amountChoices(row: SourceRow, columns: readonly AboutColumn[], activity: string): Choice[] {
  const found = columns.flatMap(({ column, about }): Choice[] => {
    const amount = statedText(row.fields[column] ?? '');
    const named = nameKey(activity).includes(nameKey(about)) ? activity : `${activity} ${about}`;
    return amount === '' ? [] : [{ cells: { limiet_eur: amount, activiteit: named.trim() }, mark: about }];
  });
  return found.length > 0 ? found : [{ cells: activity === '' ? {} : { activiteit: activity }, mark: '' }];
}

const joined = (one: string | undefined, other: string | undefined) =>
  [one, other].filter(Boolean).join('; ');

/** Two choices together: what both say, and the conditions of both. */
const both = (one: Choice, other: Choice): Choice => ({
  cells: {
    ...one.cells,
    ...other.cells,
    ...(one.cells.voorwaarden && other.cells.voorwaarden
      ? { voorwaarden: joined(one.cells.voorwaarden, other.cells.voorwaarden) }
      : {}),
  },
  mark: [one.mark, other.mark].filter(Boolean).join('-'),
});

const ticked = ['functie', 'registratie', 'activiteit', 'gebied'] as const;
const fieldOf = {
  functie: 'houder',
  registratie: 'registratie',
  activiteit: 'activiteit',
  gebied: 'gebied',
} as const;

/** A list with a row for each mandate, under our field names. */
export interface Unfolded {
  rows: ListRow[];
  /** Fields of which the list says something. */
  fields: RegisterField[];
  notes: string[];
  problems: Problem[];
  /** Rows that turned out to name nobody. */
  empty: number[];
}

/** What the columns that are a field say, and amounts in cents as euros. */
function plainCells({ fields }: SourceRow, mapping: ListMapping): Cells {
  const cells: Cells = {};
  const deputies: string[] = [];
  for (const [column, field] of Object.entries(mapping)) {
    const text = fields[column] ?? '';
    if (field === 'vervanger_2' || field === 'vervanger_3') deputies.push(text);
    else if (field === 'limiet_cent') cells.limiet_eur = centsText(text);
    else if (isField(field)) cells[field] = text;
  }
  const others = deputies.filter((text) => statedText(text) !== '');
  if (others.length > 0) cells.vervanger = [cells.vervanger ?? '', ...others].filter(Boolean).join('|');
  return cells;
}

/** The fields of which a list says something, by its columns or by what stands under a tick. */
function fieldsOf(rows: readonly ListRow[], mapping: ListMapping): RegisterField[] {
  const ofColumns = Object.values(mapping).flatMap((field): string[] => {
    const [name = ''] = field.split(':');
    if (detailOf(field, 'houder') !== undefined) return ['houder', 'activiteit'];
    return [name === 'functie' ? 'houder' : name.replace(/_\d$/, '').replace(/_cent$/, '_eur')];
  });
  const ofRows = rows.flatMap(({ fields }) => Object.keys(fields));
  return [...new Set([...ofColumns, ...ofRows])].filter(isField);
}

/**
 * Makes a row for each mandate of a list: one for each tick under a function, registration, activity or area, for
 * everybody who does an activity of their own column, and for each amount of a kind of order. Ids then get what tells
 * the rows apart behind them. `activity` is what is done in all of a list that has no column for it.
 */
export function unfold(
  list: List,
  given: readonly SourceRow[],
  mapping: ListMapping,
  activity = '',
): Unfolded {
  const doubts: Doubts = { problems: [], conditions: [] };
  const empty: number[] = [];
  const about = new Map(ticked.map((of) => [of, aboutColumns(list, mapping, of)]));
  const doers = aboutColumns(list, mapping, 'houder');
  const amounts = aboutColumns(list, mapping, 'limiet_eur');
  const hasMoreHolders = Object.values(mapping).some((field) => moreHolders.some((one) => one === field));
  const rows = given.flatMap((row): ListRow[] => {
    const own = plainCells(row, mapping);
    const choices = [
      ...ticked.flatMap((of) => {
        const columns = about.get(of) ?? [];
        return columns.length > 0 ? [tickChoices(row, columns, fieldOf[of], doubts)] : [];
      }),
      ...(hasMoreHolders ? [holderChoices(row, mapping)] : []),
      ...(doers.length > 0 ? [doerChoices(row, list, mapping)] : []),
      ...(amounts.length > 0 ? [amountChoices(row, amounts, own.activiteit ?? activity)] : []),
    ];
    const all = choices.reduce<Choice[]>(
      (some, next) => some.flatMap((one) => next.map((other) => both(one, other))),
      [{ cells: {}, mark: '' }],
    );
    if (all.length === 0) empty.push(row.line);
    return all.map(({ cells, mark }) => {
      const id = own.id && mark ? { id: `${own.id}-${mark}` } : {};
      const conditions = cells.voorwaarden ? { voorwaarden: joined(own.voorwaarden, cells.voorwaarden) } : {};
      return { line: row.line, fields: { ...own, ...cells, ...conditions, ...id } };
    });
  });
  return {
    rows,
    fields: fieldsOf(rows, mapping),
    problems: doubts.problems,
    empty,
    notes: [
      ...doubts.conditions.map(
        ({ line, text, heading }) =>
          `Let op, regel ${line}: bij het kruisje onder ${heading} staat "${brief(text)}". Ik lees dat als voorwaarde.`,
      ),
      ...centsInWords(list, given, mapping),
      ...(empty.length > 0 ? [`Niet opgenomen, want er staat niemand bij: ${linesInWords(empty)}.`] : []),
    ],
  };
}

/** An amount in cents with what it is in euros, so that whoever imports sees what was made of it. */
function centsInWords({ columns }: List, rows: readonly SourceRow[], mapping: ListMapping): string[] {
  const column = columns.find((name) => mapping[name] === 'limiet_cent');
  const example = rows
    .map(({ fields }) => fields[column ?? ''] ?? '')
    .find((text) => /^\d+$/.test(text) && Number(text) > 0);
  return column && example
    ? [`${column}: ik lees centen, dus ${example} is € ${(Number(example) / 100).toLocaleString('nl-NL')}.`]
    : [];
}
