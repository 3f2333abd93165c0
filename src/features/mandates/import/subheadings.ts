import { brief } from '../../../files/cell-limits.ts';
import type { ListField } from '../register/fields.ts';
import type { ListMapping } from '../register/list-reading.ts';
import { linesInWords } from './lines-in-words.ts';
import type { SourceRow } from './lists.ts';
import type { OtherRow } from './row-kinds.ts';
import { registrationNamed } from './sheet-names.ts';

/** Rows with what the subheadings above them say. */
export interface HeadedRows {
  rows: SourceRow[];
  mapping: ListMapping;
  notes: string[];
}

/** The number of a part of a list: "2.", "B", "IV -". */
const partNumber = /^(?:\d+(?:\.\d+)*|[A-Z]|[IVX]+)[.):]?\s*[·–-]?\s+/;

const placeWords = /^(?:wijk|stadsdeel|deelgebied|gebied|dorp|kern|buurt)\s+\S/i;

/** What a subheading says of the rows below it, in a list that has no column for it. */
function saidBy(text: string): { registratie: string; gebied: string } {
  const bare = text.replace(partNumber, '');
  return { registratie: registrationNamed(bare) ?? '', gebied: placeWords.test(bare) ? bare : '' };
}

/**
 * Rows under a subheading that is a registration or a place are of that registration or place, when the list has no
 * column for it: otherwise they would be for all of them. Rows under another subheading are not.
 */
export function underSubheadings(
  given: readonly SourceRow[],
  others: readonly OtherRow[],
  mapping: ListMapping,
): HeadedRows {
  const subheadings = others.filter(({ kind }) => kind === 'tussenkop');
  const has = (field: ListField) =>
    Object.values(mapping).some((one) => one === field || one.startsWith(`${field}:`));
  let result: HeadedRows = { rows: [...given], mapping, notes: [] };
  for (const field of ['registratie', 'gebied'] as const) {
    const said = subheadings.map(({ line, text }) => ({ line, text, value: saidBy(text)[field] }));
    if (has(field) || said.every(({ value }) => value === '')) continue;
    const bare: number[] = [];
    const rows = result.rows.map((row) => {
      const value = said.findLast(({ line }) => line < row.line)?.value ?? '';
      if (value === '') bare.push(row.line);
      return { ...row, fields: { ...row.fields, [`(${field})`]: value } };
    });
    const names = [...new Set(said.flatMap(({ text, value }) => (value ? [`"${brief(text)}"`] : [])))];
    const all = field === 'gebied' ? 'de hele gemeente' : 'alle registraties';
    const rest = bare.length > 0 ? ` De andere gelden voor ${all}: ${linesInWords(bare)}.` : '';
    result = {
      rows,
      mapping: { ...result.mapping, [`(${field})`]: field },
      notes: [
        ...result.notes,
        `Let op: wat onder de tussenkop ${names.join(', ')} staat, krijgt die als ${field}.${rest}`,
      ],
    };
  }
  return result;
}
