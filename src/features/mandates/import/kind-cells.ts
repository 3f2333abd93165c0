import { brief } from '../../../files/cell-limits.ts';
import { nameKey } from '../../../language/words.ts';
import { foundIn } from '../../../lib/found-in.ts';
import { type EntryKind, entryKinds } from '../register/register.ts';
import { type CellReading, noted, plain, refused } from './cell.ts';

const short: Readonly<Record<string, EntryKind>> = {
  m: 'mandaat',
  ma: 'machtiging',
  mg: 'machtiging',
  mach: 'machtiging',
  macht: 'machtiging',
  v: 'volmacht',
  vo: 'volmacht',
  d: 'delegatie',
  om: 'ondermandaat',
  oma: 'ondermachtiging',
  ov: 'ondervolmacht',
};
const other: Readonly<Record<string, EntryKind>> = {
  mandaten: 'mandaat',
  machtigingen: 'machtiging',
  volmachten: 'volmacht',
  delegaties: 'delegatie',
  submandaat: 'ondermandaat',
  submachtiging: 'ondermachtiging',
  subvolmacht: 'ondervolmacht',
  'onder mandaat': 'ondermandaat',
  'onder machtiging': 'ondermachtiging',
  'onder volmacht': 'ondervolmacht',
};

const longKind = (text: string): EntryKind | undefined => {
  const key = nameKey(text);
  return entryKinds.find((kind) => kind === key) ?? foundIn(other, key);
};
const kindOf = (text: string): EntryKind | undefined => longKind(text) ?? foundIn(short, nameKey(text));

/**
 * The legal form in a cell: in full, as M, V or MA, or several of them, which are an entry each. Anything else stays as
 * it was, for the reader to refuse.
 */
export function kindCell(cell: string): CellReading {
  const text = cell.trim();
  const own = longKind(text);
  if (own !== undefined) return plain(own);
  if (nameKey(text) === 'attributie')
    return refused('soort is attributie. Dat staat in de wet en is geen mandaat. Haal de regel weg.');
  const abbreviated = kindOf(text);
  if (abbreviated !== undefined) return noted(abbreviated, abbreviated);
  const [, outer = '', inner = ''] = /^([^()]+)\(([^()]+)\)$/.exec(text) ?? [];
  const outside = kindOf(outer);
  if (outside !== undefined)
    return kindOf(inner) === outside
      ? plain(outside)
      : kindOf(inner) === undefined
        ? noted(outside, `${outside}, met als voorwaarde: ${inner.trim()}`, inner.trim())
        : refused(`soort "${brief(cell)}" noemt twee soorten. Kies er één.`);
  const parts = text.split(/\s*[;|\n/,+&]\s*|\s+(?:en|of|en\/of)\s+/).filter((part) => nameKey(part) !== '');
  const kinds = [...new Set(parts.flatMap((part) => kindOf(part) ?? []))];
  if (parts.length > 1 && parts.every((part) => kindOf(part) !== undefined))
    return kinds.length === 1
      ? plain(kinds[0] ?? '')
      : { values: kinds, readAs: `een regel per soort: ${kinds.join(', ')}` };
  return plain(cell);
}
