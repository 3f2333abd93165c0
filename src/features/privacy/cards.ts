import { card, type Filled } from '../../conversation/cards/card.ts';
import type { Message } from '../../conversation/message.ts';

/** What one table holds about somebody. */
interface HeldTable {
  holds: string;
  seenBy: string;
  kept: string;
  /** May be user text. */
  lines: readonly string[];
}

interface MyDataCard {
  text: string;
  tables: readonly HeldTable[];
  /** Where all of it can be fetched as a file. */
  file: string;
}

/** All that is held about somebody, in the answer to their own tap only. */
export function myDataCard({ text, tables, file }: MyDataCard): Message {
  return { text, card: card<Filled<MyDataCard>>('my-data', 'privacy', { tables, file }) };
}

/** What an erasure leaves, in one sentence: what a table holds in detail stands between brackets. */
export function keptInWords(holds: string, isFirst: boolean): string {
  const [what, ...details] = holds.split(': ');
  const detail = details.length > 0 ? ` (${details.join(': ')})` : '';
  return `${isFirst ? 'Dit' : 'Ook dit'} wis ik niet: ${what}${detail}.`;
}
