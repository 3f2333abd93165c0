import type { Person } from '../../../people/person.ts';
import type { HashedIds } from '../groups/hashed-ids.ts';
import type { Signal } from './signal.ts';

/**
 * The number of marks is rounded up to a multiple of this, so that it does not tell how many people lead a team, and by
 * that which team it is.
 */
const MARKS = 16;

type KnownPerson = Pick<Person, 'id' | 'directoryId'>;

/**
 * The two marks of a person, since either id may change later: that of the row by an import, that of the account by
 * binding to another one.
 */
const marksFor = (
  naming: Pick<HashedIds, 'passed'>,
  signal: string,
  { id, directoryId }: KnownPerson,
): string[] =>
  [`person ${id}`, ...(directoryId ? [`account ${directoryId}`] : [])].map((who) =>
    naming.passed(signal, who),
  );

/**
 * The marks on a signal for the people whom it passes: they never read it, whatever they do later. Marks of nobody fill
 * the list up; only the bot can tell them apart.
 */
export function marksOf(
  naming: Pick<HashedIds, 'passed'>,
  signal: string,
  passed: readonly KnownPerson[],
): string[] {
  const marks = passed.flatMap((one) => marksFor(naming, signal, one));
  const length = Math.max(1, Math.ceil(marks.length / MARKS)) * MARKS;
  const nobodys = Array.from({ length: length - marks.length }, (_, n) =>
    naming.passed(signal, `nobody ${n}`),
  );
  return [...marks, ...nobodys].sort();
}

/** True when a signal was given past this person, who led the team that day. */
export function passes(
  naming: Pick<HashedIds, 'passed'>,
  { id, passed }: Signal,
  person: KnownPerson,
): boolean {
  return passed !== undefined && marksFor(naming, id, person).some((mark) => passed.includes(mark));
}

/** The signals that were not given past this person. */
export const notPast = (
  naming: Pick<HashedIds, 'passed'>,
  signals: readonly Signal[],
  person: KnownPerson,
): Signal[] => signals.filter((signal) => !passes(naming, signal, person));
