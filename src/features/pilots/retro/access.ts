import type { Temporal } from 'temporal-polyfill';
import { today } from '../../../calendar/clock.ts';
import { notice } from '../../../conversation/cards/notice.ts';
import type { Message } from '../../../conversation/message.ts';
import type { Turn } from '../../../conversation/turn.ts';
import { isOpenAction } from '../actions/open.ts';
import { readersIn } from '../actions/whose.ts';
import { namesOf } from '../pilot/names.ts';
import {
  closedPlace,
  leadsRetro,
  notYoursIn,
  onlyLeadIn,
  type PlaceView,
  placeView,
} from '../pilot/place.ts';
import { agreedCard, agreedTodos } from './agreed-card.ts';
import { boardCard, type ForOne } from './board-cards.ts';
import { finish } from './finishing.ts';
import { marks } from './marks.ts';
import type { Retro } from './reading.ts';
import { type Board, isOpen } from './rules.ts';
import type { RetroTools } from './tools.ts';
import type { OfBoard } from './typed.ts';

/** What somebody hears who came too late, and what they typed. */
export interface LateAnswer {
  note?: string;
  typed?: readonly string[];
}

/** A board as somebody sees it who takes part; `leads` says whether they move the retro on. */
export type RetroView = Pick<PlaceView, 'place' | 'members' | 'leads'>;

/** What everything that happens on a board begins and ends with. */
export type BoardAccess = ReturnType<typeof boardAccess>;

const gone = notice(
  'retro',
  'Dit bord is er niet meer',
  'Punten en stemmen zijn gewist. Wat jullie afspraken, vind je terug: typ “leerpunten” of “van mij”.',
);
const neverClosed = notice(
  'retro',
  'Deze retro is voorbij',
  'Een bord is twee weken open. Begin een nieuwe: typ “retro” in het kanaal.',
);

/** Gives those who take part in a place access to its boards. Whoever does not gets nothing. */
export function boardAccess(tools: RetroTools) {
  const { retros, everybody, posts, actions } = tools;
  const own = marks(tools.secret('retro'), tools.ring.others('retro'));
  const names = async () => namesOf(await everybody());

  /**
   * Runs `then` for who takes part while the board is open; says what became of it otherwise, and in `late` what became of
   * what they just did. With `forLead` it runs for who leads the retro alone.
   */
  async function onBoard(
    turn: Turn,
    { pilot: id, board }: OfBoard,
    then: (retro: Retro, view: RetroView) => Promise<Message>,
    late: LateAnswer = {},
    forLead = false,
  ): Promise<Message> {
    const view = await placeView(tools, turn, id);
    if (!view) return notYoursIn(id);
    const retro = await retros.get(id, board);
    if (!retro) return gone;
    if (isOpen(retro.board, today(turn.now).toString())) {
      if (view.place.isClosed) return closedPlace;
      const leads = leadsRetro(view, retro.board);
      if (forLead && !leads) return onlyLeadIn(id);
      // Nearly every answer has something to fill in, and in the channel it stands in the place of the board.
      if (turn.scope !== 'personal') await posts.formOpened({ pilot: id, of: board }, turn.now);
      return then(retro, { place: view.place, members: view.members, leads });
    }
    // A crash may have come between agreeing and writing that down: whoever comes next finishes it.
    if (retro.board.phase === 'closing') await finish(tools, retro, view.place, turn.now);
    const { agreed } = retro.board;
    if (!agreed) return neverClosed;
    const todos = agreedTodos(await actions.of(id), board, agreed);
    return agreedCard(agreed, view.place, await names(), readersIn(turn), { ...late, todos });
  }

  /** The board for one person; `held` is what they hold of points that are theirs. */
  async function show(
    retro: Retro,
    { place, leads }: RetroView,
    { held = '', ...extra }: Omit<ForOne, 'leads' | 'own' | 'openActions'> = {},
  ): Promise<Message> {
    const { board } = retro;
    const mine = new Set(own.pointsIn(held, { place: place.id, board: board.id }));
    const todos = await actions.of(place.id);
    return boardCard(retro, place, await names(), {
      ...extra,
      held,
      leads,
      own: retro.points.filter(({ id }) => mine.has(id)),
      openActions: todos.filter(isOpenAction).length,
    });
  }

  return {
    own,
    onBoard,
    /** The same for who leads the retro. */
    leadingBoard: (
      turn: Turn,
      of: OfBoard,
      then: (retro: Retro, view: RetroView) => Promise<Message>,
      late: LateAnswer = {},
    ) => onBoard(turn, of, then, late, true),
    names,
    show,
    /** The board read again after a change, with a note about it. */
    again: (
      turn: Turn,
      of: OfBoard,
      note: string,
      late: LateAnswer,
      held = of.held ?? '',
    ): Promise<Message> => onBoard(turn, of, (retro, view) => show(retro, view, { note, held }), late),
    /** The board in the channel no longer shows how things stand. */
    changed: ({ pilot, id }: Pick<Board, 'pilot' | 'id'>, now: Temporal.Instant): Promise<void> =>
      posts.changed({ kind: 'retro', pilot, of: id }, now),
  };
}
