import type { ErasingTools } from '../../../people/erase-again.ts';
import type { Tools } from '../../module.ts';
import type { Facts } from './facts.ts';
import type { PlanStore } from './store.ts';

export interface StepsTools
  extends Pick<Tools, 'audit' | 'everybody' | 'administrators' | keyof ErasingTools> {
  plan: PlanStore;
  /** All that Kompas knows about the criteria at this moment. */
  facts(): Promise<Facts>;
}
