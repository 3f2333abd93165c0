import { strToU8, zipSync } from 'fflate';
import { guard } from './write-csv.ts';

/** A sheet to write: its name, and its rows, of which the first is the heading. */
export interface WrittenSheet {
  name: string;
  rows: readonly (readonly string[])[];
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const LINKS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
/** A cell of Excel takes so many characters. */
const LONGEST_CELL = 32_767;

/** Text as it may stand in XML: without what XML 1.0 forbids. */
const escaped = (text: string) =>
  text
    .toWellFormed()
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML forbids.
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/[&<>"]/g, (char) => `&#${char.codePointAt(0)};`);

/** The letters of a column by its number from 0; of a sheet of at most 26 columns. */
const letterOf = (column: number) => String.fromCharCode(65 + column);

const cell = (text: string, column: number, line: number) =>
  `<c r="${letterOf(column)}${line}" t="inlineStr"><is><t xml:space="preserve">${escaped(guard(text).slice(0, LONGEST_CELL))}</t></is></c>`;

const sheetXml = ({ rows }: WrittenSheet) =>
  `${XML}<worksheet xmlns="${MAIN}"><sheetData>${rows
    .map(
      (row, n) => `<row r="${n + 1}">${row.map((text, column) => cell(text, column, n + 1)).join('')}</row>`,
    )
    .join('')}</sheetData></worksheet>`;

/** A name that Excel takes for a sheet. */
const sheetName = (name: string) => escaped(name.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31));

/** A workbook of sheets of at most 26 columns that Excel opens and `readTables` reads back. All cells are text, and none is anything that is calculated. */
export function writeXlsx(sheets: readonly WrittenSheet[]): Uint8Array {
  const files = {
    '[Content_Types].xml': `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>${sheets
      .map(
        (_, n) =>
          `<Override PartName="/xl/worksheets/sheet${n + 1}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`,
      )
      .join('')}</Types>`,
    '_rels/.rels': `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${LINKS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${XML}<workbook xmlns="${MAIN}" xmlns:r="${LINKS}"><sheets>${sheets
      .map(({ name }, n) => `<sheet name="${sheetName(name)}" sheetId="${n + 1}" r:id="r${n + 1}"/>`)
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${XML}<Relationships xmlns="${PACKAGE}/relationships">${sheets
      .map(
        (_, n) =>
          `<Relationship Id="r${n + 1}" Type="${LINKS}/worksheet" Target="worksheets/sheet${n + 1}.xml"/>`,
      )
      .join('')}</Relationships>`,
    ...Object.fromEntries(sheets.map((sheet, n) => [`xl/worksheets/sheet${n + 1}.xml`, sheetXml(sheet)])),
  };
  return zipSync(Object.fromEntries(Object.entries(files).map(([path, text]) => [path, strToU8(text)])));
}
