import { type AnyTable, type CodeInKey, key, partsOf } from '../storage/index.ts';
import type { Pseudonymise, Purpose } from './pseudonym.ts';

/** Where a row stands, and what is in it as far as it opens. */
interface At {
  partition: string;
  row: string;
  value: object;
}

/** Where a row stands once it is under the new key. */
export interface NewPlace {
  partition: string;
  row: string;
  /**
   * `moved`: it stood under the code of another key. `there`: nothing changes, since it stands under the new key or under no code.
   * `unknown`: under a code of nobody who is known.
   */
  is: 'moved' | 'there' | 'unknown';
}

/** Gives the place of a row of this table under the new key. */
export type NewPlaceOf = (definition: AnyTable, at: At) => NewPlace;

/** True for what `pseudonymiser` may have made: in some rows an id stands in its place. */
const isCode = (part: string) => /^[\w-]{22}$/.test(part);

/**
 * From the codes that `from` makes to those of `to`, for these accounts. A code leads to nobody by itself: those of all accounts are
 * made for each team, pilot or other place that a row names, once a place.
 */
export function newPlaces(
  accounts: readonly string[],
  from: readonly Pseudonymise[],
  to: Pseudonymise,
): NewPlaceOf {
  const codes = new Map<string, { old: ReadonlyMap<string, string>; fresh: ReadonlySet<string> }>();
  const codesOf = (place: string, purpose: string) => {
    const name = key(place, purpose);
    const known = codes.get(name);
    if (known) return known;
    const fresh = accounts.map((one) => to(place, one, purpose as Purpose));
    const old = new Map(
      from.flatMap((make) =>
        accounts.map((one, n) => [make(place, one, purpose as Purpose), fresh[n] ?? ''] as const),
      ),
    );
    const made = { old, fresh: new Set(fresh) };
    codes.set(name, made);
    return made;
  };

  return (definition, at) => {
    const places: readonly CodeInKey[] = definition.codes?.(at) ?? [];
    const parts = { partition: partsOf(at.partition), row: partsOf(at.row) };
    let is: NewPlace['is'] = 'there';
    for (const { of, part, place, purpose } of places) {
      const code = parts[of][part] ?? '';
      if (!isCode(code)) continue;
      const { old, fresh } = codesOf(place, purpose);
      if (fresh.has(code)) continue;
      const next = old.get(code);
      // The codes of one row are of one person.
      if (next === undefined) return { partition: at.partition, row: at.row, is: 'unknown' };
      parts[of][part] = next;
      is = 'moved';
    }
    return is === 'there'
      ? { partition: at.partition, row: at.row, is }
      : { partition: key(...parts.partition), row: key(...parts.row), is };
  };
}
