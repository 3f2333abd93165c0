import type { Turn } from '../../../conversation/turn.ts';
import { assignedCard, toldAtOnce, unreachedWords } from '../../../people/assigned.ts';
import type { Pilot } from '../pilot/pilot.ts';
import { teamIn } from '../pilot/place.ts';
import type { PilotTools } from '../pilot/tools.ts';
import { assignedOf } from './assigned.ts';
import type { ActionStore, Todo } from './store.ts';

export interface HandingOverTools extends Pick<PilotTools, 'everybody' | 'send'> {
  actions: ActionStore;
}

/**
 * Lets somebody know that an action is theirs from now on: at once when it is due today, and otherwise by the clock. Gives
 * what to say of somebody who cannot be told; '' where they can.
 */
export async function handOver(
  { actions, everybody, send }: HandingOverTools,
  turn: Turn,
  pilot: Pick<Pilot, 'id' | 'name'>,
  todo: Todo,
): Promise<string> {
  const { id, owner, due } = todo;
  if (owner === undefined) return '';
  const [people, { municipality }] = await Promise.all([everybody(), turn.settings()]);
  // Switched off, pilots send nothing new: the clock tells it once they are on again.
  if (municipality.pilotsOff && teamIn(pilot.id) === undefined) return '';
  const told = await toldAtOnce(
    { owner, due },
    turn.directoryId,
    (day) => assignedCard([assignedOf(actions, pilot, { ...todo, owner })], [], day),
    { people, now: turn.now, closures: new Set(municipality.closures), send },
  );
  if (told !== todo.told || todo.askedFor !== undefined || todo.remindedFor !== undefined)
    await actions.change(pilot.id, id, (now) => ({
      ...now,
      told,
      askedFor: undefined,
      remindedFor: undefined,
    }));
  return unreachedWords(owner, turn.directoryId, people);
}
