import { isDate } from '../../../calendar/clock.ts';
import type { NameFinder } from '../../../language/colleagues.ts';
import { lengthProblems } from '../../../language/lengths.ts';
import { isPresent, oncePerAccount, type Person } from '../../../people/person.ts';
import { type MethodStep, steps } from '../../../people/steps.ts';
import { type Criterion, type PlanForm, textIn } from '../content/step.ts';
import { planStep } from '../content/steps.ts';
import { type Facts, type Known, knownOf } from './facts.ts';
import { longest, MOST_LINKS, type Part, type Plan, type StepState } from './plan.ts';

/** One criterion as it stands. */
export interface CriterionView {
  criterion: Criterion;
  known?: Known;
  /** The day on which somebody ticked it, and who, where they are here still. */
  ticked?: { day: string; by?: string };
  isDone: boolean;
}

/** Somebody who works here. */
export interface Named {
  directoryId: string;
  name: string;
}

/** A step as a card shows it. */
export interface StepView extends StepState {
  title: string;
  status: 'new' | 'busy' | 'done';
  criteria: readonly CriterionView[];
  holder?: Named;
  supporters: readonly Named[];
}

/** The plan as it stands for everybody. */
export interface PlanView {
  form: PlanForm;
  steps: readonly StepView[];
}

function criterionView(
  criterion: Criterion,
  state: StepState,
  plan: Plan,
  facts: Facts,
  names: Names,
): CriterionView {
  const known = knownOf(criterion.id, plan.form, facts);
  const day = state.ticks[criterion.id];
  const [by] = plan.people
    .filter(({ step, part }) => step === state.step && part === criterion.id)
    .flatMap(({ directoryId }) => names.get(directoryId) ?? []);
  return {
    criterion,
    known,
    ticked: day === undefined ? undefined : { day, by },
    isDone: day !== undefined || known?.done === true,
  };
}

type Names = ReadonlyMap<string | undefined, string>;

function statusOf(
  { closed, from }: StepState,
  criteria: readonly CriterionView[],
  day: string,
): StepView['status'] {
  if (closed !== undefined) return 'done';
  return (from !== '' && from <= day) || criteria.some(({ isDone }) => isDone) ? 'busy' : 'new';
}

/** The plan on a day (ISO date). Who left is nobody's action holder any more. */
export function viewOf(plan: Plan, facts: Facts, everybody: readonly Person[], day: string): PlanView {
  const here = oncePerAccount(everybody.filter(isPresent));
  const names: Names = new Map(here.map(({ directoryId, name }) => [directoryId, name]));
  const peopleOf = (step: MethodStep, part: Part): Named[] =>
    plan.people
      .filter((one) => one.step === step && one.part === part)
      .flatMap(({ directoryId }) => {
        const name = names.get(directoryId);
        return name === undefined ? [] : [{ directoryId, name }];
      })
      .sort((a, b) => a.name.localeCompare(b.name, 'nl'));
  return {
    form: plan.form,
    steps: plan.steps.map((state) => {
      const criteria = planStep(state.step).criteria.map((one) =>
        criterionView(one, state, plan, facts, names),
      );
      return {
        ...state,
        title: steps.find(({ step }) => step === state.step)?.title ?? '',
        status: statusOf(state, criteria, day),
        criteria,
        holder: peopleOf(state.step, 'holder')[0],
        supporters: peopleOf(state.step, 'supporter'),
      };
    }),
  };
}

/** The one thing that comes next, in the first step that is not closed; undefined once all are. */
export interface NextThing {
  step: StepView;
  /** What is not done yet; none where the step can be closed. */
  criterion?: Criterion;
  todo: string;
}

export function nextThing({ form, steps: views }: PlanView): NextThing | undefined {
  const step = views.find(({ status }) => status !== 'done');
  if (!step) return undefined;
  const criterion = step.criteria.find(({ isDone }) => !isDone)?.criterion;
  return {
    step,
    criterion,
    todo: criterion ? textIn(form, criterion.todo) : 'Alles van deze stap is klaar. Rond de stap af.',
  };
}

/** What has to be done anew in a step that was closed, and why, in a Dutch sentence; undefined where nothing has. */
export function toDoAgain({ steps: views }: PlanView): { step: StepView; why: string } | undefined {
  for (const step of views) {
    const found =
      step.status === 'done' && step.criteria.find(({ known, ticked }) => known?.again && !ticked);
    if (found) return { step, why: found.known?.why ?? '' };
  }
  return undefined;
}

/** The lines of a text, without empty ones. */
export const linesIn = (text: string): string[] =>
  text
    .split(/[\r\n]+/)
    .map((line) => line.trim())
    .filter(Boolean);

const isLink = (line: string): boolean => {
  const url = URL.canParse(line) ? new URL(line) : undefined;
  return url?.protocol === 'https:';
};

const MOST_NAMES = 5;

/** Names of colleagues in a text, each as a Dutch sentence; names stand in a field of their own. */
export const nameProblems = (
  text: string,
  title: string,
  { namesIn }: Pick<NameFinder, 'namesIn'>,
): string[] =>
  namesIn(text)
    .slice(0, MOST_NAMES)
    .map(
      (name) => `${title.replace(/[?]$/, '')}: haal de naam ${name} weg. Iedereen bij de gemeente leest dit.`,
    );

/** What is wrong with the dates of something, in Dutch; '' is no date. */
export function periodProblems(from: string, until: string): string[] {
  if (from !== '' && !isDate(from)) return ['Begin: kies een datum.'];
  if (until !== '' && !isDate(until)) return ['Klaar op: kies een datum.'];
  return from !== '' && until !== '' && until < from
    ? ['Klaar op: kies de dag van het begin of een latere dag.']
    : [];
}

/** What is wrong with what somebody filled in about a step, in Dutch sentences. */
export function stepProblems(
  { from, until, notes, links }: Pick<StepState, 'from' | 'until' | 'notes' | 'links'>,
  names: Pick<NameFinder, 'namesIn'>,
): string[] {
  const tooLong = lengthProblems({ notes, links }, [
    ['notes', 'Notities', longest.notes],
    ['links', 'Links', longest.links],
  ]);
  if (tooLong.length > 0) return tooLong;
  const urls = linesIn(links);
  return [
    ...periodProblems(from, until),
    ...nameProblems(notes, 'Notities', names),
    ...(urls.length > MOST_LINKS ? [`Links: hooguit ${MOST_LINKS}.`] : []),
    ...(urls.every(isLink) ? [] : ['Links: zet elke link op een eigen regel. Een link begint met https://.']),
  ];
}
