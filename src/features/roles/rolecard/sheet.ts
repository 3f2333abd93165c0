import { type IbroRole, ibroRoles } from '../../../people/person.ts';
import { type RoleFor, registrationsInWords } from '../assignments/assignment.ts';
import { sinceOf } from '../assignments/history.ts';
import { areasInWords, type Places } from '../assignments/places.ts';
import { type Around, canStepIn, type Holder } from '../assignments/rules.ts';
import { scopesOf } from '../assignments/scope.ts';

/** One who holds a role, as the rolkaart shows it. All of it may be user text. */
export interface SheetLine {
  name: string;
  /** "BAG en BGT, in Delfshaven". */
  about: string;
  /** "tweede rol", "vanaf 1 januari", "tot 1 januari", or ''. */
  more: string;
  /** Who steps in, by name. */
  stepsIn: readonly string[];
  /** Of a party: how to reach it, '' when nobody wrote that down. */
  contact?: string;
}

/** Who holds which role in a team, each role also where nobody does. */
export interface Sheet {
  role: IbroRole;
  lines: readonly SheetLine[];
}

const byName = (a: { name: string }, b: { name: string }) => a.name.localeCompare(b.name, 'nl');

/** Who can step in for one role of somebody: those of the same team first, then others, by name. */
export function stepsInFor(who: Holder, one: RoleFor, { holders, places }: Around): string[] {
  const scopes = scopesOf(one, who.areas);
  return holders
    .filter(({ id }) => id !== who.id)
    .filter((other) => scopes.some((scope) => canStepIn(other, one.role, scope, places)))
    .sort((a, b) => Number(b.team === who.team) - Number(a.team === who.team) || byName(a, b))
    .map(({ name }) => name);
}

/** What a role of somebody is for and where, in words. */
export const aboutInWords = (who: Pick<Holder, 'areas'>, one: RoleFor, places: Places): string =>
  `${registrationsInWords(one)}, ${areasInWords(who.areas, places)}`;

/** The rolkaart of a team (docs/method.md step 4.5): what colleagues agreed to, also what still holds until that
 * begins, and what parties outside do. `dayWords` says an ISO date. */
export function sheetOf(
  team: string,
  around: Around & { still?: readonly Holder[] },
  day: string,
  dayWords: (iso: string) => string,
): Sheet[] {
  const inTeam = [...(around.still ?? []), ...around.holders].filter((one) => one.team === team).sort(byName);
  return ibroRoles.map((role) => ({
    role,
    lines: inTeam.flatMap((who) =>
      who.roles.flatMap((one, n): SheetLine[] =>
        one.role === role
          ? [
              {
                name: who.name,
                about: aboutInWords(who, one, around.places),
                more: [
                  n > 0 && !who.until ? 'tweede rol' : '',
                  sinceOf(one, who) > day ? `vanaf ${dayWords(sinceOf(one, who))}` : '',
                  who.until ? `tot ${dayWords(who.until)}` : '',
                ]
                  .filter(Boolean)
                  .join(', '),
                stepsIn: stepsInFor(who, one, around),
                contact: who.contact,
              },
            ]
          : [],
      ),
    ),
  }));
}

/** So many of those who step in are named. */
const MOST_NAMED = 3;

function named(names: readonly string[]): string {
  const more = names.length - MOST_NAMED;
  return more > 0 ? `${names.slice(0, MOST_NAMED).join(', ')} en nog ${more}` : names.join(', ');
}

/** "Valt in: Bert Kade", in the words of the card, the page and the document. */
export const stepsInWords = ({ stepsIn, contact }: Pick<SheetLine, 'stepsIn' | 'contact'>): string =>
  contact === undefined
    ? `Valt in: ${named(stepsIn) || 'niemand, niet vastgelegd'}`
    : `Contact: ${contact || 'niet vastgelegd'}`;

export const NOBODY = 'Niemand, niet vastgelegd';
