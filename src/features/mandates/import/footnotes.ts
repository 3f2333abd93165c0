import type { Problem } from '../../../files/csv.ts';
import { brief } from './lengths.ts';
import { linesInWords, whichLines } from './lines-in-words.ts';
import type { SourceRow } from './lists.ts';
import { isTellingNote, type OtherRow } from './row-kinds.ts';

/** Rows without the marks of footnotes, and what those say. */
export interface MarkedRows {
  rows: SourceRow[];
  notes: string[];
  problems: Problem[];
}

const markOf = (text: string) => /^(\*+|†+|‡+|[¹²³⁴⁵⁶⁷⁸⁹]|\d\)|\(\d\)|\[\d\])/.exec(text)?.[1];

/**
 * Takes the mark of a footnote off the cells that carry it: "Teamleider Geo*" is a person like any other. When the
 * footnote says that something ends, the row has to say so itself.
 */
export function withoutMarks(given: readonly SourceRow[], others: readonly OtherRow[]): MarkedRows {
  const problems: Problem[] = [];
  const notes: string[] = [];
  let rows = [...given];
  for (const { kind, text, line } of others) {
    const mark = kind === 'voetnoot' ? markOf(text) : undefined;
    if (mark === undefined) continue;
    // "**" is another footnote than "*".
    const isMarked = (cell: string) =>
      cell.endsWith(mark) && !cell.slice(0, -mark.length).endsWith(mark[0] ?? '');
    const marked: number[] = [];
    rows = rows.map((row) => {
      const cells = Object.entries(row.fields);
      if (!cells.some(([, cell]) => cell !== mark && isMarked(cell))) return row;
      marked.push(row.line);
      const bare = cells.map(([name, cell]) => [
        name,
        cell !== mark && isMarked(cell) ? cell.slice(0, -mark.length).trim() : cell,
      ]);
      return { ...row, fields: Object.fromEntries(bare) };
    });
    if (marked.length === 0) continue;
    if (isTellingNote(text))
      problems.push({
        line: marked[0] ?? line,
        reason: `${mark} in ${linesInWords(marked)} verwijst naar de voetnoot "${brief(text)}" (regel ${line}). Zet wat daar staat in de regel zelf, bijvoorbeeld een einddatum, en haal ${mark} weg.`,
      });
    else notes.push(`Voetnoot "${brief(text)}" hoort bij ${linesInWords(marked)}. Ik lees de voetnoot niet.`);
  }
  return { rows, notes, problems };
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
