import { brief } from '../../../files/cell-limits.ts';
import { monthOf } from '../../../language/months.ts';
import { nameKey } from '../../../language/words.ts';
import { type CellReading, noted, plain, refused } from './cell.ts';
import { saysNone, saysUnknown } from './cell-words.ts';
import { isDay } from './cells.ts';

/** No date is longer (characters). */
const LONGEST_DATE = 80;
const open = [
  'onbepaald',
  'onbepaalde tijd',
  'voor onbepaalde tijd',
  'onbeperkt',
  'open',
  'geen einde',
  'geen einddatum',
  'doorlopend',
  'permanent',
  'blijvend',
  'heden',
  'tot nader order',
  'tot nader bericht',
  'tot wederopzegging',
  'tot intrekking',
];
const DAY_MS = 86_400_000;
/** Day 0 of the way in which Excel counts days. */
const EXCEL_ZERO = Date.UTC(1899, 11, 30);

/** What a text says of a day: the first and the last it may be, and what stands around it. */
interface FoundDays {
  first: string;
  last: string;
  rest: string;
  /** True for a number that is a day in Excel alone. */
  isSerial?: boolean;
}

const iso = (year: number, month: number, day: number) =>
  [`${year}`.padStart(4, '0'), ...[month, day].map((one) => `${one}`.padStart(2, '0'))].join('-');

/** No decision is older, and none lasts longer. */
const isLikely = (year: number) => (year >= 1900 && year < 2200) || year === 9999;

/** '26 and 26 are 2026; what would be behind us by decades is not guessed. */
function yearOf(text: string): number {
  const digits = text.replace(/\D/g, '');
  const year = Number(digits);
  return digits.length === 2 ? (year < 50 ? 2000 + year : 0) : year;
}

/** 1 for January; also for "jan." and for "maa", which people write for March. */
function monthIn(name: string): number {
  const plainName = name.toLowerCase().replace(/\.$/, '');
  return monthOf(plainName === 'maa' ? 'mrt' : plainName);
}

function oneDay(year: number, month: number, day: number, rest: string): FoundDays | undefined {
  const text = iso(year, month, day);
  return isLikely(year) && isDay(text) ? { first: text, last: text, rest } : undefined;
}

function wholeMonths(year: number, from: number, to: number, rest: string): FoundDays | undefined {
  if (!isLikely(year) || from < 1 || to > 12) return undefined;
  const last = new Date(Date.UTC(year, to, 0)).getUTCDate();
  return { first: iso(year, from, 1), last: iso(year, to, last), rest };
}

const year = String.raw`(\d{4}|['’‘\x60]?\d{2})(?!\d)`;
const forms: [RegExp, (parts: string[], rest: string) => FoundDays | undefined][] = [
  [
    /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)/,
    ([y = '', , m = '', d = ''], rest) => oneDay(Number(y), Number(m), Number(d), rest),
  ],
  [
    new RegExp(String.raw`^(\d{1,2})\s*([-/. ])\s*(\d{1,2})\s*\2\s*${year}`),
    ([d = '', , m = '', y = ''], rest) => oneDay(yearOf(y), Number(m), Number(d), rest),
  ],
  [
    new RegExp(
      String.raw`^(?:(?:maan|dins|woens|donder|vrij|zater|zon)dag,?\s+)?(\d{1,2})(?:e|ste|de)?[\s-]+(\p{L}{3,9}\.?)[\s,-]+${year}`,
      'iu',
    ),
    ([d = '', m = '', y = ''], rest) => oneDay(yearOf(y), monthIn(m), Number(d), rest),
  ],
  [
    /^(\d{4})(\d{2})(\d{2})(?!\d)/,
    ([y = '', m = '', d = ''], rest) => oneDay(Number(y), Number(m), Number(d), rest),
  ],
  [
    /^(\p{L}{3,9}\.?)[\s-]+((?:19|20)\d{2}|['’‘]\d{2})(?!\d)/iu,
    ([m = '', y = ''], rest) => wholeMonths(yearOf(y), monthIn(m), monthIn(m), rest),
  ],
  [
    /^(\d{1,2})[-/.]((?:19|20)\d{2})(?!\d)/,
    ([m = '', y = ''], rest) => wholeMonths(Number(y), Number(m), Number(m), rest),
  ],
  [
    /^((?:19|20)\d{2})[-/](\d{1,2})(?![\d-])/,
    ([y = '', m = ''], rest) => wholeMonths(Number(y), Number(m), Number(m), rest),
  ],
  [/^((?:19|20)\d{2})(?![\d.,/-])/, ([y = ''], rest) => wholeMonths(Number(y), 1, 12, rest)],
  [
    /^(\d{5})(?:[.,]\d+)?$/,
    ([count = ''], rest) => {
      const day = new Date(EXCEL_ZERO + Number(count) * DAY_MS).toISOString().slice(0, 10);
      return day >= '2000-01-01' && day < '2101-01-01'
        ? { first: day, last: day, rest, isSerial: true }
        : undefined;
    },
  ],
];

/** The day, month or year with which a text begins. */
function daysIn(text: string): FoundDays | undefined {
  for (const [pattern, read] of forms) {
    const found = pattern.exec(text);
    if (found) return read(found.slice(1), text.slice(found[0].length));
  }
  return undefined;
}

/** What Excel and other programs write behind a day. */
const midnight = /^(?:[T\s]+0{1,2}:00(?::00(?:\.0+)?)?(?:\s*Z|[+-]00:00)?)\s*$/;

const shown = (day: string) => {
  const [y = '', m = '', d = ''] = day.split('-');
  return `${Number(d)}-${Number(m)}-${y}`;
};

const dayBefore = (day: string) =>
  new Date(Date.parse(`${day}T00:00:00Z`) - DAY_MS).toISOString().slice(0, 10);

/** How a cell is read once the word before the day is off. */
interface DayRole {
  field: 'geldig_van' | 'geldig_tot_en_met';
  /** Of a month or a year: its first or its last day. */
  side: 'first' | 'last';
  /** "tot" leaves the day itself out. */
  isBefore: boolean;
}

function readDay(cell: string, bare: string, { field, side, isBefore }: DayRole): CellReading {
  const found = daysIn(bare);
  if (!found) return plain(cell);
  const { first, last, isSerial } = found;
  const rest = midnight.test(found.rest) ? '' : found.rest.trim();
  if (/\d/.test(rest))
    return refused(
      `${field} "${brief(cell)}" noemt meer dan één dag of ook een tijd. Schrijf één dag, als dd-mm-jjjj.`,
    );
  // "2026-13", "1-1-2026x": a slip of the pen.
  if (rest !== '' && !/^[\s,;(.]/.test(found.rest)) return plain(cell);
  const isVague = first !== last;
  const end = isBefore ? dayBefore(first) : side === 'first' ? first : last;
  const said = [
    ...(isBefore ? ['de dag ervoor is de laatste. Hoort de genoemde dag erbij? Schrijf dan t/m'] : []),
    ...(isVague && !isBefore ? [side === 'first' ? 'de eerste dag' : 'de laatste dag'] : []),
    ...(isSerial ? ['zo telt Excel dagen'] : []),
    ...(rest === '' || /^\.$/.test(rest) ? [] : ['de rest van de cel lees ik niet']),
  ];
  return said.length === 0 ? plain(end) : noted(end, `${shown(end)}: ${said.join('; ')}`);
}

const fromWords =
  /^(?:per|vanaf|van|v\.?a\.?|m\.?i\.?v\.?|met\s+ingang\s+van|ingaande|ingang|sinds|geldig\s+(?:per|vanaf))\s*:?\s+/i;
const untilWords =
  /^(?:(?:geldig\s+|loopt\s+)?(?:t\s*\/\s*m|tot\s+en\s+met|t\.?e\.?m\.?)|uiterlijk|eindigt\s+(?:op|per)|einde|op)\s*:?\s*/i;
const beforeWords = /^(?:geldig\s+|loopt\s+)?(?:tot|v[oó][oó]r)\s+/i;

const doubted = (field: DayRole['field'], cell: string) =>
  refused(`${field} "${brief(cell)}" zegt niet welke dag. Schrijf de dag, als dd-mm-jjjj.`);

/** The first day in a cell, as jjjj-mm-dd; a month or a year is its first day. What is no day stays as it was. */
export function firstDayCell(cell: string): CellReading {
  const text = cell.trim().replace(/[–—]/g, '-');
  if (text.length > LONGEST_DATE) return plain(cell);
  if (text === '') return plain('');
  const bare = text.replace(fromWords, '').trim();
  if (text.includes('?') || saysNone(text) || saysUnknown(text) || !/\d/.test(bare))
    return doubted('geldig_van', cell);
  return readDay(cell, bare, { field: 'geldig_van', side: 'first', isBefore: false });
}

/**
 * The last day in a cell, as jjjj-mm-dd, that day included; empty for words that say that there is no end. A month or a
 * year is its last day, and "tot" leaves its day out.
 */
export function lastDayCell(cell: string): CellReading {
  const text = cell.trim().replace(/[–—]/g, '-');
  if (text.length > LONGEST_DATE) return plain(cell);
  if (saysNone(text)) return plain('');
  if (open.includes(nameKey(text))) return /onbepaald/i.test(text) ? plain('') : noted('', 'geen einddatum');
  const isBefore = beforeWords.test(text) && !untilWords.test(text);
  const bare = text.replace(isBefore ? beforeWords : untilWords, '').trim();
  if (text.includes('?') || saysUnknown(text) || !/\d/.test(bare)) return doubted('geldig_tot_en_met', cell);
  const read = readDay(cell, bare, { field: 'geldig_tot_en_met', side: 'last', isBefore });
  return 'values' in read && read.values[0]?.startsWith('9999-') ? plain('') : read;
}
