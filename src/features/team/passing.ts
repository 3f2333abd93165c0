import pMap from 'p-map';
import type { ReadPassable } from './contract.ts';
import { seatOf } from './groups/rights.ts';
import type { GroupStore } from './store.ts';
import { isOpenPoint } from './talk/point.ts';

const AT_ONCE = 4;
/** So many stand in one list. */
const MOST = 40;

/**
 * Reads what who leads a team may pass on of it: points that it still wants to do better, and what was decided about signals. What
 * somebody wrote as a signal stays where it is: others read it never. One range a team.
 */
export function passableOf(groups: Pick<GroupStore, 'content'>): ReadPassable {
  return async (person, settings) => {
    const lists = await pMap(
      seatOf(person, settings).leads,
      async (place) => {
        const { points, signals } = await groups.content(place);
        return [
          ...points
            .filter(isOpenPoint)
            .map(({ id, text }) => ({ id: `talk|${place.key}|${id}`, text, source: 'talk' as const })),
          ...signals.flatMap(({ id, words: { decided }, acts, passed }) =>
            decided && acts && passed === undefined
              ? [{ id: `signal|${place.key}|${id}`, text: decided, source: 'signal' as const }]
              : [],
          ),
        ];
      },
      { concurrency: AT_ONCE },
    );
    return lists.flat().slice(0, MOST);
  };
}
