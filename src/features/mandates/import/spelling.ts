import { spelling } from '../../../language/words.ts';
import { type Register, tenureKey } from '../register/register.ts';

const capitals = (name: string) => name.match(/\p{Lu}/gu)?.length ?? 0;
/** "Tom Vis", rather than "tom vis" or "TOM VIS". */
const isWritten = (name: string) => Number(/\p{Lu}/u.test(name) && /\p{Ll}/u.test(name));

/** The spelling to keep: as names are written, then the one used most, then the one with more capitals. */
function chosenOf(counts: ReadonlyMap<string, number>): string {
  const [best = ''] = [...counts.keys()].sort(
    (a, b) =>
      isWritten(b) - isWritten(a) || (counts.get(b) ?? 0) - (counts.get(a) ?? 0) || capitals(b) - capitals(a),
  );
  return best;
}

const uniqueBy = <T>(items: readonly T[], idOf: (item: T) => string): T[] => [
  ...new Map(items.map((item) => [idOf(item), item])).values(),
];

/** A name that was written in more ways than one. */
export interface OtherSpellings {
  name: string;
  others: string[];
}

/**
 * A register in which everybody (people, and functions that hold a mandate) is written in one way, and what was
 * written otherwise. Without this "Tom Vis" and "tom vis" would be two people, of whom neither has the whole mandate.
 */
export function inOneSpelling(register: Register): { register: Register; spellings: OtherSpellings[] } {
  const { entries, tenures } = register;
  const used = new Map<string, number>();
  const count = (name: string) => used.set(name, (used.get(name) ?? 0) + 1);
  for (const { holder, deputies } of entries) for (const name of [holder, ...deputies]) count(name);
  for (const { function: name, person } of tenures) for (const one of [name, person]) count(one);
  const groups = Map.groupBy(used, ([name]) => spelling(name));
  const nameOf = new Map<string, string>();
  const spellings = [...groups.values()].flatMap((group): OtherSpellings[] => {
    if (group.length < 2) return [];
    const name = chosenOf(new Map(group));
    const others = group.map(([one]) => one).filter((one) => one !== name);
    for (const one of others) nameOf.set(one, name);
    return [{ name, others }];
  });
  if (spellings.length === 0) return { register, spellings };
  const said = (name: string) => nameOf.get(name) ?? name;
  return {
    register: {
      ...register,
      entries: entries.map((entry) => ({
        ...entry,
        holder: said(entry.holder),
        deputies: [...new Set(entry.deputies.map(said))],
        ...(entry.earlierDeputies
          ? {
              earlierDeputies: {
                names: entry.earlierDeputies.names.map(said),
                until: entry.earlierDeputies.until,
              },
            }
          : {}),
      })),
      tenures: uniqueBy(
        tenures.map((one) => ({ ...one, function: said(one.function), person: said(one.person) })),
        tenureKey,
      ),
    },
    spellings,
  };
}

/** Which names were taken together, a line each. */
export function spellingsInWords(spellings: readonly OtherSpellings[]): string[] {
  return spellings.map(
    ({ name, others }) =>
      `${name} staat er ook als ${others.map((one) => `"${one}"`).join(' en ')}. Ik lees dat als één persoon en schrijf overal ${name}.`,
  );
}
