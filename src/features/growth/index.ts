import { type IbroRole, ibroRoles } from '../../people/person.ts';
import { joined } from '../joined.ts';
import type { FeatureModule, FeatureOffer, Services, Tools } from '../module.ts';
import { buddy } from './buddy/index.ts';
import { type BuddyStore, buddyStore } from './buddy/store.ts';
import { buddyOffersTable, buddyPairsTable } from './buddy/tables.ts';
import type { LearningState } from './contract.ts';
import { lines } from './lines/index.ts';
import { type LineStore, lineStore } from './lines/store.ts';
import { followersTable, linesTable, lineTotalsTable } from './lines/tables.ts';
import { plans } from './plans/index.ts';
import { atLeast } from './plans/rules.ts';
import { type PlanStore, planStore } from './plans/store.ts';
import { plansTable, sharedPlansTable } from './plans/tables.ts';

/** What this feature keeps, and what others may be given of it. */
export interface GrowthOpened {
  plans: PlanStore;
  buddies: BuddyStore;
  lines: LineStore;
  /** Two ranges. */
  learningState(): Promise<LearningState>;
}

function open({ storage, tenant }: Services): GrowthOpened {
  const [plansKept, linesKept] = [planStore(storage, tenant), lineStore(storage, tenant)];
  return {
    plans: plansKept,
    buddies: buddyStore(storage, tenant),
    lines: linesKept,
    learningState: async () => {
      const [all, made] = await Promise.all([linesKept.all(), plansKept.all()]);
      const started = ibroRoles.flatMap((role) => all[role].started ?? []).toSorted();
      return {
        adoptedLines: ibroRoles.filter((role: IbroRole) => all[role].adopted !== undefined),
        firstActivityOn: started[0],
        developmentPlans: atLeast(made.length),
      };
    },
  };
}

function offer(opened: GrowthOpened, tools: Tools): FeatureOffer {
  const own = { ...tools, ...opened };
  return joined([plans(own), buddy(own), lines(own)]);
}

/** Growing in a role: what somebody wants to learn, with whom, and what the municipality offers for it (docs/method.md steps 4 and 6). */
export const growth: FeatureModule<GrowthOpened> = {
  name: 'growth',
  title: 'Groeien',
  tables: [
    plansTable,
    sharedPlansTable,
    buddyOffersTable,
    buddyPairsTable,
    linesTable,
    followersTable,
    lineTotalsTable,
  ],
  open,
  offer,
};
