/**
 * A count rounded down to tens. So a queue is told to whoever reads it: one message more or less would tell of a small team whether
 * its only member gets a card (trust:no-trace).
 */
export const inTens = (count: number): number => Math.floor(count / 10) * 10;
