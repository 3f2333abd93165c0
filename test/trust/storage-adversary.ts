import { inflateRawSync } from 'node:zlib';
import type { Somebody } from '../support/bot.ts';
import type { Dump, ReadRow } from './storage-week.ts';

/**
 * Reads what storage held at each step of a week, knows everybody's name and ids and how Kompas works, and has no key. Gives
 * each way it found to join a row with a person, a text with a score, or one code with another: none, when all is well.
 */
export function joined(dumps: readonly Dump[], people: readonly Somebody[]): string[] {
  return [
    ...byText(dumps),
    ...bySize(dumps),
    ...byPresence(dumps),
    ...byRewriting(dumps),
    ...byMoment(dumps),
    ...byDay(dumps),
    ...byOrder(dumps),
    ...byCode(dumps),
    ...byPilots(dumps),
    ...byName(dumps, people),
  ].filter((one, n, all) => all.indexOf(one) === n);
}

/** Tables whose rows stand under a code of a person. */
const coded = ['answers', 'comments', 'personas', 'seentips', 'evaluations', 'replies'];
/** Tables that are written in the turn of an answer, or with what was shared in it. */
const ofAnswers = ['answers', 'comments', 'namedcomments', 'seentips', 'helpfultips'];

const placeOf = ({ table, partition, row }: ReadRow) => `${table} ${partition} ${row}`;
const rowsIn = ({ rows }: Dump, table: string) => rows.filter((row) => row.table === table);
const last = (dumps: readonly Dump[]) => dumps.at(-1) ?? { step: '', private: false, rows: [], queue: [] };

/** The dump of the closing, the one before it, and when the closing began at the earliest. */
function closingOf(dumps: readonly Dump[]) {
  const n = dumps.findIndex(({ step }) => step === 'closing');
  const [before, after] = [dumps[n - 1], dumps[n]];
  if (!before || !after) throw new Error('no week closed');
  const began =
    before.rows
      .map(({ written }) => written)
      .sort()
      .at(-1) ?? '';
  return { before, after, began };
}

/** Bytes as somebody would try to read them: as they are, and unpacked. */
function readings(bytes: Uint8Array): string[] {
  const plain = [Buffer.from(bytes).toString('latin1'), Buffer.from(bytes).toString('utf8')];
  try {
    return [...plain, inflateRawSync(bytes).toString('utf8')];
  } catch {
    return plain;
  }
}

/** Everything in a value that can be read as words of somebody: a text with a space in it. */
function wordsIn(value: unknown): string[] {
  if (value instanceof Uint8Array) return readings(value);
  if (typeof value === 'string') return /\S \S/.test(value) ? [value] : [];
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(wordsIn);
  return [];
}

const hasScore = ({ value }: ReadRow) => 'score' in value || 'scores' in value;

/** The same text, or a part of it, beside a score and anywhere else, now or at another step. */
function byText(dumps: readonly Dump[]): string[] {
  const all = dumps.flatMap(({ rows }) => rows);
  const elsewhere = new Set(all.filter((row) => !hasScore(row)).flatMap(({ value }) => wordsIn(value)));
  const long = [...elsewhere].filter((text) => text.length >= 8);
  return all.filter(hasScore).flatMap((row) =>
    wordsIn(row.value).flatMap((text) => {
      const isReadable = !Object.values(row.value).some(
        (part) => part instanceof Uint8Array && readings(part).includes(text),
      );
      const found = long.some((other) => text.includes(other) || (isReadable && other.includes(text)));
      return [
        ...(isReadable ? [`text: words stand beside a score in ${row.table}`] : []),
        ...(found ? [`text: ${row.table} has the same words as a row elsewhere`] : []),
      ];
    }),
  );
}

const bytesIn = ({ value }: ReadRow) =>
  Object.values(value).filter((part): part is Uint8Array => part instanceof Uint8Array);

/** What cannot be read is longer where there is more of it, or the same twice. */
function bySize(dumps: readonly Dump[]): string[] {
  return coded.flatMap((table) => {
    const sealed = dumps.flatMap((dump) => rowsIn(dump, table));
    const sizes = new Set(sealed.flatMap((row) => bytesIn(row).map(({ length }) => length)));
    const bytes = new Map<string, string>();
    const twice = sealed.some((row) =>
      bytesIn(row).some((part) => {
        const text = Buffer.from(part).toString('base64');
        const where = `${placeOf(row)} ${row.written}`;
        const other = bytes.get(text);
        bytes.set(text, where);
        return other !== undefined && other !== where;
      }),
    );
    return [
      ...(sizes.size > 1 ? [`size: rows of ${table} differ in size`] : []),
      ...(twice ? [`text: two rows of ${table} have the same in them`] : []),
    ];
  });
}

/** What everybody may see of an answer: the score, its themes, or that somebody skipped. */
const open = ['score', 'themes', 'skipped'];

/** A field that stands in some answers only tells whose they are, when as many texts came out. */
function byPresence(dumps: readonly Dump[]): string[] {
  const { before } = closingOf(dumps);
  const answers = rowsIn(before, 'answers');
  const fields = new Set(answers.flatMap(({ value }) => Object.keys(value)));
  return [...fields]
    .filter((field) => !open.includes(field))
    .filter((field) => answers.some(({ value }) => value[field] === undefined))
    .map((field) => `count: only some answers have ${field}`);
}

/** Who was written anew at the closing, when not everybody was. */
function byRewriting(dumps: readonly Dump[]): string[] {
  const { before, after } = closingOf(dumps);
  return ['answers', 'seentips'].flatMap((table) => {
    const then = new Map(rowsIn(before, table).map((row) => [placeOf(row), row.written]));
    const same = rowsIn(after, table).filter((row) => then.get(placeOf(row)) === row.written);
    return same.length > 0 ? [`rewritten: the closing left ${table} that were as they are`] : [];
  });
}

/** After the closing a row still has the moment at which somebody answered, or a moment in a field. */
function byMoment(dumps: readonly Dump[]): string[] {
  const { after, began } = closingOf(dumps);
  const left = after.rows.filter(({ table, written }) => ofAnswers.includes(table) && written <= began);
  const all = dumps
    .flatMap(({ rows }) => rows)
    .filter(({ table }) => [...coded, ...ofAnswers].includes(table));
  const inFields = all.filter(({ value }) =>
    Object.values(value).some((part) => typeof part === 'string' && /T?\d{2}:\d{2}/.test(part)),
  );
  return [
    ...left.map(({ table }) => `moment: a row of ${table} keeps the moment of an answer`),
    ...inFields.map(({ table }) => `moment: a field of ${table} holds a moment`),
  ];
}

const isMonday = (day: string) => new Date(`${day}T00:00:00Z`).getUTCDay() === 1;
const isSunday = (day: string) => new Date(`${day}T00:00:00Z`).getUTCDay() === 0;
const daysIn = (value: Record<string, unknown>) =>
  Object.values(value).filter((part): part is string => /^\d{4}-\d{2}-\d{2}$/.test(String(part)));

/** A day on which somebody was there: other than the first or the last of a week. A style has the day of its choice. */
function byDay(dumps: readonly Dump[]): string[] {
  const inWeek = dumps
    .flatMap(({ rows }) => rows)
    .filter(({ table }) => coded.includes(table) && table !== 'personas')
    .filter(({ value }) => !daysIn(value).every(isMonday))
    .map(({ table }) => `day: a row of ${table} tells the day`);
  // A signal without name has its day until it was announced.
  const signals = rowsIn(last(dumps), 'groups')
    .filter(({ row, value: { source, named } }) => row.startsWith('g|') && source === 'raised' && !named)
    .filter(({ value }) => !daysIn(value).every(isSunday))
    .map(() => 'day: a signal without name tells its day');
  return [...inWeek, ...signals];
}

/** What came out at the closing stands in another order of writing than that of its keys: then in that of the writers. */
function byOrder(dumps: readonly Dump[]): string[] {
  const { after } = closingOf(dumps);
  return ofAnswers.flatMap((table) => {
    const rows = rowsIn(after, table).toSorted((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1));
    // Two rows an answer are written together: one of them is enough.
    const one = rows.filter(({ row }) => !row.startsWith('w|'));
    const isSorted = one.every(({ written }, n) => n === 0 || (one[n - 1]?.written ?? '') <= written);
    return isSorted ? [] : [`order: ${table} were written in an order of their own`];
  });
}

/** Codes as `pseudonymiser` makes them. */
const codesIn = (text: string) => text.match(/(?<![\w-])[\w-]{22}(?![\w-])/g) ?? [];

/** The same code in two tables joins them. Conversations about a comment have its code by design. */
function byCode(dumps: readonly Dump[]): string[] {
  const tablesOf = new Map<string, Set<string>>();
  for (const row of dumps.flatMap(({ rows }) => rows)) {
    const table = row.table === 'replies' ? 'comments' : row.table;
    // The id of a signal is made of its words, and stands in the log of who decided about it.
    const text = `${row.partition} ${row.row} ${JSON.stringify(Object.values(row.value).filter((part) => !(part instanceof Uint8Array)))}`;
    for (const code of codesIn(text.replaceAll(/S-[\w-]{22}/g, '')))
      tablesOf.set(code, (tablesOf.get(code) ?? new Set()).add(table));
  }
  const queued = dumps.flatMap(({ queue }) => queue.flatMap(codesIn));
  for (const code of queued) tablesOf.get(code)?.add('queue');
  const together = [...tablesOf.values()].filter((found) => found.size > 1);
  // A style and the tips that were seen are of one code: both are sealed.
  return together
    .map((found) => [...found].sort().join(' and '))
    .filter((found) => found !== 'personas and seentips')
    .map((found) => `code: the same one in ${found}`);
}

/** The same code in two pilots or on two boards tells who it is, of the people in both: who is in a pilot stands there by name. */
function byPilots(dumps: readonly Dump[]): string[] {
  return ['evaluations', 'retros'].flatMap((table) => {
    const placesOf = new Map<string, Set<string>>();
    for (const { partition, row } of dumps.flatMap((dump) => rowsIn(dump, table)))
      for (const code of codesIn(row))
        placesOf.set(code, (placesOf.get(code) ?? new Set()).add(`${partition} ${row.replace(code, '')}`));
    const isTwice = [...placesOf.values()].some((places) => places.size > 1);
    return isTwice ? [`pilots: one code in two places of ${table}`] : [];
  });
}

/** Somebody's name stands in a row under a code, or a row with a name was written while people did what leaves no trace. */
function byName(dumps: readonly Dump[], people: readonly Somebody[]): string[] {
  const traces = people.flatMap(({ name, upn, account, user, id }) => [name, upn, account, user, `"${id}"`]);
  const named = (row: ReadRow) => {
    const text = `${row.partition} ${row.row} ${JSON.stringify(row.value)}`;
    return traces.some((trace) => text.includes(trace));
  };
  const inCoded = dumps
    .flatMap(({ rows }) => rows)
    .filter((row) => coded.includes(row.table) && named(row))
    .map(({ table }) => `name: in a row of ${table}`);
  const meanwhile = dumps.flatMap((dump, n) => {
    if (!dump.private) return [];
    const before = new Map(dumps[n - 1]?.rows.map((row) => [placeOf(row), row.written]));
    const now = new Set(dump.rows.map(placeOf));
    const written = dump.rows.filter((row) => before.get(placeOf(row)) !== row.written && named(row));
    const gone = (dumps[n - 1]?.rows ?? []).filter((row) => !now.has(placeOf(row)) && named(row));
    return [...written, ...gone].map(({ table }) => `name: a row of ${table} was written in "${dump.step}"`);
  });
  return [...inCoded, ...meanwhile];
}
