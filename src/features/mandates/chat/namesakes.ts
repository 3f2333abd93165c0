import type { RegisterAnswer } from '../questions/answering/answer.ts';
import type { Understood } from '../questions/understanding/understood.ts';
import type { AnswerContext } from './contacts.ts';

const inWords = (who: string) =>
  `Let op: ${who}. Het register kent alleen namen. Vraag de mandaatbeheerder wie het is.`;

/**
 * A warning when more people here have the name of whoever an answer is about, or of somebody whom it names: the register knows names
 * only, so that nobody can tell whose mandate it is.
 */
export function namesakeWarning(
  { outcome, answers, entries }: RegisterAnswer,
  { people, date }: Understood,
  { colleagues, lookup }: AnswerContext,
): string {
  if (outcome !== 'yes' && outcome !== 'found') return '';
  const [about = answers[0], ...others] = people.length > 0 ? people : answers;
  if (about !== undefined && others.length === 0 && colleagues.isShared(about))
    return inWords('er werken hier meer mensen met deze naam');
  const named = [
    ...answers,
    ...entries.flatMap((entry) => [...lookup.holders(entry, date), ...lookup.deputies(entry, date)]),
  ];
  return named.some(colleagues.isShared) ? inWords('een naam in dit antwoord is van meer mensen hier') : '';
}
