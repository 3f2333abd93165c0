import { activitiesJoined } from '../activities-joined.ts';
import { activityIn } from '../activity-in.ts';
import { type Claim, type ClaimOf, claimedPlaces, claimsOf } from '../claims.ts';
import { leadsToPlace } from '../places.ts';
import type { QuestionText } from '../question-text.ts';

/** The activity that the question speaks of first of all, and then the others that are asked along with it. */
export function recogniseActivities(
  { text, words, plains, lookup }: QuestionText,
  claims: readonly Claim[],
): ClaimOf<'activity'>[] {
  // "Objectregisseur" names a role, and not regie as well.
  const roles = claimedPlaces(claimsOf(claims, 'role'));
  const first = activityIn(
    plains.map((word, place) => (roles.has(place) ? '' : word)),
    lookup,
  );
  if (!first) return [];
  const claimed = claimedPlaces(claims);
  // A registration that is named twice is recognised once.
  const registrations = new Set(
    [...claimedPlaces(claimsOf(claims, 'registration'))].map((place) => plains[place]),
  );
  const mayStandBetween = (place: number) =>
    claimed.has(place) || registrations.has(plains[place]) || leadsToPlace.test(plains[place - 1] ?? '');
  return activitiesJoined(words, text, first, lookup, mayStandBetween).map(({ activity, places }) => ({
    kind: 'activity',
    activity,
    places,
  }));
}
