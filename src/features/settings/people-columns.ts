import type { IntakeAnswers, IntakeQuestion } from '../../conversation/intake.ts';
import { capital } from '../../language/capital.ts';
import type { ReadPeopleFile } from '../../people/import-apart.ts';
import {
  askWords,
  BY_ADDRESS,
  type ColumnAsk,
  type ColumnChoices,
  NO_COLUMN,
} from '../../people/list-columns.ts';
import { type ListField, listFields } from '../../people/list-headings.ts';

/** The id of a question which column is what: the field stands behind it. */
const COLUMN = 'kolom:';
/** Without one of these nobody can be read. */
const required: readonly ListField[] = ['id', 'naam', 'email', 'team'];

/** The columns that were chosen on a card. */
export function chosenIn(answers: IntakeAnswers): ColumnChoices {
  const chosen = listFields.flatMap((field) => {
    const column = answers[`${COLUMN}${field}`];
    return column === undefined || column === '' ? [] : [[field, column] as const];
  });
  return Object.fromEntries(chosen);
}

/** What is to be pointed out in a list, and what was: that can be answered otherwise. */
export function columnQuestions({ asks, columns }: ReadPeopleFile, chosen: ColumnChoices): IntakeQuestion[] {
  const question = ({ field, columns: fitting }: Pick<ColumnAsk, 'field' | 'columns'>): IntakeQuestion => ({
    id: `${COLUMN}${field}`,
    label: askWords({ field }),
    kind: 'one',
    choices: [
      ...fitting.map((column) => ({ title: capital(column), value: column })),
      ...(field === 'id' ? [{ title: 'Er is geen nummer: gebruik het e-mailadres', value: BY_ADDRESS }] : []),
      ...(required.includes(field) ? [] : [{ title: 'Geen van deze', value: NO_COLUMN }]),
    ],
  });
  const answered = listFields.flatMap((field) => {
    const value = chosen[field];
    const isAsked = asks.some((ask) => ask.field === field);
    const isThere =
      value === NO_COLUMN || value === BY_ADDRESS || (value !== undefined && columns.includes(value));
    return value !== undefined && isThere && !isAsked ? [{ ...question({ field, columns }), value }] : [];
  });
  // A question without anything to choose from cannot be answered.
  return [...asks.map((ask) => question(ask)).filter(({ choices = [] }) => choices.length > 0), ...answered];
}
