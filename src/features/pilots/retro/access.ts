import type { Temporal } from 'temporal-polyfill';
import { today } from '../../../calendar/clock.ts';
import { notice } from '../../../conversation/cards/notice.ts';
import type { Message } from '../../../conversation/message.ts';
import type { Turn } from '../../../conversation/turn.ts';
import { namesOf } from '../pilot/names.ts';
import { alreadyClosed, notYours, onlyLead, type PilotView, viewOf } from '../pilot/rights.ts';
import { agreedCard, boardCard } from './cards.ts';
import { finish } from './finishing.ts';
import { type Board, isOpen } from './rules.ts';
import type { Retro } from './store.ts';
import type { RetroTools } from './tools.ts';
import type { OfBoard } from './typed.ts';

/** What somebody hears who came too late, and the point that they typed. */
export interface LateAnswer {
  note?: string;
  typed?: string;
}

/** What everything that happens on a board begins and ends with. */
export type BoardAccess = ReturnType<typeof boardAccess>;

const gone = notice(
  'retro',
  'Dit bord is er niet meer',
  'Punten en stemmen zijn gewist. Wat jullie afspraken, staat bij de pilot.',
);
const neverClosed = notice(
  'retro',
  'Deze retro is voorbij',
  'Een bord is twee weken open. Begin een nieuwe: typ retro in het kanaal.',
);

/** Gives members of a pilot access to its boards. Whoever is in no such pilot gets nothing. */
export function boardAccess(tools: RetroTools) {
  const { pilots, retros, everybody, posts } = tools;
  const names = async () => namesOf(await everybody());

  /**
   * Runs `then` for a member while the board is open; says what became of it otherwise, and in `late` what became of
   * what they just did. With `forLead` it runs for who leads the pilot alone.
   */
  async function onBoard(
    turn: Turn,
    { pilot: id, board }: OfBoard,
    then: (retro: Retro, view: PilotView) => Promise<Message>,
    late: LateAnswer = {},
    forLead = false,
  ): Promise<Message> {
    const view = await viewOf(pilots, turn, id);
    if (!view) return notYours;
    const retro = await retros.get(id, board);
    if (!retro) return gone;
    if (isOpen(retro.board, today(turn.now).toString())) {
      if (view.pilot.closedOn !== undefined) return alreadyClosed;
      if (forLead && !view.leads) return onlyLead;
      // Nearly every answer has something to fill in, and in the channel it stands in the place of the board.
      if (turn.scope !== 'personal') await posts.formOpened({ pilot: id, of: board }, turn.now);
      return then(retro, view);
    }
    // A crash may have come between agreeing and writing that down: whoever comes next finishes it.
    if (retro.board.phase === 'closing') await finish(tools, retro, view.pilot, turn.now);
    const { agreed } = retro.board;
    return agreed ? agreedCard(agreed, view.pilot, await names(), late) : neverClosed;
  }

  const show = async (retro: Retro, { pilot }: PilotView, extra: LateAnswer = {}): Promise<Message> =>
    boardCard(retro, pilot, await names(), extra);

  return {
    onBoard,
    /** The same for who leads the pilot. */
    leadingBoard: (turn: Turn, of: OfBoard, then: (retro: Retro, view: PilotView) => Promise<Message>) =>
      onBoard(turn, of, then, {}, true),
    names,
    /** The board for one person. */
    show,
    /** The board read again after a change, with a note about it. */
    again: (turn: Turn, of: OfBoard, note: string, late: LateAnswer): Promise<Message> =>
      onBoard(turn, of, (retro, view) => show(retro, view, { note }), late),
    /** The board in the channel no longer shows how things stand. */
    changed: ({ pilot, id }: Pick<Board, 'pilot' | 'id'>, now: Temporal.Instant): Promise<void> =>
      posts.changed({ kind: 'retro', pilot, of: id }, now),
  };
}
