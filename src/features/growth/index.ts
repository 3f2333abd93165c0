import { type IbroRole, ibroRoles } from '../../people/person.ts';
import { joined } from '../joined.ts';
import type { FeatureModule, FeatureOffer, Services, Tools } from '../module.ts';
import { buddy } from './buddy/index.ts';
import { type BuddyStore, buddyStore } from './buddy/store.ts';
import { buddyOffersTable, buddyPairsTable } from './buddy/tables.ts';
import type { ReadLearningState } from './contract.ts';
import { effect } from './effect/index.ts';
import { type EffectStore, effectStore } from './effect/store.ts';
import { quartersTable } from './effect/tables.ts';
import { lines } from './lines/index.ts';
import { type LineStore, lineStore } from './lines/store.ts';
import { followersTable, linesTable, lineTotalsTable } from './lines/tables.ts';
import { meetings } from './meetings/index.ts';
import { type MeetingStore, meetingStore } from './meetings/store.ts';
import { meetingsTable, teamLessonsTable } from './meetings/tables.ts';
import { plans } from './plans/index.ts';
import { type PlanStore, planStore } from './plans/store.ts';
import { plansTable, sharedPlansTable } from './plans/tables.ts';
import { type AssignedRoles, sampling } from './sampling/index.ts';
import { type SamplingStore, samplingStore } from './sampling/store.ts';
import { samplingsTable } from './sampling/tables.ts';

/** What this feature keeps, and what others may be given of it. */
export interface GrowthOpened {
  plans: PlanStore;
  buddies: BuddyStore;
  lines: LineStore;
  samplings: SamplingStore;
  effects: EffectStore;
  meetings: MeetingStore;
  /** One range. Whether anybody has an ontwikkelplan is nothing of it: that is their own. */
  learningState: ReadLearningState;
}

function open({ storage, tenant }: Services): GrowthOpened {
  const linesKept = lineStore(storage, tenant);
  return {
    plans: planStore(storage, tenant),
    buddies: buddyStore(storage, tenant),
    lines: linesKept,
    samplings: samplingStore(storage, tenant),
    effects: effectStore(storage, tenant),
    meetings: meetingStore(storage, tenant),
    learningState: async () => {
      const all = await linesKept.all();
      const started = ibroRoles.flatMap((role) => all[role].started ?? []).toSorted();
      return {
        adoptedLines: ibroRoles.filter((role: IbroRole) => all[role].adopted !== undefined),
        firstActivityOn: started[0],
      };
    },
  };
}

/** What this feature is given of others. */
export interface GrowthNeeds {
  assigned: AssignedRoles;
}

function offer(opened: GrowthOpened, tools: Tools, { assigned }: GrowthNeeds): FeatureOffer {
  const own = { ...tools, ...opened, assigned };
  return joined([plans(own), buddy(own), lines(own), sampling(own), effect(own), meetings(own)]);
}

/** Growing in a role: what somebody wants to learn, with whom, and what the municipality offers for it (docs/method.md steps 4 and 6). */
export const growth: FeatureModule<GrowthOpened, GrowthNeeds> = {
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
    samplingsTable,
    quartersTable,
    meetingsTable,
    teamLessonsTable,
  ],
  open,
  offer,
};
