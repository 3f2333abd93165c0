import type { Problem } from '../../../files/csv.ts';

/** What was read, or every line that is wrong, in Dutch. Nothing is read unless all is right. */
export type ReadResult<T> = T | { problems: Problem[] };

/** The problems of what was read; none of a file that was not given. */
export const problemsOf = <T extends object>(read: ReadResult<T> | undefined): Problem[] =>
  read && 'problems' in read ? read.problems : [];

/** Says in every problem in which file it is. */
const inFile = (name: string, problems: readonly Problem[]): Problem[] =>
  problems.map(({ line, reason }) => ({ line, reason: `${name}: ${reason}` }));

/** What is wrong with the files that go with a register, each problem with the file it is in. */
export const referenceProblems = <A extends object, T extends object>(
  areas: ReadResult<A> | undefined,
  tenures: ReadResult<T> | undefined,
): Problem[] => [...inFile('Gebieden', problemsOf(areas)), ...inFile('Functies', problemsOf(tenures))];

/** Problems from the top of the file down; those of one line stay in their order. */
export const byLine = (problems: readonly Problem[]): Problem[] =>
  problems.toSorted((a, b) => a.line - b.line);
