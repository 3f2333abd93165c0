import { dutchDay } from '../../../calendar/clock.ts';
import { capital } from '../../../language/capital.ts';
import { nameKey } from '../../../language/words.ts';
import { subjectOf } from '../vocabulary/wording.ts';
import { allDeputies } from './holder-lookup.ts';
import { placeNames } from './place-names.ts';
import type { Recorded, Records } from './records.ts';
import type { RegisterEntry, Tenure } from './register.ts';

const during = ({ from, until }: { from: string; until?: string }) =>
  `vanaf ${dutchDay(from)}${until === undefined ? '' : ` tot en met ${dutchDay(until)}`}.`;

/** What was corrected since says until when it stood so. */
const known = ({ gone }: Recorded<object>) =>
  gone === undefined ? '' : ` Zo stond het tot ${dutchDay(gone)}.`;

/**
 * What the register says of somebody by these names, also what held before and what was corrected since: one Dutch line for
 * each role in an entry, and for each function of theirs. Oldest first, functions before entries. Names nobody else.
 */
export function namedIn({ entries, areas, tenures }: Records, names: readonly string[]): string[] {
  const keys = new Set(names.map(nameKey).filter(Boolean));
  const isThem = (name: string | undefined) => name !== undefined && keys.has(nameKey(name));
  const byBeginning = <T extends { from: string }>(all: readonly Recorded<T>[]) =>
    all.toSorted((a, b) => a.value.from.localeCompare(b.value.from));
  const lastKnown = new Map(areas.map(({ value }) => [value.code, value]));
  const nameOf = placeNames([...lastKnown.values()]);
  const theirs = byBeginning(tenures).filter(({ value }) => isThem(value.person));
  const functions = new Set(theirs.map(({ value }) => value.function));

  const tenureLine = (record: Recorded<Tenure>) =>
    `${record.value.function}: jouw functie, ${during(record.value)}${known(record)}`;

  function rolesIn(entry: RegisterEntry): string[] {
    const { holder, fourEyesBy } = entry;
    const deputies = allDeputies(entry);
    return [
      ...(isThem(holder) ? ['jij mag dit'] : []),
      ...(functions.has(holder) ? [`jouw functie ${holder} mag dit`] : []),
      ...(deputies.some(isThem) ? ['jij bent vervanger'] : []),
      ...deputies.filter((name) => functions.has(name)).map((name) => `jouw functie ${name} is vervanger`),
      ...(isThem(fourEyesBy) ? ['jij kijkt mee'] : []),
    ];
  }

  function entryLines(record: Recorded<RegisterEntry>): string[] {
    const { value } = record;
    const what = `${capital(subjectOf(value))}, ${nameOf(value.area)}, ${during(value)}`;
    return rolesIn(value).map((role) => `${value.id}: ${role}. ${what}${known(record)}`);
  }

  // Most of a large register is of others: only what names them is put in order.
  const named = entries.filter(({ value }) => rolesIn(value).length > 0);
  return [...new Set([...theirs.map(tenureLine), ...byBeginning(named).flatMap(entryLines)])];
}
