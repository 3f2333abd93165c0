import { isPresent } from '../../people/person.ts';
import type { ReadLearningState } from '../growth/contract.ts';
import { joined } from '../joined.ts';
import type { FeatureModule, FeatureOffer, Services, Tools } from '../module.ts';
import type { ReadClosedFor, ReadClosedPilots } from '../pilots/contract.ts';
import type { ReadRoleHolders, ReadRolesState } from '../roles/contract.ts';
import type { ReadPassable } from '../team/contract.ts';
import type { ReadDialogueState } from '../tips/contract.ts';
import { courseOffer } from './course/index.ts';
import { courseStateOf } from './course/rules.ts';
import { type CourseStore, courseStore } from './course/store.ts';
import { courseTable } from './course/tables.ts';
import { documents } from './documents/index.ts';
import { securingOffer } from './securing/index.ts';
import { securingStateOf } from './securing/rules.ts';
import { type SecuringStore, securingStore } from './securing/store.ts';
import { securingTable } from './securing/tables.ts';
import type { Facts } from './steps/facts.ts';
import { stepPlan } from './steps/index.ts';
import { type PlanStore, planStore } from './steps/store.ts';
import { planStepsTable } from './steps/tables.ts';

/** What the plan keeps. */
export interface PlanOpened {
  plan: PlanStore;
  course: CourseStore;
  securing: SecuringStore;
}

/** What the plan is given of others: how far each of them is, and nothing of anybody. */
export interface PlanNeeds {
  roles: ReadRolesState;
  holders: ReadRoleHolders;
  pilots: ReadClosedPilots;
  /** Only what somebody may read of them. */
  closedFor: ReadClosedFor;
  dialogue: ReadDialogueState;
  learning: ReadLearningState;
  passable: ReadPassable;
}

const open = ({ storage, tenant }: Services): PlanOpened => ({
  plan: planStore(storage, tenant),
  course: courseStore(storage, tenant),
  securing: securingStore(storage, tenant),
});

function offer(opened: PlanOpened, tools: Tools, needs: PlanNeeds): FeatureOffer {
  async function facts(): Promise<Facts> {
    const [roles, pilots, dialogue, learning, course, securing, { form }, people] = await Promise.all([
      needs.roles(),
      needs.pilots(),
      needs.dialogue(),
      needs.learning(),
      opened.course.read(),
      opened.securing.read(),
      opened.plan.read(),
      tools.everybody(),
    ]);
    const here = new Set(people.filter(isPresent).map(({ directoryId }) => directoryId));
    return {
      roles,
      pilots,
      dialogue,
      learning,
      course: courseStateOf(course),
      securing: securingStateOf(securing, form, (id) => here.has(id)),
    };
  }
  const own = {
    ...tools,
    ...opened,
    facts,
    passable: needs.passable,
    holders: needs.holders,
    closed: needs.pilots,
    closedFor: needs.closedFor,
  };
  return joined([stepPlan(own), courseOffer(own), securingOffer(own), documents(own)]);
}

/** The plan over the eight steps of the method, full or light, and what stays of it (docs/method.md). */
export const plan: FeatureModule<PlanOpened, PlanNeeds> = {
  name: 'plan',
  title: 'Stappenplan',
  tables: [planStepsTable, courseTable, securingTable],
  open,
  offer,
};
