import { Temporal } from 'temporal-polyfill';
import type { z } from 'zod';
import { at, today } from '../../../calendar/clock.ts';
import { notice } from '../../../conversation/cards/notice.ts';
import type { Message } from '../../../conversation/message.ts';
import type { Turn } from '../../../conversation/turn.ts';
import { channelOf } from '../../../people/person.ts';
import type { Channel } from '../pilot/pilot.ts';
import {
  closedPlace,
  leadsRetro,
  notYoursIn,
  type Place,
  type PlaceView,
  placeView,
} from '../pilot/place.ts';
import type { BoardAccess, RetroView } from './access.ts';
import { postedCard } from './board-cards.ts';
import { finish } from './finishing.ts';
import { startForm } from './forms.ts';
import type { Retro } from './reading.ts';
import { type Board, boardsOn, isOpen, lastDay, MOST_BOARDS_A_DAY, nextBoard, templates } from './rules.ts';
import { isTeamChannel } from './team-channel.ts';
import type { RetroTools } from './tools.ts';
import type { OfPlace, schemas } from './typed.ts';

const isAlreadyOpen = 'Dit bord is al open.';
const inChannel = notice(
  'retro',
  'De retro is begonnen',
  'Het bord staat hier in het kanaal. Iedereen die meedoet, mag punten toevoegen.',
);
const onlyInChannel = notice(
  'retro',
  'Een retro van je team begint in het kanaal',
  'Er is niets veranderd. Ga naar het kanaal van je team en typ daar: @Kompas retro.',
);
const fullToday = notice(
  'retro',
  'Vandaag waren er al heel veel retro’s',
  'Er is niets veranderd. Morgen kan het weer.',
);

/** Where the board is to be found, for who began it. */
function placeWords(channel: Channel | undefined, isPosted: boolean): string {
  if (!channel)
    return 'Deze pilot heeft nog geen kanaal. Typ in het kanaal van het pilotteam: @Kompas pilot.';
  return isPosted
    ? 'Het bord staat in het kanaal.'
    : 'Ik kan nu niet in het kanaal schrijven. Je kunt hier wel verder.';
}

/** Beginning a retro. */
export function starting(tools: RetroTools, { show, again, names }: BoardAccess) {
  const { retros, post, posts, actions } = tools;

  /** The channel for the board: that of the pilot, or of a team the one in which somebody begins it. */
  function channelFor(turn: Turn, { kind, channel }: Place): Channel | undefined {
    if (kind !== 'team') return channel;
    const { serviceUrl, conversation, bot } = turn.address;
    return turn.scope === 'personal' ? undefined : { serviceUrl, conversation: channelOf(conversation), bot };
  }

  /** Puts an open board in the channel; false when that does not work now. */
  async function intoChannel(turn: Turn, retro: Retro, place: Place, channel?: Channel): Promise<boolean> {
    const { board } = retro;
    const todos = await actions.of(place.id);
    const card = postedCard(retro, place, await names(), todos, today(turn.now).toString());
    // Noted before the board is posted, so that its points leave the channel when its time is over, whatever
    // happens then.
    const over = Temporal.PlainDate.from(lastDay(board.opened)).add({ days: 1 });
    await posts.changed({ kind: 'retro-end', pilot: place.id, of: board.id }, at(over, '00:00'));
    const posted = channel && (await post({ ...channel, user: '' }, card));
    const message = posted?.kind === 'sent' ? posted.id : '';
    if (channel && message) await retros.shown(board, message, channel);
    else await retros.notShown(board);
    return message !== '';
  }

  /** What is typed is answered by a message that stays: no loose point may stand in it. */
  async function begun(turn: Turn, retro: Retro, view: RetroView, note: string): Promise<Message> {
    if (turn.text === '') return show(retro, view, { note });
    const data = { pilot: view.place.id, board: retro.board.id };
    return notice('retro', 'De retro is begonnen', note, [
      { verb: 'retro.board', title: 'Bekijk het bord', data },
    ]);
  }

  /** The board of a place that is open now, if there is one, after what was left of the last was finished. */
  async function openBoard(turn: Turn, { id, kind }: Place): Promise<{ last?: Retro; isThere: boolean }> {
    const last = await retros.newest(id);
    if (last?.board.phase === 'closing') await finish(tools, last, { id, kind }, turn.now);
    return { last, isThere: last !== undefined && isOpen(last.board, today(turn.now).toString()) };
  }

  const viewFor = (view: PlaceView, { board }: Retro): RetroView => ({
    place: view.place,
    members: view.members,
    leads: leadsRetro(view, board),
  });

  /** Runs `then` for who takes part in a place that was not closed. */
  async function inPlace(
    turn: Turn,
    id: string,
    then: (view: PlaceView) => Promise<Message>,
  ): Promise<Message> {
    const view = await placeView(tools, turn, id);
    if (!view) return notYoursIn(id);
    return view.place.isClosed ? closedPlace : then(view);
  }

  /** Begins a board in the channel of the place, or shows the one that is open. */
  const start = (turn: Turn, { pilot: id, template, form }: z.infer<typeof schemas.start>) =>
    inPlace(turn, id, async (view) => {
      const { place } = view;
      const day = today(turn.now).toString();
      const { last, isThere } = await openBoard(turn, place);
      const isTeam = place.kind === 'team';
      if (isTeam && !(await isTeamChannel(tools, turn, id)))
        return last && isThere ? begun(turn, last, viewFor(view, last), isAlreadyOpen) : onlyInChannel;
      // A board that did not reach the channel may reach it now.
      if (last && isThere && !(last.board.unposted && (await retros.takeUnposted(last.board))))
        return begun(turn, last, viewFor(view, last), isAlreadyOpen);
      if (!isThere && boardsOn(day, last?.board) >= MOST_BOARDS_A_DAY) return fullToday;
      const board: Board = {
        id: nextBoard(day, last?.board),
        pilot: id,
        opened: day,
        phase: form === 'short' ? 'open' : 'writing',
        template: Object.hasOwn(templates, template) ? (template as Board['template']) : 'went',
        startedBy: isTeam ? turn.directoryId : undefined,
      };
      const retro = last && isThere ? last : { board, points: [], ballots: [] };
      if (!isThere && !(await retros.open(board)))
        return again(turn, { pilot: id, board: board.id }, isAlreadyOpen, {});
      const channel = channelFor(turn, place);
      const isPosted = await intoChannel(turn, retro, place, channel);
      if (isPosted && turn.scope !== 'personal') return inChannel;
      return begun(turn, retro, viewFor(view, retro), placeWords(channel, isPosted));
    });

  return {
    start,
    /** Shows the board that is open, or asks how the retro is held. */
    prepare: (turn: Turn, { pilot: id }: OfPlace) =>
      inPlace(turn, id, async (view) => {
        const { isThere } = await openBoard(turn, view.place);
        if (isThere) return start(turn, { pilot: id, template: '', form: '' });
        const isElsewhere = view.place.kind === 'team' && !(await isTeamChannel(tools, turn, id));
        return isElsewhere ? onlyInChannel : startForm(view.place);
      }),
  };
}
