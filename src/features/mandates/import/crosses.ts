import { brief } from '../../../files/cell-limits.ts';
import { columnName, type Problem } from '../../../files/csv.ts';
import { nameKey } from '../../../language/words.ts';
import { detailOf, type ListField } from '../register/fields.ts';
import { amountCell } from './amount-cells.ts';
import type { List } from './lists.ts';
import { type ColumnProposal, isCommonActivity } from './propose-columns.ts';
import { registrationNamed } from './sheet-names.ts';

const mark = /^[x×✓✔☒☑●•■]$/i;
const yes = /^(?:[x×✓✔☒☑●•■]|ja|j)$/i;
const no = /^(?:|nee|n|-|–|n\.?v\.?t\.?|☐|○)$/i;
/** A tick with words behind it: "X (alleen spoed)", "ja, na advies". */
const yesBut = /^(?:[x×✓✔☒☑●•■]|ja)(?:\s*[(:,;/–-]\s*|\s+)(\S.*?)\)?$/i;

/** The whole euros that a text is an amount of; undefined for any other text. */
function eurosIn(text: string): number | undefined {
  const read = amountCell(text);
  const euros = 'values' in read ? (read.values[0] ?? '') : '';
  return /\d/.test(text) && /^\d+$/.test(euros) ? Number(euros) : undefined;
}

/** What a cell under a function says. */
export type CrossCell =
  | { is: 'yes'; conditions?: string; limit?: string }
  | { is: 'no' }
  /** It is not clear whether it grants something. */
  | { is: 'unclear' };

/** What a cell under a function says: a tick grants, words behind it are a condition, an amount is a limit. */
export function crossCell(text: string): CrossCell {
  if (yes.test(text)) return { is: 'yes' };
  if (no.test(text)) return { is: 'no' };
  if (eurosIn(text) !== undefined) return { is: 'yes', limit: text };
  const conditions = yesBut.exec(text)?.[1];
  return conditions ? { is: 'yes', conditions } : { is: 'unclear' };
}

/** Words before a function in a heading: "Mandaat aan directeur". */
const aimed =
  /^(?:(?:onder)?mandaat|gemandateerd|volmacht|machtiging|verleend|bevoegdheid)\s+(?:aan|voor)\s+(?:de\s+|het\s+)?/i;

/** A heading that is an abbreviation: "DIR", "TL", "Mw." */
const isAbbreviation = (heading: string) => {
  const letters = heading.replace(/[^\p{L}]/gu, '');
  return letters.length <= 3 || (letters.length <= 6 && !/\p{Ll}/u.test(letters));
};

/** What stands in a column that may be of people; also when its name says that they are a function or a team. */
const aboutPeople: readonly (ListField | undefined)[] = [
  undefined,
  'houder',
  'rol',
  'vervanger',
  'organisatie',
];

/** An amount that is money, and no year or number of things. */
function isMoney(text: string): boolean {
  const euros = eurosIn(text);
  return euros !== undefined && (/[€.]|eur/i.test(text) || euros > 2100);
}

/**
 * True for a column of which the cells are ticks; `isAlone` tells that nothing else says who is mandated. A tick may
 * carry the mark of a footnote.
 */
function isTicked(texts: readonly string[], isAlone: boolean): boolean {
  const bare = texts.map((text) => text.replace(/\s*(?:\*+|[¹²³⁴])$/, ''));
  const filled = bare.filter((text) => !no.test(text));
  const ticks = filled.filter((text) => mark.test(text));
  if (ticks.length > 0 && ticks.length * 2 >= filled.length) return true;
  const grants = filled.filter((text) => yes.test(text) || yesBut.test(text) || isMoney(text));
  return isAlone && grants.length > 0 && grants.length * 2 >= filled.length;
}

/**
 * The columns of a list with ticks in them. A column that somebody named is left as it is. `isAlone` tells that nothing
 * else says who is mandated.
 */
function tickedColumns(
  list: List,
  proposals: readonly ColumnProposal[],
): { columns: string[]; isAlone: boolean } {
  const textsOf = (column: string) => list.rows.map(({ fields }) => fields[column] ?? '');
  const ticked = (isAlone: boolean) =>
    proposals
      .filter(
        ({ column, field, chosen }) =>
          !chosen && aboutPeople.includes(field) && isTicked(textsOf(column), isAlone),
      )
      .map(({ column }) => column);
  const certain = ticked(false);
  const isNamed = proposals.some(
    ({ column, field }) =>
      (field === 'houder' || detailOf(field, 'houder') !== undefined) && !certain.includes(column),
  );
  const all = ticked(true);
  // One column of yes and no is more often something else.
  if (!isNamed) return { columns: certain.length > 0 || all.length > 1 ? all : [], isAlone: true };
  const headingOf = (column: string) => list.headings[list.columns.indexOf(column)] ?? column;
  const unknown = new Set(proposals.flatMap(({ column, field }) => (field === undefined ? [column] : [])));
  const isMeant = (column: string) =>
    unknown.has(column) &&
    !grantor.test(headingOf(column)) &&
    (certain.includes(column) || subjectOf(headingOf(column), proposals) !== undefined);
  return { columns: all.filter(isMeant), isAlone: false };
}

/** Names of functions by their abbreviation, as they are explained somewhere in the file: "DIR = Directeur". */
function explained(codes: readonly string[], rows: readonly (readonly string[])[]): Map<string, string> {
  const found = new Map<string, string>();
  const add = (code: string, name: string) => {
    const key = columnName(code);
    const text = name.trim().replace(/[.;,]$/, '');
    if (codes.includes(key) && !found.has(key) && text !== '' && crossCell(text).is === 'unclear')
      found.set(key, text);
  };
  for (const row of rows) {
    const filled = row.filter((text) => text.trim() !== '');
    if (filled.length === 2 || filled.length === 3) add(filled[0] ?? '', filled[1] ?? '');
    for (const text of filled)
      for (const part of text.replace(/^(?:legenda|afkortingen)\s*:?\s*/i, '').split(/[;,\n]/)) {
        const [, code = '', name = ''] = /^\s*([^=:]+?)\s*[=:]\s*(.+)$/.exec(part) ?? [];
        add(code, name);
      }
  }
  return found;
}

/** Columns with functions that were recognised by their ticks; or what has to be said of them first. */
export interface Crosses {
  columns: ColumnProposal[];
  notes: string[];
  problems: Problem[];
}

/** Ticks under these tell whose power it is, beside who is mandated. */
const grantor = /\b(?:college|burgemeester|gemeenteraad|raad|heffingsambtenaar|b ?& ?w)\b/i;

const placeName = /^(?:wijk|stadsdeel|deelgebied|dorp|kern|buurt)\s+\S/i;

/** What ticks under a heading are about, in a list that has no column for it: a registration, activity or area. */
function subjectOf(heading: string, proposals: readonly ColumnProposal[]): ListField | undefined {
  const has = (field: ListField) => proposals.some((proposal) => proposal.field === field);
  const registration = registrationNamed(heading);
  if (registration !== undefined) return has('registratie') ? undefined : `registratie:${registration}`;
  if (placeName.test(heading) && !has('gebied')) return `gebied:${heading}`;
  const activity = nameKey(heading).replace(/^(?:mag|kan|bevoegd tot) /, '');
  return !has('activiteit') && isCommonActivity(activity) ? `activiteit:${activity}` : undefined;
}

const staan = (headings: readonly string[]) =>
  `Onder ${headings.map((heading) => brief(heading)).join(', ')} ${headings.length > 1 ? 'staan' : 'staat een kolom met'} kruisjes.`;

/** What to say of functions that nobody explains; nothing when there are none. */
function unknownFunctions(headings: readonly string[], line: number): Problem[] {
  const options = headings.map((heading) => `--functie "${heading}=volledige naam"`).join(' ');
  return headings.length === 0
    ? []
    : [
        {
          line,
          reason: `${staan(headings)} Ik maak een mandaat per kruisje, maar ik ken deze afkortingen niet. Geef ${options}. Is een kolom geen functie? Geef dan --kolom "${headings.at(-1)}=".`,
        },
      ];
}

/** What to say of ticks beside names, of which nobody knows what they limit; one column of ticks may be anything. */
function unknownSubjects(headings: readonly string[], line: number): Problem[] {
  const [first = ''] = headings;
  return headings.length < 2
    ? []
    : [
        {
          line,
          reason: `${staan(headings)} Ik weet niet wat ze zeggen. Is het een gebied, registratie of activiteit? Geef per kolom --kolom "${first}=gebied:${first}", --kolom "${first}=registratie:${first}" of --kolom "${first}=activiteit:${first}". Hoeft een kolom niet mee? Geef --kolom "${first}=".`,
        },
      ];
}

/**
 * Finds the columns with a tick per function, and which function each is: as its heading says, or as the file explains
 * its abbreviation in `loose`, the rows outside the list, or below it. An abbreviation that nobody explains has to be
 * named by whoever imports. Beside names, ticks tell for which registration or activity they are.
 */
export function withCrosses(
  list: List,
  proposals: readonly ColumnProposal[],
  loose: readonly (readonly string[])[],
): Crosses {
  const ticked = tickedColumns(list, proposals);
  if (ticked.columns.length === 0) return { columns: [...proposals], notes: [], problems: [] };
  const headingOf = (column: string) => list.headings[list.columns.indexOf(column)] ?? column;
  const subjects = new Map(
    ticked.columns.flatMap((column) => {
      const field = subjectOf(headingOf(column), proposals);
      return field ? [[column, field] as const] : [];
    }),
  );
  const rest = ticked.columns.filter((column) => !subjects.has(column));
  const legend = explained(rest, [...loose, ...list.rows.map(({ texts }) => texts)]);
  const nameOf = (column: string) => {
    const heading = headingOf(column).replace(aimed, '');
    return legend.get(column) ?? (isAbbreviation(heading) ? undefined : heading);
  };
  const fieldOf = (column: string): ListField | undefined => {
    const name = ticked.isAlone && rest.includes(column) ? nameOf(column) : undefined;
    return subjects.get(column) ?? (name ? `functie:${name}` : undefined);
  };
  const unknown = rest.filter((column) => fieldOf(column) === undefined).map(headingOf);
  const used = ticked.isAlone ? rest.filter((column) => legend.has(column)) : [];
  const words = used.map((column) => `${headingOf(column)} = ${legend.get(column)}`).join(', ');
  return {
    columns: proposals.map((proposal): ColumnProposal => {
      const field = fieldOf(proposal.column);
      if (field) return { column: proposal.column, field, sure: false };
      return ticked.columns.includes(proposal.column) ? { column: proposal.column, sure: false } : proposal;
    }),
    notes: used.length > 0 ? [`Afkortingen, zoals het bestand ze uitlegt: ${words}.`] : [],
    problems: ticked.isAlone
      ? unknownFunctions(unknown, list.headingLine)
      : unknownSubjects(unknown, list.headingLine),
  };
}
