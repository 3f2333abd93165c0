import type { Address } from '../../../people/person.ts';
import { namesOf } from '../pilot/names.ts';
import type { NewestPost } from '../posts/store.ts';
import { agreedCard, overCard, postedCard } from './cards.ts';
import { isOpen } from './rules.ts';
import type { RetroTools } from './tools.ts';

/**
 * What the message of a board in the channel says on a day (ISO date): its points while it is open, then what
 * was agreed. When nobody closed the board, no loose point stays (trust:kept-no-longer). Undefined when there
 * is no such message.
 */
export async function boardPost(
  { pilots, retros, everybody }: Pick<RetroTools, 'pilots' | 'retros' | 'everybody'>,
  id: string,
  board: string,
  day: string,
): Promise<NewestPost | undefined> {
  const [pilot, people] = await Promise.all([pilots.get(id), everybody()]);
  // Read after the rest, so that what was added meanwhile is in it.
  const retro = await retros.get(id, board);
  const { agreed, channel, message, phase } = retro?.board ?? {};
  if (!pilot || !retro || !channel || !message) return undefined;
  const address: Address = { ...channel, user: '' };
  const names = namesOf(people);
  if (phase !== 'open' && agreed) return { address, message, says: agreedCard(agreed, pilot, names) };
  const isRunning = isOpen(retro.board, day) && pilot.closedOn === undefined;
  return { address, message, says: isRunning ? postedCard(retro, pilot, names) : overCard(pilot) };
}
