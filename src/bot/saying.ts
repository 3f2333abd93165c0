import type { Logger } from 'pino';
import type { Message } from '../conversation/message.ts';
import { errorFacts } from '../lib/error-facts.ts';
import { logLines } from '../log-lines.ts';
import type { Address } from '../people/person.ts';
import { failedInWords, newReference } from './failure.ts';
import { CARD, type Render } from './render.ts';
import { withRetries } from './retry.ts';
import { deliver, tooBigInWords } from './sender.ts';
import { cardFits, fits } from './size.ts';
import { attemptIn, CallError, type OutgoingActivity, type Wire } from './wire.ts';

/** One try of a reply may take so long: a connector that hangs is asked again while somebody still waits. */
const TRY_MS = 5_000;
/**
 * All tries of a reply together; the last of them may end `TRY_MS` later. Teams takes a message for lost, and may send it
 * again, when it is not received within fifteen seconds.
 */
const PATIENCE_MS = 9_000;
/** When Teams asks for a wait of at most so long, the answer comes after it. */
const LATEST_MS = 60_000;

export interface SayingTools {
  wire: Wire;
  render: Render;
  log: Logger;
}

/** True when Teams took the call well and found fault with the message itself. */
const isAboutMessage = (error: unknown) => error instanceof CallError && error.status === 400;

/** How long Teams asks to wait, in milliseconds, where somebody may still want the answer by then. */
const askedWait = (error: unknown): number | undefined =>
  error instanceof CallError && error.waitMs !== undefined && error.waitMs <= LATEST_MS
    ? error.waitMs
    : undefined;

const refusedCard = ({ text }: Message): Message => ({
  text: `${text} (Teams toont de kaart hierbij niet. Gebeurt dat vaker? Meld het je beheerder.)`,
});

/** A card of one sentence, for when none can be made of what there was to say. */
const bareCard = (text: string) => ({
  type: 'AdaptiveCard',
  $schema: 'https://adaptivecards.io/schemas/adaptive-card.json',
  version: '1.5',
  body: [{ type: 'TextBlock', text, wrap: true }],
  fallbackText: text,
  speak: text,
});

/**
 * Gives the ways in which somebody who is there now is answered. What cannot be shown becomes words that say so: nobody is left
 * without an answer.
 */
export function createSaying({ wire, render, log }: SayingTools) {
  /** Notes that something could not be shown, and gives what is said instead. */
  function failed(error: unknown): string {
    const reference = newReference();
    log.error({ kind: 'rendering', reference, error: errorFacts(error) }, logLines.turnFailed);
    return failedInWords(reference);
  }

  /** A message that can be made; another one that says that it could not. */
  function makeable(message: Message, to: Address): Message {
    try {
      render.activity(message, to);
      return message;
    } catch (error) {
      return { text: failed(error) };
    }
  }

  function sayLater(send: () => Promise<unknown>, waitMs: number): void {
    const late = setTimeout(() => {
      send().catch((error: unknown) => log.error({ kind: 'late', error: errorFacts(error) }, 'not answered'));
    }, waitMs);
    late.unref();
  }

  return {
    /**
     * Says that an answer takes a while, with what is seen while somebody types. Gives the id of the message for `instead`;
     * undefined when Teams gave none or it did not come through: then the answer comes as a message of its own.
     */
    async begin(to: Address, message: Message): Promise<string | undefined> {
      try {
        await wire.send(to, { type: 'typing' }, attemptIn('people', { callMs: TRY_MS }));
        return (
          (await deliver({ wire, render }, to, message, attemptIn('people', { callMs: TRY_MS }))) || undefined
        );
      } catch (error) {
        log.warn({ kind: 'slow', error: errorFacts(error) }, 'not told');
        return undefined;
      }
    },

    /** Puts a message in the place of one that `begin` said; when that fails it is said anew. */
    async instead(to: Address, id: string, message: Message): Promise<void> {
      const said = makeable(message, to);
      try {
        const whole = render.activity(said, to);
        const fitting =
          said.card && !fits(whole) ? render.activity({ text: tooBigInWords(said) }, to) : whole;
        await withRetries(
          () => wire.update(to, id, fitting, attemptIn('people', { callMs: TRY_MS })),
          PATIENCE_MS,
        );
      } catch (error) {
        log.warn({ kind: 'slow', error: errorFacts(error) }, 'not rewritten');
        await this.say(to, said);
      }
    },

    /**
     * Answers in a conversation, and tries again for about ten seconds: an answer that may come twice is better than none. Where
     * Teams asks for a longer wait it comes after that, and this ends before. Throws the last `CallError` when nothing came
     * through.
     */
    async say(to: Address, message: Message): Promise<void> {
      const said = makeable(message, to);
      const send = (one: Message) =>
        withRetries(
          () => deliver({ wire, render }, to, one, attemptIn('people', { callMs: TRY_MS })),
          PATIENCE_MS,
        );
      try {
        await send(said);
      } catch (error) {
        const waitMs = askedWait(error);
        if (waitMs !== undefined) return sayLater(() => send(said), waitMs);
        if (!said.card || !isAboutMessage(error)) throw error;
        log.error({ kind: 'card', error: errorFacts(error) }, 'card refused');
        await send(refusedCard(said));
      }
    },

    /** The card that answers a tap. Never throws: what cannot be made or is too big becomes a card that says so. */
    cardOf(message: Message): object {
      try {
        const card = render.card(message);
        return cardFits(card) ? card : bareCard(tooBigInWords(message));
      } catch (error) {
        return bareCard(failed(error));
      }
    },

    /** A card that somebody puts in a message; undefined for one that cannot be made. */
    attachmentOf(message: Message): OutgoingActivity['attachments'] {
      try {
        return [{ contentType: CARD, content: render.card(message) }];
      } catch (error) {
        failed(error);
        return undefined;
      }
    },

    /** What somebody reads in words of a turn that failed, with a code that stands in the log. */
    failed,
  };
}

export type Saying = ReturnType<typeof createSaying>;
