import type { Message } from '../../../conversation/message.ts';
import type { Turn } from '../../../conversation/turn.ts';
import type { Pilot } from '../pilot/pilot.ts';
import { alreadyClosed, changeOpen } from '../pilot/rights.ts';
import type { PilotTools } from '../pilot/tools.ts';

/** A change to a pilot by who leads it. */
export interface PilotChange {
  /** How the audit log names it. */
  what: string;
  change: (pilot: Pilot) => Pilot;
  /** What the answer says about it. */
  note: string;
}

/** Gives what logs a change to a pilot that is open, makes it and answers with the pilot as it then stands. */
export function changing({ pilots, audit, show }: Pick<PilotTools, 'pilots' | 'audit' | 'show'>) {
  return async (turn: Turn, id: string, { what, change, note }: PilotChange): Promise<Message> => {
    await audit.record(turn.directoryId, what, id);
    if (!(await changeOpen(pilots, id, change))) return alreadyClosed;
    return show(turn, id, note);
  };
}
