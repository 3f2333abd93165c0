import { Temporal } from 'temporal-polyfill';
import type { AnsweredQuestion } from '../questions/ask.ts';
import type { Understood } from '../questions/understanding/understood.ts';
import { AHEAD_DAYS } from '../review/oversight.ts';
import type { Button } from './choice-buttons.ts';
import type { AnswerContext } from './contacts.ts';

/** Kinds of questions whose answer of today tells who is there. */
const naming: readonly Understood['kind'][] = ['who', 'role', 'escalation', 'deputy'];

/** True for an answer that names people for a day to come, in somebody's own chat: of today it would tell who is there. */
function isAhead(
  { understood, answer }: AnsweredQuestion,
  { today, shared, outsider }: AnswerContext,
): boolean {
  if (!understood || shared || outsider) return false;
  return naming.includes(understood.kind) && answer.entries.length > 0 && understood.date > today;
}

/**
 * Said of a day to come: that who is there then stands in no answer (docs/privacy.md), so that nobody takes it for that. It is
 * said of every such day and of everybody, and so tells nothing of anybody.
 */
export const aheadNote = (asked: AnsweredQuestion, around: AnswerContext): string =>
  isAhead(asked, around) ? 'Of iemand er dan is, staat er niet bij.' : '';

/** Leads who may see it to when nobody works: who keeps the register, for the days that it tells. */
export function aheadWays(asked: AnsweredQuestion, around: AnswerContext): Button[] {
  if (!around.seesCover || !asked.understood || !isAhead(asked, around)) return [];
  const last = Temporal.PlainDate.from(around.today)
    .add({ days: AHEAD_DAYS - 1 })
    .toString();
  if (asked.understood.date > last) return [];
  return [{ title: 'Bekijk de bezetting', verb: 'mandates.cover', data: { from: 0 } }];
}
