import type { ReadClosedFor, ReadClosedPilots } from '../contract.ts';
import type { LearningStore } from '../learning/store.ts';
import { kinds } from '../pilot/pilot.ts';
import { readsClosed } from '../pilot/rights.ts';
import type { PilotStore } from '../pilot/store.ts';

/** Reads which pilots were closed and what came of them. Two ranges. */
export function closedPilots(
  pilots: Pick<PilotStore, 'all'>,
  learnings: Pick<LearningStore, 'all'>,
): ReadClosedPilots {
  return async () => {
    const [all, learned] = await Promise.all([pilots.all(), learnings.all()]);
    return all
      .flatMap(({ id, kind, closedOn, outcome }) => {
        if (closedOn === undefined) return [];
        const points = learned.filter(({ pilot }) => pilot === id);
        return [
          {
            id,
            step: kinds[kind].step,
            title: kinds[kind].title,
            closedOn,
            whole: outcome?.ticks[0]?.done === true,
            isProcess: kind === 'procespilot',
            learned: points.length,
            shared: points.filter(({ state }) => state === 'shared').length,
          },
        ];
      })
      .sort((a, b) => b.closedOn.localeCompare(a.closedOn));
  };
}

/** Reads which closed pilots somebody may read, by the rule of the list of closed pilots. One range more. */
export function closedFor(
  read: ReadClosedPilots,
  pilots: Pick<PilotStore, 'of'>,
  administrators: readonly string[],
): ReadClosedFor {
  return async (reader) => {
    const [all, mine, readsAll] = await Promise.all([
      read(),
      pilots.of(reader.directoryId),
      readsClosed(reader, administrators),
    ]);
    return readsAll ? all : all.filter(({ id }) => mine.has(id));
  };
}
