import type { ErasingTools } from '../../../people/erase-again.ts';
import type { Tools } from '../../module.ts';
import type { ReadPassable } from '../../team/contract.ts';
import { keepers } from '../steps/reading.ts';
import type { PlanStore } from '../steps/store.ts';
import type { SecuringStore } from './store.ts';

export interface SecuringTools
  extends Pick<Tools, 'audit' | 'everybody' | 'administrators' | 'newId' | keyof ErasingTools> {
  plan: PlanStore;
  securing: SecuringStore;
  /** What somebody may pass on of the teams that they lead. */
  passable: ReadPassable;
}

/** Who puts points on the board: who leads a team, and who keeps the plan. */
export const adders = ['manager', ...keepers] as const;
