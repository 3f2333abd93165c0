import { today } from '../../../calendar/clock.ts';
import { unknownPerson } from '../../../conversation/cards/notice.ts';
import type { Message } from '../../../conversation/message.ts';
import type { Turn } from '../../../conversation/turn.ts';
import { type Assigned, type Assignment, isWritten, learningFor, shownMark } from './assignment.ts';
import { agreedOn, ended } from './history.ts';
import { type LearningSent, learningForm, learningProblems } from './learning.ts';
import { changedMeanwhile, mineCard } from './own-cards.ts';
import { placesOf } from './places.ts';
import { leadsToldNow } from './telling-leads.ts';
import type { AssignmentTools } from './tools.ts';

const hasRole = ({ held, asked }: Assignment, team: string): boolean =>
  [held, asked].some((one) => one?.team === team);

/**
 * What somebody says of their own roles. Nothing stands on the rolkaart without their "Klopt", and they take it away themselves
 * (docs/method.md step 4.3).
 */
export function agreeing(tools: Pick<AssignmentTools, 'assignments' | 'duties' | 'people' | 'send'>) {
  const { assignments, duties } = tools;
  const dayOf = (turn: Turn) => today(turn.now).toString();

  async function show(turn: Turn, note = ''): Promise<Message> {
    const [me, now, { areas }] = await Promise.all([
      turn.person(),
      assignments.of(turn.directoryId),
      duties(dayOf(turn)),
    ]);
    if (!me) return unknownPerson;
    const inFile = [me.role, me.secondRole].flatMap((role) => role ?? []);
    return mineCard(now && forTeam(now, me.team), placesOf(areas), {
      day: dayOf(turn),
      team: me.team,
      note,
      inFile,
    });
  }

  /** A question that was asked for a team in which somebody is no more waits for nobody. */
  function forTeam(now: Assignment, team: string): Assignment {
    const { asked, ...rest } = now;
    return asked && asked.team !== team ? rest : now;
  }

  /** Runs where somebody has a role in their team, or is asked about one. */
  async function withRole(
    turn: Turn,
    run: (team: string, now: Assignment) => Promise<Message>,
  ): Promise<Message> {
    const [me, now] = await Promise.all([turn.person(), assignments.of(turn.directoryId)]);
    if (!me) return unknownPerson;
    return now && hasRole(now, me.team) ? run(me.team, now) : show(turn);
  }

  /** Keeps what somebody wrote themselves: nothing of it is told to anybody, and no answer to a card is overtaken by it. */
  const saveLearning = (turn: Turn, typed: LearningSent) =>
    withRole(turn, async (team) => {
      const problems = learningProblems(typed);
      if (problems.length > 0) return learningForm(typed, problems);
      await assignments.change(turn.directoryId, dayOf(turn), (now) => {
        if (!now || !hasRole(now, team)) return now;
        const { learning: _before, ...rest } = now;
        const { technique, process, together } = typed;
        return isWritten(typed) ? { ...rest, learning: { team, technique, process, together } } : rest;
      });
      return show(turn, 'Bewaard.');
    });

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
    const row = await assignments.change(turn.directoryId, dayOf(turn), (now) => {
      const mine = now && forTeam(now, me.team);
      const shown = mine && part(mine);
      const after = shown && shownMark(shown, mine.version) === seen ? change(mine, dayOf(turn)) : undefined;
      isDone = after !== undefined;
      return after;
    });
    if (isDone && row?.unheard) await leadsToldNow(tools, turn, me.team);
    return show(turn, isDone ? done : changedMeanwhile);
  }

  return {
    show: (turn: Turn) => show(turn),
    /** The form, with what they wrote before, or else with what was written down for them. */
    learn: (turn: Turn) =>
      withRole(turn, async (team, now) => {
        const { asked, held } = forTeam(now, team);
        return learningForm(learningFor(now, team) ?? asked?.points ?? held?.points);
      }),
    saveLearning,
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
          now.asked && !now.asked.refused
            ? { ...now, version: now.version + 1, asked: { ...now.asked, refused: true }, unheard: true }
            : undefined,
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
            learning: now.learning,
            dropped: day,
            droppedFor: now.held.team,
          },
        'Je staat niet meer op de rolkaart. Je leidinggevende ziet dat.',
      ),
  };
}
