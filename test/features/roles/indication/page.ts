import { ownTasks } from '../../../../src/features/roles/content/tasks.ts';
import { ibroRoles } from '../../../../src/people/person.ts';
import { examples } from './examples.ts';

const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
const rule = row(['---', ...ibroRoles.map(() => '---')]);

/** The table of which task weighs what for which role, as docs/rolindicatie.md has it. */
export const mappingTable = (): string[] => [
  row(['taak', ...ibroRoles]),
  rule,
  ...ownTasks.map(({ title, short, weights }) =>
    row([`${title}${short ? ' *' : ''}`, ...ibroRoles.map((role) => `${weights[role] ?? 0}`)]),
  ),
];

/** The twelve worked examples with their sums written out, as the page has them. */
export const examplesTable = (): string[] => [
  row(['wie', ...ibroRoles, 'dichtbij']),
  `${rule} --- |`,
  ...examples.map(({ who, sums, near }) =>
    row([who, ...ibroRoles.map((role) => sums[role]), near.length > 0 ? near.join(', ') : 'geen']),
  ),
];
