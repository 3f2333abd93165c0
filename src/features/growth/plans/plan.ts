/** The questions of somebody's own draft, with which a plan begins. */
export const questions = ['want', 'can', 'begin', 'later'] as const;
export type Question = (typeof questions)[number];

/** What came of a step. There are no grades (docs/method.md step 4.4). */
export const outcomes = ['done', 'not-yet', 'other'] as const;
export type Outcome = (typeof outcomes)[number];

/** One small thing to do before a day (ISO date). */
export interface PlanStep {
  what: string;
  by: string;
  outcome?: Outcome;
}

/** What somebody may share of their plan. */
export interface PlanContent {
  draft: Partial<Record<Question, string>>;
  /** Ids of learning goals. */
  goals: string[];
  /** A goal of their own. */
  ownGoal: string;
  step?: PlanStep;
  /** Time that was agreed in the roster. */
  time: string;
  support: string;
}

/** The ontwikkelplan of one employee. Dates are ISO dates. */
export interface Plan extends PlanContent {
  /** Ids of at most five learning forms. Never shared. */
  forms: string[];
  begun: string;
  /** The day of the last change. */
  day: string;
  /** After how many weeks without a change its owner was reminded last. */
  reminded?: 3 | 6;
  /** Its owner wants no reminders. */
  quiet?: true;
}

/** A plan as its owner shared it with who leads their team. */
export interface SharedPlan extends PlanContent {
  /** Directory id of who may read it; without one nobody may. */
  manager?: string;
  /** The key of the team in which they shared it: it ends with a change of team. */
  team: string;
  day: string;
}

/** So many forms are a personal top. */
export const TOP = 5;

/** The longest texts, in characters. */
export const longest = { draft: 500, ownGoal: 200, what: 200, time: 200, support: 300 } as const;
