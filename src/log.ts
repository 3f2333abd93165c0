import { type Logger, pino } from 'pino';

/**
 * The log, one JSON object a line to standard output. What is logged names no person, conversation, comment
 * or answer: callers pass facts about the work, never about who it was for (trust:no-trace,
 * trust:text-is-data).
 */
export function createLog(level: string): Logger {
  return pino({ level, base: undefined, timestamp: pino.stdTimeFunctions.isoTime });
}
