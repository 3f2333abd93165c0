import type { Tools } from '../../module.ts';
import type { KnownRegister, MandateStore } from '../register/store.ts';
import type { RegisterImportPlan } from './plan.ts';
import { isUnchanged, summaryInShort } from './summary.ts';

export interface RegisterImportTools {
  audit: Pick<Tools['audit'], 'record'>;
  store: MandateStore;
}

/**
 * Carries out a plan on the register it was made from: in one step, and written down in the log without names. Gives
 * `nothing` when the plan changes nothing, and `changed` when somebody changed the register in between: then nothing
 * was done and a new plan is needed. `at` is an ISO instant in UTC.
 */
export async function carryOut(
  { store, audit }: RegisterImportTools,
  known: KnownRegister,
  plan: RegisterImportPlan,
  { who, at }: { who: string; at: string },
): Promise<'done' | 'nothing' | 'changed'> {
  if (isUnchanged(plan.summary)) return 'nothing';
  await audit.record(who, 'mandatenregister geïmporteerd', summaryInShort(plan.summary));
  if (!(await store.replace(known, plan.next, at))) return 'changed';
  for (const { signature, of } of plan.readings) await store.rememberMapping(signature, of);
  return 'done';
}
