import { below, defineTable, key } from '../../../storage/index.ts';
import type { Agreements, BoardPoint } from './securing.ts';

/**
 * What stays of the change. Partition: tenant. Rows: `a` (what was agreed), `b|id` (a point of the verbeterbord) and
 * `p|directory id|duty` (who looks after a registration or a point). A point that is done lives as long as other rows with a day.
 */
export interface SecuringRow
  extends Partial<Omit<Agreements, 'version'>>,
    Partial<Omit<BoardPoint, 'id' | 'version'>> {
  version?: number;
  /** Of `p`, and of a point that is done: the day (ISO date) from which retention counts. */
  day?: string;
}

export const securingTable = defineTable<SecuringRow>({
  name: 'plansecuring',
  namesPeople: (row) => row.startsWith('p|'),
  owner: 'plan',
  holds: 'de afspraken van de borging, de punten van het verbeterbord, en wat daarvan van jou is',
  seenBy: 'iedereen bij de gemeente',
  retention: { days: 731, from: 'day' },
  json: ['texts', 'handedOver'],
  person: {
    kind: 'personal',
    rows: ({ tenant, directoryId }) => [{ partition: key(tenant), ...below('p', directoryId) }],
    describe: () => 'Je bent proceseigenaar of data-eigenaar, of je pakt een punt van het verbeterbord op.',
  },
});
