import type { Problem } from '../../../files/csv.ts';
import type { ListMapping } from '../register/list-reading.ts';
import { crossCell } from './crosses.ts';
import { brief } from './lengths.ts';
import { linesInWords, whichLines } from './lines-in-words.ts';
import type { SourceRow } from './lists.ts';
import { isTellingNote, type OtherRow } from './row-kinds.ts';

/** Rows without the marks of footnotes, and what those say. */
export interface MarkedRows {
  rows: SourceRow[];
  mapping: ListMapping;
  notes: string[];
  problems: Problem[];
}

const markOf = (text: string) => /^(\*+|†+|‡+|[¹²³⁴⁵⁶⁷⁸⁹]|\d\)|\(\d\)|\[\d\])/.exec(text)?.[1];

/** A place for conditions in a list that has no column for them. */
const CONDITIONS = 'voorwaarden';

/** A row without a mark, and with what the footnote says: beside the tick that carries it, else as a condition. */
function withoutMark(
  row: SourceRow,
  isMarked: (cell: string) => boolean,
  mark: string,
  footnote: string,
  conditions: string,
): SourceRow {
  const bare = (cell: string) => cell.slice(0, -mark.length).trim();
  const cells = Object.entries(row.fields);
  const isTick = (cell: string) => isMarked(cell) && crossCell(bare(cell)).is === 'yes';
  const isOnTick = cells.some(([, cell]) => isTick(cell));
  const text = (cell: string) =>
    isTick(cell) ? `${bare(cell)} (${footnote})` : isMarked(cell) ? bare(cell) : cell;
  const fields = Object.fromEntries(cells.map(([name, cell]) => [name, text(cell)]));
  const said = [fields[conditions], ...(isOnTick ? [] : [footnote])].filter(Boolean).join('; ');
  return { ...row, fields: { ...fields, [conditions]: said } };
}

/**
 * Takes the mark of a footnote off the cells that carry it: "Teamleider Geo*" is a person like any other. What the
 * footnote says becomes a condition of the row; when it says that something ends, the row has to say so itself.
 */
export function withoutMarks(
  given: readonly SourceRow[],
  others: readonly OtherRow[],
  mapping: ListMapping,
): MarkedRows {
  const problems: Problem[] = [];
  const notes: string[] = [];
  const own = Object.keys(mapping).find((name) => mapping[name] === CONDITIONS);
  const conditions = own ?? `(${CONDITIONS})`;
  let rows = [...given];
  for (const { kind, text, line } of others) {
    const mark = kind === 'voetnoot' ? markOf(text) : undefined;
    if (mark === undefined) continue;
    // "**" is another footnote than "*", and a cell of nothing but a mark is no text that carries it.
    const isMarked = (cell: string) =>
      cell !== mark && cell.endsWith(mark) && !cell.slice(0, -mark.length).endsWith(mark[0] ?? '');
    const marked = rows
      .filter(({ fields }) => Object.values(fields).some(isMarked))
      .map(({ line: at }) => at);
    if (marked.length === 0) continue;
    const footnote = text.slice(mark.length).replace(/^[\s·:=-]+/, '');
    const carries = new Set(marked);
    rows = rows.map((row) =>
      carries.has(row.line) ? withoutMark(row, isMarked, mark, footnote, conditions) : row,
    );
    if (isTellingNote(text))
      problems.push({
        line: marked[0] ?? line,
        reason: `${mark} in ${linesInWords(marked)} verwijst naar de voetnoot "${brief(text)}" (regel ${line}). Zet wat daar staat in de regel zelf, bijvoorbeeld een einddatum, en haal ${mark} weg.`,
      });
    else notes.push(`Voetnoot "${brief(text)}" lees ik als voorwaarde in ${linesInWords(marked)}.`);
  }
  return { rows, notes, problems, mapping: own ? mapping : { ...mapping, [conditions]: CONDITIONS } };
}

const names: Record<OtherRow['kind'], [one: string, more: string]> = {
  'herhaalde kop': ['herhaalde kop', 'herhaalde koppen'],
  tussenkop: ['tussenkop', 'tussenkoppen'],
  voetnoot: ['voetnoot of toelichting', 'voetnoten of toelichtingen'],
  totaal: ['totaalregel', 'totaalregels'],
  paginaregel: ['regel met een paginanummer', 'regels met een paginanummer'],
  legenda: ['regel met uitleg van een afkorting', 'regels met uitleg van afkortingen'],
  niemand: ['bevoegdheid waar niemand bij staat', 'bevoegdheden waar niemand bij staat'],
};

/** So many texts are shown of each kind. */
const MOST_SHOWN = 5;

/** What was passed over, a sentence for each kind of row; a footnote that may end a mandate is shown in full. */
export function othersInWords(others: readonly OtherRow[]): string[] {
  const kinds = [...Map.groupBy(others, ({ kind }) => kind)];
  return [
    ...kinds.map(([kind, rows]) => {
      const [one, more] = names[kind];
      const lines = whichLines(rows.map(({ line }) => line));
      const texts = [...new Set(rows.map(({ text }) => brief(text)))];
      const shown = texts.slice(0, MOST_SHOWN).map((text) => `"${text}"`);
      const rest = texts.length > shown.length ? ' …' : '';
      const words = kind === 'herhaalde kop' ? '' : `: ${shown.join(', ')}${rest}`;
      return `Geen mandaat: ${rows.length} ${rows.length === 1 ? one : more} (${lines})${words}.`;
    }),
    ...others
      .filter(({ kind, text }) => kind !== 'herhaalde kop' && isTellingNote(text))
      .map(
        ({ line, text }) =>
          `Let op, regel ${line}: "${brief(text)}". Gaat dat over een mandaat? Zet het dan in de regel van dat mandaat.`,
      ),
  ];
}
