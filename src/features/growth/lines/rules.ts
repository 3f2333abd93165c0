import { Temporal } from 'temporal-polyfill';
import { lengthProblems } from '../../../language/lengths.ts';
import { type IbroRole, ibroRoles } from '../../../people/person.ts';
import { type Module, moduleKinds, ownModules } from '../content/modules.ts';
import { type Following, type Line, longest, MOST_MODULES } from './line.ts';

/** A leerlijn before the municipality changed it. */
export const ownLine = (role: IbroRole): Line => ({ modules: [...ownModules[role]], version: 0, day: '' });

/** True while the leerlijn stands as it was adopted. */
export const isAdopted = ({ adoptedVersion, version }: Pick<Line, 'adoptedVersion' | 'version'>): boolean =>
  adoptedVersion === version;

type Typed = Readonly<Record<string, string | undefined>>;

/** What is wrong with a module, in Dutch. `count`: how many there are beside it. */
export const moduleProblems = (typed: Typed, count: number): string[] => [
  ...((typed.title ?? '') === '' ? ['Schrijf op waar de module over gaat.'] : []),
  ...(moduleKinds.some((kind) => kind === typed.kind) ? [] : ['Kies een soort.']),
  ...(count >= MOST_MODULES ? [`Een leerlijn heeft hooguit ${MOST_MODULES} modules.`] : []),
  ...lengthProblems(typed, [
    ['title', 'Module', longest.title],
    ['provider', 'Van wie', longest.provider],
    ['form', 'Vorm', longest.form],
    ['time', 'Tijd', longest.time],
  ]),
];

/** A module of what a form sent, for which nothing is wrong. */
export const moduleIn = (
  id: string,
  { title = '', kind, provider = '', form = '', time = '' }: Typed,
): Module => ({
  id,
  title,
  kind: moduleKinds.find((one) => one === kind) ?? 'process',
  provider,
  form,
  time,
});

/** A leerlijn with a module in it, in the place of the one with its id. */
export const withModule = (modules: readonly Module[], module: Module): Module[] =>
  modules.some(({ id }) => id === module.id)
    ? modules.map((one) => (one.id === module.id ? module : one))
    : [...modules, module];

/** True for a following that the people of this team may see: a leerlijn is shared with one team, and not with the next. */
export const isSharedWith = (
  { shared, sharedWith }: Pick<Following, 'shared' | 'sharedWith'>,
  team: string | undefined,
): boolean => shared !== undefined && sharedWith !== undefined && sharedWith === team;

/** A following that nobody else sees; the same object where nobody does, so that nothing is written. */
export function unshared(following: Following): Following {
  if (following.shared === undefined && following.sharedWith === undefined) return following;
  const { shared: _day, sharedWith: _team, ...rest } = following;
  return rest;
}

/** Totals are made of so many people at least (trust:fewest-six). */
export const FEWEST = 6;
/** New ones once so many more began to follow since the last, and so many days went by: no difference tells what one person did. */
const [NEWLY, DAYS] = [3, 28];

/** What is told of one role: at least how many follow it, and how much of it they did together, in tens of percents. */
export interface RoleTotal {
  atLeast: number;
  done: number;
  /** The day on which they were made (ISO date); of rows without it that of the whole. */
  day?: string;
}

export interface LineTotals {
  /** The day on which any of them were made last (ISO date). */
  day: string;
  roles: Partial<Record<IbroRole, RoleTotal>>;
}

const FLOORS = [50, 20, 10, FEWEST];

/** Who follows a leerlijn in a group, and how many people are in that group, who follow one or not. */
export interface Group<F extends Following = Following> {
  followings: readonly F[];
  people: number;
}

/** So many or more of a group of exactly as many would say that each of them follows it (trust:fewest-six). */
const isEverybody = (floor: number, people: number) => floor === people;

/**
 * What these followings tell together, of a role that six follow or more, and never that everybody does; undefined where there is
 * nothing to tell.
 */
export function totalsOf(
  { followings, people }: Group,
  modules: Readonly<Record<IbroRole, readonly Pick<Module, 'id'>[]>>,
  day: string,
): LineTotals | undefined {
  const roles = ibroRoles.flatMap((role): [IbroRole, RoleTotal][] => {
    const those = followings.filter((one) => one.role === role);
    const atLeast = FLOORS.find((floor) => those.length >= floor && !isEverybody(floor, people));
    const ids = new Set(modules[role].map(({ id }) => id));
    if (atLeast === undefined || ids.size === 0) return [];
    const did = those.reduce((sum, { done }) => sum + done.filter((id) => ids.has(id)).length, 0);
    return [[role, { day, atLeast, done: Math.round((did / (those.length * ids.size)) * 10) * 10 }]];
  });
  return roles.length > 0 ? { day, roles: Object.fromEntries(roles) } : undefined;
}

/** What of totals is told in a group of so many people by now: it may have become smaller since they were made. */
export function toldIn(people: number, totals: LineTotals | undefined): LineTotals | undefined {
  const roles = Object.entries(totals?.roles ?? {}).filter(([, one]) => !isEverybody(one.atLeast, people));
  return totals && roles.length > 0 ? { ...totals, roles: Object.fromEntries(roles) } : undefined;
}

/** Whether new totals of a role may be made. `last`: the day of those that stand. Whoever began anew counts once. Days are ISO dates. */
export function isDue(
  last: string | undefined,
  followings: readonly { id: string; day: string }[],
  today: string,
): boolean {
  if (last === undefined) return true;
  const from = Temporal.PlainDate.from(last).add({ days: DAYS });
  const newly = new Set(followings.filter(({ day }) => day > last).map(({ id }) => id));
  return newly.size >= NEWLY && Temporal.PlainDate.compare(from, Temporal.PlainDate.from(today)) <= 0;
}

/**
 * The totals with new ones for each role for which they are due and `maySay` them; what stands of another role stays. The same object
 * where nothing is new.
 */
export function renewed(
  last: LineTotals | undefined,
  { followings, people }: Group<Following & { id: string }>,
  modules: Readonly<Record<IbroRole, readonly Pick<Module, 'id'>[]>>,
  day: string,
  maySay: (role: IbroRole) => boolean,
): LineTotals | undefined {
  const made = ibroRoles.flatMap((role) => {
    const those = followings.filter((one) => one.role === role);
    const before = last?.roles[role];
    if (!isDue(before && (before.day ?? last?.day), those, day) || !maySay(role)) return [];
    return Object.entries(totalsOf({ followings: those, people }, modules, day)?.roles ?? {});
  });
  return made.length > 0 ? { day, roles: { ...dated(last), ...Object.fromEntries(made) } } : last;
}

const dated = (last: LineTotals | undefined): LineTotals['roles'] =>
  last
    ? Object.fromEntries(Object.entries(last.roles).map(([role, one]) => [role, { day: last.day, ...one }]))
    : {};

/**
 * Whether nobody learns about a few by taking totals from those of the municipality: outside each group of whom there are totals, and
 * outside all of these together, there is nobody or there are six (trust:fewest-six). `all` and `groups` hold directory ids.
 */
export function areApart(all: ReadonlySet<string>, groups: readonly ReadonlySet<string>[]): boolean {
  const together = new Set(groups.flatMap((ids) => [...ids]));
  return [...groups, together].every((ids) => {
    const outside = [...all].filter((id) => !ids.has(id)).length;
    return outside === 0 || outside >= FEWEST || ids.size === 0;
  });
}

const plain = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z]/g, '');

/** The role that somebody typed, also as more than one; undefined where it is none of the four. */
export function roleTyped(text: string): IbroRole | undefined {
  const said = plain(text.replace(/^\s*(?:van|voor|over)?\s*(?:de|een|mijn)?\s+/i, ''));
  return ibroRoles.find((role) => [plain(role), `${plain(role)}s`, `${plain(role)}en`].includes(said));
}
