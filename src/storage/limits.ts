/** A transaction holds at most this many rows (Azure Tables). */
export const TRANSACTION_ROWS = 100;
