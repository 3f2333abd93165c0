import { weekOf } from '../../../calendar/weeks.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';

/**
 * A team that gained or lost at least this many people, and at least this part of its size, cannot be compared with
 * what it was.
 */
const [PEOPLE, PART] = [3, 0.25];

/**
 * A sentence for who compares the weeks of a team (oldest first): since which week it is another team than before,
 * because it merged, split or grew fast. '' when nothing of the kind happened. Who is in a team is no secret: there is
 * one list of it.
 */
export function growthWords(snapshots: readonly Snapshot[]): string {
  const sizes = snapshots.flatMap(({ period, members }) =>
    members === undefined ? [] : [{ period, members }],
  );
  const jumps = sizes.flatMap(({ period, members }, place) => {
    const before = sizes[place - 1]?.members;
    const change = before === undefined ? 0 : members - before;
    return before !== undefined && Math.abs(change) >= PEOPLE && Math.abs(change) >= before * PART
      ? [{ period, change }]
      : [];
  });
  const last = jumps.at(-1);
  if (!last) return '';
  const size = last.change > 0 ? 'een stuk groter' : 'een stuk kleiner';
  return `Sinds week ${weekOf(last.period)} is dit team ${size}. Vergelijk met de weken ervoor dus voorzichtig.`;
}
