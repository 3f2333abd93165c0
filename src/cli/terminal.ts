import type { Readable } from 'node:stream';
import type { Temporal } from 'temporal-polyfill';
import type { Problem } from '../files/csv.ts';
import type { Storage } from '../storage/index.ts';

/** All that a command has of its surroundings. */
export interface Terminal {
  /** The variables that `.env.example` explains. */
  env: Readonly<Record<string, string | undefined>>;
  /** The folder that file names are relative to; an absolute path. */
  folder: string;
  /** The machine's clock. */
  now(): Temporal.Instant;
  /** What is read when a question is `-`. */
  input(): Readable;
  /** Writes text as it is: what was asked for. */
  out(text: string): void;
  /** Writes text as it is: what is wrong. */
  err(text: string): void;
  /** This installation's storage where that is open already; otherwise each command opens it. */
  storage?: Storage;
}

/** Something that the person at the keyboard can mend; shown without a stack. */
export class InputError extends Error {}

/** Like `InputError`, after the command has said it all itself. */
export class ReportedError extends Error {
  /** What the process ends with: 2 where something is broken, 1 for the rest. */
  readonly code: 1 | 2;

  constructor(code: 1 | 2 = 1) {
    super();
    this.code = code;
  }
}

export { OPERATOR } from '../people/actors.ts';

export function print({ out }: Pick<Terminal, 'out'>, line: string): void {
  out(`${line}\n`);
}

const MOST_PROBLEMS = 100;

/** What is wrong with a file, a line each; of very many only the first ones. */
export function problemLines(problems: readonly Problem[]): string {
  const rest = problems.length - MOST_PROBLEMS;
  return [
    ...problems
      .slice(0, MOST_PROBLEMS)
      .map(({ line, reason }) => `  ${line > 0 ? `regel ${line}: ` : ''}${reason}`),
    ...(rest > 0 ? [`  en nog ${rest}`] : []),
  ].join('\n');
}
