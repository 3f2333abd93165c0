import { activitiesJoined } from '../activities-joined.ts';
import { activityIn } from '../activity-in.ts';
import { type Claim, type ClaimOf, claimedPositions, claimsOf } from '../claims.ts';
import { leadsToPlace } from '../places.ts';
import type { QuestionText } from '../question-text.ts';

/** The activity that the question speaks of first of all, and then the others that are asked along with it. */
export function recogniseActivities(
  { text, words, plains, lookup }: QuestionText,
  claims: readonly Claim[],
): ClaimOf<'activity'>[] {
  // "Objectregisseur" names a role, and not regie as well.
  const roles = claimedPositions(claimsOf(claims, 'role'));
  const first = activityIn(
    plains.map((word, position) => (roles.has(position) ? '' : word)),
    lookup,
  );
  if (!first) return [];
  const claimed = claimedPositions(claims);
  // A registration that is named twice is recognised once.
  const registrations = new Set(
    [...claimedPositions(claimsOf(claims, 'registration'))].map((position) => plains[position]),
  );
  const mayStandBetween = (position: number) =>
    claimed.has(position) ||
    registrations.has(plains[position]) ||
    leadsToPlace.test(plains[position - 1] ?? '');
  return activitiesJoined(words, text, first, lookup, mayStandBetween).map(({ activity, positions }) => ({
    kind: 'activity',
    activity,
    positions,
  }));
}
