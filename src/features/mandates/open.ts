import type { Services } from '../module.ts';
import { type ProposalStore, proposalStore } from './changes/proposal-store.ts';
import { type MandateStore, mandateStore } from './register/store.ts';
import { type GapStore, gapStore } from './review/gaps.ts';

/** What the mandate register keeps. */
export interface MandateStores {
  store: MandateStore;
  gaps: GapStore;
  proposals: ProposalStore;
}

/** Opens the register of one tenant. */
export function openStores({ storage, tenant }: Services): MandateStores {
  return {
    store: mandateStore(storage, tenant),
    gaps: gapStore(storage, tenant),
    proposals: proposalStore(storage, tenant),
  };
}
