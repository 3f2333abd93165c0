import type { z } from 'zod';
import { today } from '../../../calendar/clock.ts';
import { mondayOf, periodOf } from '../../../calendar/weeks.ts';
import { notice } from '../../../conversation/cards/notice.ts';
import { field, fieldsOf } from '../../../conversation/field.ts';
import type { Message } from '../../../conversation/message.ts';
import type { Turn } from '../../../conversation/turn.ts';
import { lengthProblems } from '../../../language/lengths.ts';
import { consentGiven } from '../../../people/municipality.ts';
import { isCounted, isPresent, type Person } from '../../../people/person.ts';
import { LONGEST_TEXT, type Pilot } from '../pilot/pilot.ts';
import { alreadyClosed, asLead, changeOpen, inOpenPilot, type PilotView } from '../pilot/rights.ts';
import type { PilotTools } from '../pilot/tools.ts';
import { type OfPilot, ofPilot } from '../pilot/typed.ts';
import { askCard, askingCard, evaluationForm } from './cards.ts';
import { askedNames, FEWEST_EVALUATIONS, openQuestion } from './evaluation.ts';
import {
  askedCard,
  cameLater,
  notAllowedYet,
  notAskedYet,
  pictureStands,
  talkGuide,
  withButtons,
  withWayBack,
} from './instead.ts';
import {
  droppedCard,
  droppedForGood,
  droppedTooLate,
  notCounting,
  savedCard,
  standingCard,
  uncountedCard,
} from './own-cards.ts';
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

interface EvaluatingTools extends PilotTools {
  evaluations: EvaluationStore;
}

/** Where who leads a pilot goes on after asking the team. */
const waysOn = (of: OfPilot) => [
  { verb: 'pilot.show', title: 'Terug naar de pilot', data: of },
  { verb: 'pilot.ending', title: 'Afronden', data: of },
];

/** Who leads the pilot may not answer, so for them the question itself would be a dead end. */
const notAsked = (pilot: Pilot) =>
  askedCard(
    pilot,
    'Je team heeft de vraag nog niet gekregen',
    pilot.channel
      ? 'Ik kan nu niet in het kanaal schrijven. Probeer het straks nog eens.'
      : 'Deze pilot heeft nog geen kanaal. Vraag je team om “evaluatie” te typen in de eigen chat met mij. Of typ in het kanaal van het pilotteam: @Kompas pilot.',
    waysOn({ pilot: pilot.id }),
  );

/**
 * Whose evaluation counts, by directory id: nobody who leads it, since they would read what comes out, nobody who came when it
 * was asked already, and of the others who is in the people file (trust:fewest-six).
 */
export function countingIn(members: PilotView['members'], people: readonly Person[]): string[] {
  const inFile = new Set(people.filter(isCounted).map(({ directoryId }) => directoryId));
  return matesIn(members).flatMap(({ directoryId }) => (inFile.has(directoryId) ? [directoryId] : []));
}

/** Those in a pilot who do not lead it, and who were in it when the team was asked. */
export function matesIn(members: PilotView['members']): PilotView['members'] {
  return members.filter(({ role, late }) => role === 'member' && !late);
}

/**
 * Whether some of a pilot do not count who once did: they left, or who owns their team in Teams took them out of it. Who leads
 * the pilot may have done that to see that each of those who are left answered (trust:fewest-six).
 */
export function missesMates(members: PilotView['members'], people: readonly Person[]): boolean {
  const counting = new Set(countingIn(members, people));
  const neverCounted = new Set(
    people.filter((one) => isPresent(one) && !isCounted(one)).map(({ directoryId }) => directoryId),
  );
  return matesIn(members).some(
    ({ directoryId }) => !counting.has(directoryId) && !neverCounted.has(directoryId),
  );
}

/** Writes in the channel of a pilot; false where it has none, or when that did not arrive. */
export async function inChannel(
  { send }: Pick<PilotTools, 'send'>,
  { channel }: Pilot,
  message: Message,
): Promise<boolean> {
  return channel !== undefined && (await send({ ...channel, user: '' }, message)).kind === 'sent';
}

/** Why what somebody who is in a pilot filled in does not count; undefined where it does. As `countingIn` has it. */
function lostBy({ directoryId }: Turn, { leads: isLead, me, members }: PilotView): string | undefined {
  if (isLead) return notCounting.leads;
  if (members.find((one) => one.directoryId === directoryId)?.late) return notCounting.late;
  return isCounted(me) ? undefined : notCounting.roster;
}

/** Whether a pilot takes evaluations: not from the moment on at which those that count are read, and never again after that. */
const takesThem = ({ closing, closedOn, outcome }: Pilot) =>
  !closing && closedOn === undefined && outcome?.evaluation === undefined;

/** What the team thinks of a pilot (docs/method.md steps 3, 7 and 8). */
export function evaluating(tools: EvaluatingTools) {
  const { pilots, evaluations, audit } = tools;

  const isLarge = async ({ members }: PilotView) =>
    countingIn(members, await tools.everybody()).length >= FEWEST_EVALUATIONS;

  /** What a pilot gets in which nobody may be asked for scores; undefined where they may. */
  async function insteadOfScores(turn: Turn, view: PilotView): Promise<Message | undefined> {
    if (view.pilot.outcome?.evaluation) return pictureStands;
    if (!(await isLarge(view))) return talkGuide;
    const { municipality } = await turn.settings();
    return consentGiven(municipality) ? undefined : notAllowedYet;
  }

  /** The same for somebody who would answer: what cannot be shown is not collected. */
  async function insteadOfAnswering(turn: Turn, view: PilotView): Promise<Message | undefined> {
    if (!isCounted(view.me)) return talkGuide;
    const instead = await insteadOfScores(turn, view);
    if (instead) return instead;
    if (view.pilot.teamAsked !== 'scores') return notAskedYet;
    const mine = view.members.find(({ directoryId }) => directoryId === turn.directoryId);
    return mine?.late ? cameLater : undefined;
  }

  async function isTaking(id: string): Promise<boolean> {
    const pilot = await pilots.get(id);
    return pilot !== undefined && takesThem(pilot);
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
    whenNot: (why: Message, lost: string | undefined) => Promise<Message> = async (why, lost) => {
      if (!(await hasOpen(turn, id))) return why;
      return lost === undefined ? standingCard(id) : uncountedCard(id, lost);
    },
  ): Promise<Message> {
    let may = false;
    let lost: string | undefined = notCounting.outside;
    const answer = await inOpenPilot(pilots, turn, id, async (view) => {
      lost = lostBy(turn, view);
      const isClosing = view.pilot.closing ? alreadyClosed : undefined;
      const why = view.leads ? leads : (isClosing ?? (await insteadOfAnswering(turn, view)));
      may = why === undefined;
      return why ?? then(view);
    });
    return may ? answer : whenNot(answer, lost);
  }

  return {
    /** Typed: asking the team for who leads the pilot; for others the way to the form, since an answer to text is stored. */
    evaluation: (turn: Turn, of: OfPilot) =>
      inOpenPilot(pilots, turn, of.pilot, async (view) => {
        if (view.leads) return askingCard(view.pilot);
        const instead = await insteadOfAnswering(turn, view);
        return instead ? withWayBack(instead, view.pilot) : askCard(view.pilot);
      }),

    /** The lead asks the team what it thinks; in a small pilot, to have a talk about it. */
    ask: (turn: Turn, of: OfPilot) =>
      asLead(pilots, turn, of.pilot, async (view) => {
        const instead = await insteadOfScores(turn, view);
        if (instead === notAllowedYet || instead === pictureStands)
          return withButtons(instead, view.pilot, waysOn(of));
        const isAsked = instead === undefined;
        if (isAsked) {
          await audit.record(turn.directoryId, 'pilot: evaluatie gevraagd', view.pilot.id);
          await pilots.beginAsking(of.pilot);
          // Before the question stands in the channel: whoever reads it may answer at once.
          await changeOpen(pilots, of.pilot, (now) => ({ ...now, teamAsked: 'scores' }));
        }
        const isPosted = await inChannel(tools, view.pilot, instead ?? askCard(view.pilot));
        // Without a channel who leads the pilot asks it themselves.
        if (!isAsked && (isPosted || !view.pilot.channel))
          await changeOpen(pilots, of.pilot, (now) =>
            // What was filled in stays, and who was in it when that began: a talk beside it changes nothing of both.
            now.teamAsked === 'scores' ? now : { ...now, teamAsked: 'talk' },
          );
        if (!isPosted) return instead ? withButtons(instead, view.pilot, waysOn(of)) : notAsked(view.pilot);
        return askedCard(
          view.pilot,
          isAsked ? 'De vraag staat in het kanaal' : 'De gespreksvragen staan in het kanaal',
          'Geef iedereen een paar dagen. Rond daarna af.',
          waysOn(of),
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
  };
}
