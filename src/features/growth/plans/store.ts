import { changeRow, key, type Storage } from '../../../storage/index.ts';
import type { Plan, SharedPlan } from './plan.ts';
import { plansTable, sharedPlansTable } from './tables.ts';

/** The ontwikkelplannen of one tenant, by the directory id of whose they are. */
export interface PlanStore {
  /** One point read. */
  of(directoryId: string): Promise<Plan | undefined>;
  /** All plans. One range. */
  all(): Promise<{ id: string; plan: Plan }[]>;
  /** False when there is one already. */
  begin(directoryId: string, plan: Plan): Promise<boolean>;
  /** Undefined when there is none: nothing comes back that its person erased. Writes nothing for the same object. */
  change(directoryId: string, change: (now: Plan) => Plan): Promise<Plan | undefined>;
  /** Takes it away, with what was shared of it. May be repeated. */
  remove(directoryId: string): Promise<void>;
  /** What somebody shared. One point read. */
  sharedOf(directoryId: string): Promise<SharedPlan | undefined>;
  share(directoryId: string, shared: SharedPlan): Promise<void>;
  stopSharing(directoryId: string): Promise<void>;
  /** What is shared with this manager, by the directory id of whose it is. One range. */
  sharedWith(manager: string): Promise<{ id: string; shared: SharedPlan }[]>;
  /** All that is shared. One range. */
  allShared(): Promise<{ id: string; shared: SharedPlan }[]>;
}

/** Opens the plans of one tenant. */
export function planStore(storage: Storage, tenant: string): PlanStore {
  const plans = storage.table(plansTable);
  const shares = storage.table(sharedPlansTable);
  const partition = key(tenant);
  const stopSharing = async (id: string) => {
    await shares.remove(partition, key(id));
  };
  const sharedIn = async (where: object) =>
    (await shares.range({ partition, ...where })).map(({ row, value }) => ({ id: row, shared: value }));

  return {
    of: async (id) => (await plans.get(partition, key(id)))?.value,
    all: async () => (await plans.range({ partition })).map(({ row, value }) => ({ id: row, plan: value })),
    begin: (id, plan) => plans.insert(partition, key(id), plan),
    change: async (id, change) => (await changeRow(plans, partition, key(id), change))?.after,
    remove: async (id) => {
      await stopSharing(id);
      await plans.remove(partition, key(id));
    },
    sharedOf: async (id) => (await shares.get(partition, key(id)))?.value,
    share: (id, shared) => shares.put(partition, key(id), shared),
    stopSharing,
    sharedWith: (manager) => sharedIn({ fieldIs: { field: 'manager', value: manager } }),
    allShared: () => sharedIn({}),
  };
}
