import { createNameIndex } from '../../../language/names.ts';
import { plainText, wordsOf } from '../../../language/words.ts';
import { type IbroRole, ibroRoles } from '../../../people/person.ts';
import type { DutyArea } from '../../mandates/contract.ts';

/** Who holds which role, as somebody asks it. */
export interface RoleQuestion {
  role: IbroRole;
  /** '' for any. */
  registration: string;
  /** Code of an area, '' for anywhere. */
  area: string;
  /** The key of a team, '' for any. */
  team: string;
}

const asks =
  /^(?:en )?(?:wie (?:is|zijn|heeft|hebben|was)|welke collega(?:'s|’s)? (?:is|zijn|heeft|hebben))(?: er)?(?: (?:nu|hier))?(?: de rol)?(?: van)?(?: (?:de|onze|mijn|een))? ([a-z]+(?:[ -]engineers?)?)\b(.*)$/;

const plainRole = (name: string) => plainText(name).replace(/[^a-z]/g, '');
const roleOf = (said: string): IbroRole | undefined => {
  const name = plainRole(said);
  return ibroRoles.find((role) =>
    [`${plainRole(role)}`, `${plainRole(role)}s`, `${plainRole(role)}en`].includes(name),
  );
};

/** The role that a text asks the holder of, before anything is read for it: undefined for all other text. */
export function roleAsked(text: string): { role: IbroRole; rest: string } | undefined {
  const [, said = '', rest = ''] = asks.exec(plainText(text).trim()) ?? [];
  const role = roleOf(said);
  return role && { role, rest };
}

/** Words that say nothing more about which role is meant. */
const small = new Set(
  'voor van de het een in op bij ons onze mijn ’s s team wijk buurt gebied registratie gemeente hele er hier nu vandaag en dan'.split(
    ' ',
  ),
);
const registrations = ['BAG', 'BGT', 'WOZ', 'BRO', 'BRK'];

/**
 * Reads the rest of the question: a registration, an area of the register, a team. Undefined where a word is left that says something
 * else, such as a day or a name: then the mandate register answers, which understands more.
 */
export function questionIn(
  { role, rest }: { role: IbroRole; rest: string },
  areas: readonly Pick<DutyArea, 'code' | 'name' | 'aliases'>[],
  teams: readonly { key: string; name: string }[],
  own: string,
): RoleQuestion | undefined {
  const words = wordsOf(rest);
  const taken = new Set<number>();
  const isOwn = /\b(?:mijn|ons|onze) team\b/.test(rest);
  const take = (index: ReturnType<typeof createNameIndex>) => {
    const [found, ...more] = index.find(words, (at) =>
      taken.has(at) ? 'taken' : small.has(words[at]?.plain ?? '') ? 'common' : 'free',
    );
    if (!found || more.length > 0 || found.ids.length !== 1) return undefined;
    for (let at = found.from; at < found.to; at += 1) taken.add(at);
    return found.ids[0];
  };
  const named = words.flatMap(({ plain }, at) => {
    const one = registrations.find((name) => name.toLowerCase() === plain);
    if (one) taken.add(at);
    return one ?? [];
  });
  const team = take(createNameIndex(teams.map(({ key, name }) => ({ name, id: key }))));
  const area = take(
    createNameIndex(
      areas.flatMap(({ code, name, aliases }) => [name, ...aliases].map((one) => ({ name: one, id: code }))),
    ),
  );
  const isExplained = words.every(({ plain }, at) => taken.has(at) || small.has(plain));
  if (!isExplained || named.length > 1) return undefined;
  return { role, registration: named[0] ?? '', area: area ?? '', team: team ?? (isOwn ? own : '') };
}
