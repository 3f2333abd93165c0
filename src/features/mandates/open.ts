import type { Services } from '../module.ts';
import { type ProposalStore, proposalStore } from './changes/proposal-store.ts';
import { nameInRegister } from './chat/mentioned.ts';
import { namedIn } from './register/named.ts';
import { type MandateStore, mandateStore } from './register/store.ts';
import { type GapStore, gapStore } from './review/gaps.ts';

/** What the mandate register keeps. */
export interface MandateStores {
  store: MandateStore;
  gaps: GapStore;
  proposals: ProposalStore;
  /** What the register says of somebody, in Dutch lines: it knows names only, so also of who has the same one. */
  inNameOf(directoryId: string): Promise<string[]>;
}

/** Opens the register of one tenant. */
export function openStores({ storage, tenant, people }: Services): MandateStores {
  const store = mandateStore(storage, tenant);

  async function inNameOf(directoryId: string): Promise<string[]> {
    const [{ lookup, records }, everybody] = await Promise.all([store.current(), people.everybody()]);
    const own = everybody.filter((person) => person.directoryId === directoryId);
    const names = own.flatMap((person) => [person.name, nameInRegister(person, everybody, lookup)]);
    return namedIn(records, names);
  }

  return {
    store,
    inNameOf,
    gaps: gapStore(storage, tenant),
    proposals: proposalStore(storage, tenant),
  };
}
