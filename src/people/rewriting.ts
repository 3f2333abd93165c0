import { isPresent, type Person, type Place, placeOf } from './person.ts';
import type { PeopleStore, PersonChange } from './store.ts';
import { takingOver } from './with-account.ts';

/** A row that takes the place of another one. `make` gives it of that one, and of what stands in the new place already. */
export interface Move {
  from: Place;
  to: Place;
  make(before: Person, now: Person | undefined): Person;
}

/** What somebody changed of a row since it was seen. */
function changedSince(seen: Person, now: Person): Partial<Person> {
  const fields = new Set([...Object.keys(seen), ...Object.keys(now)]) as Set<keyof Person>;
  const changed = [...fields].filter((field) => JSON.stringify(seen[field]) !== JSON.stringify(now[field]));
  return Object.fromEntries(changed.map((field) => [field, now[field]]));
}

/** A row that goes says so first: wherever this stops, the directory leads to the one that takes its place. */
const leaving = (place: Place): PersonChange => ({
  ...place,
  change: (now) => (now === undefined || now.moved ? now : { ...now, moved: true }),
});

/**
 * Changes rows in their place, moves rows to another place, and removes those that moved or are outdated: `dropped` names all
 * that go, and `takeovers` which of these hand what their account set to a row that is written. What people set themselves meanwhile comes along, and of who is gone by then nothing is written. Gives the rows that
 * were written. May be repeated, and stopped anywhere: a next time finishes it.
 */
export async function rewritePeople(
  people: PeopleStore,
  {
    changes,
    moves,
    takeovers = [],
    dropped,
  }: {
    changes: readonly PersonChange[];
    moves: readonly Move[];
    takeovers?: readonly { from: Place; to: Place }[];
    dropped: readonly Place[];
  },
): Promise<Person[]> {
  const places = new Map(dropped.map((place) => [placeOf(place), place]));
  let going = await people.changeAll([...places.values()].map(leaving));
  const marked = new Map(going.map((person) => [placeOf(person), person]));
  const moving = moves.flatMap(({ from, to, make }): PersonChange[] => {
    const before = marked.get(placeOf(from));
    return before ? [{ team: to.team, id: to.id, change: (now) => make(before, now) }] : [];
  });
  const giver = new Map(takeovers.map(({ from, to }) => [placeOf(to), marked.get(placeOf(from))]));
  const writing = [...changes, ...moving].map(
    (one): PersonChange => ({
      ...one,
      change: (now) => {
        const next = one.change(now);
        return next && takingOver(next, giver.get(placeOf(one)));
      },
    }),
  );
  const written = await people.changeAll(writing);
  await people.point(written.filter(isPresent));
  while (going.length > 0) {
    const seen = new Map(going.map((person) => [placeOf(person), person]));
    going = await people.dropAll(going);
    const late = going.flatMap((now): PersonChange[] => {
      const before = seen.get(placeOf(now));
      const heir = takeovers.find(({ from }) => placeOf(from) === placeOf(now));
      if (heir) return [{ ...heir.to, change: (there) => there && takingOver(there, now) }];
      const move = moves.find(({ from }) => placeOf(from) === placeOf(now));
      if (!before || !move) return [];
      const { team, id } = move.to;
      return [{ team, id, change: (there) => there && { ...there, ...changedSince(before, now) } }];
    });
    await people.changeAll(late);
  }
  return written;
}
