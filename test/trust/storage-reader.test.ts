import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestBot, team } from '../support/bot.ts';
import { joined } from './storage-adversary.ts';
import { type Dump, lead, PERIOD, type ReadRow, readWeek, texts } from './storage-week.ts';

const people = [...team, lead];
let dumps: Dump[];
let bot: TestBot;
beforeAll(async () => {
  ({ dumps, bot } = await readWeek());
});
afterAll(() => bot.stop());

const at = (step: string): Dump => {
  const found = dumps.find((dump) => dump.step === step);
  if (!found) throw new Error(`there is no step ${step}`);
  return found;
};
const codeOf = (n: number, purpose: 'answer' | 'comment' | 'tip') =>
  bot.core.pseudonymise(purpose === 'tip' ? '' : 'objecten-west', team[n - 1]?.account ?? '', purpose);

/** The same dumps with some rows of some steps otherwise: what storage would hold without one of the protections. */
const changed = (steps: RegExp, change: (row: ReadRow) => ReadRow | undefined): Dump[] =>
  dumps.map((dump) =>
    steps.test(dump.step) ? { ...dump, rows: dump.rows.flatMap((row) => change(row) ?? []) } : dump,
  );
const ofAnswer = (n: number) => (row: ReadRow) =>
  row.table === 'answers' && row.row.includes(codeOf(n, 'answer')) && row.row.includes(PERIOD);
const when =
  (which: (row: ReadRow) => boolean, change: (row: ReadRow) => ReadRow | undefined) =>
  (row: ReadRow): ReadRow | undefined =>
    which(row) ? change(row) : row;
const withValue = (row: ReadRow, value: object): ReadRow => ({ ...row, value: { ...row.value, ...value } });
const isIn = (table: string) => (row: ReadRow) => row.table === table;
const tornDown = /^(?!cards)/;

describe('who reads storage without the key, at each step of a week', () => {
  test('has a week to read in which all of it happened', async () => {
    const published = at('closing').rows.filter(({ table }) => /comments$/.test(table));
    expect(published.map(({ value }) => value.text).sort()).toEqual(
      [texts.withName, texts.withoutName].sort(),
    );
    const count = (step: string, table: string) => at(step).rows.filter(isIn(table)).length;
    expect(count('answers', 'answers')).toBe(14);
    expect(count('withdrawals', 'answers')).toBe(16);
    expect(count('answers', 'seentips')).toBeGreaterThan(2);
    expect(count('tips and styles', 'personas')).toBe(1);
    expect(count('tips and styles', 'helpfultips')).toBe(1);
    expect(count('evaluations of a pilot', 'evaluations')).toBe(4);
    const [before, after] = ['evaluations of a pilot', 'votes and evaluations in two pilots'] as const;
    expect(count(after, 'evaluations') - count(before, 'evaluations')).toBe(3);
    expect(
      at(after).rows.filter(({ table, row }) => table === 'retros' && row.startsWith('v|')),
    ).toHaveLength(6);
    expect(count('closing', 'outcomes')).toBeGreaterThan(9);
    expect(count('a signal with a name', 'groups')).toBe(3);
    const own = await bot.core.answers.own('objecten-west', team[3]?.account ?? '', PERIOD);
    expect(own?.comment).toBe(texts.private);
  });

  test('joins no row with a person, no text with a score and no code with another', () => {
    expect(joined(dumps, people)).toEqual([]);
  });

  test('finds nothing that somebody took back, kept to themselves or wrote in an evaluation', () => {
    const all = JSON.stringify(dumps);
    for (const text of [texts.first, texts.taken, texts.private, texts.evaluation])
      expect(all).not.toContain(text);
  });

  test.each<[string, RegExp, () => Dump[]]>([
    [
      'a draft is not sealed',
      /^text: /,
      () =>
        changed(
          /comments|changes|withdrawals/,
          when(ofAnswer(2), (row) => withValue(row, { comment: texts.withoutName })),
        ),
    ],
    [
      'a draft is not sealed, and what came out is a part of it',
      /^text: answers has the same words/,
      () =>
        changed(
          /changes/,
          when(ofAnswer(3), (row) => withValue(row, { comment: `${texts.withName}, of niet?` })),
        ),
    ],
    [
      'a draft is packed and not encrypted',
      /^text: answers has the same words/,
      () =>
        changed(
          /changes/,
          when(ofAnswer(2), (row) => withValue(row, { sealed: Buffer.from(texts.withoutName) })),
        ),
    ],
    [
      'what is sealed is as long as its text',
      /^size: /,
      () =>
        changed(
          tornDown,
          when(ofAnswer(2), (row) => withValue(row, { sealed: Buffer.alloc(texts.withoutName.length) })),
        ),
    ],
    [
      'the same is sealed as the same',
      /^text: two rows of answers/,
      () =>
        changed(
          tornDown,
          when(isIn('answers'), (row) => withValue(row, { sealed: Buffer.alloc(4_126) })),
        ),
    ],
    [
      'only answers with a comment have something sealed',
      /^count: only some answers have sealed/,
      () =>
        changed(
          tornDown,
          when(
            (row) => isIn('answers')(row) && !ofAnswer(2)(row) && !ofAnswer(3)(row),
            (row) => withValue(row, { sealed: undefined }),
          ),
        ),
    ],
    [
      'only answers with a comment say until when',
      /^count: only some answers have draftDay/,
      () =>
        changed(
          tornDown,
          when(
            (row) => isIn('answers')(row) && !ofAnswer(3)(row),
            (row) => withValue(row, { draftDay: undefined }),
          ),
        ),
    ],
    [
      'the closing writes anew only whose comment goes out',
      /^rewritten: .*answers/,
      () => {
        const before = new Map(at('reminders').rows.map((row) => [row.partition + row.row, row.written]));
        return changed(
          /closing|next week/,
          when(
            (row) => isIn('answers')(row) && !ofAnswer(2)(row) && !ofAnswer(3)(row),
            (row) => ({ ...row, written: before.get(row.partition + row.row) ?? row.written }),
          ),
        );
      },
    ],
    [
      'tips keep their moments after the closing',
      /^moment: a row of seentips/,
      () => {
        const before = new Map(at('reminders').rows.map((row) => [row.partition + row.row, row.written]));
        return changed(
          /closing|next week/,
          when(isIn('seentips'), (row) => ({
            ...row,
            written: before.get(row.partition + row.row) ?? row.written,
          })),
        );
      },
    ],
    [
      'a row says when somebody answered',
      /^moment: a field of answers/,
      () =>
        changed(
          tornDown,
          when(ofAnswer(2), (row) => withValue(row, { at: '2026-11-23T10:06:01Z' })),
        ),
    ],
    [
      'a tip that was seen has its day',
      /^day: a row of seentips/,
      () =>
        changed(
          tornDown,
          when(isIn('seentips'), (row) => withValue(row, { day: '2026-11-25' })),
        ),
    ],
    [
      'a signal without name has its day',
      /^day: a signal/,
      () =>
        changed(
          /next week/,
          when(
            ({ table, row, value }) => table === 'groups' && row.startsWith('g|') && !value.named,
            (row) => withValue(row, { day: '2026-11-25' }),
          ),
        ),
    ],
    [
      'the closing goes in the order in which people answered',
      /^order: answers/,
      () => {
        const before = new Map(at('reminders').rows.map((row) => [row.partition + row.row, row.written]));
        // As long after the closing as the answer was after the first.
        return changed(
          /closing|next week/,
          when(isIn('answers'), (row) => ({
            ...row,
            written: `9${before.get(row.partition + row.row) ?? ''}`,
          })),
        );
      },
    ],
    [
      'a comment has the code of its answer',
      /^code: the same one in answers and comments/,
      () =>
        changed(
          tornDown,
          when(isIn('comments'), (row) => ({ ...row, row: `${codeOf(2, 'answer')}|${PERIOD}` })),
        ),
    ],
    [
      'tips have the code of an answer',
      /^code: the same one in answers and seentips/,
      () =>
        changed(
          tornDown,
          when(isIn('seentips'), (row) => ({ ...row, partition: `local|${codeOf(2, 'answer')}` })),
        ),
    ],
    [
      'the outcome of a card has the code of an answer',
      /^code: the same one in answers and outcomes/,
      () =>
        changed(
          tornDown,
          when(isIn('outcomes'), (row) => ({ ...row, row: `r|${codeOf(2, 'answer')}|2026-11-23` })),
        ),
    ],
    [
      'an answer names who gave it',
      /^name: in a row of answers/,
      () =>
        changed(
          tornDown,
          when(ofAnswer(2), (row) => withValue(row, { by: team[1]?.upn })),
        ),
    ],
    ...[
      'answers',
      'comments',
      'talks',
      'tips and styles',
      'a signal without name',
      'evaluations of a pilot',
    ].map((step): [string, RegExp, () => Dump[]] => [
      `a turn of the step "${step}" refreshes the row of who is there`,
      new RegExp(`^name: a row of people was written in "${step}"`),
      () =>
        changed(
          new RegExp(`^${step}$`),
          when(
            ({ table, row }) => table === 'people' && row === 'p6',
            (row) => ({ ...row, written: `${row.written}+` }),
          ),
        ),
    ]),
  ])('finds something as soon as %s', (_, finding, broken) => {
    const found = joined(broken(), people);
    expect(found.filter((one) => finding.test(one))).not.toEqual([]);
  });
});
