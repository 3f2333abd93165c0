import type { Message } from '../conversation/message.ts';
import type { Posted, SendOutcome } from '../conversation/send-outcome.ts';
import type { Address } from '../people/person.ts';
import type { Lane, Limiter } from './limiter.ts';
import { outcomeOf } from './refusal.ts';
import type { Render } from './render.ts';
import { fits } from './size.ts';
import { type Attempt, attemptIn, CallError, type Wire } from './wire.ts';

export type Send = (address: Address, message: Message, lane: Lane) => Promise<SendOutcome>;

/** Messages in channels that stay and change, such as a board that a team works on. One attempt, never an error. */
export interface Posts {
  post(address: Address, message: Message, lane: Lane): Promise<Posted>;
  /** Puts a message in the place of an earlier one, for everybody who sees it. */
  rewrite(address: Address, id: string, message: Message, lane: Lane): Promise<SendOutcome>;
}

/**
 * Longer than the time limit of the call itself, since an attempt also waits in the limiter, and may hang
 * before or after the call. Together with the worker's deadline it stays below the time for which a message
 * is claimed.
 */
const ATTEMPT_TIMEOUT_MS = 18_000;
/**
 * For this part of that time an attempt may wait for its turn. Whoever left in the last moment would be given up while Teams takes the
 * message in, and be written to once more.
 */
const WAITING_PART = 5 / 6;

/** How long rounds are held back after a 429 that does not say how long; doubled while it goes on. */
const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 8_000;
/** After so long a time without a 429, the next one counts as the first again. */
const CALM_MS = 10_000;

/** True for a card that Teams finds too big (413): it surely did not arrive. */
const isTooBig = (error: unknown) => error instanceof CallError && error.status === 413;

/**
 * Puts a message in a conversation and gives its id; a card that Teams finds too big goes as its short text, which
 * says so: nobody is left without. Throws as the wire does.
 */
export async function deliver(
  { wire, render }: { wire: Wire; render: Render },
  to: Address,
  message: Message,
  attempt: Attempt,
): Promise<string> {
  const whole = render.activity(message, to);
  if (message.card && !fits(whole)) return wire.send(to, shortOf(message, to, render), attempt);
  try {
    return await wire.send(to, whole, attempt);
  } catch (error) {
    if (!message.card || !isTooBig(error)) throw error;
    return wire.send(to, shortOf(message, to, render), attempt);
  }
}

/** What somebody reads of a card that is too big. */
export const tooBigInWords = ({ text }: Message): string =>
  `${text} (De kaart hierbij is te groot om te tonen. Gebeurt dat vaker? Meld het je beheerder.)`;

const shortOf = (message: Message, to: Address, render: Render) =>
  render.activity({ text: tooBigInWords(message) }, to);

/** Gives the function that makes one attempt at something in a conversation; it never throws and never retries. */
function attempting(limiter: Limiter, attemptMs: number, now = () => performance.now()) {
  let pauseMs = FIRST_PAUSE_MS;
  let pausedUntil = -Infinity;

  /** Holds back all rounds. Calls that had left already all get the same 429, so it counts once. */
  function backOff(): void {
    const at = now();
    if (at < pausedUntil) return;
    pauseMs = at - pausedUntil < CALM_MS ? Math.min(pauseMs * 2, LONGEST_PAUSE_MS) : FIRST_PAUSE_MS;
    pausedUntil = at + pauseMs;
    limiter.pauseRounds(pauseMs);
  }

  return async (lane: Lane, call: (attempt: Attempt) => Promise<unknown>): Promise<SendOutcome> => {
    const ending = new AbortController();
    const attempt = attemptIn(lane, { signal: ending.signal });
    const timers: NodeJS.Timeout[] = [];
    const timeout = new Promise<SendOutcome>((resolve) => {
      const end = (outcome: SendOutcome) => {
        resolve(outcome);
        ending.abort();
      };
      const noTurn = () => {
        // What never left cannot have arrived: it goes on waiting elsewhere and is no failure.
        if (!attempt.left) end({ kind: 'throttled', waitMs: attemptMs });
      };
      timers.push(setTimeout(noTurn, attemptMs * WAITING_PART));
      timers.push(setTimeout(() => end({ kind: 'again', reason: 'timeout' }), attemptMs));
    });
    const work = call(attempt).then((): SendOutcome => ({ kind: 'sent' }), outcomeOf);
    const outcome = await Promise.race([work, timeout]);
    for (const timer of timers) clearTimeout(timer);
    if (outcome.kind === 'throttled' && attempt.left) {
      if (outcome.waitMs === undefined) backOff();
      else limiter.pauseRounds(outcome.waitMs);
    }
    return outcome;
  };
}

export interface SenderTools {
  wire: Wire;
  limiter: Limiter;
  render: Render;
  /** How long a whole attempt may take, in milliseconds. */
  attemptMs?: number;
  /** Milliseconds by which rounds are held back for longer while Teams goes on refusing. */
  now?: () => number;
}

/** Gives the function that makes one attempt to write to somebody; it never throws and never retries. */
export function createSender({ limiter, attemptMs = ATTEMPT_TIMEOUT_MS, now, ...tools }: SenderTools): Send {
  const attempt = attempting(limiter, attemptMs, now);
  return (address, message, lane) => attempt(lane, (one) => deliver(tools, address, message, one));
}

/** Gives what writes in channels and changes what stands there. */
export function createPosts({ limiter, attemptMs = ATTEMPT_TIMEOUT_MS, now, ...tools }: SenderTools): Posts {
  const { wire, render } = tools;
  const attempt = attempting(limiter, attemptMs, now);
  return {
    post: async (address, message, lane) => {
      let id = '';
      const outcome = await attempt(lane, async (one) => {
        id = await deliver(tools, address, message, one);
      });
      return outcome.kind === 'sent' ? { kind: 'sent', id } : outcome;
    },
    rewrite: (address, id, message, lane) =>
      attempt(lane, async (one) => {
        try {
          await wire.update(address, id, render.activity(message, address), one);
        } catch (error) {
          if (!message.card || !isTooBig(error)) throw error;
          await wire.update(address, id, shortOf(message, address, render), one);
        }
      }),
  };
}
