import { today } from '../../../calendar/clock.ts';
import type { JobContext } from '../../../delivery/jobs.ts';
import type { Address } from '../../../people/person.ts';
import { namesOf } from '../pilot/names.ts';
import { placeOf, teamIn } from '../pilot/place.ts';
import type { NewestPost } from '../posts/store.ts';
import { agreedCard, agreedTodos, overCard, type ShownPlace } from './agreed-card.ts';
import { postedCard } from './board-cards.ts';
import { isOpen } from './rules.ts';
import type { RetroTools } from './tools.ts';

/**
 * What the message of a board in the channel says now: its points while it is open, then what was agreed. When nobody closed
 * the board, or its team was ended, no loose point stays (trust:kept-no-longer). Undefined when there is no such message.
 */
export async function boardPost(
  { pilots, retros, actions }: Pick<RetroTools, 'pilots' | 'retros' | 'actions'>,
  { now, everybody, settings }: Pick<JobContext, 'now' | 'everybody' | 'settings'>,
  id: string,
  board: string,
): Promise<NewestPost | undefined> {
  const day = today(now).toString();
  const [place, { ended }, people, todos] = await Promise.all([
    placeOf(pilots, async () => (await settings()).teams, id),
    settings(),
    everybody(),
    actions.of(id),
  ]);
  // Of a team that was ended the points have to go all the same.
  const shown: ShownPlace = place ?? { id, name: ended.find(({ key }) => key === teamIn(id))?.name ?? '' };
  // Read after the rest, so that what was added meanwhile is in it.
  const retro = await retros.get(id, board);
  const { agreed, channel, message } = retro?.board ?? {};
  if (!retro || !channel || !message) return undefined;
  const address: Address = { ...channel, user: '' };
  const names = namesOf(people);
  if (agreed)
    return {
      address,
      message,
      says: agreedCard(
        agreed,
        shown,
        names,
        { day, aloud: true },
        { todos: agreedTodos(todos, board, agreed) },
      ),
    };
  const isRunning = place && !place.isClosed && isOpen(retro.board, day);
  return {
    address,
    message,
    says: isRunning ? postedCard(retro, place, names, todos, day) : overCard(shown),
  };
}
