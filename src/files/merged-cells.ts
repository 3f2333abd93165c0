import { unzipSync } from 'fflate';

/** Cells that a workbook shows as one, in one column: the value stands in the first line, the others are empty. */
export interface MergedCells {
  /** Number of the column, from 0. */
  column: number;
  /** Lines as Excel numbers them; both included. */
  first: number;
  last: number;
}

const textIn = (bytes: Uint8Array, path: string) => {
  const [unpacked] = Object.values(unzipSync(bytes, { filter: ({ name }) => name === path }));
  return Buffer.from(unpacked ?? []).toString('utf8');
};

const attribute = (tag: string, name: string) =>
  new RegExp(`\\s(?:[A-Za-z]\\w*:)?${name}\\s*=\\s*["']([^"']*)["']`).exec(tag)?.[1];

/** Where the sheets stand in the file, in the order of the workbook. */
function sheetPaths(bytes: Uint8Array): (string | undefined)[] {
  const links = textIn(bytes, 'xl/_rels/workbook.xml.rels').matchAll(/<(?:\w+:)?Relationship\s[^>]*>/g);
  const pathOf = new Map(
    [...links].map(([tag]) => {
      const target = attribute(tag, 'Target') ?? '';
      return [attribute(tag, 'Id'), target.startsWith('/') ? target.slice(1) : `xl/${target}`];
    }),
  );
  // A sheet has a number of its own as well ("sheetId"); the link is its only attribute that is called "id".
  const sheets = textIn(bytes, 'xl/workbook.xml').matchAll(/<(?:\w+:)?sheet\s[^>]*>/g);
  return [...sheets].map(([tag]) => pathOf.get(attribute(tag, 'id')));
}

const columnOf = (letters: string) =>
  [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0) - 1;

function mergedIn(xml: string): MergedCells[] {
  const ranges = xml.matchAll(/<(?:\w+:)?mergeCell\s[^>]*ref\s*=\s*["']([A-Z]+)(\d+):[A-Z]+(\d+)["']/g);
  return [...ranges].flatMap(([, letters = '', first, last]) =>
    first === last ? [] : [{ column: columnOf(letters), first: Number(first), last: Number(last) }],
  );
}

/**
 * The cells that are merged downwards, sheet by sheet in the order of the workbook. Of a block of cells only the first
 * column is named: what stands in it, is said in no other column. The size of the file has to be checked before.
 */
export function mergedCells(bytes: Uint8Array): MergedCells[][] {
  return sheetPaths(bytes).map((path) => (path === undefined ? [] : mergedIn(textIn(bytes, path))));
}
