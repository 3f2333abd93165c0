import { ASSIGNMENT } from '../../vocabulary/activities.ts';
import type { Understood } from '../understanding/understood.ts';

/** The activity of a question; an amount without one is about an assignment. */
export const activityAsked = ({ activity, amount }: Understood): string | undefined =>
  activity ?? (amount === undefined ? undefined : ASSIGNMENT);
