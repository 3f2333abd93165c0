import { mondayOf } from '../../calendar/weeks.ts';
import { isUnopened, partsOf, type Stored } from '../../storage/index.ts';
import type { CheckinAnswer, OwnScore } from './rules.ts';
import type { AnswerRow } from './tables.ts';

/** An answer as it was read: `etag` tells later whether it still is the same. */
export interface StoredAnswer {
  pseudonym: string;
  answer: CheckinAnswer;
  etag: string;
}

/** What a row says of somebody's answer. */
export function answerOf({ score, themes, comment, sharing, skipped }: AnswerRow): CheckinAnswer {
  return { score, themes: themes ?? [], comment, sharing, skipped };
}

/** The row of an answer; nothing in it tells when it came. */
export function rowOf(
  { score, themes, comment, sharing, skipped }: CheckinAnswer,
  period: string,
): AnswerRow {
  const day = mondayOf(period).toString();
  return { score, themes, comment, sharing, skipped, period, day, draftDay: day };
}

/** Scores and themes of the rows that have any. */
export const lineOf = (rows: readonly AnswerRow[]): OwnScore[] =>
  rows.flatMap(({ period, score, themes = [] }) => (score ? [{ period, score, themes }] : []));

/** What the rows of a team hold that this key can open, in order of period and pseudonym. */
export const inOrder = (rows: readonly Stored<AnswerRow>[]): (StoredAnswer & { period: string })[] =>
  rows
    .filter(({ value }) => !isUnopened(value))
    .map(({ row, etag, value }) => {
      const [, period = '', pseudonym = ''] = partsOf(row);
      return { period, pseudonym, answer: answerOf(value), etag };
    })
    .sort((a, b) => (`${a.period} ${a.pseudonym}` < `${b.period} ${b.pseudonym}` ? -1 : 1));

/** The rows with this answer in the place of its period. */
export function rowsWith(rows: readonly AnswerRow[], period: string, answer: CheckinAnswer): AnswerRow[] {
  const others = rows.filter((row) => row.period !== period);
  return [...others, rowOf(answer, period)].sort((a, b) => (a.period < b.period ? -1 : 1));
}
