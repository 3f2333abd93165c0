import { today } from '../../../calendar/clock.ts';
import { unknownPerson } from '../../../conversation/cards/notice.ts';
import type { Message } from '../../../conversation/message.ts';
import type { Turn } from '../../../conversation/turn.ts';
import { type Assigned, type Assignment, shownMark } from './assignment.ts';
import { agreedOn, ended } from './history.ts';
import { changedMeanwhile, mineCard } from './own-cards.ts';
import { placesOf } from './places.ts';
import type { AssignmentTools } from './tools.ts';

/**
 * What somebody says of their own roles. Nothing stands on the rolkaart without their "Klopt", and they take it away themselves
 * (docs/method.md step 4.3).
 */
export function agreeing({ assignments, duties }: Pick<AssignmentTools, 'assignments' | 'duties'>) {
  const dayOf = (turn: Turn) => today(turn.now).toString();

  async function show(turn: Turn, note = ''): Promise<Message> {
    const [me, now, { areas }] = await Promise.all([
      turn.person(),
      assignments.of(turn.directoryId),
      duties(dayOf(turn)),
    ]);
    if (!me) return unknownPerson;
    const inFile = [me.role, me.secondRole].flatMap((role) => role ?? []);
    return mineCard(now && forTeam(now, me.team), placesOf(areas), { day: dayOf(turn), note, inFile });
  }

  /** A question that was asked for a team in which somebody is no more waits for nobody. */
  function forTeam(now: Assignment, team: string): Assignment {
    const { asked, ...rest } = now;
    return asked && asked.team !== team ? rest : now;
  }

  /** `seen`: the mark of what the card showed of `part`: an answer is to exactly that, and to nothing that came after it. */
  async function answered(
    turn: Turn,
    seen: string,
    part: (now: Assignment) => Assigned | undefined,
    change: (now: Assignment, day: string) => Assignment | undefined,
    done: string,
  ): Promise<Message> {
    const me = await turn.person();
    if (!me) return unknownPerson;
    let isDone = false;
    await assignments.change(turn.directoryId, dayOf(turn), (now) => {
      const mine = now && forTeam(now, me.team);
      const shown = mine && part(mine);
      const after = shown && shownMark(shown, mine.version) === seen ? change(mine, dayOf(turn)) : undefined;
      isDone = after !== undefined;
      return after;
    });
    return show(turn, isDone ? done : changedMeanwhile);
  }

  return {
    show: (turn: Turn) => show(turn),
    agree: (turn: Turn, seen: string) =>
      answered(
        turn,
        seen,
        ({ asked }) => asked,
        (now, day) => (now.asked && !now.asked.refused ? agreedOn(now, day) : undefined),
        'Dank je. Dit staat nu op de rolkaart.',
      ),
    disagree: (turn: Turn, seen: string) =>
      answered(
        turn,
        seen,
        ({ asked }) => asked,
        ({ untold: _untold, ...now }) =>
          now.asked && { ...now, version: now.version + 1, asked: { ...now.asked, refused: true } },
        'Dank je. Er verandert niets aan de rolkaart. Je leidinggevende ziet dat het volgens jou niet klopt. Praat er samen over.',
      ),
    drop: (turn: Turn, seen: string) =>
      answered(
        turn,
        seen,
        ({ held }) => held,
        (now, day) =>
          now.held && {
            version: now.version + 1,
            asked: now.asked,
            past: ended(now, day),
            dropped: day,
            droppedFor: now.held.team,
          },
        'Je staat niet meer op de rolkaart. Je leidinggevende ziet dat.',
      ),
  };
}
