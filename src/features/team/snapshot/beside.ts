import type { GroupKind } from '../groups/group.ts';
import type { Seat } from '../groups/rights.ts';
import type { Snapshot } from './snapshot.ts';

/**
 * True when a picture of these teams, beside the teams that somebody sees, is that of one team more. The teams of a department stand
 * together: where two or more of them are not seen, its own picture is shown and tells of none of them.
 */
function tellsOfOne(teams: readonly (readonly string[])[], seen: ReadonlySet<string>): boolean {
  const unseen = teams.map((together) => together.filter((key) => !seen.has(key)).length);
  return unseen.filter((count) => count === 1).length === 1;
}

/**
 * The snapshots of a group as somebody may see them: without the pictures of a department or the municipality that tell them of one
 * team, in the weeks in which they do (trust:direction-sees-departments). What is not known to be safe, from before `teams` was kept, is
 * left out as well.
 */
export function shownTo(
  { beside }: Pick<Seat, 'beside'>,
  { kind }: { kind: GroupKind },
  snapshots: readonly Snapshot[],
): Snapshot[] {
  if (!beside || kind === 'team') return [...snapshots];
  return snapshots.map((snapshot) =>
    snapshot.teams && !tellsOfOne(snapshot.teams, beside) ? snapshot : { ...snapshot, picture: undefined },
  );
}
