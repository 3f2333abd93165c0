import {
  type CsvFile,
  columnName,
  type HeadingScore,
  type Problem,
  type UnreadCsv,
} from '../../../files/csv.ts';
import { unguarded, writeCsv } from '../../../files/write-csv.ts';
import { type IbroRole, ibroRoles } from '../../../people/person.ts';
import type { RoleTask, Weights } from '../content/tasks.ts';
import { builtInTask } from './task-list.ts';

/** The column of a role holds how much a task belongs to it: 0, 1 or 2. */
const roleColumns = ibroRoles.map((role) => ({ role, column: role.toLowerCase() }));

/** The columns of a file of tasks. */
export const columns = ['id', 'taak', 'uitleg', ...roleColumns.map(({ column }) => column), 'kort', 'actief'];

/** A task as a file says it, and whether it is off. */
export interface TaskLine {
  line: number;
  task: RoleTask;
  off: boolean;
}

/** The longest texts, in characters, and the most lines. */
const LONGEST = { id: 40, title: 60, explained: 120 };
const MOST_LINES = 200;

/** Recognises the heading of a list of tasks. */
export const tasksHeading: HeadingScore = (cells) => {
  const names = new Set(cells.map((cell) => columnName(cell).normalize('NFC')));
  const known = columns.filter((name) => names.has(name)).length;
  return names.has('taak') && names.has('uitleg') ? known : 0;
};

const yesOrNo = (text: string, otherwise: boolean): boolean | undefined =>
  text === '' ? otherwise : text === 'ja' ? true : text === 'nee' ? false : undefined;

/** The weights of a line, or undefined for each that is none of 0, 1 and 2. */
function weightsOf(at: (column: string) => string): { weights: Weights; wrong: IbroRole[] } {
  const weights: Partial<Record<IbroRole, 1 | 2>> = {};
  const wrong: IbroRole[] = [];
  for (const { role, column } of roleColumns) {
    const text = at(column);
    if (text === '1' || text === '2') weights[role] = text === '1' ? 1 : 2;
    else if (text !== '' && text !== '0') wrong.push(role);
  }
  return { weights, wrong };
}

const sameWeights = (a: Weights, b: Weights) => ibroRoles.every((role) => (a[role] ?? 0) === (b[role] ?? 0));

/** What is wrong with a text, in Dutch; nothing where it fits. */
const textProblem = (name: string, text: string, most: number): string[] =>
  text === '' ? [`${name} is leeg`] : [...text].length > most ? [`${name} is langer dan ${most} tekens`] : [];

function readLine(fields: Readonly<Record<string, string>>): { task: RoleTask; off: boolean } | string[] {
  const at = (column: string) => (fields[column] ?? '').normalize('NFC').trim();
  const id = at('id').toLowerCase();
  const [title, explained] = [at('taak'), at('uitleg')];
  const { weights, wrong } = weightsOf(at);
  const short = yesOrNo(at('kort').toLowerCase(), false);
  const on = yesOrNo(at('actief').toLowerCase(), true);
  const ours = builtInTask(id);
  const isId = /^[a-z0-9]+(-[a-z0-9]+)*$/.test(id) && id.length <= LONGEST.id;
  const problems = [
    ...(isId
      ? []
      : [
          `id "${at('id')}" mag alleen kleine letters, cijfers en streepjes hebben, hooguit ${LONGEST.id} tekens`,
        ]),
    ...textProblem('taak', title, LONGEST.title),
    ...textProblem('uitleg', explained, LONGEST.explained),
    ...wrong.map((role) => `bij ${role} staat iets anders dan 0, 1 of 2`),
    ...(wrong.length === 0 && Object.keys(weights).length === 0 ? ['de taak hoort bij geen enkele rol'] : []),
    ...(ours && wrong.length === 0 && !sameWeights(ours.weights, weights)
      ? [`bij welke rol ${id} hoort, staat vast. Maak een nieuwe taak met een eigen id`]
      : []),
    ...(short === undefined ? [`kort "${at('kort')}" is geen ja of nee`] : []),
    ...(on === undefined ? [`actief "${at('actief')}" is geen ja of nee`] : []),
  ];
  if (problems.length > 0) return problems;
  return { task: { id, title, explained, weights, short: short === true }, off: on === false };
}

/** Reads a file of tasks: either all of it, or what is wrong with each line. */
export function readTasks(read: CsvFile | UnreadCsv): { lines: TaskLine[] } | { problems: Problem[] } {
  if ('problems' in read) return { problems: read.problems };
  const file = unguarded(read);
  const known = file.columns.map((name) => name.normalize('NFC'));
  const heading = [
    ...columns
      .filter((column) => column !== 'kort' && column !== 'actief' && !known.includes(column))
      .map((column) => ({ line: 0, reason: `de kolom "${column}" ontbreekt` })),
    ...known
      .filter((column) => !columns.includes(column))
      .map((column) => ({ line: 0, reason: `de kolom "${column}" ken ik niet` })),
  ];
  if (heading.length > 0) return { problems: heading };
  if (file.rows.length === 0) return { problems: [{ line: 0, reason: 'Er staan geen taken in.' }] };
  if (file.rows.length > MOST_LINES)
    return { problems: [{ line: 0, reason: `Er staan meer dan ${MOST_LINES} taken in.` }] };
  const lines: TaskLine[] = [];
  const problems: Problem[] = [];
  const seen = new Map<string, number>();
  for (const { line, fields } of file.rows) {
    const named = Object.fromEntries(
      Object.entries(fields).map(([name, text]) => [name.normalize('NFC'), text]),
    );
    const found = readLine(named);
    if (Array.isArray(found)) {
      problems.push(...found.map((reason) => ({ line, reason })));
      continue;
    }
    const first = seen.get(found.task.id);
    if (first === undefined) seen.set(found.task.id, line);
    else problems.push({ line, reason: `id ${found.task.id} staat ook op regel ${first}` });
    lines.push({ line, ...found });
  }
  return problems.length > 0 ? { problems } : { lines };
}

/** A file that `readTasks` reads back. */
export function writeTasks(tasks: readonly { task: RoleTask; off: boolean }[]): string {
  return writeCsv(
    columns,
    tasks.map(({ task: { id, title, explained, weights, short }, off }) => [
      id,
      title,
      explained,
      ...roleColumns.map(({ role }) => `${weights[role] ?? 0}`),
      short ? 'ja' : 'nee',
      off ? 'nee' : 'ja',
    ]),
  );
}
