import type { FeatureOffer } from '../../module.ts';
import type { AssignmentTools } from '../assignments/tools.ts';

export function rolecard(_tools: AssignmentTools): FeatureOffer {
  return { phrases: [], actions: {} };
}
