import type { z } from 'zod';
import { dutchDay, today } from '../../../calendar/clock.ts';
import { type DetailSection, detailCard } from '../../../conversation/cards/detail.ts';
import { notice } from '../../../conversation/cards/notice.ts';
import type { Message } from '../../../conversation/message.ts';
import type { Turn } from '../../../conversation/turn.ts';
import { lengthProblems } from '../../../language/lengths.ts';
import { consentGiven } from '../../../people/municipality.ts';
import type { ActionStore, Todo } from '../actions/store.ts';
import type { LearningStore } from '../learning/store.ts';
import { isOff } from '../pilot/off.ts';
import type { PilotResult } from '../pilot/outcome.ts';
import { canReopen, type Pilot } from '../pilot/pilot.ts';
import { alreadyClosed, asLead, asMember, onlyLead } from '../pilot/rights.ts';
import type { PilotTools } from '../pilot/tools.ts';
import type { OfPilot } from '../pilot/typed.ts';
import { celebration, closeForm, closeTexts, goesOnCard } from './cards.ts';
import { type closingSchemas, countingIn, inChannel, matesIn, missesMates } from './evaluating.ts';
import { FEWEST_EVALUATIONS, resultOf, ticksOf } from './evaluation.ts';
import type { EvaluationStore } from './store.ts';

interface EndingTools extends PilotTools {
  evaluations: EvaluationStore;
  learnings: LearningStore;
  actions: ActionStore;
  /** The board of a pilot that is open on this day (ISO date). */
  openBoard(pilot: string, day: string): Promise<{ id: string; opened: string } | undefined>;
}

/** What is not finished when somebody wants to close a pilot. */
interface Unfinished {
  todos: readonly Todo[];
  board: { id: string; opened: string } | undefined;
}

/** So many actions stand in full on the card; of more, how many there are. */
const MOST_NAMED = 5;

/** What is still open in a pilot, in sections; nothing where all is done. */
function openSections(
  { id, criteria, teamAsked, outcome }: Pilot,
  { todos, board }: Unfinished,
): DetailSection[] {
  const unmeasured = criteria.filter(({ measured }) => measured.length === 0);
  const more = todos.length - MOST_NAMED;
  return [
    {
      title: 'Open acties: ze blijven van wie ze oppakt',
      lines: [
        ...todos.slice(0, MOST_NAMED).map(({ text, due }) => ({
          text,
          detail: due ? `uiterlijk ${dutchDay(due)}` : '',
        })),
        ...(more > 0 ? [{ text: `En nog ${more}.` }] : []),
      ],
    },
    {
      title: 'Doelen zonder meting',
      lines: unmeasured.map(({ name }) => ({ text: name })),
    },
    {
      title: 'Ook nog open',
      lines: [
        ...(board
          ? [
              {
                text: `De retro van ${dutchDay(board.opened)} is niet afgerond.`,
                detail: 'Rond je de pilot af? Dan leggen jullie hieruit geen leerpunten en acties meer vast.',
                actions: [
                  { verb: 'retro.board', title: 'Bekijk de retro', data: { pilot: id, board: board.id } },
                ],
              },
            ]
          : []),
        ...(outcome?.evaluation
          ? []
          : teamAsked === 'scores'
            ? [
                {
                  text: 'De evaluatie loopt nog.',
                  detail: 'Na het afronden kan niemand meer antwoorden.',
                },
              ]
            : teamAsked === undefined
              ? [{ text: 'Aan het team is nog niet gevraagd hoe de pilot was.' }]
              : []),
      ],
    },
  ].filter(({ lines }) => lines.length > 0);
}

/** What is still open, and then the ways to go on: nothing is closed by looking at it. */
export function endingCard(pilot: Pilot, unfinished: Unfinished): Message {
  const { id, name, criteria, teamAsked, outcome } = pilot;
  const data = { pilot: id };
  const sections = openSections(pilot, unfinished);
  const isAllDone = sections.length === 0;
  const isUnmeasured = criteria.some(({ measured }) => measured.length === 0);
  return detailCard({
    kind: 'pilot',
    text: 'De pilot afronden.',
    title: isAllDone ? 'Alles is klaar om af te ronden' : 'Dit staat nog open',
    place: name,
    note: isAllDone ? '' : 'Er is nog niets afgerond. Maak het eerst af, of rond toch af.',
    sections,
    actions: [
      ...(teamAsked === undefined && outcome?.evaluation === undefined
        ? [{ verb: 'pilot.ask-evaluation', title: 'Vraag het team', data }]
        : []),
      ...(isUnmeasured ? [{ verb: 'pilot.edit-measure', title: 'Meting toevoegen', data }] : []),
      { verb: 'pilot.finish', title: isAllDone ? 'Rond af' : 'Toch afronden', data },
      { verb: 'pilot.show', title: 'Terug naar de pilot', data },
    ],
  });
}

const tooLateToReopen = notice(
  'pilot',
  'Terugdraaien kan niet meer',
  'Dat kan een dag lang. Begin een nieuwe pilot als jullie verder willen. Leerpunten en acties blijven.',
);
const goesOnAlready = notice(
  'pilot',
  'De pilot is niet afgerond',
  'Hij gaat gewoon door. Er is niets veranderd.',
);

/** Closing a pilot, and taking that back within a day (docs/method.md steps 3, 7 and 8). */
export function ending(tools: EndingTools) {
  const { pilots, evaluations, learnings, actions, audit, everybodyNow, show, openBoard } = tools;

  /** How many learning points of a pilot are kept, and how many of those were shared with other teams. */
  async function learned(pilot: string): Promise<{ kept: number; shared: number }> {
    const own = (await learnings.all()).filter((learning) => learning.pilot === pilot);
    return { kept: own.length, shared: own.filter(({ state }) => state === 'shared').length };
  }

  return {
    /** What is still open, before anything is closed. */
    ending: (turn: Turn, of: OfPilot) =>
      asLead(pilots, turn, of.pilot, async ({ pilot }) => {
        const [todos, board] = await Promise.all([
          actions.of(pilot.id),
          openBoard(pilot.id, today(turn.now).toString()),
        ]);
        return endingCard(pilot, { todos: todos.filter(({ doneOn }) => doneOn === undefined), board });
      }),

    finish: (turn: Turn, of: OfPilot) =>
      asLead(pilots, turn, of.pilot, async ({ pilot }) => closeForm(pilot)),

    close: (turn: Turn, { proud, line, whole, ...of }: z.infer<typeof closingSchemas.close>) =>
      asLead(pilots, turn, of.pilot, async ({ pilot, members }) => {
        const problems = lengthProblems({ proud, line }, closeTexts);
        if (problems.length > 0) return closeForm(pilot, { proud, line, whole }, problems);
        const day = today(turn.now).toString();
        const { kept, shared } = await learned(pilot.id);
        await audit.record(turn.directoryId, 'pilot afgerond', pilot.id);
        // From here on nobody takes back what is read below. When it breaks off, the lead closes it again.
        await pilots.change(pilot.id, (current) =>
          current.closedOn === undefined ? { ...current, closing: true } : current,
        );
        // Whoever was taken out of the pilot filled it in for another team than the one that reads it.
        const people = await everybodyNow();
        const counting = countingIn(members, people);
        const filledIn = await evaluations.of(pilot.id, counting);
        const isShrunk = (pilot.largest ?? 0) > matesIn(members).length || missesMates(members, people);
        const made = resultOf(filledIn, counting.length, isShrunk);
        let mine = false;
        const now = await pilots.change(pilot.id, (current) => {
          mine = current.closedOn === undefined;
          if (!mine) return current;
          const { kind, from, until, teamAsked = 'nothing', outcome: before } = current;
          // A picture that was made at a closing which was taken back is not made again: two of them could be compared.
          const isNew = before?.evaluation === undefined && made !== undefined;
          const evaluation = isNew ? { count: made.count, averages: made.averages } : before?.evaluation;
          const outcome: PilotResult = {
            toLine: line.trim(),
            proud: proud.trim(),
            ticks: ticksOf({ kind, from, until, day, whole: whole === 'ja', learnings: kept, shared }),
            asked: teamAsked,
            ...(evaluation ? { evaluation } : {}),
          };
          const written = isNew && made.open.length > 0 ? { opinions: made.open, opinionsDay: day } : {};
          return {
            ...current,
            closing: undefined,
            closedOn: day,
            closedAt: turn.now.toString(),
            outcome,
            ...written,
          };
        });
        // Two who lead it may close it at the same moment. The second hears that it was done, and nothing is
        // overwritten.
        if (!mine || !now?.outcome) return alreadyClosed;
        if (!(await isOff(turn))) await inChannel(tools, pilot, celebration(now, now.outcome, kept));
        return show(turn, pilot.id, 'De pilot is afgerond.');
      }),

    /** Takes a closing back, within a day. Answers of the team that were put together stay so; the others are gone. */
    reopen: (turn: Turn, of: OfPilot) =>
      asMember(pilots, turn, of.pilot, async ({ pilot, leads, members }) => {
        if (!leads) return onlyLead;
        if (pilot.closedOn === undefined) return goesOnAlready;
        if (!canReopen(pilot, turn.now)) return tooLateToReopen;
        await audit.record(turn.directoryId, 'pilot: afronden teruggedraaid', pilot.id);
        // As after every closing; later, what somebody fills in anew could be among them.
        await evaluations.clear(pilot.id);
        // Not by looking whether there were any: of a few answers that would tell too much (trust:fewest-six).
        const couldAnswer =
          pilot.outcome?.asked === 'scores' ||
          (countingIn(members, await tools.everybody()).length >= FEWEST_EVALUATIONS &&
            consentGiven((await turn.settings()).municipality));
        let mine = false;
        const now = await pilots.change(pilot.id, (current) => {
          mine = canReopen(current, turn.now);
          if (!mine) return current;
          // Answers to questions for scores were erased, so that asking starts anew; a talk goes on as it was.
          const isKept = current.outcome?.evaluation !== undefined || current.teamAsked === 'talk';
          return {
            ...current,
            closedOn: undefined,
            closedAt: undefined,
            teamAsked: isKept ? current.teamAsked : undefined,
          };
        });
        if (!mine || !now) return now?.closedOn === undefined ? goesOnAlready : tooLateToReopen;
        await inChannel(tools, now, goesOnCard(now));
        return show(
          turn,
          pilot.id,
          now.outcome?.evaluation
            ? 'De pilot gaat weer door. Het beeld van het team is al gemaakt en verandert niet meer.'
            : !couldAnswer
              ? 'De pilot gaat weer door.'
              : 'De pilot gaat weer door. Antwoorden op de evaluatie zijn gewist. Vraag het team zo nodig opnieuw.',
        );
      }),
  };
}
