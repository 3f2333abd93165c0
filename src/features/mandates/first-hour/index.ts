import { z } from 'zod';
import { today } from '../../../calendar/clock.ts';
import type { Message } from '../../../conversation/message.ts';
import type { Needs } from '../../../conversation/needs.ts';
import { action, type Offer, type Phrase } from '../../../conversation/offer.ts';
import type { Turn } from '../../../conversation/turn.ts';
import type { Tools } from '../../module.ts';
import type { proposing } from '../changes/proposing.ts';
import { keeping, rightsOf } from '../changes/rights.ts';
import { answerCard } from '../chat/answer-card.ts';
import type { asking } from '../chat/conversation.ts';
import { changing, MOST_ENTRIES, wrongSchema } from '../chat/wrong.ts';
import type { AnsweredQuestion } from '../questions/ask.ts';
import { colleaguesOf } from '../register/colleagues.ts';
import type { MandateStore } from '../register/store.ts';
import { checkRegister } from '../review/check.ts';
import { areasCard, type HowFar, noTrial, shareCard, stepsCard } from './cards.ts';
import { trialQuestions } from './trial-questions.ts';

interface FirstHourTools extends Pick<Tools, 'everybody' | 'settings'> {
  store: MandateStore;
  questions: Pick<ReturnType<typeof asking>, 'around'>;
  changes: Pick<ReturnType<typeof proposing>, 'start' | 'startDeputy' | 'startWith'>;
}

/** What is typed to begin, and to go on later. */
const FIRST_HOUR = 'register inrichten';

const needs: Needs = { ...keeping, typed: FIRST_HOUR };
const trialSchema = z.object({ at: z.number().int().min(0).max(3) });
const trialWrongSchema = wrongSchema.extend({ deputy: z.boolean().optional() });

/** The first hour of who keeps the register: list, doubts, areas, three questions to try, and telling colleagues. */
export function firstHour(tools: FirstHourTools): Required<Pick<Offer, 'phrases' | 'actions' | 'fitting'>> {
  const { store, everybody, settings, questions, changes } = tools;
  const rights = rightsOf({ everybody, settings });

  async function howFar({ now, directoryId }: Turn): Promise<HowFar> {
    const [{ lookup }, people, { municipality }, seconds] = await Promise.all([
      store.current(),
      everybody(),
      settings.read(),
      rights.deciders(directoryId),
    ]);
    const { entries, areas } = lookup.register;
    const colleagues = people.length > 0 ? colleaguesOf(people, municipality.closures) : undefined;
    return {
      mandates: entries.length,
      places: areas
        .filter(({ code }) => !lookup.roots.includes(code))
        .map(({ code }) => lookup.placeName(code)),
      findings: entries.length > 0 ? checkRegister(lookup, today(now).toString(), colleagues) : [],
      hasSecond: seconds.length > 0,
    };
  }

  const steps = async (turn: Turn): Promise<Message> => stepsCard(await howFar(turn));

  /** The question at a place, with its answer as a colleague reads it; behind the last one comes sharing. */
  async function trial(turn: Turn, { at }: z.infer<typeof trialSchema>): Promise<Message> {
    const { lookup } = await store.current();
    const asked = trialQuestions(lookup, today(turn.now));
    const one = asked[at];
    if (!one) return asked.length === 0 ? noTrial : shared(asked);
    const around = { ...(await questions.around(lookup, turn)), keeper: false };
    const isLast = at + 1 === asked.length;
    return answerCard(one, around, {
      fixed: true,
      trial: {
        place: `Proefvraag ${at + 1} van ${asked.length}`,
        ways: [
          {
            title: isLast ? 'Ja, ga naar Delen' : 'Ja, volgende',
            verb: 'mandates.trial',
            data: { at: at + 1 },
            style: 'positive',
          },
          { title: 'Nee, wijzig dit', verb: 'mandates.trial-wrong', data: aboutOf(one) },
        ],
      },
    });
  }

  /** The form for what an answer rests on: of several entries first which of them, of none a new one. */
  async function wrong(turn: Turn, about: z.infer<typeof trialWrongSchema>): Promise<Message> {
    const { ids, deputy, activity, registration = '', area = '' } = about;
    const { lookup } = await store.current();
    const entries = ids.flatMap((id) => lookup.entry(id) ?? []);
    const [only, ...more] = entries;
    if (only && more.length === 0)
      return deputy ? changes.startDeputy(turn, only.id) : changes.start(turn, 'change', only.id);
    if (only) return changing(entries, lookup);
    return activity ? changes.startWith({ activity, registration, area }) : changes.start(turn, 'new');
  }

  /** Names stay out of what is put in a channel. */
  const shared = (asked: readonly AnsweredQuestion[]) =>
    shareCard(asked.filter(({ understood }) => !understood?.people.length).map(({ question }) => question));

  const phrase: Phrase = {
    say: FIRST_HOUR,
    also: [
      'mandaatlijst',
      'mandatenlijst',
      'het register inrichten',
      'richt het register in',
      'mandatenregister inrichten',
      'mandaatregister inrichten',
      'register vullen',
      'hoe begin ik met het register',
      'hoe vul ik het register',
      'proefvragen',
    ],
    title: 'Richt het mandatenregister in, stap voor stap',
    needs,
    run: steps,
  };

  return {
    phrases: [phrase],
    // While there is nothing to ask of, it is the first that who keeps the register sees.
    fitting: async (_, phrases) => {
      if (!phrases.some(({ say }) => say === FIRST_HOUR)) return phrases;
      const { lookup } = await store.current();
      const isEmpty = lookup.register.entries.length === 0;
      return phrases.map((one) => (isEmpty && one.say === FIRST_HOUR ? { ...one, first: 0 } : one));
    },
    actions: {
      'mandates.first-hour': action(z.object({}), steps, { needs }),
      'mandates.first-areas': action(z.object({}), async (turn) => areasCard(await howFar(turn)), { needs }),
      'mandates.trial': action(trialSchema, trial, { needs }),
      'mandates.trial-wrong': action(trialWrongSchema, wrong, { needs }),
      'mandates.share': action(
        z.object({}),
        async ({ now }) => shared(trialQuestions((await store.current()).lookup, today(now))),
        { needs },
      ),
    },
  };
}

/** What a form begins with, of a question and its answer. */
function aboutOf({ understood, answer: { entries } }: AnsweredQuestion): z.infer<typeof trialWrongSchema> {
  return {
    ids: entries.slice(0, MOST_ENTRIES).map(({ id }) => id),
    activity: understood?.activity,
    registration: understood?.registration,
    area: understood?.areas[0],
    ...(understood?.kind === 'deputy' ? { deputy: true } : {}),
  };
}
