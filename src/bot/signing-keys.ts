import { createPublicKey, type KeyObject } from 'node:crypto';
import { z } from 'zod';
import { BOT_FRAMEWORK } from '../installation.ts';

/** A key that Bot Framework signs its tokens with, and the channels that it may sign for. */
export interface SigningKey {
  key: KeyObject;
  channels: readonly string[];
}

/** The keys of Bot Framework, by their id. */
export interface SigningKeys {
  /** The key with this id; undefined when there is none. Rejects when no keys could be fetched, with the reason. */
  find(id: string): Promise<SigningKey | undefined>;
}

/** Teams waits about five seconds for an answer: two requests that take longer are of no use to whoever asks now. */
const ANSWER_MS = 2_000;
const MINUTE_MS = 60_000;
/** The list is fetched again after a day, and what is known is used for five: so long it may be kept (same page). */
const FRESH_MS = 24 * 60 * MINUTE_MS;
const OLDEST_MS = 5 * FRESH_MS;
/** So often at most, whoever asks for keys that are not there. */
const UNKNOWN_MS = 5 * MINUTE_MS;
/** After a list that could not be fetched. */
const FAILED_MS = 10_000;

const openIdSchema = z.object({ jwks_uri: z.url() });
const listSchema = z.object({ keys: z.array(z.unknown()) });
const keySchema = z.object({
  kty: z.literal('RSA'),
  kid: z.string().min(1),
  n: z.string(),
  e: z.string(),
  endorsements: z.array(z.string()).nullish(),
});

async function fetchJson(url: string, answerMs: number): Promise<unknown> {
  const response = await fetch(url, { signal: AbortSignal.timeout(answerMs), redirect: 'error' });
  if (!response.ok) throw Object.assign(new Error('no list of keys'), { status: response.status });
  return response.json();
}

async function fetchKeys(url: string, answerMs: number): Promise<Map<string, SigningKey>> {
  const { jwks_uri } = openIdSchema.parse(await fetchJson(url, answerMs));
  const { keys } = listSchema.parse(await fetchJson(jwks_uri, answerMs));
  return new Map(
    keys.flatMap((listed) => {
      const { data } = keySchema.safeParse(listed);
      if (!data) return [];
      const { kty, kid, n, e, endorsements } = data;
      const key = createPublicKey({ key: { kty, n, e }, format: 'jwk' });
      return [[kid, { key, channels: endorsements ?? [] }] as const];
    }),
  );
}

/**
 * The keys as they are listed at `url`. They are fetched when first asked for, and kept: whoever asks waits for a list only
 * where nothing is known, and then for two answers at most. `now` and `answerMs` are in milliseconds.
 */
export function signingKeys(
  url = BOT_FRAMEWORK,
  now: () => number = Date.now,
  answerMs = ANSWER_MS,
): SigningKeys {
  let known = { keys: new Map<string, SigningKey>(), at: -Infinity };
  let last: { at: number; error?: unknown } = { at: -Infinity };
  let fetching: Promise<void> | undefined;

  async function refresh(): Promise<void> {
    const at = now();
    try {
      known = { keys: await fetchKeys(url, answerMs), at };
      last = { at };
    } catch (error) {
      last = { at, error };
    }
    fetching = undefined;
  }

  const usable = (id: string) => (now() - known.at < OLDEST_MS ? known.keys.get(id) : undefined);

  return {
    find: async (id) => {
      const found = usable(id);
      const pause = last.error ? FAILED_MS : found ? FRESH_MS : UNKNOWN_MS;
      if (now() - last.at >= pause) fetching ??= refresh();
      if (found) return found;
      await fetching;
      if (last.error) throw last.error;
      return usable(id);
    },
  };
}
