import type { State } from '../../../conversation/cards/head.ts';
import type { NoticeAction } from '../../../conversation/message.ts';
import type { PlanForm } from '../content/step.ts';
import type { StepView } from './rules.ts';

export const statusWords: Record<StepView['status'], string> = {
  new: 'nog niet begonnen',
  busy: 'bezig',
  done: 'klaar',
};
/** A mark tells it as well as the words do. */
export const statusMarks: Record<StepView['status'], string> = { new: '○', busy: '●', done: '✓' };

export const statusState = (status: StepView['status']): State => ({
  words: statusWords[status],
  tone: status === 'done' ? 'good' : status === 'busy' ? 'warning' : 'quiet',
});

export const formWords: Record<PlanForm, string> = { full: 'volledige vorm', light: 'lichte vorm' };

export const toPlan: NoticeAction = { verb: 'plan.show', title: 'Naar het stappenplan', data: {} };
export const toStep = (step: number, title = `Open stap ${step}`): NoticeAction => ({
  verb: 'plan.step',
  title,
  data: { step },
});

export const NO_HOLDER = 'nog geen actiehouder';
