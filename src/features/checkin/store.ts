import { mondayOf } from '../../calendar/weeks.ts';
import type { Pseudonymise } from '../../people/pseudonym.ts';
import {
  below,
  changeRows,
  isUnopened,
  key,
  partsOf,
  type RowChange,
  removeTogether,
  type Storage,
  type Stored,
  TRANSACTION_ROWS,
  writeAll,
} from '../../storage/index.ts';
import { answerOf, inOrder, lineOf, rowOf, rowsWith, type StoredAnswer } from './rows.ts';
import type { CheckinAnswer, OwnScore } from './rules.ts';
import { type AnswerRow, answersTable, commentsTable, isUnsealed, namedCommentsTable } from './tables.ts';

/** A comment that its writer shared, on its way out of a closed window. */
export interface Published {
  /** The writer's pseudonym for comments, or the directory id when it is shared with name. */
  key: string;
  text: string;
}

/** What is shared in a team's period, by who may know the writer. */
export interface SharedComments {
  withoutName: Published[];
  withName: Published[];
}

/** Something shared, as it stands after the closing of its window. */
export interface SharedIn {
  period: string;
  /** The writer's pseudonym for comments, or the directory id when it is shared with name. */
  writer: string;
  text: string;
}

/** A comment that should not stay as it is, beside its score. */
export interface WaitingComment {
  period: string;
  pseudonym: string;
  unsealed: boolean;
}

/** What somebody answered in a period, and their scores and themes with that one, oldest first. */
export interface OwnAnswers {
  answer: CheckinAnswer | undefined;
  line: OwnScore[];
}

export interface CheckinStore {
  /** One range. */
  ownAnswers(team: string, directoryId: string, period: string): Promise<OwnAnswers>;
  /**
   * The same after `change`, of which `change` below says more. A row that they had before goes along unchanged, so that the write
   * fails when they erased themselves meanwhile; `isFirst` when they had none. One range and one transaction.
   */
  changeOwn(
    team: string,
    directoryId: string,
    period: string,
    change: (now: CheckinAnswer | undefined) => CheckinAnswer | undefined,
  ): Promise<OwnAnswers & { isFirst: boolean }>;
  /** Somebody's answer in a period. One point read. */
  own(team: string, directoryId: string, period: string): Promise<CheckinAnswer | undefined>;
  /**
   * Makes a new answer out of what stands there, both rows in one transaction. When another device was first, `change` is called
   * again on what stands there by then, so that neither loses what the other wrote. Writes nothing when `change` gives back the
   * same object or undefined. Gives what stands there afterwards. Throws when others keep coming first.
   */
  change(
    team: string,
    directoryId: string,
    period: string,
    change: (now: CheckinAnswer | undefined) => CheckinAnswer | undefined,
  ): Promise<CheckinAnswer | undefined>;
  /** Removes the answer, both rows in one transaction. False when there was none. */
  withdraw(team: string, directoryId: string, period: string): Promise<boolean>;
  /** Somebody's scores and themes, oldest first. One range. */
  line(team: string, directoryId: string): Promise<OwnScore[]>;
  /** Everything in a team's period, by pseudonym. One range. */
  inPeriod(team: string, period: string): Promise<Map<string, CheckinAnswer>>;
  /**
   * The same as a list in order of pseudonym, with what guards a rewrite, but without what another key sealed: that is
   * nobody's, and stays as it is. One range.
   */
  stored(team: string, period: string): Promise<StoredAnswer[]>;
  /**
   * Whose comments of these periods, which follow one another, wait for a closing: they are meant to be shared and are not
   * out yet, or they stand there unsealed. In order of period. One range.
   */
  waiting(team: string, periods: readonly string[]): Promise<WaitingComment[]>;
  /**
   * Writes all answers of a team up to this period anew, in order of period and pseudonym, whoever answered lately or not: an
   * answer also writes a row of a week before (`changeOwn`), which would keep the moment of it. Without the periods `but`, and
   * without what another key sealed.
   * One range, and a transaction for every `REWRITTEN_AT_ONCE` answers. False when one of them changed meanwhile.
   */
  refresh(team: string, until: string, but: ReadonlySet<string>): Promise<boolean>;
  /** Writes these answers anew, at most `REWRITTEN_AT_ONCE`, in one transaction; false when one of them changed. */
  rewrite(team: string, period: string, answers: readonly StoredAnswer[]): Promise<boolean>;
  /**
   * Writes what was shared in a closed window: in order of key, in as few transactions as there can be, so that neither
   * order nor moment tells anything of a writer. What is there already is left alone. May be repeated.
   */
  publish(team: string, period: string, shared: SharedComments): Promise<void>;
  /** Takes back what was published. */
  retract(team: string, period: string, shared: SharedComments): Promise<void>;
  /** All that a team shared in windows that closed, as long as it is kept, in no order. One range. */
  shared(team: string, how: keyof SharedComments): Promise<SharedIn[]>;
  /** What a writer, by their pseudonym for comments, shared without name in a period. One point read. */
  sharedText(team: string, period: string, pseudonym: string): Promise<string | undefined>;
}

/** So many answers, of two rows each, fit in one transaction. */
export const REWRITTEN_AT_ONCE = TRANSACTION_ROWS / 2;

/** The answers of one tenant, under pseudonyms (trust:no-trace). */
export function checkinStore(storage: Storage, tenant: string, pseudonymise: Pseudonymise): CheckinStore {
  const answers = storage.table(answersTable);
  const partition = (team: string) => key(tenant, team);
  const pseudonymOf = (team: string, directoryId: string) => pseudonymise(team, directoryId, 'answer');
  const teamRow = (period: string, pseudonym: string) => key('w', period, pseudonym);
  const ownRow = (period: string, pseudonym: string) => key('p', pseudonym, period);

  /**
   * Both rows of an answer are always written and removed in one transaction, so the ETag of one guards both; and a
   * row whose twin is missing gets it back.
   */
  function bothRows(
    period: string,
    pseudonym: string,
    answer: CheckinAnswer,
    read: Stored<AnswerRow> | undefined,
  ): RowChange<AnswerRow>[] {
    const value = rowOf(answer, period);
    const row = ownRow(period, pseudonym);
    return [
      read ? { do: 'replace', row, value, etag: read.etag } : { do: 'insert', row, value },
      { do: 'put', row: teamRow(period, pseudonym), value },
    ];
  }

  const ownRows = (team: string, directoryId: string) =>
    answers.range({ partition: partition(team), ...below('p', pseudonymOf(team, directoryId)) });

  const changeOwn: CheckinStore['changeOwn'] = (team, directoryId, period, change) =>
    changeRows<AnswerRow, OwnAnswers & { isFirst: boolean }>(answers, partition(team), async () => {
      const stored = await ownRows(team, directoryId);
      const rows = stored.map(({ value }) => value);
      const read = stored.find(({ value }) => value.period === period);
      const now = read && answerOf(read.value);
      const next = change(now);
      if (next === undefined || next === now)
        return { changes: [], done: { answer: now, line: lineOf(rows), isFirst: false } };
      const unchanged = (read ? [] : stored.slice(-1)).map((row) => ({ do: 'replace' as const, ...row }));
      return {
        changes: [...bothRows(period, pseudonymOf(team, directoryId), next, read), ...unchanged],
        done: { answer: next, line: lineOf(rowsWith(rows, period, next)), isFirst: rows.length === 0 },
      };
    });

  const rowsIn = (team: string, period: string) =>
    answers.range({ partition: partition(team), ...below('w', period) });

  const sharedTables = [
    [commentsTable, 'withoutName'],
    [namedCommentsTable, 'withName'],
  ] as const;

  return {
    own: async (team, directoryId, period) => {
      const row = await answers.get(partition(team), ownRow(period, pseudonymOf(team, directoryId)));
      return row && answerOf(row.value);
    },
    ownAnswers: async (team, directoryId, period) => {
      const rows = await ownRows(team, directoryId);
      const row = rows.find(({ value }) => value.period === period);
      return { answer: row && answerOf(row.value), line: lineOf(rows.map(({ value }) => value)) };
    },
    changeOwn,
    change: async (...which) => (await changeOwn(...which)).answer,
    withdraw: (team, directoryId, period) => {
      const pseudonym = pseudonymOf(team, directoryId);
      const both = [teamRow(period, pseudonym), ownRow(period, pseudonym)];
      return removeTogether(answers, partition(team), both);
    },
    line: async (team, directoryId) => lineOf((await ownRows(team, directoryId)).map(({ value }) => value)),
    inPeriod: async (team, period) =>
      new Map((await rowsIn(team, period)).map(({ row, value }) => [partsOf(row)[2] ?? '', answerOf(value)])),
    stored: storedIn,
    waiting: async (team, periods) => {
      const [oldest, newest] = [periods.at(0), periods.at(-1)];
      if (!oldest || !newest) return [];
      const rows = await answers.range({
        partition: partition(team),
        from: below('w', oldest).from,
        below: below('w', newest).below,
      });
      return rows
        .map(({ row, value }) => ({ pseudonym: partsOf(row)[2] ?? '', value, unsealed: isUnsealed(value) }))
        .filter(
          ({ unsealed, value: { comment, sharing = 'private' } }) =>
            unsealed || (comment && sharing !== 'private'),
        )
        .map(({ pseudonym, unsealed, value: { period } }) => ({ period, pseudonym, unsealed }));
    },
    rewrite: (team, period, list) =>
      writeAnew(
        team,
        list.map((one) => ({ period, ...one })),
      ),
    refresh: async (team, until, but) => {
      const rows = await answers.range({
        partition: partition(team),
        from: key('w', ''),
        below: below('w', until).below,
      });
      const filed = inOrder(rows).filter(({ period }) => !but.has(period));
      for (let start = 0; start < filed.length; start += REWRITTEN_AT_ONCE)
        if (!(await writeAnew(team, filed.slice(start, start + REWRITTEN_AT_ONCE)))) return false;
      return true;
    },
    publish: async (team, period, shared) => {
      const day = mondayOf(period).toString();
      const where = partition(team);
      for (const [definition, how] of sharedTables) {
        if (shared[how].length === 0) continue;
        const table = storage.table(definition);
        const known = new Map(
          (await table.range({ partition: where })).map(({ row, value }) => [row, value.text]),
        );
        const changes = shared[how]
          .map(({ key: name, text }) => ({
            do: 'put' as const,
            row: key(name, period),
            value: { day, text },
          }))
          .filter(({ row, value }) => known.get(row) !== value.text)
          .sort((a, b) => (a.row < b.row ? -1 : 1));
        await writeAll(table, where, changes);
      }
    },
    retract: async (team, period, shared) => {
      for (const [definition, how] of sharedTables) {
        const table = storage.table(definition);
        for (const { key: name } of shared[how]) await table.remove(partition(team), key(name, period));
      }
    },
    shared: async (team, how) => {
      const table = storage.table(how === 'withName' ? namedCommentsTable : commentsTable);
      return (await table.range({ partition: partition(team) })).map(({ row, value: { text } }) => {
        const [writer = '', period = ''] = partsOf(row);
        return { period, writer, text };
      });
    },
    sharedText: async (team, period, pseudonym) =>
      (await storage.table(commentsTable).get(partition(team), key(pseudonym, period)))?.value.text,
  };

  /** Answers of several periods, each written with its twin. */
  function writeAnew(team: string, list: readonly (StoredAnswer & { period: string })[]): Promise<boolean> {
    return answers.transact(
      partition(team),
      list.flatMap(({ period, pseudonym, answer, etag }): RowChange<AnswerRow>[] => {
        const value = rowOf(answer, period);
        return [
          { do: 'replace', row: teamRow(period, pseudonym), value, etag },
          { do: 'put', row: ownRow(period, pseudonym), value },
        ];
      }),
    );
  }

  async function storedIn(team: string, period: string): Promise<StoredAnswer[]> {
    return inOrder(await rowsIn(team, period));
  }
}
