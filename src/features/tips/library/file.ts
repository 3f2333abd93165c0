import {
  type CsvFile,
  columnName,
  type HeadingScore,
  type Problem,
  type UnreadCsv,
} from '../../../files/csv.ts';
import { unguarded, writeCsv } from '../../../files/write-csv.ts';
import { readList } from '../../../files/xlsx.ts';
import type { Tip } from '../content/types.ts';
import { readJson } from './json.ts';
import { columns, GENERAL, isOneOf, readSwitchRow, readTipRow } from './row.ts';

/** A tip as a file says it, and whether it is on. */
export interface TipLine {
  line: number;
  tip: Tip;
  off: boolean;
}

const MOST_LINES = 2_000;

/** Recognises the heading of a list of tips: what to do and why, or what is on and off. */
export const tipsHeading: HeadingScore = (cells) => {
  const names = new Set(cells.map(columnName));
  const isSwitches = names.size === 2 && names.has('id') && names.has('actief');
  return isSwitches ? columns.length : columns.filter((name) => names.has(name)).length;
};

/** The lines of a file: JSON by its name, else CSV or Excel by what is in it. */
export async function readTipFile(bytes: Uint8Array, name: string): Promise<CsvFile | UnreadCsv> {
  return name.toLowerCase().endsWith('.json') ? readJson(bytes) : readList(bytes, name);
}

/**
 * Reads a file of tips. Either all of it or what is wrong with each line. A file of nothing but `id` and
 * `actief` switches tips on and off that are known already.
 */
export function readTips(
  read: CsvFile | UnreadCsv,
  known: ReadonlyMap<string, Tip>,
): { lines: TipLine[] } | { problems: Problem[] } {
  // What can be read is looked at too, so that everything that is wrong is told at once.
  const problems: Problem[] = 'problems' in read ? [...read.problems] : [];
  const file = 'problems' in read ? read.rest : read;
  if (!file || (file.rows.length === 0 && problems.length > 0)) return { problems };
  if (file.rows.length === 0) return { problems: [{ line: 0, reason: 'Er staan geen tips in.' }] };
  const switches = file.columns.length === 2 && ['id', 'actief'].every((name) => file.columns.includes(name));
  const needed = switches ? [] : columns.filter((column) => column !== 'actief' && column !== 'pilot');
  const missing = needed.filter((column) => !file.columns.includes(column));
  const strange = file.columns.filter((column) => !isOneOf(columns, column));
  const heading = [
    ...missing.map((column) => ({ line: 0, reason: `de kolom "${column}" ontbreekt` })),
    ...strange.map((column) => ({ line: 0, reason: `de kolom "${column}" ken ik niet` })),
  ];
  if (heading.length > 0) return { problems: [...heading, ...problems] };
  if (file.rows.length > MOST_LINES)
    return { problems: [{ line: 0, reason: `Er staan meer dan ${MOST_LINES} tips in.` }] };
  const lines: TipLine[] = [];
  for (const { line, fields } of unguarded(file).rows) {
    const found = switches ? readSwitchRow(fields, known) : readTipRow(fields, known);
    if ('reasons' in found) problems.push(...found.reasons.map((reason) => ({ line, reason })));
    else lines.push({ line, ...found });
  }
  const seen = new Map<string, number>();
  for (const { line, tip } of lines) {
    const first = seen.get(tip.id);
    if (first !== undefined) problems.push({ line, reason: `id ${tip.id} staat ook op regel ${first}` });
    else seen.set(tip.id, line);
  }
  return problems.length > 0 ? { problems: problems.sort((a, b) => a.line - b.line) } : { lines };
}

/** A file that `readTips` reads back, with the tips that are on and those that are off. */
export function writeTips(tips: readonly { tip: Tip; off: boolean }[]): string {
  const audienceOf = { employee: 'medewerker', manager: 'leidinggevende' };
  return writeCsv(
    columns,
    tips.map(({ tip, off }) => [
      tip.id,
      audienceOf[tip.for],
      tip.persona ?? '',
      tip.role ?? '',
      `${tip.step ?? GENERAL}`,
      tip.themes.join(', '),
      tip.act,
      tip.why,
      `${tip.minutes}`,
      'step' in tip.basis ? `stap ${tip.basis.step}` : tip.basis.fact,
      tip.forPilot ? 'ja' : 'nee',
      off ? 'nee' : 'ja',
    ]),
  );
}
