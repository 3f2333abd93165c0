import type { z } from 'zod';
import { today } from '../../../calendar/clock.ts';
import { notice } from '../../../conversation/cards/notice.ts';
import { chosenIn } from '../../../conversation/choosing.ts';
import type { Choosable } from '../../../conversation/finding.ts';
import type { FormValues } from '../../../conversation/form.ts';
import type { Turn } from '../../../conversation/turn.ts';
import { handOver } from '../actions/handing-over.ts';
import type { PilotView } from '../pilot/rights.ts';
import type { BoardAccess } from './access.ts';
import { agreedCard } from './cards.ts';
import { finish } from './finishing.ts';
import { agreedNumbers, closeForm, ownerChoosing } from './forms.ts';
import type { RetroTools } from './tools.ts';
import { agreedIn, type OfBoard, type schemas } from './typed.ts';

const closedByOther = (of: OfBoard) =>
  notice(
    'retro',
    'Iemand anders rondde het bord net af',
    'Wat jij invulde, is niet bewaard. Kijk eerst wat er nu staat.',
    [{ verb: 'retro.board', title: 'Bekijk wat er is afgesproken', data: of }],
  );

/** Closing a board with what the team agreed, by who leads the pilot. */
export function closing(tools: RetroTools, { leadingBoard, names }: BoardAccess) {
  const { retros, audit } = tools;

  /** The members who can take on an action, with their names. */
  async function peopleOf({ members }: PilotView): Promise<Choosable[]> {
    const known = new Map((await tools.everybody()).map((one) => [one.directoryId, one]));
    return members.flatMap(({ directoryId }) => {
      const one = known.get(directoryId);
      return one ? [{ value: directoryId, title: one.name, also: [one.upn] }] : [];
    });
  }

  /** Lets everybody know who takes something on; gives what to say of those who cannot be told. */
  async function handOverAll(turn: Turn, { pilot }: PilotView, board: string): Promise<string> {
    const own = (await tools.actions.of(pilot.id)).filter(({ id }) => id.startsWith(`${board}-`));
    const untold: string[] = [];
    for (const todo of own) untold.push(await handOver(tools, turn, pilot, todo));
    return untold.find(Boolean) ?? '';
  }

  return {
    close: (turn: Turn, of: OfBoard) =>
      leadingBoard(turn, of, async (retro, view) => closeForm(retro, view.pilot, await peopleOf(view), {})),

    agree: (turn: Turn, data: z.infer<typeof schemas.agree>) =>
      leadingBoard(turn, data as OfBoard, async (retro, view) => {
        const people = await peopleOf(view);
        const owners = agreedNumbers.map((n) => ownerChoosing(n, people));
        const { sent, problems: unclear } = chosenIn(owners, data as unknown as FormValues);
        const members = new Set(view.members.map(({ directoryId }) => directoryId));
        const { agreed, problems: wrong } = agreedIn(sent, members, today(turn.now).toString());
        const problems = [...unclear, ...wrong];
        if (problems.length > 0) return closeForm(retro, view.pilot, people, sent, problems);
        const { board } = retro;
        await audit.record(turn.directoryId, 'retro afgerond', view.pilot.id);
        if (!(await retros.beginClosing(board, agreed)))
          return closedByOther({ pilot: view.pilot.id, board: board.id });
        await finish(tools, { ...retro, board: { ...board, agreed } }, view.pilot, turn.now);
        const untold = await handOverAll(turn, view, board.id);
        const shown = board.message ? 'Over een paar minuten staat dit ook in het kanaal.' : '';
        return agreedCard(agreed, view.pilot, await names(), {
          after: [shown, untold].filter(Boolean).join(' '),
        });
      }),
  };
}
