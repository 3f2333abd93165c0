import { brief } from '../../../files/cell-limits.ts';
import type { CsvFile, Problem } from '../../../files/csv.ts';
import { unguarded } from '../../../files/write-csv.ts';
import { areaColumns } from '../register/fields.ts';
import { type Area, type AreaKind, areaKinds } from '../register/register.ts';
import { namesIn } from './cells.ts';
import { columnProblems } from './file-columns.ts';
import { longName } from './lengths.ts';
import { byLine, type ReadResult } from './problems.ts';
import { firstBy, type ListRow } from './rows.ts';

/** One area as its row says it, with the row's line. */
interface AreaRow {
  line: number;
  area: Area;
}

function rowOf({ line, fields }: ListRow): AreaRow {
  const { code = '', naam = '', soort = '', ouder = '', aliassen = '' } = fields;
  const [kind, parent] = [soort as AreaKind, ouder || undefined];
  return { line, area: { code, name: naam, kind, parent, aliases: namesIn(aliassen) } };
}

/** What is wrong with an area in itself; `first` is the row in which its code stands first. */
function wrongInRow({ area }: AreaRow, first: AreaRow | undefined): string[] {
  const { code, name, kind, aliases } = area;
  return [
    ...(code === '' || name === '' ? ['Code en naam mogen niet leeg zijn.'] : []),
    ...(first && first.area !== area ? [`Code ${code} staat ook in regel ${first.line}.`] : []),
    ...(areaKinds.includes(kind)
      ? []
      : [`soort is ${brief(kind) || 'leeg'}; kies uit ${areaKinds.join(', ')}.`]),
    ...[
      longName('code', code),
      longName('naam', name),
      ...aliases.map((one) => longName('aliassen', one)),
    ].flatMap((reason) => reason ?? []),
  ];
}

/** What is wrong with where areas lie: every parent has to exist, and nothing may lie in itself. */
function wrongParents(areas: readonly Area[], lineOf: (code: string) => number): Problem[] {
  const byCode = new Map(areas.map((area) => [area.code, area]));
  return areas.flatMap(({ code, name, parent }) => {
    const line = lineOf(code);
    const missing = parent !== undefined && !byCode.has(parent);
    const seen = new Set([code]);
    let at = parent;
    for (; at !== undefined && !seen.has(at); at = byCode.get(at)?.parent) seen.add(at);
    return [
      ...(missing ? [{ line, reason: `Ouder ${brief(parent)} bestaat niet.` }] : []),
      ...(at === code ? [{ line, reason: `Gebied ${name} ligt via zijn ouders in zichzelf.` }] : []),
    ];
  });
}

/** Areas from a file: codes are unique, parents exist, and nothing lies in itself. */
export function readAreas(file: CsvFile): ReadResult<{ areas: Area[] }> {
  const wrongColumns = columnProblems(file, areaColumns);
  if (wrongColumns.length > 0) return { problems: wrongColumns };
  const rows = unguarded(file).rows.map(rowOf);
  const areas = rows.map(({ area }) => area);
  const firstOf = firstBy(rows, ({ area }) => area.code);
  const problems = [
    ...rows.flatMap((row) =>
      wrongInRow(row, firstOf.get(row.area.code)).map((reason) => ({ line: row.line, reason })),
    ),
    ...wrongParents(areas, (code) => firstOf.get(code)?.line ?? 0),
  ];
  return problems.length > 0 ? { problems: byLine(problems) } : { areas };
}
