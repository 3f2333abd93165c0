import { today } from '../../../calendar/clock.ts';
import { notice } from '../../../conversation/cards/notice.ts';
import type { Message } from '../../../conversation/message.ts';
import type { Turn } from '../../../conversation/turn.ts';
import { readersIn } from '../actions/whose.ts';
import type { PilotView } from '../pilot/rights.ts';
import { blockersOf } from './blockers.ts';
import { openCard, readCard, summaryCard, weekCard } from './cards.ts';
import { isOpenNow } from './opening.ts';
import { openTodosOn } from './rules.ts';
import { standupOf } from './standup.ts';
import type { StandupTools } from './tools.ts';

const gone = notice(
  'standup',
  'Van deze stand-up is niets te lezen',
  'Er is die dag niets gedeeld, of het is langer dan 14 dagen geleden. Dan wis ik wat mensen schreven.',
);

/** The ways in which a stand-up is shown. */
export type StandupShowing = ReturnType<typeof showing>;

/** Shows what was shared in the stand-ups of a pilot. */
export function showing(tools: StandupTools) {
  const { standups, actions, everybody } = tools;

  /** How the stand-up of a day stands: open, closed, or what was shared. */
  async function onDay(turn: Turn, { pilot }: PilotView, day: string, note = ''): Promise<Message> {
    const [open, people, todos] = await Promise.all([
      isOpenNow(tools, pilot, day, turn.now),
      everybody(),
      actions.of(pilot.id),
    ]);
    const read = await standupOf(standups, pilot, day, people);
    // What is typed in a channel is answered to everybody there.
    const isAlone = turn.scope === 'personal' || turn.text === '';
    const mine = isAlone && read.shared.some(({ directoryId }) => directoryId === turn.directoryId);
    if (read.shared.length > 0)
      return summaryCard(
        read,
        blockersOf(pilot.id, day, read.shared, todos),
        readersIn(turn),
        note,
        open,
        mine,
      );
    return open ? openCard(read, openTodosOn(todos, day), note) : gone;
  }

  /** Everything that people wrote on a day, from one of them on. */
  async function whatWasWritten({ pilot }: PilotView, day: string, from: number): Promise<Message> {
    const [people, todos] = await Promise.all([everybody(), actions.of(pilot.id)]);
    const read = await standupOf(standups, pilot, day, people);
    if (read.shared.length === 0) return gone;
    const blockers = blockersOf(pilot.id, day, read.shared, todos);
    return readCard(read, blockers, Math.min(from, read.shared.length - 1));
  }

  /** The stand-ups of last week, Monday to Sunday. */
  async function lastWeek(turn: Turn, { pilot }: PilotView): Promise<Message> {
    const day = today(turn.now);
    const monday = day.subtract({ days: day.dayOfWeek + 6 });
    const [rows, people, todos] = await Promise.all([
      standups.days(pilot.id, monday.toString(), monday.add({ days: 6 }).toString()),
      everybody(),
      actions.of(pilot.id),
    ]);
    if (rows.length === 0)
      return notice(
        'standup',
        'Vorige week was er geen stand-up',
        'Typ “stand-up”, dan zie je wanneer de volgende is.',
      );
    return weekCard(
      pilot,
      await Promise.all(
        rows.map(async (row) => {
          const read = await standupOf(standups, pilot, row.day, people);
          return { ...read, blockers: blockersOf(pilot.id, row.day, read.shared, todos) };
        }),
      ),
      readersIn(turn),
    );
  }

  return { onDay, whatWasWritten, lastWeek };
}
