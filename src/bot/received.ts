import type { Logger } from 'pino';
import type { SlowAnswer } from '../conversation/attached.ts';
import type { Message } from '../conversation/message.ts';
import { errorFacts } from '../lib/error-facts.ts';
import type { Address } from '../people/person.ts';
import type { Background } from './background.ts';
import type { Saying } from './saying.ts';

export interface SlowTools {
  saying: Pick<Saying, 'say' | 'begin' | 'instead'>;
  background: Background;
  log: Logger;
}

/**
 * Answers what takes a while: says at once that it goes on, and puts in its place how far it is and what came of it. The turn
 * itself ends with the first of these, so that nobody waits and Teams does not send the message again.
 */
export async function answerSlowly(
  { saying, background, log }: SlowTools,
  to: Address,
  { meanwhile, work }: SlowAnswer,
): Promise<void> {
  const id = await saying.begin(to, { text: meanwhile });
  const replace = (message: Message) => (id ? saying.instead(to, id, message) : saying.say(to, message));
  background.run(async () => {
    try {
      const message = await work(async (words) => {
        // How far it is, is a kindness: the outcome comes all the same.
        if (id) await saying.instead(to, id, { text: words }).catch(() => undefined);
      });
      await replace(message);
    } catch (error) {
      log.error({ kind: 'slow', error: errorFacts(error) }, 'not answered');
    }
  });
}
