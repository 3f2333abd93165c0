import type { z } from 'zod';
import { today } from '../../../calendar/clock.ts';
import { mondayOf, periodOf } from '../../../calendar/weeks.ts';
import { notice } from '../../../conversation/cards/notice.ts';
import { field, fieldsOf } from '../../../conversation/field.ts';
import type { Message } from '../../../conversation/message.ts';
import type { Turn } from '../../../conversation/turn.ts';
import { lengthProblems } from '../../../language/lengths.ts';
import { consentGiven } from '../../../people/municipality.ts';
import { isCounted } from '../../../people/person.ts';
import type { LearningStore } from '../learning/store.ts';
import type { PilotResult } from '../pilot/outcome.ts';
import { kinds, LONGEST_TEXT, type Pilot } from '../pilot/pilot.ts';
import { alreadyClosed, asLead, inOpenPilot, type PilotView } from '../pilot/rights.ts';
import type { PilotTools } from '../pilot/tools.ts';
import { type OfPilot, ofPilot } from '../pilot/typed.ts';
import {
  askCard,
  celebration,
  closeForm,
  closeTexts,
  droppedCard,
  droppedForGood,
  droppedTooLate,
  evaluationForm,
  notAllowedYet,
  savedCard,
  standingCard,
  talkGuide,
  withWayBack,
} from './cards.ts';
import { askedNames, FEWEST_EVALUATIONS, openQuestion, resultOf, ticksOf } from './evaluation.ts';
import type { EvaluationStore } from './store.ts';

export const closingSchemas = {
  of: ofPilot,
  save: ofPilot.extend({
    ...fieldsOf(field.choice, askedNames),
    open: field.long,
  }),
  close: ofPilot.extend({ proud: field.long, line: field.long, whole: field.choice }),
};

const leads = notice(
  'pilot',
  'Jij leidt deze pilot',
  'Jouw mening telt mee in het gesprek, niet in het beeld van het team.',
);

const endingOf = (of: OfPilot) =>
  notice('pilot', 'De pilot afronden', 'Vraag eerst wat ieder ervan vond. Rond daarna af.', [
    { verb: 'pilot.ask-evaluation', title: 'Vraag het team', data: of },
    { verb: 'pilot.finish', title: 'Rond af', data: of },
    { verb: 'pilot.show', title: 'Terug', data: of },
  ]);

/** Who leads the pilot may not answer, so for them the question itself would be a dead end. */
const notAsked = ({ channel }: Pilot) =>
  notice(
    'pilot',
    'Je team heeft de vraag nog niet gekregen',
    channel
      ? 'Ik kan nu niet in het kanaal schrijven. Probeer het straks nog eens.'
      : 'Deze pilot heeft nog geen kanaal. Typ in het kanaal: @Kompas pilot. Of vraag je team om evaluatie te typen in de eigen chat met mij.',
  );

interface ClosingTools extends PilotTools {
  evaluations: EvaluationStore;
  learnings: LearningStore;
}

/** Evaluating and closing a pilot (docs/method.md steps 3, 7 and 8). */
export function closing({ pilots, evaluations, learnings, audit, send, show, everybody }: ClosingTools) {
  /** How many learning points of a pilot are kept, and how many of those were shared with other teams. */
  async function learned(pilot: string): Promise<{ kept: number; shared: number }> {
    const own = (await learnings.all()).filter((learning) => learning.pilot === pilot);
    return { kept: own.length, shared: own.filter(({ state }) => state === 'shared').length };
  }

  /**
   * Whose evaluation counts, by directory id: nobody who leads it, since they would read what comes out, and of the others who is
   * in the people file (trust:fewest-six).
   */
  async function countingIn(members: PilotView['members']): Promise<string[]> {
    const inFile = new Set((await everybody()).filter(isCounted).map(({ directoryId }) => directoryId));
    return members.flatMap(({ role, directoryId }) =>
      role !== 'lead' && inFile.has(directoryId) ? [directoryId] : [],
    );
  }

  const isLarge = async ({ members }: PilotView) => (await countingIn(members)).length >= FEWEST_EVALUATIONS;

  /** What a pilot gets in which nobody may be asked for scores; undefined where they may. */
  async function insteadOfScores(turn: Turn, view: PilotView): Promise<Message | undefined> {
    if (!(await isLarge(view))) return talkGuide;
    const { municipality } = await turn.settings();
    return consentGiven(municipality) ? undefined : notAllowedYet;
  }

  /** The same for somebody who would answer: what cannot be shown is not collected. */
  const insteadOfAnswering = async (turn: Turn, view: PilotView): Promise<Message | undefined> =>
    isCounted(view.me) ? insteadOfScores(turn, view) : talkGuide;

  /** Whether a pilot still takes evaluations: not from the moment on at which those that count are read. */
  async function isTaking(id: string): Promise<boolean> {
    const pilot = await pilots.get(id);
    return pilot !== undefined && !pilot.closing && pilot.closedOn === undefined;
  }

  /** Whether something of theirs stands there to take back. */
  const hasOpen = async (turn: Turn, id: string): Promise<boolean> =>
    (await isTaking(id)) && (await evaluations.own(id, turn.directoryId)) !== undefined;

  /** Takes back what somebody filled in; undefined when the pilot closed in the same moment, and perhaps with it. */
  async function withdrawn(turn: Turn, id: string): Promise<boolean | undefined> {
    const had = await evaluations.withdraw(id, turn.directoryId);
    return (await isTaking(id)) ? had : undefined;
  }

  /**
   * Runs `then` for who may fill in an evaluation. Whoever may not any more, as who was taken out of the pilot, is offered to take
   * back what stands there of them, until it closes (trust:see-and-erase).
   */
  async function fillingIn(
    turn: Turn,
    id: string,
    then: (view: PilotView) => Promise<Message>,
    whenNot: (why: Message) => Promise<Message> = async (why) =>
      (await hasOpen(turn, id)) ? standingCard(id) : why,
  ): Promise<Message> {
    let may = false;
    const answer = await inOpenPilot(pilots, turn, id, async (view) => {
      const isClosing = view.pilot.closing ? alreadyClosed : undefined;
      const why = view.leads ? leads : (isClosing ?? (await insteadOfAnswering(turn, view)));
      may = why === undefined;
      return why ?? then(view);
    });
    return may ? answer : whenNot(answer);
  }

  async function inChannel({ channel }: Pilot, message: Message): Promise<boolean> {
    return channel !== undefined && (await send({ ...channel, user: '' }, message)).kind === 'sent';
  }

  return {
    /** The two steps of an ending: first ask, then close. */
    ending: (turn: Turn, of: OfPilot) => asLead(pilots, turn, of.pilot, async () => endingOf(of)),

    /** Typed: the two steps for who leads the pilot; for others the way to the form, since an answer to text is stored. */
    evaluation: (turn: Turn, of: OfPilot) =>
      inOpenPilot(pilots, turn, of.pilot, async (view) => {
        if (view.leads) return endingOf(of);
        const instead = await insteadOfAnswering(turn, view);
        return instead ? withWayBack(instead, view.pilot.id) : askCard(view.pilot);
      }),

    /** The lead asks the team what it thinks; in a small pilot, to have a talk about it. */
    ask: (turn: Turn, of: OfPilot) =>
      asLead(pilots, turn, of.pilot, async (view) => {
        const instead = await insteadOfScores(turn, view);
        if (instead === notAllowedYet) return instead;
        const isAsked = instead === undefined;
        if (isAsked) await audit.record(turn.directoryId, 'pilot: evaluatie gevraagd', view.pilot.id);
        if (!(await inChannel(view.pilot, instead ?? askCard(view.pilot))))
          return instead ?? notAsked(view.pilot);
        return notice(
          'pilot',
          isAsked ? 'De vraag staat in het kanaal' : 'De gespreksvragen staan in het kanaal',
          'Rond de pilot pas af als iedereen de kans had.',
        );
      }),

    evaluate: (turn: Turn, of: OfPilot) =>
      fillingIn(turn, of.pilot, async ({ pilot }) =>
        evaluationForm(pilot, await evaluations.own(pilot.id, turn.directoryId)),
      ),

    save: (turn: Turn, data: z.infer<typeof closingSchemas.save>) =>
      fillingIn(turn, (data as OfPilot).pilot, async (view) => {
        const sent = data as unknown as Record<string, string>;
        const scores = Object.fromEntries(
          askedNames.flatMap((name) =>
            /^[1-5]$/.test(sent[name] ?? '') ? [[name, Number(sent[name])]] : [],
          ),
        );
        const evaluation = { scores, open: (sent.open ?? '').trim() };
        const isUnread = askedNames.some((name) => !/^[0-5]?$/.test(sent[name] ?? ''));
        const problems = [
          ...(isUnread ? ['Een antwoord kon ik niet lezen. Kies het opnieuw.'] : []),
          ...lengthProblems(sent, [['open', openQuestion, LONGEST_TEXT]]),
        ];
        if (problems.length > 0) return evaluationForm(view.pilot, evaluation, problems);
        // An empty form is no answer: it would count towards the six from which a picture is shown.
        if (Object.keys(scores).length === 0 && evaluation.open === '') {
          const had = await withdrawn(turn, view.pilot.id);
          if (had === undefined) return droppedTooLate;
          return had
            ? droppedCard
            : evaluationForm(view.pilot, undefined, ['Beantwoord minstens één vraag.']);
        }
        const week = mondayOf(periodOf(today(turn.now))).toString();
        await evaluations.save(view.pilot.id, turn.directoryId, evaluation, week);
        // When the pilot was closed in the same moment, the evaluation may not stay behind.
        if (!(await isTaking(view.pilot.id))) {
          await evaluations.withdraw(view.pilot.id, turn.directoryId);
          return alreadyClosed;
        }
        return savedCard(view.pilot.id);
      }),

    drop: async (turn: Turn, of: OfPilot): Promise<Message> => {
      const had = await hasOpen(turn, of.pilot);
      if (had && (await withdrawn(turn, of.pilot)) === undefined) return droppedTooLate;
      return fillingIn(
        turn,
        of.pilot,
        async () => droppedCard,
        async (why) => (had ? droppedForGood : why),
      );
    },

    finish: (turn: Turn, of: OfPilot) =>
      asLead(pilots, turn, of.pilot, async ({ pilot }) => closeForm(pilot)),

    close: (turn: Turn, { proud, line, whole, ...of }: z.infer<typeof closingSchemas.close>) =>
      asLead(pilots, turn, of.pilot, async ({ pilot, members }) => {
        const problems = lengthProblems({ proud, line }, closeTexts);
        if (problems.length > 0) return closeForm(pilot, { proud, line, whole }, problems);
        const day = today(turn.now).toString();
        const { kept, shared } = await learned(pilot.id);
        const { step } = kinds[pilot.kind];
        const ran = day >= pilot.from && (step === 3 || whole === 'ja');
        await audit.record(turn.directoryId, 'pilot afgerond', pilot.id);
        // From here on nobody takes back what is read below. When it breaks off, the lead closes it again.
        await pilots.change(pilot.id, (current) =>
          current.closedOn === undefined ? { ...current, closing: true } : current,
        );
        // Whoever was taken out of the pilot filled it in for another team than the one that reads it.
        const counting = await countingIn(members);
        const filledIn = await evaluations.of(pilot.id, counting);
        const { open: opinions, ...evaluation } = resultOf(filledIn, counting.length) ?? { open: [] };
        const outcome: PilotResult = {
          toLine: line.trim(),
          proud: proud.trim(),
          ticks: ticksOf(step, { ran, learnings: kept, shared }),
          ...('count' in evaluation ? { evaluation } : {}),
        };
        let mine = false;
        const now = await pilots.change(pilot.id, (current) => {
          mine = current.closedOn === undefined;
          const written = opinions.length > 0 ? { opinions, opinionsDay: day } : {};
          return mine ? { ...current, closing: undefined, closedOn: day, outcome, ...written } : current;
        });
        // Two who lead it may close it at the same moment. The second hears that it was done, and nothing is
        // overwritten.
        if (!mine || !now) return alreadyClosed;
        await inChannel(pilot, celebration(now, outcome, kept));
        return show(turn, pilot.id, 'De pilot is afgerond.');
      }),
  };
}
