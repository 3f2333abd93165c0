import { Temporal } from 'temporal-polyfill';
import { manyOf } from '../../../language/fitted.ts';
import { type IbroRole, ibroRoles, type Person } from '../../../people/person.ts';
import { type BuddyTheme, buddyThemeIds, buddyThemes } from '../content/buddy-themes.ts';
import { type Offer, type Pair, WAIT_DAYS, type Wish } from './buddy.ts';

/** True while a question waits for an answer, or they are a pair. `today`: ISO date. */
export function holds({ paired, past, day }: Pick<Pair, 'paired' | 'past' | 'day'>, today: string): boolean {
  if (paired) return true;
  return !past && isRecent(day, today);
}

/** True for a question of so short a time ago that it may still wait. Days are ISO dates. */
export function isRecent(day: string, today: string): boolean {
  const until = Temporal.PlainDate.from(day).add({ days: WAIT_DAYS });
  return Temporal.PlainDate.compare(until, Temporal.PlainDate.from(today)) > 0;
}

/** True for a question that is to go: twice as long ago as it waits, so that the same colleague is not asked once more at once. */
export const isOver = ({ paired, day }: Pick<Pair, 'paired' | 'day'>, today: string): boolean =>
  !paired &&
  Temporal.PlainDate.compare(
    Temporal.PlainDate.from(day).add({ days: 2 * WAIT_DAYS }),
    Temporal.PlainDate.from(today),
  ) <= 0;

/** True for a question that who was asked may still answer. */
export const isOpen = (pair: Pair, today: string): boolean =>
  !pair.paired && !pair.declined && holds(pair, today);

const fits = ({ themes, roles }: Offer, { theme, role }: Wish): boolean =>
  (theme !== undefined && themes.includes(theme)) || (role !== undefined && roles.includes(role));

const fitting = ({ themes, roles }: Offer, { theme, role }: Wish): number =>
  Number(theme !== undefined && themes.includes(theme)) + Number(role !== undefined && roles.includes(role));

/** Somebody who wants to be a buddy, and of how many they are one or were asked to be. */
export interface Candidate {
  person: Pick<Person, 'workdays'> & { directoryId: string };
  offer: Offer;
  busy: number;
}

/**
 * Who is asked: of those whose theme or role fits and who share a working day with who asks, one whose offer fits best, and of those
 * the one who is a buddy of the fewest. `not`: the directory ids of who is not asked, such as who leads the team of who asks. Undefined
 * where nobody fits.
 */
export function buddyFor(
  asker: Pick<Person, 'workdays'>,
  wish: Wish,
  candidates: readonly Candidate[],
  not: ReadonlySet<string>,
): Candidate | undefined {
  const days = new Set<string>(asker.workdays);
  return candidates
    .filter(
      ({ person, offer }) =>
        !not.has(person.directoryId) && fits(offer, wish) && person.workdays.some((day) => days.has(day)),
    )
    .toSorted(
      (a, b) =>
        fitting(b.offer, wish) - fitting(a.offer, wish) ||
        a.busy - b.busy ||
        (a.person.directoryId < b.person.directoryId ? -1 : 1),
    )[0];
}

const themeIn = (sent: string | undefined): BuddyTheme | undefined => buddyThemeIds.find((id) => id === sent);
const roleIn = (sent: string | undefined): IbroRole | undefined => ibroRoles.find((role) => role === sent);

/** What somebody wants help with, of what a form sent. */
export const wishIn = (typed: Readonly<Record<string, string | undefined>>): Wish => ({
  theme: themeIn(typed.theme),
  role: roleIn(typed.role),
});

/** What somebody wants to help with, of what a form sent. */
export function offerIn(typed: Readonly<Record<string, string | undefined>>): Omit<Offer, 'day'> {
  const [themes, roles] = [manyOf(typed.themes ?? ''), manyOf(typed.roles ?? '')];
  return {
    themes: buddyThemeIds.filter((id) => themes.includes(id)),
    roles: ibroRoles.filter((role) => roles.includes(role)),
  };
}

/** A wish in words. */
export const wishWords = ({ theme, role }: Wish): string =>
  [theme ? buddyThemes[theme] : '', role ? `de rol ${role}` : ''].filter(Boolean).join(', ');
