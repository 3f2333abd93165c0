import { dutchDay } from '../../../calendar/clock.ts';
import { below, defineTable, exactly, key } from '../../../storage/index.ts';
import type { Offer, Pair } from './buddy.ts';

/** Who wants to be a buddy. Partition: tenant. Row: directory id. */
export const buddyOffersTable = defineTable<Offer>({
  name: 'buddyoffers',
  namesPeople: true,
  owner: 'growth',
  holds: 'waarmee je een ander wilt helpen als buddy',
  seenBy: 'alleen jij',
  retention: { days: 365, from: 'day' },
  json: ['themes', 'roles'],
  person: {
    kind: 'personal',
    rows: ({ tenant, directoryId }) => [{ partition: key(tenant), ...exactly(directoryId) }],
    describe: ({ day }) => `Je wilt buddy zijn. Dat zei je op ${dutchDay(day)}.`,
  },
});

/** A question as who asked it may read it: who was asked, and a no, are not theirs to know. */
const forAsker = ({ buddy: _buddy, declined: _declined, untold: _untold, ...rest }: Pair): object => rest;

/** Who is asked by whom, and who are a pair. Partition: tenant. Row: directory id of who asked · that and who was asked, for what is past. */
export const buddyPairsTable = defineTable<Pair>({
  name: 'buddypairs',
  namesPeople: true,
  owner: 'growth',
  holds: 'je vraag om een buddy, en wie je buddy is',
  seenBy: 'jullie tweeën',
  retention: { days: 365, from: 'day' },
  person: {
    kind: 'personal',
    rows: ({ tenant, directoryId }) => [
      { partition: key(tenant), ...exactly(directoryId) },
      { partition: key(tenant), ...below(directoryId) },
      { partition: key(tenant), fieldIs: { field: 'buddy', value: directoryId } },
    ],
    exported: (pair, reader) => (pair.paired || pair.buddy === reader ? pair : forAsker(pair)),
    describe: ({ paired, day }) =>
      paired
        ? `Sinds ${dutchDay(day)} ben je een buddy, of heb je er een.`
        : `Op ${dutchDay(day)} is er een buddy gevraagd: door jou, of aan jou.`,
  },
});
