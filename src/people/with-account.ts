import type { Person } from './person.ts';

/** What only the person themselves knows of a row: their absence, the moment of their check-in and tip, and where to write to them. */
const own: readonly string[] = [
  'absentFrom',
  'absentUntil',
  'checkinDay',
  'checkinTime',
  'tipDay',
  'address',
  'installed',
  'unreached',
  'teamsId',
  'welcomed',
  'welcoming',
] satisfies (keyof Person)[];

const split = (person: Person, isOwn: boolean): Partial<Person> =>
  Object.fromEntries(Object.entries(person).filter(([field]) => own.includes(field) === isOwn));

/**
 * A row without what only the person themselves knows of it, for another account. Else whoever binds somebody's row to an account of
 * their own would read it.
 */
const withoutOwn = (person: Person): Person => ({ ...(split(person, false) as Person), checkins: true });

/**
 * A row as it goes to an account, whichever way it gets one. What only the person knows of it was set by who had it last, also where it
 * has no account now: to them it comes back, such as that they want no check-ins, and to nobody else.
 */
export function boundTo(person: Person, directoryId: string): Person {
  const { formerAccounts = [], directoryId: now } = person;
  const accounts = [...new Set([...formerAccounts, ...(now ? [now] : [])])];
  const last = now ?? accounts.at(-1);
  const former = accounts.filter((one) => one !== directoryId);
  const { formerAccounts: _former, ...rest } =
    last === undefined || last === directoryId ? person : withoutOwn(person);
  return { ...rest, directoryId, ...(former.length > 0 ? { formerAccounts: former } : {}) };
}

/**
 * A row with what its account set on another row, of somebody who works here or who left: that row goes, and an objection and an
 * absence do not go with it. What the accounts of that row before may not read or decide, this one may not either. A row without an
 * account gets that of the other one; a row of another account, and one without another row, stays as it is.
 */
export function takingOver(person: Person, other: Person | undefined): Person {
  const account = other?.directoryId;
  if (!other || account === undefined) return person;
  const bound = person.directoryId === undefined ? boundTo(person, account) : person;
  if (bound.directoryId !== account) return person;
  const accounts = new Set([...(bound.formerAccounts ?? []), ...(other.formerAccounts ?? [])]);
  const former = [...accounts].filter((one) => one !== account);
  return {
    ...withoutOwn(bound),
    ...split(other, true),
    // Stopped on either row is stopped: both are theirs.
    checkins: bound.checkins && other.checkins,
    reach: other.reach,
    ...(other.ownWorkdays ? { workdays: other.workdays, ownWorkdays: true } : {}),
    ...(former.length > 0 ? { formerAccounts: former } : {}),
  };
}
