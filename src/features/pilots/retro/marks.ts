import { createHmac, createSecretKey, timingSafeEqual } from 'node:crypto';

/** Of so many of their points a writer holds the mark: they travel with every button of the card. */
export const MOST_HELD = 6;

/** What makes a point its writer's own, without their name: whoever holds its mark may change it and take it back. */
export interface Marks {
  /** Adds a point to what somebody holds. The oldest goes where it is too much. */
  withPoint(held: string, of: OfPoint): string;
  /** The ids of the points of a board that somebody truly holds, in order of coming. */
  pointsIn(held: string, of: Omit<OfPoint, 'point'>): string[];
}

interface OfPoint {
  place: string;
  board: string;
  point: string;
}

/**
 * Marks that follow from the secret key, so that nothing of them is stored: whoever reads the tables finds no writer and
 * nothing to try a mark on. A mark stands in the answer to its writer's own tap and comes back with the next one; it is no
 * answer and says nothing about them. Marks of `older` keys, which stand on cards in chats, are known as well.
 */
export function marks(secret: Buffer, older: readonly Buffer[] = []): Marks {
  const hmacKey = createSecretKey(secret);
  const hmacKeys = [hmacKey, ...older.map((one) => createSecretKey(one))];
  const markOf = ({ place, board, point }: OfPoint, madeWith = hmacKey) =>
    createHmac('sha256', madeWith)
      .update(JSON.stringify([place, board, point]))
      .digest('base64url')
      .slice(0, 22);
  const isMark = (mark: string, of: OfPoint) =>
    hmacKeys.some((made) => {
      const [one, other] = [Buffer.from(mark), Buffer.from(markOf(of, made))];
      return one.length === other.length && timingSafeEqual(one, other);
    });
  const pairsIn = (held: string) => held.split(',').filter(Boolean);

  return {
    withPoint: (held, of) => [...pairsIn(held), `${of.point}.${markOf(of)}`].slice(-MOST_HELD).join(','),
    pointsIn: (held, of) =>
      pairsIn(held)
        .slice(-MOST_HELD)
        .flatMap((pair) => {
          const [point = '', mark = ''] = pair.split('.');
          return isMark(mark, { ...of, point }) ? [point] : [];
        }),
  };
}
