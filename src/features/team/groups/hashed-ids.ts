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

/** Makes ids and orders with a key that nobody outside the bot has. */
export function hashedIds(secret: Buffer): HashedIds {
  const hmacKey = createSecretKey(secret);
  const hash = (...parts: string[]) =>
    createHmac('sha256', hmacKey).update(JSON.stringify(parts)).digest('base64url').slice(0, 22);
  const conversation: HashedIds['conversation'] = (team, { period, writer }) =>
    hash('conversation', team, period, writer);
  return {
    signal: (...what) => `S-${hash('signal', ...what)}`,
    passed: (signal, who) => hash('passed', signal, who),
    placed: (change, who) => hash('placed', change, who),
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
