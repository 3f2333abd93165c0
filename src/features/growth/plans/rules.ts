import { Temporal } from 'temporal-polyfill';
import { isDate } from '../../../calendar/clock.ts';
import { manyOf } from '../../../language/fitted.ts';
import { lengthProblems } from '../../../language/lengths.ts';
import { isLeaderOf, type Person } from '../../../people/person.ts';
import { learningForms } from '../content/learning-forms.ts';
import {
  longest,
  type Plan,
  type PlanContent,
  type Question,
  questions,
  type SharedPlan,
  TOP,
} from './plan.ts';

export const questionWords: Record<Question, string> = {
  want: 'Wat wil je?',
  can: 'Wat kun je al?',
  begin: 'Waar begin je?',
  later: 'Waar sta je over twee jaar?',
};

type Typed = Readonly<Record<string, string | undefined>>;

/** What is wrong with the answers to the four questions, in Dutch: one of them is enough to begin with. */
export function draftProblems(typed: Typed): string[] {
  const tooLong = lengthProblems(
    typed,
    questions.map((id) => [id, questionWords[id], longest.draft] as const),
  );
  return questions.some((id) => (typed[id] ?? '') !== '') ? tooLong : ['Vul minstens één vraag in.'];
}

/** The answers that were given. */
export const draftIn = (typed: Typed): PlanContent['draft'] =>
  Object.fromEntries(questions.flatMap((id) => (typed[id] ? [[id, typed[id]]] : [])));

/** What is wrong with a step, in Dutch. `today`: ISO date. */
export function stepProblems(typed: Typed, today: string): string[] {
  const { what = '', by = '' } = typed;
  const isDay = isDate(by);
  return [
    ...(what === '' ? ['Schrijf op wat je gaat doen.'] : []),
    ...lengthProblems(typed, [['what', 'Kleine stap', longest.what]]),
    ...(by === '' ? ['Kies een dag.'] : !isDay ? ['Kies een dag die bestaat.'] : []),
    ...(isDay && by < today ? ['Kies een dag vanaf vandaag.'] : []),
  ];
}

/** The learning forms that were ticked, in our order, and what is wrong with them. */
export function topIn(sent: readonly (string | undefined)[]): { forms: string[]; problems: string[] } {
  const ticked = new Set(sent.flatMap((one) => manyOf(one ?? '')));
  const forms = learningForms.flatMap(({ id }) => (ticked.has(id) ? [id] : []));
  return {
    forms,
    problems: forms.length > TOP ? [`Kies er hooguit ${TOP}. Je koos er ${forms.length}.`] : [],
  };
}

/** What of a plan may be shared: all but the top five and what its owner wants of reminders. */
export const contentOf = ({ draft, goals, ownGoal, step, time, support }: PlanContent): PlanContent => ({
  draft,
  goals,
  ownGoal,
  step,
  time,
  support,
});

/** The same text for two plans of which the same may be shared. */
export const markOf = (plan: PlanContent): string => {
  const { draft, goals, ownGoal, step, time, support } = plan;
  return JSON.stringify([
    questions.map((id) => draft[id] ?? ''),
    goals,
    ownGoal,
    step ? [step.what, step.by, step.outcome ?? ''] : [],
    time,
    support,
  ]);
};

/** A plan with a change of this day (ISO date) in it; the same object where nothing changes. */
export function changed(plan: Plan, change: Partial<Plan>, day: string): Plan {
  const next = { ...plan, ...change };
  const same = markOf(next) === markOf(plan) && next.forms.join() === plan.forms.join();
  return same ? plan : { ...next, day };
}

/** A plan that begins with somebody's own draft. */
export const begun = (draft: PlanContent['draft'], day: string): Plan => ({
  draft,
  goals: [],
  ownGoal: '',
  time: '',
  support: '',
  forms: [],
  begun: day,
  day,
});

/** True while who leads the team may read what was shared: in the team in which it was shared, as long as they lead it. */
export const mayRead = (
  { manager, team }: Pick<SharedPlan, 'manager' | 'team'>,
  person: Pick<Person, 'team'>,
  reader: Person,
  settings: { key: string; managers?: readonly string[] } | undefined,
): boolean =>
  manager !== undefined &&
  manager === reader.directoryId &&
  person.team === team &&
  isLeaderOf(settings ?? { key: team }, reader);

const WEEKS = [6, 3] as const;

/** After how many weeks without a change its owner is to be reminded now; undefined when not, or when they were. */
export function reminderDue({ day, reminded, quiet }: Plan, today: Temporal.PlainDate): 3 | 6 | undefined {
  if (quiet) return undefined;
  const since = Temporal.PlainDate.from(day);
  return WEEKS.find(
    (weeks) => weeks > (reminded ?? 0) && Temporal.PlainDate.compare(since.add({ weeks }), today) <= 0,
  );
}
