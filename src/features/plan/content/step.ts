import type { MethodStep } from '../../../people/steps.ts';

/** How much of the method a municipality walks: the same steps and the same ends, in a lighter form (docs/method.md). */
export const forms = ['full', 'light'] as const;
export type PlanForm = (typeof forms)[number];

/** A text that may be lighter in the light form. */
export interface InForms {
  full: string;
  light?: string;
}

/**
 * Something that has to be so before a step is done. Both forms have the same ids: going from one form to the other loses nothing.
 */
export interface Criterion {
  id: CriterionId;
  /** What is so once it is done. */
  done: InForms;
  /** What to do for it, as a request. */
  todo: InForms;
  /** What to type for it in the chat. */
  say?: string;
}

/** One step of the method, in our words. */
export interface PlanStep {
  step: MethodStep;
  /** What comes out of it. */
  outcome: InForms;
  criteria: readonly Criterion[];
  /** Who usually sees to it, and with whom. */
  holder: string;
  along: string;
  /** What helps, in a few words each. */
  aids: readonly string[];
}

export const criterionIds = [
  'matrices',
  'talked',
  'recognised',
  'indications',
  'adopted',
  'told',
  'tried',
  'learned',
  'shared',
  'discussed',
  'recorded',
  'growing',
  'dialogue',
  'agreements',
  'lines',
  'started',
  'through',
  'lessons',
  'secured',
  'evaluated',
  'handed-over',
] as const;
export type CriterionId = (typeof criterionIds)[number];

/** The text of a form: the light one has its own where it differs. */
export const textIn = (form: PlanForm, { full, light }: InForms): string =>
  form === 'light' ? (light ?? full) : full;
