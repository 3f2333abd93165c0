import type { Temporal } from 'temporal-polyfill';
import { today } from '../../../calendar/clock.ts';
import type { Place } from '../pilot/place.ts';
import type { Retro } from './reading.ts';
import type { RetroTools } from './tools.ts';

/**
 * Ends a retro of which the agreements are fixed: writes them to where they stay, and from now on lets points and votes
 * expire. Harmless when repeated.
 */
export async function finish(
  { learnings, actions, retros, posts }: RetroTools,
  { board }: Retro,
  place: Pick<Place, 'id' | 'kind'>,
  now: Temporal.Instant,
): Promise<void> {
  const day = today(now).toString();
  const { learnings: learned = [], actions: list = [] } = board.agreed ?? {};
  for (const text of learned) await learnings.addLearning(place, text, 'retro', {}, board.id);
  for (const [n, { text, owner, due }] of list.entries())
    await actions.add(place.id, {
      id: `${board.id}-${n + 1}`,
      text,
      source: 'retro',
      day,
      due: due || undefined,
      owner: owner || undefined,
    });
  await retros.endClosing(board, day);
  await posts.changed({ kind: 'retro', pilot: board.pilot, of: board.id }, now);
}
