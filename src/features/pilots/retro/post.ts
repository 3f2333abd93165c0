import { today } from '../../../calendar/clock.ts';
import type { JobContext } from '../../../delivery/jobs.ts';
import type { Address } from '../../../people/person.ts';
import { namesOf } from '../pilot/names.ts';
import { placeOf } from '../pilot/place.ts';
import type { NewestPost } from '../posts/store.ts';
import { agreedCard, agreedTodos, overCard } from './agreed-card.ts';
import { postedCard } from './board-cards.ts';
import { isOpen } from './rules.ts';
import type { RetroTools } from './tools.ts';

/**
 * What the message of a board in the channel says now: its points while it is open, then what was agreed. When nobody closed
 * the board, no loose point stays (trust:kept-no-longer). Undefined when there is no such message.
 */
export async function boardPost(
  { pilots, retros, actions }: Pick<RetroTools, 'pilots' | 'retros' | 'actions'>,
  { now, everybody, settings }: Pick<JobContext, 'now' | 'everybody' | 'settings'>,
  id: string,
  board: string,
): Promise<NewestPost | undefined> {
  const day = today(now).toString();
  const [place, people, todos] = await Promise.all([
    placeOf(pilots, async () => (await settings()).teams, id),
    everybody(),
    actions.of(id),
  ]);
  // Read after the rest, so that what was added meanwhile is in it.
  const retro = await retros.get(id, board);
  const { agreed, channel, message } = retro?.board ?? {};
  if (!place || !retro || !channel || !message) return undefined;
  const address: Address = { ...channel, user: '' };
  const names = namesOf(people);
  if (agreed)
    return {
      address,
      message,
      says: agreedCard(
        agreed,
        place,
        names,
        { day, aloud: true },
        { todos: agreedTodos(todos, board, agreed) },
      ),
    };
  const isRunning = isOpen(retro.board, day) && !place.isClosed;
  return {
    address,
    message,
    says: isRunning ? postedCard(retro, place, names, todos, day) : overCard(place),
  };
}
