import { z } from 'zod';
import { type CsvFile, columnName, decodeText, type Problem, type UnreadCsv } from '../../../files/csv.ts';

const jsonCell = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const jsonRow = z.record(z.string(), z.unknown());
const cellText = (cell: z.infer<typeof jsonCell> = '') =>
  cell === null ? '' : cell === true ? 'ja' : cell === false ? 'nee' : `${cell}`;

/** A JSON file: a list of objects with the names of the columns. A line is the place in the list. */
export function readJson(bytes: Uint8Array): CsvFile | UnreadCsv {
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
