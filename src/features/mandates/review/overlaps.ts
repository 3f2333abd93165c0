import type { RegisterEntry } from '../register/register.ts';
import type { Survey } from './finding.ts';

/** The entries of one person, by area and then by registration. */
export type EntryCells = Map<string, Map<string, RegisterEntry[]>>;

/** The entries of one activity, by person. */
export function cellsOf(
  entries: readonly RegisterEntry[],
  peopleOf: (entry: RegisterEntry) => readonly string[],
): Map<string, EntryCells> {
  const byPerson = new Map<string, EntryCells>();
  for (const entry of entries) {
    for (const person of peopleOf(entry)) {
      const cells: EntryCells = byPerson.get(person) ?? new Map();
      const place = cells.get(entry.area) ?? new Map<string, RegisterEntry[]>();
      const cell = place.get(entry.registration) ?? [];
      cell.push(entry);
      byPerson.set(person, cells.set(entry.area, place.set(entry.registration, cell)));
    }
  }
  return byPerson;
}

/** Where one person has two activities: in the narrower of two areas, for the narrower of two registrations. */
export interface Overlap {
  person: string;
  area: string;
  registration: string;
  first: RegisterEntry[];
  second: RegisterEntry[];
}

/**
 * Where a person's entries of two activities are about the same: in one area, or in areas of which one lies in the
 * other.
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
        .flatMap((above) =>
          [...(to.get(above) ?? [])].map(([registration, high]) => ({ registration, high })),
        )
        .flatMap(({ registration, high }) =>
          [...low]
            .filter(([own]) => own === registration || own === '' || registration === '')
            .map(([own, entries]) => ({
              person,
              area,
              registration: own || registration,
              low: entries,
              high,
            })),
        ),
    );
  return [
    ...climb(first, second, 0).map(({ low, high, ...rest }) => ({ ...rest, first: low, second: high })),
    ...climb(second, first, 1).map(({ low, high, ...rest }) => ({ ...rest, first: high, second: low })),
  ];
}
