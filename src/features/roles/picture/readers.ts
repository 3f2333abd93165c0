import { newestOf } from '../matrix/rules.ts';
import type { ReadAlong } from '../matrix/store.ts';
import type { Counting, MadeOf, Reader } from './made-of.ts';
import { FEWEST, NEWLY, type Picture } from './rules.ts';

/** A picture, and of whom it was made; that is undefined for a picture of an older version, or where its key is gone. */
export interface Standing {
  picture: Pick<Picture, 'day' | 'people'>;
  madeOf: MadeOf | undefined;
}

type Counted = Counting & { one: { day: string; since?: string } };

/** What a reader knows of a picture: who of those who still count was not read when it was made, and how many others are gone. */
function unreadThen(
  { people }: Pick<Picture, 'people'>,
  madeOf: MadeOf,
  now: readonly Counting[],
  accounts: readonly string[],
) {
  const still = now.filter(
    ({ id }) => !accounts.includes(id) && madeOf.holds(id) && !madeOf.wasReadBy(accounts, id),
  );
  const all = madeOf.unreadBy(accounts) ?? people - (accounts.some(madeOf.holds) ? 1 : 0);
  return { still, gone: all - still.length };
}

/**
 * Whether a reader could work out from a picture what a few filled in: they read along with some of those it was made of, and know all but
 * one to five of it, their own among what they know. Who reads none of them along knows their own alone, as with every picture of six
 * (trust:fewest-six). Who is gone since is unknown where they were not read when it was made, and never one of the six that stay unknown:
 * they may have been read in between. So may what somebody said before they changed it. `now`: all who count now.
 */
export function isAboutFew(
  { picture, madeOf }: Standing,
  now: readonly Counting[],
  { accounts, reads, mayKnow }: Reader,
): boolean {
  if (!madeOf) return mayKnow.length > 0;
  if (madeOf.unreadBy(accounts) === undefined && !mayKnow.some(madeOf.holds)) return false;
  const { still, gone } = unreadThen(picture, madeOf, now, accounts);
  const atLeast = still.filter(({ id }) => !mayKnow.includes(id)).length;
  const atMost = gone + still.filter((one) => !reads.includes(one.id) || !madeOf.holdsAs(one)).length;
  return atMost > 0 && atLeast < FEWEST;
}

/** Of how many who changed, came or went since a picture this reader does not know both what it was made of and what they say now. */
function changedUnread(
  { picture, madeOf }: Standing,
  now: readonly Counted[],
  { accounts, reads, mayKnow }: Reader,
) {
  const others = now.filter(({ id }) => !accounts.includes(id));
  const notAmong = (known: readonly string[]) => {
    if (!madeOf)
      return others.filter(({ id, one }) => !known.includes(id) && newestOf(one) > picture.day).length;
    const isKnown = (id: string) =>
      known.includes(id) && (!madeOf.holds(id) || madeOf.wasReadBy(accounts, id));
    const changed = others.filter((one) => !madeOf.holdsAs(one) && !isKnown(one.id)).length;
    return changed + unreadThen(picture, madeOf, now, accounts).gone;
  };
  return { atLeast: notAmong(mayKnow), atMost: notAmong(reads) };
}

/**
 * Whether a picture may follow the last one: for no reader it differs by one or two whom they do not read, since by what they know of the
 * others they could take those off (trust:fewest-six). A reader who will not see the next one compares nothing. `now`: all who count now,
 * of whom the next is made.
 */
export const mayFollow = (
  last: Standing,
  next: Standing,
  now: readonly Counted[],
  readers: readonly Reader[],
): boolean =>
  readers.every((reader) => {
    const { atLeast, atMost } = changedUnread(last, now, reader);
    // Of a picture that does not tell whom it was made of, nobody knows who went since.
    const isNone = last.madeOf
      ? atMost === 0
      : now.every(({ id }) => reader.accounts.includes(id) || reader.reads.includes(id));
    return atLeast >= NEWLY || isNone || isAboutFew(next, now, reader);
  });

/**
 * What one person knows of those who count: what was confirmed after another came in their place they do not. `readAlong`: what they read
 * with each of their accounts.
 */
export function readerOf(
  accounts: readonly string[],
  readAlong: readonly ReadAlong[],
  now: readonly Counted[],
): Reader {
  const read = readAlong.flatMap((one) => [...one]);
  return {
    accounts,
    reads: read.flatMap(([id, until]) =>
      until === '' || now.some((person) => person.id === id && person.one.day < until) ? [id] : [],
    ),
    mayKnow: read.map(([id]) => id),
  };
}

/**
 * Those who read somebody who counts, now or ever, and those who did when the last picture was made, among all who may see the next
 * (`seeing`, the accounts of each): else they would compare the two. `whoRead`: whom each account reads, or ever read.
 */
export function readersOf(
  now: readonly Counted[],
  whoRead: ReadonlyMap<string, ReadAlong>,
  last: MadeOf | undefined,
  seeing: readonly (readonly string[])[],
): Reader[] {
  const known = new Set(seeing.flat());
  const others = [...whoRead.keys()].filter((account) => !known.has(account)).map((account) => [account]);
  const readOf = (accounts: readonly string[]) => accounts.flatMap((one) => whoRead.get(one) ?? []);
  const isReader = (accounts: readonly string[]) =>
    readOf(accounts).some((read) => now.some(({ id }) => read.has(id))) ||
    (accounts.some((one) => known.has(one)) && last?.unreadBy(accounts) !== undefined);
  return [...seeing, ...others].filter(isReader).map((accounts) => readerOf(accounts, readOf(accounts), now));
}
