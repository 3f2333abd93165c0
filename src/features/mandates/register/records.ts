import { type Area, type Register, type RegisterEntry, type Tenure, tenureKey } from './register.ts';

/**
 * One thing as it was recorded. A correction never rewrites: the old record gets the moment from which it no longer
 * counted as known, and a new one stands beside it. Moments are ISO instants in UTC.
 */
export interface Recorded<T> {
  value: T;
  at: string;
  gone?: string;
}

/** Everything that was ever recorded. */
export interface Records {
  entries: readonly Recorded<RegisterEntry>[];
  areas: readonly Recorded<Area>[];
  tenures: readonly Recorded<Tenure>[];
}

export const noRecords: Records = { entries: [], areas: [], tenures: [] };

function knownAt<T>(records: readonly Recorded<T>[], moment: string | undefined): T[] {
  return records
    .filter(({ at, gone }) =>
      moment === undefined ? gone === undefined : at <= moment && (gone === undefined || moment < gone),
    )
    .map(({ value }) => value);
}

/** The register as it is known now, or as it was known at a moment (ISO instant in UTC). */
export function registerOf(records: Records, moment?: string): Register {
  return {
    entries: knownAt(records.entries, moment),
    areas: knownAt(records.areas, moment),
    tenures: knownAt(records.tenures, moment),
  };
}

const spelled = (value: object) => JSON.stringify(value, Object.keys(value).sort());
const same = (a: object, b: object) => spelled(a) === spelled(b);

/** What is the same stays as it was recorded; what is new or different is recorded at `at`, and the rest is gone. */
function merged<T extends object>(
  old: readonly Recorded<T>[],
  next: readonly T[],
  keyOf: (value: T) => string,
  at: string,
): Recorded<T>[] {
  const wanted = new Map(next.map((value) => [keyOf(value), value]));
  const kept = new Set<string>();
  const past = old.map((record) => {
    if (record.gone !== undefined) return record;
    const key = keyOf(record.value);
    const value = wanted.get(key);
    if (value === undefined || !same(value, record.value)) return { ...record, gone: at };
    kept.add(key);
    return record;
  });
  return [...past, ...[...wanted].filter(([key]) => !kept.has(key)).map(([, value]) => ({ value, at }))];
}

/** The records after a whole register took the place of what was known until `at`. */
export function replaced(records: Records, next: Register, at: string): Records {
  return {
    entries: merged(records.entries, next.entries, ({ id }) => id, at),
    areas: merged(records.areas, next.areas, ({ code }) => code, at),
    tenures: merged(records.tenures, next.tenures, tenureKey, at),
  };
}

/** Registered changes in their order: each entry takes the place of the one with the same id, or is a new one. */
export function changed(records: Records, changes: readonly { entry: RegisterEntry; at: string }[]): Records {
  const entries = [...records.entries];
  const known = new Map(
    entries.flatMap(({ value, gone }, place) => (gone === undefined ? [[value.id, place] as const] : [])),
  );
  for (const { entry, at } of changes) {
    const place = known.get(entry.id) ?? -1;
    const before = entries[place];
    if (before) entries[place] = { ...before, gone: at };
    known.set(entry.id, entries.push({ value: entry, at }) - 1);
  }
  return { ...records, entries };
}
