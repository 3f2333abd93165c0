import type { RegisterEntry } from '../register/register.ts';
import { type Matter, sharedMatter } from '../vocabulary/separate-duties.ts';
import type { Survey } from './finding.ts';

/** The entries of one person in one area that are about the same. */
interface EntryCell {
  matter: Matter;
  entries: RegisterEntry[];
}

/** The entries of one person, by area and then by what they are about. */
export type EntryCells = Map<string, Map<string, EntryCell>>;

/** Entries by person. */
export function cellsOf(
  { dutiesOf }: Survey,
  entries: readonly RegisterEntry[],
  peopleOf: (entry: RegisterEntry) => readonly string[],
): Map<string, EntryCells> {
  const byPerson = new Map<string, EntryCells>();
  for (const entry of entries) {
    const { registration, object } = dutiesOf(entry);
    const key = JSON.stringify([registration, object]);
    for (const person of peopleOf(entry)) {
      const cells: EntryCells = byPerson.get(person) ?? new Map();
      const place = cells.get(entry.area) ?? new Map<string, EntryCell>();
      const cell = place.get(key) ?? { matter: { registration, object }, entries: [] };
      cell.entries.push(entry);
      byPerson.set(person, cells.set(entry.area, place.set(key, cell)));
    }
  }
  return byPerson;
}

/** Where one person has two duties: in the narrower of two areas, about what both are about. */
export interface Overlap {
  person: string;
  area: string;
  matter: Matter;
  first: RegisterEntry[];
  second: RegisterEntry[];
}

/**
 * Where a person's entries of two duties are about the same: in one area, or in areas of which one lies in the other.
 */
export function overlaps(
  { chain }: Survey,
  person: string,
  first: EntryCells,
  second: EntryCells,
): Overlap[] {
  const climb = (from: EntryCells, to: EntryCells, start: number) =>
    [...from].flatMap(([area, low]) =>
      chain(area)
        .slice(start)
        .flatMap((above) => [...(to.get(above)?.values() ?? [])])
        .flatMap((high) =>
          [...low.values()].flatMap((own) => {
            const matter = sharedMatter(own.matter, high.matter);
            return matter ? [{ person, area, matter, low: own.entries, high: high.entries }] : [];
          }),
        ),
    );
  return [
    ...climb(first, second, 0).map(({ low, high, ...rest }) => ({ ...rest, first: low, second: high })),
    ...climb(second, first, 1).map(({ low, high, ...rest }) => ({ ...rest, first: high, second: low })),
  ];
}
