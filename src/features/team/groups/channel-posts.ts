import type { Message } from '../../../conversation/message.ts';
import { mayHaveArrived, mayWorkLater } from '../../../conversation/send-outcome.ts';
import type { Address } from '../../../people/person.ts';
import type { Tools } from '../../module.ts';

export interface PostTools extends Pick<Tools, 'once' | 'send'> {}

/** The name of a post: the same name is the same post. */
export interface PostName {
  what: string;
  about: string;
  period: string;
}

/**
 * What is known of a post. `before`: an earlier tap sent it or is sending it. `unsure`: it may have arrived, or is
 * still on its way.
 */
export type Posting = 'sent' | 'failed' | 'unsure' | 'before';

/** Teams gives up on the answer to a tap after about five seconds, and part of that passes on the way. */
const PATIENCE_MS = 3_000;

/**
 * Sends a message once. Throws when it surely did not arrive but may later: the work is then left unfinished, so that a
 * later tap does it.
 */
async function arrived({ send }: PostTools, to: Address, message: Message): Promise<Posting> {
  const outcome = await send(to, message);
  if (outcome.kind === 'sent') return 'sent';
  if (mayHaveArrived(outcome)) return 'unsure';
  if (mayWorkLater(outcome)) throw new Error('a post did not arrive');
  return 'failed';
}

/**
 * Posts a message in a channel once, whoever taps and however often. Waits `patienceMs` at most and then gives
 * `unsure`, while the sending goes on. Never throws. What the message tells must be stored before.
 */
export async function postOnce(
  tools: PostTools,
  name: PostName,
  { to, message }: { to: Address; message: Message },
  patienceMs = PATIENCE_MS,
): Promise<Posting> {
  let posting: Posting = 'before';
  const work = tools
    .once(name, async () => {
      posting = 'failed';
      posting = await arrived(tools, to, message);
    })
    .then(
      () => posting,
      (): Posting => 'failed',
    );
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Posting>((resolve) => {
    timer = setTimeout(() => resolve('unsure'), patienceMs);
  });
  const known = await Promise.race([work, late]);
  clearTimeout(timer);
  return known;
}
