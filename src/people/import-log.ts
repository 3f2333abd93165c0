import { spelling } from '../language/words.ts';
import type { AuditLine } from './audit.ts';
import { earlier, type PeopleImportPlan, peopleAfter, rightsGained } from './import-plan.ts';
import { isCounted, isPresent, type Person, placeOf } from './person.ts';

type Plan = Pick<PeopleImportPlan, 'added' | 'changed' | 'left' | 'dropped' | 'moves'>;
type NamedTeam = { key: string; name: string };

/** In the log of somebody who goes to another team: both are named, since who is in a team reads what it shares. */
export const movedWords = (from: string, to: string): string => `ander team, van ${from} naar ${to}`;

/** Somebody whom a plan puts where another row stood: under their address or their name, with another id. */
interface Succession {
  before: Person;
  next: Person;
}

/** Of more who go under one name nobody is the other's successor by it: that is no name of a person. */
const MOST_ALIKE = 20;

/** Who takes the place of a row that goes: by the same address, or by the same name. */
function successions(plan: Plan, before: readonly Person[]): Succession[] {
  const was = earlier(plan, before);
  const gone = new Set([...plan.left, ...plan.dropped].map(placeOf));
  const going = before.filter((person) => gone.has(placeOf(person)));
  const byUpn = Map.groupBy(going, ({ upn }) => upn);
  const byName = Map.groupBy(going, ({ name }) => spelling(name));
  return [...plan.added, ...plan.changed].flatMap((next) => {
    const alike = byName.get(spelling(next.name)) ?? [];
    const found = [...(byUpn.get(next.upn) ?? []), ...(alike.length > MOST_ALIKE ? [] : alike)];
    if (found.length === 0) return [];
    const old = was(next);
    const others = [...new Set(found)].filter((one) => one !== old && one.id !== next.id);
    return others.map((one) => ({ before: one, next }));
  });
}

const isOtherAccount = ({ before, next }: Succession): boolean =>
  before.directoryId !== undefined &&
  next.directoryId !== undefined &&
  before.directoryId !== next.directoryId;

/**
 * The rows of who worked here until a plan, and whose address or name goes to another account by it: they hear of it, as when
 * somebody is bound to another account by hand.
 */
export function rebound(plan: Plan, before: readonly Person[]): Person[] {
  const kept = new Set(
    peopleAfter(before, plan)
      .filter(isPresent)
      .map(({ directoryId }) => directoryId),
  );
  const others = successions(plan, before).filter(isOtherAccount);
  return [...new Set(others.map((one) => one.before))].filter(
    (person) => isPresent(person) && !kept.has(person.directoryId),
  );
}

/** What the log says of an account that somebody gets. */
function accountWords(next: Person, old: Person): string[] {
  if (next.directoryId === undefined || next.directoryId === old.directoryId) return [];
  const { formerAccounts = [] } = old;
  const isOther = formerAccounts.length > 0 && !formerAccounts.includes(next.directoryId);
  return [isOther ? 'gekoppeld aan een ander account' : 'gekoppeld aan een account'];
}

/**
 * Of a row what the log speaks of, which tells one change from another: nothing else, since a name of a line is made of it, and whoever
 * tries could find out an absence or whether somebody wants check-ins (trust:kept-no-longer).
 */
const spokenOf = (person: Person): string =>
  JSON.stringify([
    person.name,
    person.upn,
    person.team,
    [...person.access].sort(),
    person.directoryId ?? '',
    isCounted(person),
    person.removed ?? '',
  ]);

/**
 * What the log says of a change of somebody: rights and teams are named, since both give access, and that the address, the name or
 * the account changed, by which people and accounts are found, or that they count from now on. Nothing else of somebody is.
 */
function changedWords(next: Person, old: Person, nameOf: (team: string) => string): string[] {
  const isSame = [...next.access].sort().join() === [...old.access].sort().join();
  return [
    ...(next.id === old.id ? [] : [`ander id, eerst ${old.id}`]),
    ...(next.team === old.team ? [] : [movedWords(nameOf(old.team), nameOf(next.team))]),
    ...(next.upn === old.upn ? [] : ['e-mail']),
    ...(next.name === old.name ? [] : ['naam']),
    ...(isSame ? [] : [`rechten ${next.access.join(', ')}`]),
    ...accountWords(next, old),
    ...(isCounted(next) && !isCounted(old) ? ['telt mee voor het teambeeld'] : []),
  ];
}

/**
 * The lines of the log for a plan, one or more about each person, by their id: who comes into which team, changes, counts from now on,
 * gets an account, a right or the place of somebody else, and who goes; and the teams that are new (trust:managing-is-logged).
 */
export function linesOfPlan(
  plan: Plan,
  before: readonly Person[],
  { newTeams, knownTeams }: { newTeams: readonly NamedTeam[]; knownTeams: readonly NamedTeam[] },
): AuditLine[] {
  const names = new Map([...knownTeams, ...newTeams].map(({ key, name }) => [key, name]));
  const nameOf = (team: string) => names.get(team) ?? team;
  const was = earlier(plan, before);
  const taken = Map.groupBy(successions(plan, before), ({ next }) => next);
  const came = [...plan.added, ...plan.changed].map((next): AuditLine => {
    const old = was(next);
    const places = (taken.get(next) ?? []).map((one) =>
      isOtherAccount(one) ? `ander account dan id ${one.before.id}` : `eerst id ${one.before.id}`,
    );
    const isHere = old !== undefined && isPresent(old);
    const begin = isHere ? 'gewijzigd' : old ? 'terug in Kompas' : 'toegevoegd';
    const words = isHere
      ? changedWords(next, old, nameOf)
      : [
          `team ${nameOf(next.team)}`,
          `rechten ${next.access.join(', ')}`,
          ...(old ? accountWords(next, old) : []),
        ];
    const what = [`persoon ${begin}`, [...words, ...places].join('; ')].filter(Boolean).join(': ');
    return { what, about: next.id, seen: old && spokenOf(old) };
  });
  const after = peopleAfter(before, plan).filter(isPresent);
  const [ids, accounts] = [
    new Set(after.map(({ id }) => id)),
    new Set(after.map(({ directoryId }) => directoryId)),
  ];
  const gone = before.filter(
    (one) =>
      isPresent(one) &&
      !one.moved &&
      !ids.has(one.id) &&
      (one.directoryId === undefined || !accounts.has(one.directoryId)),
  );
  return [
    ...newTeams.map(({ key }) => ({ what: 'team toegevoegd', about: key })),
    ...came,
    ...rightsGained(plan, before).map(({ id, rights }) => ({
      what: `rechten gegeven: ${rights.join(', ')}`,
      about: id,
    })),
    ...gone.map((one) => ({ what: 'persoon uit Kompas', about: one.id, seen: spokenOf(one) })),
  ];
}
