import { Temporal } from 'temporal-polyfill';
import { at, today } from '../../../calendar/clock.ts';
import { notice } from '../../../conversation/cards/notice.ts';
import type { Message } from '../../../conversation/message.ts';
import type { Turn } from '../../../conversation/turn.ts';
import type { Address } from '../../../people/person.ts';
import type { Pilot } from '../pilot/pilot.ts';
import { inOpenPilot, type PilotView } from '../pilot/rights.ts';
import type { OfPilot } from '../pilot/typed.ts';
import type { BoardAccess } from './access.ts';
import { postedCard } from './cards.ts';
import { finish } from './finishing.ts';
import { boardsOn, isOpen, lastDay, MOST_BOARDS_A_DAY, nextBoard } from './rules.ts';
import type { Retro } from './store.ts';
import type { RetroTools } from './tools.ts';

const isAlreadyOpen = 'Dit bord is al open.';
const inChannel = notice(
  'retro',
  'De retro is begonnen',
  'Het bord staat hier in het kanaal. Iedereen uit de pilot mag punten toevoegen.',
);

const addressOf = ({ channel }: Pilot): Address | undefined => channel && { ...channel, user: '' };

const emptyRetro = (pilot: string, day: string, last: Retro | undefined): Retro => ({
  board: { id: nextBoard(day, last?.board), pilot, opened: day, phase: 'open' },
  points: [],
  ballots: [],
});

/** Where the board is to be found, for who began it. */
function placeWords({ channel }: Pilot, isPosted: boolean): string {
  if (!channel) return 'Deze pilot heeft nog geen kanaal. Typ in het kanaal: @Kompas pilot.';
  return isPosted
    ? 'Het bord staat in het kanaal.'
    : 'Ik kan nu niet in het kanaal schrijven. Je kunt hier wel verder.';
}

const fullToday = notice(
  'retro',
  'Vandaag waren er al heel veel retro’s',
  'Er is niets veranderd. Morgen kan het weer.',
);

/** Beginning a retro. */
export function starting(tools: RetroTools, { show, again, names }: BoardAccess) {
  const { pilots, retros, post, posts } = tools;

  /** Puts an open board in the channel; false when that does not work now. */
  async function intoChannel(retro: Retro, pilot: Pilot): Promise<boolean> {
    const { board } = retro;
    const address = addressOf(pilot);
    const card = postedCard(retro, pilot, await names());
    // Noted before the board is posted, so that its points leave the channel when its time is over, whatever
    // happens then.
    const over = Temporal.PlainDate.from(lastDay(board.opened)).add({ days: 1 });
    await posts.changed({ kind: 'retro-end', pilot: pilot.id, of: board.id }, at(over, '00:00'));
    const posted = address && (await post(address, card));
    const message = posted?.kind === 'sent' ? posted.id : '';
    if (pilot.channel && message) await retros.shown(board, message, pilot.channel);
    else await retros.notShown(board);
    return message !== '';
  }

  /** What is typed is answered by a message that stays: no loose point may stand in it. */
  async function begun(turn: Turn, retro: Retro, view: PilotView, note: string): Promise<Message> {
    if (turn.text === '') return show(retro, view, { note });
    const data = { pilot: view.pilot.id, board: retro.board.id };
    return notice('retro', 'De retro is begonnen', note, [
      { verb: 'retro.board', title: 'Bekijk het bord', data },
    ]);
  }

  return {
    /** Begins a board in the channel of the pilot, or shows the one that is open. */
    start: (turn: Turn, { pilot: id }: OfPilot) =>
      inOpenPilot(pilots, turn, id, async (view) => {
        const day = today(turn.now).toString();
        const last = await retros.newest(id);
        if (last?.board.phase === 'closing') await finish(tools, last, view.pilot, turn.now);
        const isThere = last !== undefined && isOpen(last.board, day);
        // A board that did not reach the channel may reach it now.
        if (isThere && !(last.board.unposted && (await retros.takeUnposted(last.board))))
          return begun(turn, last, view, isAlreadyOpen);
        if (!isThere && boardsOn(day, last?.board) >= MOST_BOARDS_A_DAY) return fullToday;
        const retro = isThere ? last : emptyRetro(id, day, last);
        if (!isThere && !(await retros.open(retro.board)))
          return again(turn, { pilot: id, board: retro.board.id }, isAlreadyOpen, {});
        const isPosted = await intoChannel(retro, view.pilot);
        if (isPosted && turn.scope !== 'personal') return inChannel;
        return begun(turn, retro, view, placeWords(view.pilot, isPosted));
      }),
  };
}
