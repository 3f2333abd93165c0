import type { MethodStep } from '../../../people/steps.ts';
import { type CriterionId, criterionIds, type PlanForm } from '../content/step.ts';

/** How a step was left. Days are ISO dates; '' where there is none. */
export interface StepState {
  step: MethodStep;
  /** 0 as long as nobody changed it. */
  version: number;
  from: string;
  until: string;
  notes: string;
  links: string;
  ticks: Partial<Record<CriterionId, string>>;
  closed?: string;
}

/** What somebody has to do with a step: they see to it, help, or ticked one of its criteria. */
export type Part = 'holder' | 'supporter' | CriterionId;

export interface PlanPerson {
  directoryId: string;
  step: MethodStep;
  part: Part;
  day: string;
  /** Somebody else made them action holder, and they do not know it yet. */
  untold?: true;
  /** The day on which they were asked last, or told that they were chosen (ISO date). */
  nudged?: string;
  muted?: true;
}

/** Who saw to a step before, and was written to of it or wants no more questions: both still hold when they are chosen anew. */
export type Earlier = Pick<PlanPerson, 'directoryId' | 'step' | 'nudged' | 'muted'>;

/** All that is kept of the plan. */
export interface Plan {
  form: PlanForm;
  steps: readonly StepState[];
  people: readonly PlanPerson[];
  earlier: readonly Earlier[];
}

export const isPart = (what: string): what is Part =>
  what === 'holder' || what === 'supporter' || criterionIds.some((id) => id === what);

/** The longest texts, in characters; so many links and supporters. */
export const longest = { notes: 1_000, links: 1_000 } as const;
export const MOST_LINKS = 8;
export const MOST_SUPPORTERS = 10;

/** A step that nobody wrote anything about. */
export const untouched = (step: MethodStep): StepState => ({
  step,
  version: 0,
  from: '',
  until: '',
  notes: '',
  links: '',
  ticks: {},
});
