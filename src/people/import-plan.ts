import type { Problem } from '../files/csv.ts';
import type { ImportedPerson, Unsaid } from './import-rules.ts';
import {
  type Access,
  accessRoles,
  contentOf,
  inOrderOfClaim,
  isCounted,
  isPlaced,
  isPresent,
  type Person,
  type Place,
  placeOf,
  rightsOfPlace,
  teamKey,
} from './person.ts';
import { noRights } from './roster-rows.ts';
import { shareName } from './shared-name.ts';
import { boundTo, takingOver } from './with-account.ts';

/** What an import would do. */
export interface PeopleImportPlan {
  added: Person[];
  changed: Person[];
  /** Rows that stand elsewhere than the file says: in another team, or under an id that the file replaced. */
  dropped: Place[];
  /** Of those who changed, whose row comes from elsewhere: from one of those that are dropped. */
  moves: { from: Place; to: Place }[];
  /** Who gets the account of another row that is dropped, or has it: what was set there comes along. */
  takeovers: { from: Place; to: Place }[];
  left: Person[];
  unchanged: number;
  teams: { key: string; name: string }[];
  /** Lines that would give two people one account or address, or somebody another account. Nothing may be imported then. */
  problems: Problem[];
}

/**
 * Whether a line makes somebody count who is in a team by Teams alone (trust:fewest-six): `counted` in a people file, `kept` for
 * what is changed of them by hand.
 */
export type Standing = 'counted' | 'kept';

/** By what somebody is in the team of a line. Who does not count stays so when they are put in another team by hand. */
function standingOf(
  now: Person | undefined,
  team: string,
  standing: Standing,
): Pick<Person, 'source' | 'placed' | 'uncounted'> {
  if (standing === 'counted' || !now || !isPresent(now) || isCounted(now))
    return { source: 'import', placed: undefined, uncounted: undefined };
  const isPut = now.team !== team || now.placed;
  return { source: now.source, placed: isPut || undefined, uncounted: isPut || undefined };
}

/**
 * What the file says nothing of stays as it is for who works here. Whoever comes back gets it anew: rights of before do not come
 * along.
 */
function keptOf(
  now: Person | undefined,
  wanted: ImportedPerson,
): Partial<Pick<Person, 'access' | 'role' | 'secondRole'>> {
  const { unsaid = [], access } = wanted;
  if (!now || !isPresent(now)) return {};
  // A right over a team is of that team: who goes to another one is given it there in so many words, or has it no more.
  const goes = now.team !== teamKey(wanted.teamName);
  const had = goes ? now.access.filter((right) => !rightsOfPlace.includes(right)) : now.access;
  const both = accessRoles.filter((right) =>
    right === 'manager' ? access.includes(right) : had.includes(right),
  );
  return {
    ...(unsaid.includes('access') ? { access: had.length > 0 ? had : ['medewerker'] } : {}),
    ...(unsaid.includes('other access') ? { access: both.length > 0 ? both : access } : {}),
    ...(unsaid.includes('role') ? { role: now.role } : {}),
    ...(unsaid.includes('secondRole') ? { secondRole: now.secondRole } : {}),
  };
}

/** Somebody as the file says, with what they set themselves; of undefined for who is new. */
export function merged(
  now: Person | undefined,
  wanted: ImportedPerson,
  standing: Standing = 'counted',
): Person {
  const { line: _line, unsaid: _unsaid, teamName, workdays, directoryId, ...rest } = wanted;
  const fresh = { checkins: true, reach: 'none' } as const;
  const isUnsaid = (what: Unsaid) =>
    wanted.unsaid?.includes(what) === true && now !== undefined && isPresent(now);
  // Binding again is a deliberate act of an administrator, not a side effect of an import.
  const isBound = now?.directoryId === undefined && directoryId !== undefined;
  return {
    ...(now && isBound ? boundTo(now, directoryId) : (now ?? fresh)),
    ...rest,
    ...keptOf(now, wanted),
    team: teamKey(teamName),
    ...standingOf(now, teamKey(teamName), standing),
    workdays: now && (now.ownWorkdays || isUnsaid('workdays')) ? now.workdays : workdays,
    directoryId: now?.directoryId ?? directoryId,
    removed: undefined,
    moved: undefined,
    // What a roster showed is news once: it is no news that a file was imported again.
    elsewhere: now?.team === teamKey(teamName) ? now.elsewhere : undefined,
  };
}

/** Somebody who is not in the file any more: from here on only the file brings them back. `day` is their last one, an ISO date. */
export const takenOut = (person: Person, day: string | undefined): Person => ({
  ...person,
  removed: person.removed ?? day,
  source: 'import',
  placed: undefined,
});

/**
 * A new row whose address and name were until now those of somebody who goes in the same import, or who left before it: the same
 * person under another number. Nothing of theirs is shown to them, and what the account of before may not read or decide they may not either. Whoever wanted
 * no check-ins gets none until they ask; but not where the file gives another account, which would read by it that they stopped.
 */
function succeeding(next: Person, before: Person | undefined): Person {
  if (!before || !shareName(before.name, next.name)) return next;
  const accounts = [...(before.formerAccounts ?? []), ...(before.directoryId ? [before.directoryId] : [])];
  const former = [...new Set(accounts)].filter((one) => one !== next.directoryId);
  const last = before.directoryId ?? accounts.at(-1);
  const isOther = next.directoryId !== undefined && next.directoryId !== last;
  return {
    ...next,
    checkins: isOther ? next.checkins : before.checkins,
    ...(former.length > 0 ? { formerAccounts: former } : {}),
  };
}

/**
 * Of the rows that go for a line the one whose account it ends up with, apart from the row `now` that the line changes: of a line and a
 * row without an account the one that a roster brought under its address.
 */
function takenOver(
  { directoryId, upn }: ImportedPerson,
  now: Person | undefined,
  going: readonly Person[],
): Person | undefined {
  const brought = going.find((one) => isPresent(one) && one.source === 'teams' && one.upn === upn);
  const account = now?.directoryId ?? directoryId ?? brought?.directoryId;
  if (!now || (isPresent(now) && now.directoryId === account)) return undefined;
  const others = inOrderOfClaim(going).filter(
    (one) => one !== now && sameAccount(one, { directoryId: account }),
  );
  return others.findLast(({ moved }) => !moved) ?? others.at(-1);
}

const sameAccount = (person: Person, { directoryId }: { directoryId?: string }) =>
  directoryId !== undefined && person.directoryId === directoryId;

/** A line for somebody who is bound to another account: what it says would go to that account, and binding is not done by a file. */
function boundElsewhere({ line, id, directoryId }: ImportedPerson, now: Person | undefined): Problem[] {
  if (!now?.directoryId || !directoryId || now.directoryId === directoryId) return [];
  const reason = `Id ${id} hoort al bij een ander account (directory_id). Is het dezelfde persoon? Gebruik dan eerst “mensen koppel ${now.id} ${directoryId}”. Is het iemand anders? Geef die persoon een eigen id.`;
  return [{ line, reason }];
}

/** Who would share an account or an address with somebody who stays. The file itself was checked for that already. */
function clashes(
  pairs: readonly { wanted: ImportedPerson; next: Person }[],
  staying: readonly Person[],
): Problem[] {
  const everybody = [...staying, ...pairs.map(({ next }) => next)];
  const byAccount = Map.groupBy(everybody, ({ directoryId }) => directoryId);
  const byAddress = Map.groupBy(everybody, ({ upn }) => upn);
  return pairs.flatMap(({ wanted: { line }, next }) => {
    const other = (found: readonly Person[] = []) => found.find(({ id }) => id !== next.id);
    const account = next.directoryId ? other(byAccount.get(next.directoryId)) : undefined;
    const address = other(byAddress.get(next.upn));
    const reason = (what: string, { id }: Person) =>
      `${what} hoort al bij id ${id}. Gebruik dat id, of verander eerst die persoon.`;
    return [
      ...(address ? [{ line, reason: reason('Dit e-mailadres', address) }] : []),
      ...(account ? [{ line, reason: reason('Dit object-id (directory_id)', account) }] : []),
    ];
  });
}

/**
 * Compares the file with who is known. With `complete` the file lists everybody: whoever was imported before and is
 * not in it has left. `today` is the ISO date that is written down as their last day.
 *
 * Somebody whom a Teams roster brought before the file did, or who left and comes back with the same account under
 * another id, keeps their settings, also where the file has a row of them already; the row under the old id is dropped.
 */
export function planImport(
  known: readonly Person[],
  wanted: readonly ImportedPerson[],
  { complete, today, standing }: { complete: boolean; today: string; standing?: Standing },
): PeopleImportPlan {
  const byId = Map.groupBy(known, ({ id }) => id);
  const ids = new Set(wanted.map(({ id }) => id));
  const elsewhere = known.filter(({ id }) => !ids.has(id));
  // Who owns a team in Teams took some out of it, and may have put them back: it is for the file whether they take part.
  const leaves = (person: Person) =>
    complete && isPlaced(person) && (isPresent(person) || person.source === 'teams');
  const goes = (person: Person) => !isPresent(person) || leaves(person);

  const plan: PeopleImportPlan = {
    added: [],
    changed: [],
    dropped: [],
    moves: [],
    takeovers: [],
    left: [],
    problems: [],
    unchanged: 0,
    teams: [],
  };
  const pairs: { wanted: ImportedPerson; next: Person }[] = [];
  const replaced = new Set<Person>();
  const bound: Problem[] = [];
  for (const person of wanted) {
    const team = teamKey(person.teamName);
    const before = elsewhere.filter((other) =>
      goes(other)
        ? sameAccount(other, person)
        : other.source === 'teams' && (sameAccount(other, person) || other.upn === person.upn),
    );
    // The address went to somebody new; the row of whoever left would only keep a second claim on it.
    const outdated = elsewhere.filter((other) => goes(other) && other.upn === person.upn);
    const copies = [...(byId.get(person.id) ?? []), ...before];
    const now = copies.find((copy) => copy.team === team && copy.id === person.id) ?? copies[0];
    const other = takenOver(person, now, [...copies, ...outdated]);
    const next = now
      ? takingOver(merged(now, person, standing), other)
      : succeeding(merged(now, person, standing), inOrderOfClaim(outdated).at(-1));
    bound.push(...boundElsewhere(person, now));
    pairs.push({ wanted: person, next });
    for (const old of [...before, ...outdated]) replaced.add(old);
    plan.dropped.push(
      ...[...new Set([...copies, ...outdated])]
        .filter((copy) => copy.team !== team || copy.id !== person.id)
        .map(({ team: old, id }) => ({ team: old, id })),
    );
    if (!now) plan.added.push(next);
    else if (contentOf(now) === contentOf(next)) plan.unchanged += 1;
    else plan.changed.push(next);
    if (now && placeOf(now) !== placeOf(next))
      plan.moves.push({ from: { team: now.team, id: now.id }, to: { team, id: next.id } });
    if (other) plan.takeovers.push({ from: { team: other.team, id: other.id }, to: { team, id: next.id } });
    if (!plan.teams.some((other) => other.key === team))
      plan.teams.push({ key: team, name: person.teamName });
  }
  plan.left = elsewhere
    .filter((person) => leaves(person) && !replaced.has(person))
    .map((person) => takenOut(person, today));
  const staying = elsewhere.filter((person) => !goes(person) && !replaced.has(person));
  plan.problems = [...bound, ...clashes(pairs, staying)];
  return plan;
}

/** Everybody as they are once a plan is carried out. */
export function peopleAfter(
  before: readonly Person[],
  { added, changed, left, dropped }: Pick<PeopleImportPlan, 'added' | 'changed' | 'left' | 'dropped'>,
): Person[] {
  const written = [...added, ...changed, ...left];
  const touched = new Set([...written, ...dropped].map(placeOf));
  return [...before.filter((person) => !touched.has(placeOf(person))), ...written];
}

/** Everybody as they stood before a plan, by who they are after it. */
export function earlier(
  { moves }: Pick<PeopleImportPlan, 'moves'>,
  before: readonly Person[],
): (next: Person) => Person | undefined {
  const byPlace = new Map(before.map((one) => [placeOf(one), one]));
  const from = new Map(moves.map((move) => [placeOf(move.to), move.from]));
  return (next) => byPlace.get(placeOf(from.get(placeOf(next)) ?? next));
}

/** Who gets a right by a plan that they did not have, and which (trust:managing-is-logged). */
export function rightsGained(
  plan: Pick<PeopleImportPlan, 'added' | 'changed' | 'moves'>,
  before: readonly Person[],
): { id: string; rights: Access[] }[] {
  const was = earlier(plan, before);
  return [...plan.added, ...plan.changed].flatMap((next) => {
    const old = was(next);
    const had = old && isPresent(old) ? old.access : noRights;
    const rights = next.access.filter((right) => !had.includes(right) && !noRights.includes(right));
    return rights.length > 0 ? [{ id: next.id, rights }] : [];
  });
}
