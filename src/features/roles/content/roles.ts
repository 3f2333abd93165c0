import { type Choosable, found } from '../../../conversation/finding.ts';
import { slipsBetween } from '../../../language/slips.ts';
import { plainText, wordsOf } from '../../../language/words.ts';
import { type IbroRole, ibroRoles } from '../../../people/person.ts';

/** How people call a role when they do not write its name in full. */
const spokenOf: Record<IbroRole, readonly string[]> = {
  Objectregistrator: ['registrator', 'registratoren', 'objectregistratoren', 'registratie'],
  Kwaliteitscoördinator: ['coördinator kwaliteit', 'kwaliteit', 'kwaliteitscoördinatoren'],
  Objectregisseur: ['regisseur', 'regie', 'ketenregie', 'ketenregisseur', 'regisseurs'],
  'Geodata-engineer': ['geodata engineer', 'geodataengineer', 'geo-engineer', 'engineers'],
};

const choices: readonly (Choosable & { value: IbroRole })[] = ibroRoles.map((role) => ({
  value: role,
  title: role,
  also: spokenOf[role],
}));

/** Words before the name of a role that say nothing: "van de objectregisseur". */
const LEADING = new Set('van voor de het een der rol als bij over'.split(' '));

/** The roles that somebody may mean: one for a name that is clear, also with a slip; none for a word that is no role. */
export function rolesMeant(typed: string): IbroRole[] {
  const words = wordsOf(typed);
  const first = words.findIndex(({ plain }) => !LEADING.has(plain));
  if (first < 0) return [];
  const text = typed.slice(words[first]?.start).replace(/[\s?!.]+$/, '');
  return found(choices, text).map(({ value }) => value);
}

/** Letters that may differ from the whole name of a role. */
const MOST_SLIPS = 2;
const bare = (text: string) => plainText(text).replace(/[\s-]+/g, '');

/** A role by its whole name, however it is written and with a slip or two; undefined for other text, such as a department. */
export function roleCalled(typed: string): IbroRole | undefined {
  const text = bare(typed);
  if (text.length > 2 * Math.max(...ibroRoles.map(({ length }) => length))) return undefined;
  return ibroRoles.find((role) => slipsBetween(text, bare(role)) <= MOST_SLIPS);
}
