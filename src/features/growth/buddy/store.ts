import { changeRow, key, type Storage } from '../../../storage/index.ts';
import type { Offer, Pair } from './buddy.ts';
import { buddyOffersTable, buddyPairsTable } from './tables.ts';

/** A pair, with the directory id of who asked. */
export type AskedPair = Pair & { asker: string };

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
  /** What somebody was asked, and of whom they are the buddy. One range. */
  askedOf(buddy: string): Promise<AskedPair[]>;
  /** All questions and pairs. One range. */
  pairs(): Promise<AskedPair[]>;
  /** False when there is one already. */
  ask(asker: string, pair: Pair): Promise<boolean>;
  /** Undefined when there is none by now. Writes nothing for the same object. */
  change(asker: string, change: (now: Pair) => Pair): Promise<Pair | undefined>;
  /** Takes a question or a pair away. May be repeated. */
  end(asker: string): Promise<void>;
}

/** Opens the buddies of one tenant. */
export function buddyStore(storage: Storage, tenant: string): BuddyStore {
  const offers = storage.table(buddyOffersTable);
  const pairs = storage.table(buddyPairsTable);
  const partition = key(tenant);
  const found = async (where: object) =>
    (await pairs.range({ partition, ...where })).map(({ row, value }) => ({ ...value, asker: row }));

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
    askedOf: (buddy) => found({ fieldIs: { field: 'buddy', value: buddy } }),
    pairs: () => found({}),
    ask: (asker, pair) => pairs.insert(partition, key(asker), pair),
    change: async (asker, change) => (await changeRow(pairs, partition, key(asker), change))?.after,
    end: async (asker) => {
      await pairs.remove(partition, key(asker));
    },
  };
}
