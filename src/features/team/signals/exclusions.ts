import type { Person } from '../../../people/person.ts';
import type { HashedIds } from '../groups/hashed-ids.ts';
import type { Signal } from './signal.ts';

/** Marks come in so many, so that their number does not tell how many lead a team, and by that which team it is. */
const MARKS = 16;

type KnownPerson = Pick<Person, 'id' | 'directoryId'>;

/** Both of what somebody may be known by later: an import can change the one, binding to another account the other. */
const marksFor = (
  naming: Pick<HashedIds, 'passed'>,
  signal: string,
  { id, directoryId }: KnownPerson,
): string[] =>
  [`person ${id}`, ...(directoryId ? [`account ${directoryId}`] : [])].map((who) =>
    naming.passed(signal, who),
  );

/**
 * The marks on a signal that passes these people: they never read it, whatever they do later. The others among them are
 * nobody's; which is whose only the bot can tell.
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

/** True when a signal passes this person: it was given past them when they led a team. */
export function passes(
  naming: Pick<HashedIds, 'passed'>,
  { id, passed }: Signal,
  person: KnownPerson,
): boolean {
  return passed !== undefined && marksFor(naming, id, person).some((mark) => passed.includes(mark));
}

/** The signals that do not pass this person. */
export const notPast = (
  naming: Pick<HashedIds, 'passed'>,
  signals: readonly Signal[],
  person: KnownPerson,
): Signal[] => signals.filter((signal) => !passes(naming, signal, person));
