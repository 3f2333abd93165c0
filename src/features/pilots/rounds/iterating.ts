import { z } from 'zod';
import { today } from '../../../calendar/clock.ts';
import { cancelButton } from '../../../conversation/cancelling.ts';
import { detailCard } from '../../../conversation/cards/detail.ts';
import { notice, noticeCard } from '../../../conversation/cards/notice.ts';
import { carried, field } from '../../../conversation/field.ts';
import { formCard } from '../../../conversation/form.ts';
import type { Message, NoticeAction } from '../../../conversation/message.ts';
import { pageButtons, pageOf, partWords } from '../../../conversation/paging.ts';
import type { Turn } from '../../../conversation/turn.ts';
import { fitted } from '../../../language/fitted.ts';
import { lengthProblems } from '../../../language/lengths.ts';
import type { ActionStore } from '../actions/store.ts';
import { type Aspect, aspects, type Pilot, type Round, secondChange } from '../pilot/pilot.ts';
import { pilotReaders } from '../pilot/readers.ts';
import { alreadyClosed, asLead, asMember, changeOpen } from '../pilot/rights.ts';
import type { PilotTools } from '../pilot/tools.ts';
import { type OfPilot, ofPilot } from '../pilot/typed.ts';
import { demoSchema, demos } from './demo.ts';
import { isEmptyRound, MOST_ROUNDS, measuredBefore, roundLine, roundsOf } from './story.ts';

export const iterationSchemas = {
  of: ofPilot,
  change: ofPilot.extend({
    aspect: field.choice,
    what: field.text,
    sure: carried(z.boolean(), false),
    /** The number of the round that the form is about. */
    round: carried(z.number().int().min(0).max(10_000), 0),
  }),
  /** `after`: the number of the round that ends. */
  next: ofPilot.extend({
    after: z.number().int().min(1).max(10_000),
    // What was chosen on the form from which the round is ended.
    aspect: carried(z.string().max(60), ''),
    what: carried(z.string().max(2_000), ''),
  }),
  rounds: ofPilot.extend({ page: carried(z.number().int().min(0).max(1_000), 0) }),
  demo: demoSchema,
};

const nothingChosen: Chosen = { aspect: '', what: '' };

const isAspect = (value: string): value is Aspect => Object.hasOwn(aspects, value);

/** Characters at most. */
const LONGEST = 200;

/** The choice that somebody made on the form of a round. */
interface Chosen {
  aspect: string;
  what: string;
}

const changeTexts = [['what', 'Wat precies?', LONGEST]] as const;

/** Ends the round that goes on; the choice that leads to a new one goes along: else it would have to be made again in it. */
function nextRoundButton({ id, iteration }: Pilot, { aspect, what }: Chosen): NoticeAction {
  const next = { pilot: id, after: iteration.number };
  const hasChoice = aspect !== '' || what !== '';
  return {
    verb: 'pilot.next-round',
    title: 'Begin een nieuwe ronde',
    data: hasChoice ? { ...next, aspect, what: fitted(what, LONGEST) } : next,
  };
}

/** Before a second thing changes in a round: why not, and what the method advises as the main button. */
function secondChangeCard(pilot: Pilot, warning: string, { aspect, what }: Chosen): Message {
  const { id, name, iteration } = pilot;
  return noticeCard({
    kind: 'pilot',
    text: 'Verander je nog iets in deze ronde?',
    title: 'Verander één ding per ronde',
    place: name,
    body: warning,
    lines: what === '' ? [] : [what],
    small: 'Er is nog niets vastgelegd. Wat je invulde, gaat mee.',
    actions: [
      { ...nextRoundButton(pilot, { aspect, what }), style: 'positive' },
      {
        verb: 'pilot.save-change',
        title: 'Toch veranderen',
        data: { pilot: id, round: iteration.number, sure: true, aspect, what },
      },
      cancelButton({ verb: 'pilot.show', data: { pilot: id } }),
    ],
    seenBy: pilotReaders,
  });
}

function changeForm(
  pilot: Pilot,
  { aspect, what }: Chosen,
  { problems = [], lead = '' }: { problems?: readonly string[]; lead?: string } = {},
): Message {
  const { id, name, iteration } = pilot;
  const { number, changed } = iteration;
  const soFar = changed.map((one) => aspects[one]).join(' en ');
  return formCard({
    kind: 'pilot',
    title: `Ronde ${number}: wat verander je?`,
    place: name,
    lead:
      lead ||
      (soFar === ''
        ? 'Eén ding per ronde. Dan zie je wat het doet.'
        : `In deze ronde veranderde al: ${soFar}.`),
    problems,
    fields: [
      {
        id: 'aspect',
        kind: 'one',
        label: 'Wat verandert er?',
        value: aspect,
        required: true,
        choices: Object.entries(aspects).map(([value, title]) => ({ value, title })),
      },
      {
        id: 'what',
        kind: 'long',
        label: 'Wat precies?',
        hint: 'Bijvoorbeeld: Noord valideert voor West, en andersom',
        value: what,
        longest: LONGEST,
      },
    ],
    submit: {
      verb: 'pilot.save-change',
      title: 'Leg vast',
      data: { pilot: id, round: number },
    },
    seenBy: pilotReaders,
    // Of a round in which nothing happened there is nothing to end.
    actions: isEmptyRound(pilot) ? [] : [nextRoundButton(pilot, { aspect, what })],
    back: { verb: 'pilot.show', data: { pilot: id } },
  });
}

const fullOfRounds = notice(
  'pilot',
  `Deze pilot heeft al ${MOST_ROUNDS} rondes`,
  'Er is niets veranderd. Verander iets in de ronde die nu loopt.',
);

/** A round in which this was changed, with what precisely: '' leaves what stands there. */
function withChange(round: Round, aspect: Aspect, what: string): Round {
  const { changed, precisely = {} } = round;
  const isSame = changed.includes(aspect) && (what === '' || precisely[aspect] === what);
  if (isSame) return round;
  return {
    ...round,
    changed: changed.includes(aspect) ? changed : [...changed, aspect],
    precisely: what === '' ? round.precisely : { ...precisely, [aspect]: what },
  };
}

const stillEmpty = (round: number) =>
  `Ronde ${round} loopt al. Er is nog niets veranderd of gemeten. Leg vast wat je erin verandert.`;

const isOver = (round: number, { iteration }: Pilot) =>
  `Ronde ${round} is voorbij: ronde ${iteration.number} loopt nu. Leg je het daarin vast?`;

/** So many rounds on one card. */
const ROUNDS_PAGE = 8;

/** All rounds of a pilot, the newest first. */
function roundsCard(pilot: Pilot, page: number): Message {
  const shown = pageOf(roundsOf(pilot).toReversed(), page, ROUNDS_PAGE);
  return detailCard({
    kind: 'pilot',
    text: 'Dit zijn de rondes van de pilot.',
    title: 'De rondes',
    place: [pilot.name, partWords(shown)].filter(Boolean).join(' · '),
    sections: [{ lines: shown.items.map(roundLine) }],
    actions: [
      ...pageButtons(shown, 'pilot.rounds', (next) => ({ pilot: pilot.id, page: next })),
      { verb: 'pilot.show', title: 'Naar de pilot', data: { pilot: pilot.id } },
    ],
  });
}

/** Rounds of a pilot, in which one thing changes at a time, and its demos (docs/method.md step 7: don'ts, and 7.4). */
export function iterating({ pilots, actions, audit, send, show }: PilotTools & { actions: ActionStore }) {
  return {
    change: (turn: Turn, { pilot: id }: OfPilot) =>
      asLead(pilots, turn, id, async ({ pilot }) => changeForm(pilot, nothingChosen)),

    saveChange: (
      turn: Turn,
      { pilot: id, aspect, what, sure, round }: z.infer<typeof iterationSchemas.change>,
    ) =>
      asLead(pilots, turn, id, async ({ pilot }) => {
        const typed = { aspect, what };
        const isKnown = isAspect(aspect);
        const { number } = pilot.iteration;
        const problems = [
          ...(round === 0 || round === number ? [] : [isOver(round, pilot)]),
          ...(isKnown ? [] : ['Kies wat er verandert.']),
          ...lengthProblems(typed, changeTexts),
        ];
        if (!isKnown || problems.length > 0) return changeForm(pilot, typed, { problems });
        const warning = secondChange(pilot.iteration.changed, aspect);
        if (warning && !sure) return secondChangeCard(pilot, warning, { aspect, what: what.trim() });
        const precise = what.trim();
        if (withChange(pilot.iteration, aspect, precise) !== pilot.iteration)
          await audit.record(turn.directoryId, 'pilot: verandering in ronde vastgelegd', id);
        let isThisRound = true;
        const saved = await changeOpen(pilots, id, (now) => {
          isThisRound = now.iteration.number === number;
          if (!isThisRound) return now;
          const iteration = withChange(now.iteration, aspect, precise);
          if (iteration === now.iteration) return now;
          const isFirst = now.iteration.changed.length === 0;
          const criteria = isFirst ? measuredBefore(now.criteria, number) : now.criteria;
          return { ...now, iteration, criteria };
        });
        if (!saved) return alreadyClosed;
        if (!isThisRound) {
          const now = (await pilots.get(id)) ?? pilot;
          return changeForm(now, typed, { problems: [isOver(number, now)] });
        }
        return show(turn, id, `Vastgelegd voor ronde ${number}: ${aspects[aspect]}.`);
      }),

    nextRound: (turn: Turn, { pilot: id, after, aspect, what }: z.infer<typeof iterationSchemas.next>) =>
      asLead(pilots, turn, id, async ({ pilot }) => {
        if ((pilot.pastRounds ?? []).length + 1 >= MOST_ROUNDS && pilot.iteration.number === after)
          return fullOfRounds;
        if (pilot.iteration.number === after && isEmptyRound(pilot))
          return changeForm(pilot, { aspect, what }, { lead: stillEmpty(after) });
        const day = today(turn.now).toString();
        const number = after + 1;
        if (pilot.iteration.number === after)
          await audit.record(turn.directoryId, 'pilot: ronde begonnen', id);
        // The card says which round it ends: tapped twice it is still one round further.
        let isNew = false;
        const saved = await changeOpen(pilots, id, (now) => {
          isNew = now.iteration.number === after;
          if (!isNew) return now;
          const ended = { ...now.iteration, until: day };
          return {
            ...now,
            iteration: { number, day, changed: [] },
            pastRounds: [...(now.pastRounds ?? []), ended],
          };
        });
        if (!saved) return alreadyClosed;
        const note = isNew ? `Ronde ${number} is begonnen.` : `Ronde ${number} was al begonnen.`;
        const now = aspect === '' && what === '' ? undefined : await pilots.get(id);
        return now && now.iteration.number === number
          ? changeForm(now, { aspect, what }, { lead: `${note} Leg nu vast wat je erin verandert.` })
          : show(turn, id, note);
      }),

    /** All rounds of a pilot, for who is in it. */
    rounds: (turn: Turn, { pilot: id, page }: z.infer<typeof iterationSchemas.rounds>) =>
      asMember(pilots, turn, id, async ({ pilot }) => roundsCard(pilot, page)),

    ...demos({ pilots, actions, send, show }),
  };
}
