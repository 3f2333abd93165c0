import type { Message } from '../../../conversation/message.ts';
import type { Channel } from '../pilot/pilot.ts';
import type { PilotTools } from '../pilot/tools.ts';

/** Writes in a channel. Gives the id of the message, or undefined when it did not arrive. */
export async function postIn(
  { post }: Pick<PilotTools, 'post'>,
  channel: Channel,
  message: Message,
): Promise<string | undefined> {
  const posted = await post({ ...channel, user: '' }, message);
  return posted.kind === 'sent' ? posted.id : undefined;
}
