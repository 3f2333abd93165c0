import { small } from '../../../language/capital.ts';
import { type IbroRole, ibroRoles } from '../../../people/person.ts';
import { registrationName, registrations } from '../content/registrations.ts';
import type { RoleTask } from '../content/tasks.ts';
import type { Filled, Often, Side } from './matrix.ts';
import { homeOf, totalOf } from './rules.ts';

/** How often somebody does a task, as each side says it. */
export const oftenWords: Record<Side, Record<Often, string>> = {
  employee: { do: 'Doe ik', some: 'Soms', not: 'Niet' },
  manager: { do: 'Doet dit', some: 'Soms', not: 'Niet' },
};

/** The other of the two, as this side calls them. */
export const otherWords: Record<Side, string> = { employee: 'je leidinggevende', manager: 'je collega' };

/** What stands under a task, for who reads it of a colleague: the built-in ones begin with "Je". */
export function explainedFor(side: Side, explained: string): string {
  if (side === 'employee') return explained;
  // Where the verb would have to change too, the text stays as it is.
  return /^Je (?!bent|kunt|wilt|hebt|zult|mag\b)/.test(explained)
    ? explained.replace(/^Je /, 'Je collega ').replace(/ je (?=\p{L})/gu, ' die ')
    : explained;
}

/** Titles in one line, as within a sentence: "Mutaties verwerken, scripts maken". */
export const listed = (titles: readonly string[]): string =>
  titles.map((title, n) => (n === 0 ? title : small(title))).join(', ');

/** "1 taak", "12 taken". */
export const taskCount = (count: number): string => (count === 1 ? '1 taak' : `${count} taken`);

/** The shares of time in one line. */
export function sharesWords({ shares }: Pick<Filled, 'shares'>): string {
  const said = registrations.flatMap((name) =>
    shares[name] ? [`${registrationName(name)} ${shares[name]} %`] : [],
  );
  const rest = 100 - totalOf(shares);
  if (said.length === 0) return '';
  return [...said, ...(rest > 0 ? [`ander werk ${rest} %`] : [])].join(', ');
}

/** The tasks that somebody does, role by role: may be text of the municipality. */
export function tasksByRole(
  { answers }: Pick<Filled, 'answers'>,
  tasks: readonly RoleTask[],
): { role: IbroRole; words: string }[] {
  return ibroRoles.flatMap((role) => {
    const done = tasks.filter(
      (task) => homeOf(task) === role && ['do', 'some'].includes(answers[task.id] ?? ''),
    );
    const words = listed(done.map(({ id, title }) => (answers[id] === 'some' ? `${title} (soms)` : title)));
    return words === '' ? [] : [{ role, words }];
  });
}
