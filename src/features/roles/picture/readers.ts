import { newestOf } from '../matrix/rules.ts';
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
  reader: string,
) {
  const still = now.filter(({ id }) => id !== reader && madeOf.holds(id) && !madeOf.wasReadBy(reader, id));
  const all = madeOf.unreadBy(reader) ?? people - (madeOf.holds(reader) ? 1 : 0);
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
  { id: reader, reads }: Reader,
): boolean {
  if (!madeOf) return reads.length > 0;
  if (madeOf.unreadBy(reader) === undefined && !reads.some(madeOf.holds)) return false;
  const { still, gone } = unreadThen(picture, madeOf, now, reader);
  const atLeast = still.filter(({ id }) => !reads.includes(id)).length;
  const atMost = gone + still.filter((one) => !reads.includes(one.id) || !madeOf.holdsAs(one)).length;
  return atMost > 0 && atLeast < FEWEST;
}

/** Of how many who changed, came or went since a picture this reader does not know both what it was made of and what they say now. */
function changedUnread(
  { picture, madeOf }: Standing,
  now: readonly Counted[],
  { id: reader, reads }: Reader,
) {
  const others = now.filter(({ id }) => id !== reader);
  if (!madeOf)
    return others.filter(({ id, one }) => !reads.includes(id) && newestOf(one) > picture.day).length;
  const isKnown = (id: string) => reads.includes(id) && (!madeOf.holds(id) || madeOf.wasReadBy(reader, id));
  const changed = others.filter((one) => !madeOf.holdsAs(one) && !isKnown(one.id)).length;
  return changed + unreadThen(picture, madeOf, now, reader).gone;
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
    const unread = changedUnread(last, now, reader);
    // Of a picture that does not tell whom it was made of, nobody knows who went since.
    const isNone = last.madeOf
      ? unread === 0
      : now.every(({ id }) => id === reader.id || reader.reads.includes(id));
    return unread >= NEWLY || isNone || isAboutFew(next, now, reader);
  });

/**
 * Those who read somebody who counts along, and those who did when the last picture was made, among all who may see the next (`seeing`,
 * directory ids): else they would compare the two. `readBy`: who reads whom.
 */
export function readersOf(
  now: readonly Counting[],
  readBy: ReadonlyMap<string, { manager: string }>,
  last: MadeOf | undefined,
  seeing: readonly string[],
): Reader[] {
  const managers = now.flatMap(({ id }) => readBy.get(id)?.manager ?? []);
  const before = seeing.filter((id) => last?.unreadBy(id) !== undefined);
  return [...new Set([...managers, ...before])].map((reader) => ({
    id: reader,
    reads: [...readBy].flatMap(([id, { manager }]) => (manager === reader ? [id] : [])),
  }));
}
