import { type IbroRole, ibroRoles } from '../../../people/person.ts';
import { type RoleFor, registrationsInWords } from '../assignments/assignment.ts';
import { sinceOf } from '../assignments/history.ts';
import { areasInWords, type Places } from '../assignments/places.ts';
import { type Around, type Holder, stepsInFor } from '../assignments/rules.ts';
import { scopesInWords } from '../assignments/warning-words.ts';

/** Who steps in, by name, and for which part of a role; '' where that is all of it. */
export interface StepsIn {
  names: readonly string[];
  about: string;
}

/** One who holds a role, as the rolkaart shows it. All of it may be user text. */
export interface SheetLine {
  name: string;
  /** "BAG en BGT, in Delfshaven". */
  about: string;
  /** "tweede rol", "vanaf 1 januari", "tot 1 januari", or ''. */
  more: string;
  /** Worked out when it is shown: it compares with everybody who holds a role. */
  stepsIn(): readonly StepsIn[];
  /** Of a party: how to reach it, '' when nobody wrote that down. */
  contact?: string;
}

/** Who holds which role in a team, each role also where nobody does. */
export interface Sheet {
  role: IbroRole;
  lines: readonly SheetLine[];
}

const byName = (a: { name: string }, b: { name: string }) => a.name.localeCompare(b.name, 'nl');

/** Who steps in for one role of somebody, the parts of it together for which that is the same. */
export function stepsInLines(who: Holder, one: RoleFor, around: Around): StepsIn[] {
  const groups = Map.groupBy(stepsInFor(who, one, around), ({ names }) => JSON.stringify(names));
  return [...groups.values()].map((some) => ({
    names: some[0]?.names ?? [],
    about:
      groups.size > 1
        ? scopesInWords(
            some.map(({ scope }) => scope),
            around.places,
          )
        : '',
  }));
}

/** What a role of somebody is for and where, in words. */
export const aboutInWords = (who: Pick<Holder, 'areas'>, one: RoleFor, places: Places): string =>
  `${registrationsInWords(one)}, ${areasInWords(who.areas, places)}`;

/** The rolkaart of a team (docs/method.md step 4.5): what colleagues agreed to, also what still holds until that
 * begins, and what parties outside do. `dayWords` says an ISO date; `first`: the directory id of who
 * stands on top. */
export function sheetOf(
  team: string,
  around: Around & { still?: readonly Holder[] },
  day: string,
  dayWords: (iso: string) => string,
  first = '',
): Sheet[] {
  const inTeam = [...(around.still ?? []), ...around.holders]
    .filter((one) => one.team === team)
    .sort((a, b) => Number(b.id === first) - Number(a.id === first) || byName(a, b));
  const ofFirst = (role: IbroRole) =>
    inTeam.some(({ id, roles }) => id === first && roles.some((one) => one.role === role));
  const inOrder = ibroRoles.toSorted((a, b) => Number(ofFirst(b)) - Number(ofFirst(a)));
  return inOrder.map((role) => ({
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
                stepsIn: () => stepsInLines(who, one, around),
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

/** "Valt in: Bert Kade", or "Valt in: Bert Kade voor BAG; niemand voor BGT", in the words of the card, the page and the document. */
export function stepsInWords({ stepsIn, contact }: Pick<SheetLine, 'stepsIn' | 'contact'>): string {
  if (contact !== undefined) return `Contact: ${contact || 'niet vastgelegd'}`;
  const parts = stepsIn();
  if (parts.every(({ names }) => names.length === 0)) return 'Valt in: niemand, niet vastgelegd';
  const words = parts.map(({ names, about }) =>
    [named(names) || 'niemand', about && `voor ${about}`].filter(Boolean).join(' '),
  );
  return `Valt in: ${words.join('; ')}`;
}

export const NOBODY = 'Niemand, niet vastgelegd';
