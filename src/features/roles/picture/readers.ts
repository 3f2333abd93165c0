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

/**
 * What one account had read of a picture: who of those who still count was not read when it was made, and how many others are gone whom
 * it had not read either.
 */
function unreadThen(
  { people }: Pick<Picture, 'people'>,
  madeOf: MadeOf,
  now: readonly Counting[],
  account: string,
) {
  const still = now.filter(
    ({ id }) => id !== account && madeOf.holds(id) && !madeOf.wasReadBy([account], id),
  );
  const all = madeOf.unreadBy([account]) ?? people - (madeOf.holds(account) ? 1 : 0);
  return { still, gone: all - still.length };
}

/** How many are gone since a picture whom none of these accounts had read, at least: two may have read different people. */
function goneUnread(
  { people }: Pick<Picture, 'people'>,
  madeOf: MadeOf,
  now: readonly Counting[],
  accounts: readonly string[],
): number {
  const gone = people - now.filter(({ id }) => madeOf.holds(id)).length;
  const readBy = accounts.map((account) => gone - unreadThen({ people }, madeOf, now, account).gone);
  return readBy.reduce((left, read) => left - read, gone);
}

/**
 * Whether a reader could work out from a picture what a few filled in: they read along with some of those it was made of, and know all but
 * one to five of it, their own among what they know. Who reads none of them along knows their own alone, as with every picture of six
 * (trust:fewest-six). Who is gone since is unknown where they were not read when it was made, and never one of the six that stay unknown:
 * they may have been read in between. So may what somebody said before they changed it. `now`: all who count now.
 */
export function isAboutFew(standing: Standing, now: readonly Counting[], reader: Reader): boolean {
  if (!standing.madeOf) return reader.mayKnow.length > 0;
  const unknown = unknownIn(standing, now, reader);
  return unknown !== undefined && unknown.atMost > 0 && unknown.atLeast < FEWEST;
}

/**
 * Of how many in a picture a reader does not know what they filled in: undefined for who knows nobody's in it but their own, and for a
 * picture that does not tell whom it was made of.
 */
function unknownIn(
  { picture, madeOf }: Standing,
  now: readonly Counting[],
  { id: reader, former, reads, mayKnow }: Reader,
): { atLeast: number; atMost: number } | undefined {
  const accounts = [reader, ...former];
  if (!madeOf || (madeOf.unreadBy(accounts) === undefined && !mayKnow.some(madeOf.holds))) return undefined;
  const { still, gone } = unreadThen(picture, madeOf, now, reader);
  const isUnknown = ({ id }: Counting) => !mayKnow.includes(id) && !madeOf.wasReadBy(former, id);
  return {
    atLeast: still.filter(isUnknown).length,
    atMost: gone + still.filter((one) => !reads.includes(one.id) || !madeOf.holdsAs(one)).length,
  };
}

/**
 * Of how many who changed, came or went since a picture this reader does not know both what it was made of and what they say now: at least,
 * and at most. Of whom they began to read since, they may have seen with them what they said before.
 */
function changedUnread(
  { picture, madeOf }: Standing,
  now: readonly Counted[],
  { id: reader, former, reads, mayKnow }: Reader,
) {
  const others = now.filter(({ id }) => id !== reader);
  const notAmong = (isKnown: (id: string) => boolean) =>
    others.filter(
      (one) => (madeOf ? !madeOf.holdsAs(one) : newestOf(one.one) > picture.day) && !isKnown(one.id),
    ).length;
  const all = [reader, ...former];
  const isGone = (id: string) =>
    madeOf?.holds(id) && !madeOf.wasReadBy(all, id) && !now.some((one) => one.id === id);
  // Whoever is gone, and was read in between, may be known too.
  const mayBeKnown = new Set(mayKnow.filter(isGone)).size;
  const goneAtLeast = madeOf ? goneUnread(picture, madeOf, now, all) - mayBeKnown : 0;
  const goneAtMost = madeOf ? unreadThen(picture, madeOf, now, reader).gone : 0;
  const isRead = (id: string) => reads.includes(id) && (!madeOf?.holds(id) || madeOf.wasReadBy([reader], id));
  return {
    atLeast: Math.max(0, goneAtLeast) + notAmong((id) => mayKnow.includes(id)),
    atMost: goneAtMost + notAmong(isRead),
  };
}

/**
 * Whether a picture may follow the last one: for no reader it differs by one or two whom they do not read, since by what they know of the
 * others they could take those off (trust:fewest-six). A reader who will not see the next one compares nothing, and who knows all of it
 * learns nothing by it. `now`: all who count now, of whom the next is made.
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
      : now.every(({ id }) => id === reader.id || reader.reads.includes(id));
    const isAll = unknownIn(next, now, reader)?.atMost === 0;
    return atLeast >= NEWLY || isNone || isAll || isAboutFew(next, now, reader);
  });

/** What somebody read along with their account of now, and with those of before. */
export interface ReadBy {
  id: string;
  former: readonly string[];
  readAlong(account: string): ReadAlong | undefined;
}

/**
 * What one person knows of those who count. What was confirmed after another came in their place they do not, and what they read with
 * another account before somebody else may have read: an administrator may have bound their row to it.
 */
export function readerOf({ id, former, readAlong }: ReadBy, now: readonly Counted[]): Reader {
  const own = [...(readAlong(id) ?? [])];
  const before = former.flatMap((account) => [...(readAlong(account) ?? [])]);
  return {
    id,
    former,
    reads: own.flatMap(([read, until]) =>
      until === '' || now.some((person) => person.id === read && person.one.day < until) ? [read] : [],
    ),
    mayKnow: [...own, ...before].map(([read]) => read),
  };
}

/**
 * Those who read somebody who counts, now or ever, and those who did when the last picture was made, among all who may see the next
 * (`seeing`, by their account and those of before): else they would compare the two. `whoRead`: whom each account reads, or ever read.
 */
export function readersOf(
  now: readonly Counted[],
  whoRead: ReadonlyMap<string, ReadAlong>,
  last: MadeOf | undefined,
  seeing: readonly Pick<ReadBy, 'id' | 'former'>[],
): Reader[] {
  const known = new Map(seeing.map((one) => [one.id, one.former]));
  const readAlong = (account: string) => whoRead.get(account);
  const isReader = (accounts: readonly string[]) =>
    accounts.some((one) => now.some(({ id }) => readAlong(one)?.has(id))) ||
    (known.has(accounts[0] ?? '') && last?.unreadBy(accounts) !== undefined);
  return [...new Set([...known.keys(), ...whoRead.keys()])].flatMap((id) => {
    const former = known.get(id) ?? [];
    return isReader([id, ...former]) ? [readerOf({ id, former, readAlong }, now)] : [];
  });
}
