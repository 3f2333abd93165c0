import type { Person } from '../../../people/person.ts';
import type { HashedIds } from '../groups/hashed-ids.ts';
import type { Signal } from './signal.ts';

/**
 * The number of marks is rounded up to a multiple of this, so that it does not tell how many people lead a team, and by
 * that which team it is.
 */
const MARKS = 16;

type KnownPerson = Pick<Person, 'id' | 'directoryId' | 'formerAccounts'>;

/**
 * The two marks of a person, since either id may change later: that of the row by an import, that of the account by
 * binding to another one. The accounts that somebody had before count too when a signal is read: both ids may have changed.
 */
const marksFor = (
  hashedIds: Pick<HashedIds, 'passed'>,
  signal: string,
  { id, directoryId }: KnownPerson,
): string[] =>
  [`person ${id}`, ...(directoryId ? [`account ${directoryId}`] : [])].map((who) =>
    hashedIds.passed(signal, who),
  );

/**
 * The mark of somebody who was chosen to read it. Of the account alone where there is one: by the row whoever binds it to an account
 * of their own would read what was given to somebody else.
 */
const chosenMark = (
  hashedIds: Pick<HashedIds, 'passed'>,
  signal: string,
  { id, directoryId }: KnownPerson,
): string => hashedIds.passed(signal, ['chosen', directoryId ?? id].join(' '));

/** The mark that tells that only who was chosen may read it: signals of an older version have none. */
const isForSome = (hashedIds: Pick<HashedIds, 'passed'>, signal: string) => hashedIds.passed(signal, 'for');

/**
 * The marks on a signal past the manager: of the people whom it passes, who never read it whatever they do later, and of those whom the
 * form named, who alone may read it, beside who gave it and takes care of that place too (trust:talk-with-whom-you-choose). Marks of nobody
 * fill the list up; only the bot can tell them apart.
 */
export function marksOf(
  hashedIds: Pick<HashedIds, 'passed'>,
  signal: string,
  { passed, chosen }: { passed: readonly KnownPerson[]; chosen: readonly KnownPerson[] },
): string[] {
  const marks = [
    keyMark(hashedIds, signal),
    isForSome(hashedIds, signal),
    ...passed.flatMap((one) => marksFor(hashedIds, signal, one)),
    ...chosen.map((one) => chosenMark(hashedIds, signal, one)),
  ];
  const length = Math.max(1, Math.ceil(marks.length / MARKS)) * MARKS;
  const nobodys = Array.from({ length: length - marks.length }, (_, n) =>
    hashedIds.passed(signal, `nobody ${n}`),
  );
  return [...marks, ...nobodys].sort();
}

/** The mark that tells with which key the others were made. */
const keyMark = (hashedIds: Pick<HashedIds, 'passed'>, signal: string) => hashedIds.passed(signal, 'key');

/**
 * True when a signal was given past this person: they led the team that day, or were not among those whom its giver chose. Marks are told by the key that they were made with.
 * Where that is no key that is known nobody can tell for whom they are: then it is past everybody.
 */
export function passes(
  hashedIds: Pick<HashedIds, 'passed' | 'before'>,
  { id, passed }: Signal,
  person: KnownPerson,
): boolean {
  if (passed === undefined) return false;
  const makers = [hashedIds, ...hashedIds.before];
  const maker = makers.find((one) => passed.includes(keyMark(one, id)));
  if (maker === undefined) return true;
  if (passed.includes(isForSome(maker, id)) && !passed.includes(chosenMark(maker, id, person))) return true;
  const before = (person.formerAccounts ?? []).map((one) => maker.passed(id, `account ${one}`));
  return [...marksFor(maker, id, person), ...before].some((mark) => passed.includes(mark));
}

/** The signals that were not given past this person. */
export const notPast = (
  hashedIds: Pick<HashedIds, 'passed' | 'before'>,
  signals: readonly Signal[],
  person: KnownPerson,
): Signal[] => signals.filter((signal) => !passes(hashedIds, signal, person));
