import { createBuckets } from '../lib/buckets.ts';
import type { Address } from '../people/person.ts';
import type { Message } from './message.ts';
import type { Messenger } from './messenger.ts';
import type { SendOutcome } from './send-outcome.ts';

/** What whoever sent something to one person may be told: `perhaps` where nobody knows, `enough` when it was sent often just now. */
export type Arrival = 'yes' | 'no' | 'perhaps' | 'enough';

/** Teams gives up on the answer to a tap after about five seconds; some of these pass on the way. */
export const PATIENCE_MS = 3_500;
/** A second tap within this time after something arrived, or may have arrived, is the same tap. */
const SAME_TAP_MS = 5_000;
/** So many names are remembered at once. */
const MOST_NAMES = 10_000;

/** A 412 says that nothing was done; with any other fault the message may be there all the same. */
function arrivalOf(outcome: SendOutcome): Arrival {
  if (outcome.kind === 'sent') return 'yes';
  return outcome.kind === 'again' && outcome.reason !== '412' ? 'perhaps' : 'no';
}

/** Gives `perhaps` when it takes longer than `ms`. What is on its way goes on. */
export async function withinPatience(arriving: Promise<Arrival>, ms: number): Promise<Arrival> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Arrival>((resolve) => {
    timer = setTimeout(() => resolve('perhaps'), Math.max(0, ms));
  });
  try {
    return await Promise.race([arriving, late]);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Sends what somebody asks for at a tap to one other person. Two taps with the same `name` within some seconds are one; under
 * one `cap` at most `most` go out at once, and as many again in `fillMs`. What surely did not arrive counts as nothing and may be
 * tried again at once, but for somebody who may not be written to now (no `address`). With `refusedCounts` it counts where it is
 * about the other person, who blocked Kompas or is gone: else whoever tries again and again learns of everybody whether they are there. All of it is remembered in memory alone, so nothing is kept of who asked whom.
 */
export function createRequests(
  send: Messenger['send'],
  most: number,
  fillMs: number,
  { refusedCounts = false }: { refusedCounts?: boolean } = {},
) {
  const underway = new Map<string, Promise<Arrival>>();
  const asked = createBuckets(most, () => performance.now(), MOST_NAMES, fillMs);

  return (name: string, cap: string, address: Address | undefined, message: Message): Promise<Arrival> => {
    const same = underway.get(name);
    if (same) return same;
    if (!asked.take(cap)) return Promise.resolve('enough');
    if (!address) return Promise.resolve('no');
    let counts = false;
    const arriving = send(address, message).then((outcome) => {
      counts = refusedCounts && (outcome.kind === 'gone' || outcome.kind === 'refused');
      return arrivalOf(outcome);
    });
    underway.set(name, arriving);
    const forget = () => underway.delete(name);
    const undo = () => {
      if (!counts) asked.putBack(cap);
      forget();
    };
    arriving.then((arrival) => (arrival === 'no' ? undo() : setTimeout(forget, SAME_TAP_MS).unref()), undo);
    return arriving;
  };
}
