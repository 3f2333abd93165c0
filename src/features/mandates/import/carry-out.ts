import type { Tools } from '../../module.ts';
import type { KnownRegister, MandateStore } from '../register/store.ts';
import type { RegisterImportPlan } from './plan.ts';
import { isUnchanged, summaryInShort } from './summary.ts';

export interface RegisterImportTools {
  audit: Pick<Tools['audit'], 'record'>;
  store: MandateStore;
}

/** A register that takes the place of what is known, how its lists were read, and what changes, in a few words without names. */
export interface NextRegister extends Pick<RegisterImportPlan, 'next' | 'readings'> {
  short: string;
}

/**
 * Puts a register in the place of the one it was made from: in one step, and written down in the log. `changed` when somebody changed
 * the register in between: then nothing was done and a new plan is needed. `at` is an ISO instant in UTC.
 */
export async function putRegister(
  { store, audit }: RegisterImportTools,
  known: KnownRegister,
  { next, readings, short }: NextRegister,
  { who, at }: { who: string; at: string },
): Promise<'done' | 'changed'> {
  await audit.record(who, 'mandatenregister geïmporteerd', short);
  if (!(await store.replace(known, next, at))) return 'changed';
  for (const { signature, of } of readings) await store.rememberMapping(signature, of);
  return 'done';
}

/** Carries out a plan as `putRegister` does; `nothing` when it changes nothing. */
export async function carryOut(
  tools: RegisterImportTools,
  known: KnownRegister,
  { next, readings, summary }: RegisterImportPlan,
  by: { who: string; at: string },
): Promise<'done' | 'nothing' | 'changed'> {
  if (isUnchanged(summary)) return 'nothing';
  return putRegister(tools, known, { next, readings, short: summaryInShort(summary) }, by);
}
