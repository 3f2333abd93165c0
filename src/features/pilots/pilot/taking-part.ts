import type { IsInPilot } from '../contract.ts';
import { isRunning } from './pilot.ts';
import type { PilotStore } from './store.ts';

/**
 * Tells whether somebody is in a pilot that runs. One range, and a point read for each pilot they are in. Keeps nothing, so that it may
 * be asked in a turn that leaves no trace.
 */
export function takingPart({ of, get }: Pick<PilotStore, 'of' | 'get'>): IsInPilot {
  return async (directoryId, day) => {
    const mine = await of(directoryId);
    const pilots = await Promise.all([...mine.keys()].map(get));
    return pilots.some((pilot) => pilot !== undefined && isRunning(pilot, day));
  };
}
