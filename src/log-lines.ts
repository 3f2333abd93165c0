/**
 * Lines of the log that alerts in Azure look for (`infra/alerts.ts`), by what they say. Both sides read them here, so that no
 * alert waits for words that nobody writes any more. They hold counts and names of jobs, and nothing of people.
 */
export const logLines = {
  /** A turn of somebody ended well. */
  turn: 'turn',
  turnFailed: 'turn failed',
  /** A message of the queue was worked on: how many were sent, and how many not. */
  round: 'round',
  /** A message of the queue was given up. */
  setAside: 'message set aside',
  /** Once a day, before ten: what was due and was not planned, and how old the key is. No such line: the clock stands still. */
  morning: 'morning',
  /** The queue holds something that should have been taken long ago. */
  queueLate: 'queue late',
} as const;
