import { strToU8, zipSync } from 'fflate';

/** A cell as Excel keeps it: text, a number, a day (ISO date), or nothing. */
export type Cell = string | number | boolean | { day: string } | undefined;

const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006/relationships';
const safe = (text: string) => text.replace(/[&<>"]/g, (mark) => `&#${mark.charCodeAt(0)};`);

function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter;
}

/** Excel counts days from the last day but one of 1899. */
const dayNumber = (day: string) => (Date.parse(day) - Date.UTC(1899, 11, 30)) / 86_400_000;

function cellXml(cell: Cell, at: string): string {
  if (cell === undefined) return '';
  if (typeof cell === 'number') return `<c r="${at}"><v>${cell}</v></c>`;
  if (typeof cell === 'boolean') return `<c r="${at}" t="b"><v>${cell ? 1 : 0}</v></c>`;
  if (typeof cell === 'object') return `<c r="${at}" s="1"><v>${dayNumber(cell.day)}</v></c>`;
  return `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${safe(cell)}</t></is></c>`;
}

type Rows = readonly (readonly Cell[])[];

/** Rows of which some cells are merged: "A2:A4". */
export interface MergedRows {
  rows: Rows;
  merged: readonly string[];
}

function sheetXml(rows: Rows | MergedRows | string): string {
  if (typeof rows === 'object' && 'merged' in rows) {
    const ranges = rows.merged.map((ref) => `<mergeCell ref="${ref}"/>`).join('');
    const merged = `<mergeCells count="${rows.merged.length}">${ranges}</mergeCells>`;
    return sheetXml(rows.rows).replace('</worksheet>', `${merged}</worksheet>`);
  }
  if (typeof rows === 'string')
    return `${xml}<worksheet xmlns="${main}"><sheetData>${rows}</sheetData></worksheet>`;
  const data = rows
    .map((cells, n) => {
      const inside = cells.map((cell, column) => cellXml(cell, `${columnName(column)}${n + 1}`)).join('');
      return inside === '' ? '' : `<row r="${n + 1}">${inside}</row>`;
    })
    .join('');
  return `${xml}<worksheet xmlns="${main}"><sheetData>${data}</sheetData></worksheet>`;
}

/**
 * An .xlsx file with these sheets; a row of no cells leaves its number open, as Excel does. A sheet can be given as the XML of
 * its rows. `placeOf` says where the nth sheet stands, from 1 on, as seen from the folder of the workbook.
 */
export function workbook(
  sheets: Readonly<Record<string, Rows | MergedRows | string>>,
  placeOf = (n: number) => `worksheets/sheet${n}.xml`,
): Uint8Array {
  const all = Object.entries(sheets).map(([name, rows], n) => ({ name, rows, n: n + 1 }));
  const list = all.map(({ name, n }) => `<sheet name="${safe(name)}" sheetId="${n}" r:id="r${n}"/>`).join('');
  const links = all
    .map(({ n }) => `<Relationship Id="r${n}" Type="${office}/worksheet" Target="${placeOf(n)}"/>`)
    .join('');
  const files = {
    '[Content_Types].xml': `${xml}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/></Types>`,
    '_rels/.rels': `${xml}<Relationships xmlns="${packages}"><Relationship Id="r1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${xml}<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${list}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${xml}<Relationships xmlns="${packages}">${links}<Relationship Id="styles" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': `${xml}<styleSheet xmlns="${main}"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    ...Object.fromEntries(
      all.map(({ n, rows }) => [
        placeOf(n).startsWith('/') ? placeOf(n).slice(1) : `xl/${placeOf(n)}`,
        sheetXml(rows),
      ]),
    ),
  };
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));
}

/** An .xlsx file with these rows on its only sheet. */
export const xlsx = (rows: Rows): Uint8Array => workbook({ Mandaten: rows });
