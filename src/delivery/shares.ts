/**
 * How the running processes divide the calls that Teams takes in a second. All of them keep one row, of which every
 * change is guarded by its ETag: so what they read and write is one story, and the sum in it never exceeds the limit.
 * Each counts time by its own clock that only runs on: no two machines compare theirs.
 *
 * Who has nothing to send but answers to people rests: it keeps a few calls, renews seldom, and leaves the rest to the others.
 */

export interface Rates {
  /** Calls a second to the connector, everything together (Teams: 50 per app and tenant). */
  perSecond: number;
  /** Of those, what rounds may use; the rest is kept for people. */
  roundsPerSecond: number;
}

/** Until this process has a share of what Teams takes. */
export const NO_SHARE_YET: Rates = { perSecond: 0, roundsPerSecond: 0 };

/** A running process, as the row tells of it. */
export interface Instance {
  /** A random number; it names no machine and no person. */
  id: string;
  /** How often it renewed: by this the others see that it is still there. */
  beats: number;
  /** So many calls a second are its own. */
  calls: number;
  /** True while it has little to send: it is silent for longer, and wants no equal part. */
  rests?: boolean;
}

/** Where a process stands. Moments are milliseconds of its own clock. */
export interface Standing extends Instance {
  /** Until then it may use its calls; after that `CUT_OFF`, as long as it has not renewed. */
  until: number;
  /** The beats that it saw of each of the others, and since when it has seen no more of them. */
  seen: ReadonlyMap<string, { beats: number; since: number }>;
}

/** What a process is about to write, and where it stands with that. */
export interface Renewal {
  /** Everybody that the row names from then on. */
  instances: Instance[];
  /** From now on, written or not: what it gives up is out of use before anybody can read that it is free. */
  meanwhile: Standing;
  /** As soon as it is written: what it gains may be used only then. */
  written: Standing;
  /** False while others still have to make room for it. */
  isSettled: boolean;
}

/** For so long a process may use its calls after it began to write that it is there. */
export const LEASE_MS = 15_000;
/** Whoever did not renew before our eyes for so long is cut off or dead. Longer than a lease, by whatever clock. */
export const SILENT_MS = 20_000;
/** The same of a process that rests. */
export const RESTING_LEASE_MS = 300_000;
const RESTING_SILENT_MS = 400_000;
/** Whoever was silent for so long is taken out of the row. */
export const GONE_MS = 600_000;
/** Calls a second of a process that has no share: enough to tell people that something does not work. */
export const CUT_OFF = 1;
/** One in so many calls stays free, so that who has just come need not wait for others to say its first words. */
const FREE_PART = 20;
/** One in so many calls is for all together who rest: each has room for people who type, and none for a round. */
const RESTING_PART = 5;

/** A process that nobody knows yet. It has nothing until it has written itself into the row. */
export function newcomer(id: string, now: number): Standing {
  return { id, beats: 0, calls: 0, until: now + SILENT_MS, seen: new Map() };
}

/** How many calls a second a process may make at this moment. */
export function callsAt({ calls, until }: Pick<Standing, 'calls' | 'until'>, now: number): number {
  return now < until ? calls : CUT_OFF;
}

/**
 * What a process writes after it has read the row; pure. Everybody who has something to send gets the same part, rounded down. Whoever has
 * more gives it up at once, whoever has less takes what is free. One that fell silent keeps what it may use when it is only cut off from
 * storage. `limit` is the number of calls a second of all processes together; `rests` says that this one has little to send.
 */
export function renewal(
  me: Standing,
  row: readonly Instance[],
  limit: number,
  now: number,
  rests = false,
): Renewal {
  const others = row.filter(({ id }) => id !== me.id);
  const seen = new Map(
    others.map(({ id, beats }) => {
      const last = me.seen.get(id);
      return [id, last?.beats === beats ? last : { beats, since: now }];
    }),
  );
  const silence = ({ id }: Instance) => now - (seen.get(id)?.since ?? now);
  const known = others.filter((one) => silence(one) < GONE_MS);
  const silent = known.filter((one) => silence(one) >= (one.rests ? RESTING_SILENT_MS : SILENT_MS));
  const reckoned = known.map((one) => (silent.includes(one) ? { ...one, calls: CUT_OFF } : one));

  const kept = Math.floor(limit / FREE_PART);
  const living = known.filter((one) => !silent.includes(one));
  const resting = living.filter((one) => one.rests);
  const few = Math.max(1, Math.floor(limit / RESTING_PART / (1 + living.length)));
  // Who rests and found nothing free yet is to find it soon.
  const forResting = resting.reduce((sum, { calls }) => sum + Math.max(calls, few), 0);
  const forSending = limit - kept - CUT_OFF * silent.length - forResting;
  const wanted = rests ? few : Math.max(1, Math.floor(forSending / (1 + living.length - resting.length)));
  const free = limit - reckoned.reduce((sum, { calls }) => sum + calls, 0);
  const calls = Math.max(0, Math.min(wanted, free - kept), Math.min(1, free));

  const beats = me.beats + 1;
  const isKnown = others.length < row.length;
  // Without calls of its own it waits until everybody who does not know of it yet has lost theirs.
  const patience = isKnown ? me.until : now + SILENT_MS;
  const own = { id: me.id, beats, calls, rests };
  // Who rested has calls for longer than the others wait for it, once they read that it does so no more.
  const until = me.rests && !rests && me.calls > 0 ? Math.min(me.until, now + LEASE_MS) : me.until;
  return {
    instances: [...reckoned, own],
    // Of a first write it may never hear: others give it room only after they read of it, so its patience begins anew.
    meanwhile: isKnown
      ? { ...me, beats, calls: Math.min(me.calls, calls), until, seen }
      : { ...me, beats, calls: 0, until: patience, seen },
    written: {
      ...own,
      until: calls > 0 ? now + (rests ? RESTING_LEASE_MS : LEASE_MS) : patience,
      seen,
    },
    isSettled: calls >= wanted,
  };
}
