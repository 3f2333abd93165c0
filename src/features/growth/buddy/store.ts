import { below, changeRow, key, partsOf, type Storage } from '../../../storage/index.ts';
import type { Offer, Pair } from './buddy.ts';
import { buddyOffersTable, buddyPairsTable } from './tables.ts';

/** A pair, with the directory id of who asked. `aside`: a question of before, beside which they may ask anew. */
export type AskedPair = Pair & { asker: string; aside?: true };

/** The buddies of one tenant, by directory id. */
export interface BuddyStore {
  /** One point read. */
  offerOf(directoryId: string): Promise<Offer | undefined>;
  /** All offers. One range. */
  offers(): Promise<{ id: string; offer: Offer }[]>;
  saveOffer(directoryId: string, offer: Offer): Promise<void>;
  removeOffer(directoryId: string): Promise<void>;
  /** What somebody asked. One point read. */
  askedBy(asker: string): Promise<AskedPair | undefined>;
  /** What somebody asked before, as long as it keeps those whom they asked from being asked again. One range. */
  pastOf(asker: string): Promise<AskedPair[]>;
  /** Makes room for a new question: the one that stands is past from now on. */
  setAside(last: AskedPair): Promise<void>;
  /** What somebody was asked, and of whom they are the buddy. One range. */
  askedOf(buddy: string): Promise<AskedPair[]>;
  /** All questions and pairs, also what is past. One range. */
  pairs(): Promise<AskedPair[]>;
  /** False when there is one already. */
  ask(asker: string, pair: Pair): Promise<boolean>;
  /** Undefined when there is none by now. Writes nothing for the same object. */
  change(asker: string, change: (now: Pair) => Pair): Promise<Pair | undefined>;
  /** Takes a question or a pair away. May be repeated. */
  end(pair: Pick<AskedPair, 'asker'> & Partial<Pick<AskedPair, 'aside' | 'buddy'>>): Promise<void>;
}

/** Opens the buddies of one tenant. */
export function buddyStore(storage: Storage, tenant: string): BuddyStore {
  const offers = storage.table(buddyOffersTable);
  const pairs = storage.table(buddyPairsTable);
  const partition = key(tenant);
  const found = async (where: object) =>
    (await pairs.range({ partition, ...where })).map(({ row, value }): AskedPair => {
      const [asker = '', buddy] = partsOf(row);
      return { ...value, asker, ...(buddy === undefined ? {} : { aside: true }) };
    });

  return {
    offerOf: async (id) => (await offers.get(partition, key(id)))?.value,
    offers: async () =>
      (await offers.range({ partition })).map(({ row, value }) => ({ id: row, offer: value })),
    saveOffer: (id, offer) => offers.put(partition, key(id), offer),
    removeOffer: async (id) => {
      await offers.remove(partition, key(id));
    },
    askedBy: async (asker) => {
      const stored = await pairs.get(partition, key(asker));
      return stored && { ...stored.value, asker };
    },
    pastOf: (asker) => found(below(asker)),
    setAside: async ({ asker, aside: _aside, ...pair }) => {
      await pairs.put(partition, key(asker, pair.buddy), { ...pair, past: true });
      await pairs.remove(partition, key(asker));
    },
    askedOf: async (buddy) =>
      (await found({ fieldIs: { field: 'buddy', value: buddy } })).filter(({ past }) => !past),
    pairs: () => found({}),
    ask: (asker, pair) => pairs.insert(partition, key(asker), pair),
    change: async (asker, change) => (await changeRow(pairs, partition, key(asker), change))?.after,
    end: async ({ asker, aside, buddy = '' }) => {
      await pairs.remove(partition, aside ? key(asker, buddy) : key(asker));
    },
  };
}
