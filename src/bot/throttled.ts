import { outcomeOf } from './refusal.ts';
import type { Attempt, Wire } from './wire.ts';

/**
 * The same wire, that tells when Teams asks to wait with what is for somebody who is there now. Not of rounds: of some of those it may
 * not be known whether there was anything to send (trust:no-trace), which only the worker knows.
 */
export function noticingThrottled(wire: Wire, onThrottled: () => void): Wire {
  async function told<R>({ lane }: Attempt, work: Promise<R>): Promise<R> {
    try {
      return await work;
    } catch (error) {
      if (lane === 'people' && outcomeOf(error).kind === 'throttled') onThrottled();
      throw error;
    }
  }
  return {
    verify: wire.verify,
    send: (to, activity, attempt) => told(attempt, wire.send(to, activity, attempt)),
    update: (to, id, activity, attempt) => told(attempt, wire.update(to, id, activity, attempt)),
    member: (of, user, attempt) => told(attempt, wire.member(of, user, attempt)),
    members: (of, page, attempt) => told(attempt, wire.members(of, page, attempt)),
    openChat: (service, directoryId, attempt) => told(attempt, wire.openChat(service, directoryId, attempt)),
  };
}
