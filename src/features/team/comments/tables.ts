import { dutchDay } from '../../../calendar/clock.ts';
import { below, defineTable, key, partsOf } from '../../../storage/index.ts';
import type { Side } from './rules.ts';

/**
 * The conversation about one comment without name. Partition: tenant, team. Row: the writer's pseudonym for comments,
 * period, number. Whoever adds a reply inserts the next number, so that no reply comes twice or after the end. The row
 * names nobody on either side and holds no time of day: the time that storage itself notes stands beside a pseudonym
 * only.
 */
export interface ReplyRow {
  /** The day on which this was said. */
  day: string;
  /** The day on which something was last said in the conversation, from which retention counts. */
  last: string;
  from: Side;
  /** Missing where the conversation was closed. */
  text?: string;
}

export const repliesTable = defineTable<ReplyRow>({
  name: 'replies',
  namesPeople: false,
  coded: true,
  owner: 'team',
  holds: 'het gesprek over iets wat je zonder naam deelde',
  seenBy: 'jij, en wie je team leidt; zonder je naam',
  retention: { days: 12 * 7, from: 'last' },
  codes: ({ partition }) => [{ of: 'row', part: 0, place: partsOf(partition)[1] ?? '', purpose: 'comment' }],
  person: {
    kind: 'personal',
    rows: ({ tenant, pseudonyms }) =>
      pseudonyms
        .filter(({ purpose }) => purpose === 'comment')
        .map(({ team, pseudonym }) => ({ partition: key(tenant, team), ...below(pseudonym) })),
    describe: ({ day, from, text }) => {
      const who = from === 'writer' ? 'Jij' : 'Je leidinggevende';
      return `${dutchDay(day)}: ${text === undefined ? `${who} sloot het gesprek.` : `${who} schreef: ${text}`}`;
    },
  },
});
