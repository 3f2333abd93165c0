import { createHmac, createSecretKey } from 'node:crypto';

/** What a comment is known by: its week, and who wrote it. */
interface WrittenIn {
  period: string;
  writer: string;
}

export interface HashedIds {
  /**
   * What a signal is called. The same text from the same door on the same day by the same person (or by nobody who puts
   * their name to it) is the same signal, so that two taps give one; of whom it is, nobody can find out by trying.
   */
  signal(door: string, day: string, text: string, by: string): string;
  /** The mark on a signal of somebody whom it passes. It can be compared, and never be turned into who that is. */
  passed(signal: string, who: string): string;
  /**
   * What a conversation is called on the cards of who leads the team. It leads to no writer, not even to two
   * conversations with the same one, and no action of a writer takes it: it claims nothing.
   */
  conversation(team: string, comment: WrittenIn): string;
  /**
   * Comments in an order that is always the same: newest week first, and in a week shuffled by their words. Never in
   * an order of writers, whose place would recognise them week after week.
   */
  shuffled<T extends WrittenIn & { text?: string }>(team: string, comments: readonly T[]): T[];
}

/** Names and orders what has no writer by a key that nobody outside the bot has. */
export function hashedIds(secret: Buffer): HashedIds {
  const hmacKey = createSecretKey(secret);
  const hash = (...parts: string[]) =>
    createHmac('sha256', hmacKey).update(JSON.stringify(parts)).digest('base64url').slice(0, 22);
  const conversation: HashedIds['conversation'] = (team, { period, writer }) =>
    hash('conversation', team, period, writer);
  return {
    signal: (...what) => `S-${hash('signal', ...what)}`,
    passed: (signal, who) => hash('passed', signal, who),
    conversation,
    shuffled: (team, comments) =>
      comments
        // The second part only tells the same words apart.
        .map((comment) => {
          const place = hash('place', comment.period, comment.text ?? '') + conversation(team, comment);
          return { comment, place };
        })
        .sort((a, b) => order(b.comment.period, a.comment.period) || order(a.place, b.place))
        .map(({ comment }) => comment),
  };
}

const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
