import type { Mention, Turn } from '../../../conversation/turn.ts';
import { namesBehind } from '../../../language/display-names.ts';
import { nameKey } from '../../../language/words.ts';
import { isPresent, type Person } from '../../../people/person.ts';
import type { NamedPerson } from '../questions/understanding/named-people.ts';
import type { Lookup } from '../register/lookup.ts';

const isId = (one: string, other: string | undefined) => one.toLowerCase() === other?.toLowerCase();

/** How the register spells somebody who may be called so; undefined when none of it stands there. */
const spellingOf = (names: readonly string[], lookup: Lookup): string | undefined =>
  names.map(lookup.spelling).find((name) => name !== undefined);

/**
 * The name of a colleague in the register, also where the people file writes it in another way; their own name when they
 * do not stand in it, or when somebody else is called exactly so.
 */
export function nameInRegister(
  person: Pick<Person, 'id' | 'team' | 'name'>,
  people: readonly Person[],
  lookup: Lookup,
  shown: readonly string[] = [],
): string {
  const exact = lookup.spelling(person.name);
  if (exact !== undefined) return exact;
  const near = spellingOf([person.name, ...shown].flatMap(namesBehind), lookup);
  const isOthers = people.some(
    (one) =>
      isPresent(one) &&
      (one.id !== person.id || one.team !== person.team) &&
      nameKey(one.name) === nameKey(near ?? ''),
  );
  return near === undefined || isOthers ? person.name : near;
}

/** The row of somebody who was mentioned; of those who left too, since the register may still name them. */
function rowOf({ directoryId, account }: Mention, people: readonly Person[]): Person | undefined {
  const rows = people.filter((one) =>
    directoryId
      ? isId(directoryId, one.directoryId)
      : isId(account, one.address?.user) || isId(account, one.teamsId),
  );
  return rows.find(isPresent) ?? rows[0];
}

function named(mention: Mention, people: readonly Person[], lookup: Lookup): NamedPerson | undefined {
  const { start, end, name: shown } = mention;
  const row = rowOf(mention, people);
  if (row) return { start, end, name: nameInRegister(row, people, lookup, [shown]), known: true };
  const names = namesBehind(shown);
  const keys = names.map(nameKey);
  const alike = people.filter((one) => isPresent(one) && keys.includes(nameKey(one.name)));
  // Of this name we know another account: then it is not the one whom the register means.
  if (mention.directoryId && alike.some(({ directoryId }) => directoryId !== undefined))
    return { start, end, name: `Deze ${shown}`, known: false };
  const found = spellingOf(names, lookup) ?? alike[0]?.name;
  if (found !== undefined) return { start, end, name: found, known: true };
  // Without a directory id it may be a tag of Teams, called after a place or a registration: that is read as words.
  return mention.directoryId ? { start, end, name: shown, known: false } : undefined;
}

/**
 * Who was mentioned in a question: by directory id, so that it does not matter what Teams calls them or who else has their
 * name. Left out is a mention of which nobody can tell who it is.
 */
export function peopleMentioned(
  { text, mentions }: Pick<Turn, 'text' | 'mentions'>,
  people: readonly Person[],
  lookup: Lookup,
): NamedPerson[] {
  return mentions
    .filter(({ end }) => end <= text.length)
    .flatMap((mention) => named(mention, people, lookup) ?? []);
}
