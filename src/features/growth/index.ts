import { joined } from '../joined.ts';
import type { FeatureModule, FeatureOffer, Services, Tools } from '../module.ts';
import { buddy } from './buddy/index.ts';
import { type BuddyStore, buddyStore } from './buddy/store.ts';
import { buddyOffersTable, buddyPairsTable } from './buddy/tables.ts';
import { plans } from './plans/index.ts';
import { type PlanStore, planStore } from './plans/store.ts';
import { plansTable, sharedPlansTable } from './plans/tables.ts';

/** What this feature keeps. */
export interface GrowthOpened {
  plans: PlanStore;
  buddies: BuddyStore;
}

const open = ({ storage, tenant }: Services): GrowthOpened => ({
  plans: planStore(storage, tenant),
  buddies: buddyStore(storage, tenant),
});

function offer(opened: GrowthOpened, tools: Tools): FeatureOffer {
  const own = { ...tools, ...opened };
  return joined([plans(own), buddy(own)]);
}

/** Growing in a role: what somebody wants to learn, with whom, and what the municipality offers for it (docs/method.md steps 4 and 6). */
export const growth: FeatureModule<GrowthOpened> = {
  name: 'growth',
  title: 'Groeien',
  tables: [plansTable, sharedPlansTable, buddyOffersTable, buddyPairsTable],
  open,
  offer,
};
