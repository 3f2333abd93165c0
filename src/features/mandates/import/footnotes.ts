import { brief } from '../../../files/cell-limits.ts';
import type { Problem } from '../../../files/csv.ts';
import type { ListField } from '../register/fields.ts';
import type { ListMapping } from '../register/list-reading.ts';
import { crossCell } from './crosses.ts';
import { carries, footnoteOf, markedText, markWithoutNote } from './footnote-marks.ts';
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

/** A place for conditions in a list that has no column for them. */
const CONDITIONS = 'voorwaarden';

/** A row without a mark, and with what the footnote says: beside the tick that carries it, else as a condition. */
function withoutMark(row: SourceRow, mark: string, footnote: string, conditions: string): SourceRow {
  const cells = Object.entries(row.fields);
  const bareOf = (cell: string) => {
    const marked = markedText(cell);
    return marked?.mark === mark ? marked.bare : undefined;
  };
  const isTick = (cell: string) => crossCell(bareOf(cell) ?? '').is === 'yes';
  const isOnTick = cells.some(([, cell]) => isTick(cell));
  const text = (cell: string) => (isTick(cell) ? `${bareOf(cell)} (${footnote})` : (bareOf(cell) ?? cell));
  const fields = Object.fromEntries(cells.map(([name, cell]) => [name, text(cell)]));
  const said = [fields[conditions], ...(isOnTick ? [] : [footnote])].filter(Boolean).join('; ');
  return { ...row, fields: { ...fields, [conditions]: said } };
}

/** Columns in which a mark that refers to nothing would become part of what is asked for. */
const asked: readonly (ListField | undefined)[] = ['activiteit', 'registratie', 'gebied'];

/** Marks of which the footnote is not in the list, or not for certain: what it says, nobody can read. */
function lostMarks(rows: readonly SourceRow[], others: readonly OtherRow[], mapping: ListMapping): Problem[] {
  const numbers = new Set(others.map(({ text }) => footnoteOf(text)?.mark));
  const columns = Object.keys(mapping).filter((name) => [...asked, 'houder'].includes(mapping[name]));
  return rows.flatMap(({ line, fields }) =>
    columns.flatMap((name): Problem[] => {
      const text = fields[name] ?? '';
      const marked = markedText(text);
      return marked && (marked.isBare ? numbers.has(marked.mark) : asked.includes(mapping[name]))
        ? [{ line, reason: `${name} "${brief(text)}" ${markWithoutNote}` }]
        : [];
    }),
  );
}

/**
 * Takes the mark of a footnote off the cells that carry it: "Teamleider Geo*" is a person like any other. What the
 * footnote says becomes a condition of the row; when it says that something ends, the row has to say so itself. A mark
 * without a footnote, and a footnote without a mark, are told.
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
  const footnotes = others.flatMap(({ kind, text, line }) => {
    const footnote = kind === 'voetnoot' ? footnoteOf(text) : undefined;
    return footnote ? [{ ...footnote, text, line }] : [];
  });
  const carriers = new Map<number, SourceRow[]>();
  let rows = [...given];
  // A cell may carry more marks: "Ans Bos 1) 2)".
  for (let isChanged = true; isChanged; ) {
    isChanged = false;
    for (const { mark, says, line } of footnotes) {
      const marked = new Set(rows.filter((row) => carries(row, mark)));
      if (marked.size === 0) continue;
      isChanged = true;
      carriers.set(line, [...(carriers.get(line) ?? []), ...marked]);
      rows = rows.map((row) => (marked.has(row) ? withoutMark(row, mark, says, conditions) : row));
    }
  }
  for (const { mark, says, text, line } of footnotes) {
    const marked = (carriers.get(line) ?? []).map(({ line: at }) => at);
    const twice = footnotes.find((other) => other.mark === mark && other.says !== says);
    if (twice && footnotes.some((one) => one.mark === mark && carriers.has(one.line))) {
      problems.push({
        line,
        reason: `De voetnoot ${mark} staat ook in regel ${twice.line}, met iets anders. Ik weet niet welke regel welke bedoelt. Zet wat er staat in de regels zelf.`,
      });
    } else if (marked.length === 0) {
      if (!isTellingNote(text))
        notes.push(
          `Let op, regel ${line}: geen cel verwijst naar "${brief(text)}". Gaat dat over een mandaat? Zet het dan in de regel van dat mandaat.`,
        );
    } else if (isTellingNote(text))
      problems.push({
        line: marked[0] ?? line,
        reason: `${mark} in ${linesInWords(marked)} verwijst naar de voetnoot "${brief(text)}" (regel ${line}). Zet wat daar staat in de regel zelf, bijvoorbeeld een einddatum, en haal ${mark} weg.`,
      });
    else notes.push(`Voetnoot "${brief(text)}" lees ik als voorwaarde in ${linesInWords(marked)}.`);
  }
  return {
    rows,
    notes,
    problems: [...problems, ...lostMarks(rows, others, mapping)],
    mapping: own ? mapping : { ...mapping, [conditions]: CONDITIONS },
  };
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
