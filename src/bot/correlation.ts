import { AsyncLocalStorage } from 'node:async_hooks';

/**
 * The header in which Teams sends its correlation vector with each activity, as it does with its answers to a bot: by it Microsoft
 * finds a request in its own logs. It is in no documentation, so nothing rests on its being there.
 */
export const CORRELATION_HEADER = 'ms-cv';

/** A correlation vector: base64, then numbers with dots, perhaps with a mark at the end. Of whatever else comes in, nothing is kept. */
const VECTOR = /^[\w+/=]{1,64}(?:\.[\w#]{1,24}){0,24}!?$/;
const LONGEST = 128;

const requests = new AsyncLocalStorage<string | undefined>();

/** Runs the work of one request. `header` is what the request says of itself: data from outside. */
export function correlated<R>(header: string | undefined, work: () => Promise<R>): Promise<R> {
  const isVector = header !== undefined && header.length <= LONGEST && VECTOR.test(header);
  return requests.run(isVector ? header : undefined, work);
}

/**
 * By what Microsoft finds the request that goes on, for the log of a turn that failed. Never for that of a traceless turn: with it
 * Microsoft's log tells whose turn it was (trust:no-trace).
 */
export const correlationNow = (): string | undefined => requests.getStore();
