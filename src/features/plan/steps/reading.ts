import { today } from '../../../calendar/clock.ts';
import type { Turn } from '../../../conversation/turn.ts';
import { isAmong } from '../../../people/access.ts';
import type { Access } from '../../../people/person.ts';
import type { MethodStep } from '../../../people/steps.ts';
import { type PlanView, type StepView, viewOf } from './rules.ts';
import type { StepsTools } from './tools.ts';

/** Who keeps the plan; an action holder changes their own step too. */
export const keepers = ['projectleider', 'afdelingshoofd', 'beheerder'] as const satisfies readonly Access[];

/** Help has little room: who steers the change finds more of it listed, and everybody finds the rest from the plan. */
export const listedFor: readonly Access[] = ['manager', 'projectleider', 'afdelingshoofd', 'directie'];

/** The plan as somebody reads it, and what they may do with it. */
export interface Reading {
  view: PlanView;
  /** Whether they keep the whole plan; in their own chat alone, since elsewhere others see the card. */
  mayKeep: boolean;
  mayChange(step: StepView): boolean;
  /** Whether they are its action holder or help with it; in their own chat alone. */
  isMine(step: StepView): boolean;
}

/** Reads the plan with all that Kompas knows about it. */
export async function readingOf(
  {
    plan,
    facts,
    everybody,
    administrators,
  }: Pick<StepsTools, 'plan' | 'facts' | 'everybody' | 'administrators'>,
  turn: Turn,
): Promise<Reading> {
  const [kept, known, people, me] = await Promise.all([plan.read(), facts(), everybody(), turn.person()]);
  const isAlone = turn.scope === 'personal';
  const mayKeep = isAlone && isAmong(keepers, turn.directoryId, me, administrators);
  return {
    view: viewOf(kept, known, people, today(turn.now).toString()),
    mayKeep,
    mayChange: ({ holder }) => mayKeep || (isAlone && holder?.directoryId === turn.directoryId),
    isMine: ({ holder, supporters }) =>
      isAlone && [holder, ...supporters].some((one) => one?.directoryId === turn.directoryId),
  };
}

/** One step of a view. */
export function stepIn({ steps }: PlanView, step: MethodStep): StepView {
  const found = steps.find((one) => one.step === step);
  if (!found) throw new RangeError(`there is no step ${step}`);
  return found;
}
