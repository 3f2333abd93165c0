import { createHmac, createSecretKey } from 'node:crypto';

/** What a comment is known by: its week, and who wrote it. */
interface WrittenIn {
  period: string;
  writer: string;
}

/** Ids, marks and orders that nobody outside the bot can make or trace back. */
export interface HashedIds {
  /**
   * The id of a signal. The same text to the same place on the same day gives the same id, so that two taps make one
   * signal; with name the giver counts too (`by`). Without the key nobody finds out by trying whose it is.
   */
  signal(door: string, day: string, text: string, by: string): string;
  /**
   * The mark on a signal for somebody who may not read it. Marks can be compared, and never turned back into who that
   * is.
   */
  passed(signal: string, who: string): string;
  /** The mark on a change of the calendar for who placed it: it can be compared, and never turned back into who that is. */
  placed(change: string, who: string): string;
  /** True for such a mark of this person, also one that was made with an older secret key. */
  isPlaced(mark: string | undefined, change: string, who: string): boolean;
  /** The same as they were made with older secret keys, to tell marks by that stand in storage. Nothing new is made with these. */
  before: readonly HashedIds[];
  /**
   * The id of a conversation on the cards of who leads the team. It leads to no writer, and does not show that two
   * conversations have the same one. No action of a writer accepts it, so it gives no rights.
   */
  conversation(team: string, comment: WrittenIn): string;
  /**
   * Comments in an order that is always the same: newest week first, and within a week by a hash of their words. Never
   * in an order of writers: by their place they would be recognised week after week.
   */
  shuffled<T extends WrittenIn & { text?: string }>(team: string, comments: readonly T[]): T[];
}

/** Makes ids and orders with a key that nobody outside the bot has; `older` keys tell marks that were made with them. */
export function hashedIds(secret: Buffer, older: readonly Buffer[] = []): HashedIds {
  const before = older.map((one) => hashedIds(one));
  const hmacKey = createSecretKey(secret);
  const hash = (...parts: string[]) =>
    createHmac('sha256', hmacKey).update(JSON.stringify(parts)).digest('base64url').slice(0, 22);
  const conversation: HashedIds['conversation'] = (team, { period, writer }) =>
    hash('conversation', team, period, writer);
  const placed: HashedIds['placed'] = (change, who) => hash('placed', change, who);
  return {
    signal: (...what) => `S-${hash('signal', ...what)}`,
    passed: (signal, who) => hash('passed', signal, who),
    placed,
    isPlaced: (mark, change, who) =>
      mark !== undefined &&
      (mark === placed(change, who) || before.some((one) => one.isPlaced(mark, change, who))),
    before,
    conversation,
    shuffled: (team, comments) =>
      comments
        // The id of the conversation only keeps comments with the same words apart.
        .map((comment) => {
          const place = hash('place', comment.period, comment.text ?? '') + conversation(team, comment);
          return { comment, place };
        })
        .sort((a, b) => order(b.comment.period, a.comment.period) || order(a.place, b.place))
        .map(({ comment }) => comment),
  };
}

const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
