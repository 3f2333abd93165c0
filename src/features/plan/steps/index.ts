import { z } from 'zod';
import { notice, unknownPerson } from '../../../conversation/cards/notice.ts';
import { choosingSchema } from '../../../conversation/choosing.ts';
import { field } from '../../../conversation/field.ts';
import type { FormValues } from '../../../conversation/form.ts';
import type { Message } from '../../../conversation/message.ts';
import { colleagueAlone, colleagueAnywhere, type Needs } from '../../../conversation/needs.ts';
import { action } from '../../../conversation/offer.ts';
import type { Turn } from '../../../conversation/turn.ts';
import type { Waiting } from '../../../conversation/waiting.ts';
import type { MethodStep } from '../../../people/steps.ts';
import { stepOf, steps } from '../../../people/steps.ts';
import type { FeatureOffer } from '../../module.ts';
import { forms } from '../content/step.ts';
import { allStepsCard, planCard, stepCard } from './cards.ts';
import { changing } from './changing.ts';
import { planNudge } from './nudge.ts';
import { keepers, readingOf, stepIn } from './reading.ts';
import { timelineCard } from './timeline.ts';
import type { StepsTools } from './tools.ts';
import { toPlan, toStep } from './words.ts';

const step = z
  .number()
  .int()
  .min(1)
  .max(steps.length)
  .transform((number) => number as MethodStep);
const ofStep = z.object({ step });
const onVersion = ofStep.extend({ seen: z.number().int().min(0).max(999_999) });

const changes: Needs = {
  ...colleagueAlone,
  typed: 'stappenplan',
  checked: 'houdt het stappenplan bij, of is actiehouder van de stap',
};
const keeping: Needs = { who: keepers, where: 'own chat', typed: 'stappenplan' };

/**
 * The plan over all eight steps (docs/method.md): what comes next and who does it, how each step stands, and changing it. Everybody
 * reads it.
 */
export function stepPlan(tools: StepsTools): FeatureOffer {
  const { plan } = tools;
  const edits = changing(tools);

  async function show(turn: Turn, note = ''): Promise<Message> {
    const { view } = await readingOf(tools, turn);
    return planCard(view, note);
  }

  async function showStep(turn: Turn, number: MethodStep): Promise<Message> {
    const { view, mayKeep, mayChange, isMine } = await readingOf(tools, turn);
    const one = stepIn(view, number);
    return stepCard(view, one, { mayKeep, mayChange: mayChange(one), isMine: isMine(one) });
  }

  /** "stappenplan", or with a number behind it one step. */
  async function typed(turn: Turn, rest: string): Promise<Message> {
    if (!(await turn.person())) return unknownPerson;
    const number = stepOf(Number(/^(?:stap )?(\d)$/.exec(rest.trim())?.[1]));
    return number ? showStep(turn, number) : show(turn);
  }

  async function mute(turn: Turn): Promise<Message> {
    const mine = (await plan.read()).people.filter(
      (one) => one.part === 'holder' && one.directoryId === turn.directoryId,
    );
    for (const one of mine) await plan.changeHolder(one, (now) => ({ ...now, muted: true }));
    return notice(
      'plan',
      'Ik vraag het niet meer',
      'Je blijft actiehouder. Met “stappenplan” kijk je zelf.',
      [toPlan],
    );
  }

  /** The steps that wait for their action holder, and those that somebody helps with, which are not counted. */
  async function waiting(turn: Turn): Promise<Waiting[]> {
    const { people, steps: states } = await plan.read();
    return people
      .filter(
        ({ part, directoryId }) =>
          (part === 'holder' || part === 'supporter') && directoryId === turn.directoryId,
      )
      .flatMap((one): Waiting[] => {
        const state = states.find((other) => other.step === one.step);
        if (!state || state.closed !== undefined) return [];
        const title = steps.find((other) => other.step === one.step)?.title ?? '';
        return [
          {
            kind: 'Stappenplan',
            text: `Stap ${one.step}: ${title}`,
            ...(one.part === 'supporter'
              ? { note: 'jij helpt mee', forOther: true }
              : state.until
                ? { due: state.until }
                : { note: 'jij bent actiehouder' }),
            actions: [toStep(one.step, 'Open')],
          },
        ];
      });
  }

  return {
    phrases: [
      {
        say: 'stappenplan',
        also: [
          'het stappenplan',
          'plan',
          'ons plan',
          'wat is de volgende stap',
          'waar staan we',
          'wat moeten we nu doen',
        ],
        wished: /\b(?:welke|(?<!mijn )volgende) stap(?:pen)?\b(?! voor mij\b)|\bhoe ver zijn (?:we|wij)\b/,
        title: 'Bekijk wat de volgende stap is, en wie die zet',
        needs: colleagueAnywhere,
        takesRest: true,
        run: typed,
      },
    ],
    actions: {
      'plan.show': action(z.object({}), (turn) => show(turn), { needs: colleagueAnywhere }),
      'plan.all': action(
        z.object({}),
        async (turn) => {
          const { view, mayKeep } = await readingOf(tools, turn);
          return allStepsCard(view, mayKeep);
        },
        { needs: colleagueAnywhere },
      ),
      'plan.timeline': action(
        z.object({}),
        async (turn) => timelineCard((await readingOf(tools, turn)).view),
        { needs: colleagueAnywhere },
      ),
      'plan.step': action(ofStep, (turn, { step: number }) => showStep(turn, number), {
        needs: colleagueAnywhere,
      }),
      'plan.form': action(z.object({ form: z.enum(forms) }), (turn, { form }) => edits.setForm(turn, form), {
        needs: keeping,
      }),
      'plan.edit': action(ofStep, (turn, { step: number }) => edits.edit(turn, number), { needs: changes }),
      'plan.save': action(
        onVersion.extend({
          ...choosingSchema('one', 'holder'),
          ...choosingSchema('many', 'supporters'),
          from: field.date,
          until: field.date,
          notes: field.long,
          links: field.long,
        }),
        (turn, { step: number, seen, ...filled }) =>
          edits.save(turn, { step: number, seen }, filled as FormValues),
        { needs: changes },
      ),
      'plan.ticks': action(ofStep, (turn, { step: number }) => edits.ticks(turn, number), { needs: changes }),
      'plan.save-ticks': action(
        onVersion.extend({ done: field.choices }),
        (turn, { done, ...target }) => edits.saveTicks(turn, target, done),
        { needs: changes },
      ),
      'plan.ask-close': action(ofStep, (turn, { step: number }) => edits.askClose(turn, number), {
        needs: changes,
      }),
      'plan.close': action(onVersion, (turn, target) => edits.setClosed(turn, target, true), {
        needs: changes,
      }),
      'plan.reopen': action(onVersion, (turn, target) => edits.setClosed(turn, target, false), {
        needs: changes,
      }),
      'plan.leave': action(ofStep, (turn, { step: number }) => edits.leave(turn, number), {
        needs: colleagueAlone,
      }),
      'plan.mute': action(z.object({}), mute, { needs: colleagueAlone }),
    },
    jobs: [planNudge(tools)],
    waiting,
  };
}
