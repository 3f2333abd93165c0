import { mondayOf } from '../../calendar/weeks.ts';
import type { Pseudonymise } from '../../people/pseudonym.ts';
import { below, key, type Storage } from '../../storage/index.ts';
import type { Answer, Score } from './rules.ts';
import { type AnswerRow, answersTable, commentsTable, namedCommentsTable } from './tables.ts';

/** A comment that its writer shared, on its way out of a closed window. */
export interface Published {
  /** Pseudonym of the writer, or the directory id when it is shared with name. */
  key: string;
  text: string;
}

export interface CheckinStore {
  /** Somebody's answer in a period. One point read. */
  own(team: string, directoryId: string, period: string): Promise<Answer | undefined>;
  /** Replaces the answer, both rows in one transaction. May be repeated. */
  save(team: string, directoryId: string, period: string, answer: Answer): Promise<void>;
  /** Removes the answer. False when there was none. */
  withdraw(team: string, directoryId: string, period: string): Promise<boolean>;
  /** Somebody's scores, oldest first. One range. */
  line(team: string, directoryId: string): Promise<{ period: string; score: Score }[]>;
  /** Everything in a team's period, by pseudonym. One range. */
  inPeriod(team: string, period: string): Promise<Map<string, Answer>>;
  /** Writes what was shared in a closed window, all at once. May be repeated. */
  publish(
    team: string,
    period: string,
    shared: { withoutName: Published[]; withName: Published[] },
  ): Promise<void>;
}

function answerOf({ score, themes, comment, sharing, skipped }: AnswerRow): Answer {
  return { score, themes: themes ?? [], comment, sharing, skipped };
}

/** The answers of one tenant, under pseudonyms (house trust rule 1). */
export function checkinStore(storage: Storage, tenant: string, pseudonymise: Pseudonymise): CheckinStore {
  const answers = storage.table(answersTable);
  const partition = (team: string) => key(tenant, team);
  const pseudonymOf = (team: string, directoryId: string) => pseudonymise(team, directoryId, 'answer');

  return {
    own: async (team, directoryId, period) => {
      const row = await answers.get(partition(team), key('p', pseudonymOf(team, directoryId), period));
      return row && answerOf(row.value);
    },
    save: async (team, directoryId, period, answer) => {
      const pseudonym = pseudonymOf(team, directoryId);
      const day = mondayOf(period).toString();
      const value: AnswerRow = { ...answer, period, day, commentDay: answer.comment ? day : undefined };
      await answers.transact(partition(team), [
        { do: 'put', row: key('w', period, pseudonym), value },
        { do: 'put', row: key('p', pseudonym, period), value },
      ]);
    },
    withdraw: async (team, directoryId, period) => {
      const pseudonym = pseudonymOf(team, directoryId);
      const rows = [key('w', period, pseudonym), key('p', pseudonym, period)];
      const both = rows.map((row) => ({ do: 'remove' as const, row }));
      if (await answers.transact(partition(team), both)) return true;
      // Nothing there, or one of the two was left behind by an erasure that stopped halfway.
      const left = await Promise.all(rows.map((row) => answers.remove(partition(team), row)));
      return left.includes(true);
    },
    line: async (team, directoryId) => {
      const rows = await answers.range({
        partition: partition(team),
        ...below('p', pseudonymOf(team, directoryId)),
      });
      return rows.flatMap(({ value: { period, score } }) => (score ? [{ period, score }] : []));
    },
    inPeriod: async (team, period) => {
      const rows = await answers.range({ partition: partition(team), ...below('w', period) });
      return new Map(rows.map(({ row, value }) => [row.split('|')[2] ?? '', answerOf(value)]));
    },
    publish: async (team, period, { withoutName, withName }) => {
      const day = mondayOf(period).toString();
      const write = async (table: typeof commentsTable, list: Published[]) => {
        for (const { key: name, text } of list) {
          await storage.table(table).put(key(tenant, team, period), key(name), { day, text });
        }
      };
      await write(commentsTable, withoutName);
      await write(namedCommentsTable, withName);
    },
  };
}
