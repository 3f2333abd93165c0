import type { Logger } from 'pino';
import type { Message } from '../conversation/message.ts';
import type { Turn } from '../conversation/turn.ts';
import { errorFacts } from '../lib/error-facts.ts';
import { logLines } from '../log-lines.ts';
import { notingWrites } from '../storage/index.ts';
import { correlationNow } from './correlation.ts';
import { failure, newReference } from './failure.ts';

/** Milliseconds. How long a turn took is logged as the first of these that it does not exceed: nearly all as the first. */
const LOGGED_MS = [1_000, 2_500, 5_000, 15_000, 60_000];

/** A piece of work. While free text goes from one hearing to the next, it is always about the one that is asked. */
export interface Work {
  kind: 'phrase' | 'action';
  name: string;
  feature?: string;
  traceless?: boolean;
  retry?: { verb: string; data: object };
}

export interface GuardTools {
  log: Logger;
  /** Called after a turn that wrote something about a person: they may have erased themselves meanwhile. */
  onWritten(turn: Turn): Promise<void>;
  /** Told of each piece of work for somebody, by its feature alone. */
  onTurn?(report: { feature?: string; ms: number; failed: boolean }): void;
}

/**
 * Gives what runs a handler: whatever fails becomes a message with a reference that also stands in the log, beside that of Microsoft.
 * Of work that may leave no trace there is neither: by them another log, or whoever reads the code aloud, would say whose it was
 * (trust:no-trace).
 */
export function createGuard({ log, onTurn, onWritten }: GuardTools) {
  return async (turn: Turn, what: Work, work: () => Promise<Message>): Promise<Message> => {
    const started = performance.now();
    const told = (failed: boolean) => {
      const ms = performance.now() - started;
      onTurn?.({ feature: what.feature, ms, failed });
      return LOGGED_MS.find((limit) => ms <= limit) ?? LOGGED_MS.at(-1);
    };
    try {
      const { result: message, aboutSomebody } = await notingWrites(work);
      if (aboutSomebody) await onWritten(turn);
      // What was asked is left out, and how long it took to the millisecond: beside its moment that would tell when an answer or a
      // signal came, and which it was by how much there was to do (trust:no-trace).
      log.info({ kind: what.kind, ms: told(false) }, logLines.turn);
      return message;
    } catch (error) {
      told(true);
      const { kind, name, traceless, retry } = what;
      const reference = traceless ? undefined : newReference();
      const correlation = traceless ? undefined : correlationNow();
      log.error({ kind, name, reference, correlation, error: errorFacts(error) }, logLines.turnFailed);
      return failure(reference, retry);
    }
  };
}
