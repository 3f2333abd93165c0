import { Temporal } from 'temporal-polyfill';
import { beforeEach, describe, expect, test } from 'vitest';
import { defaultSchedule } from '../../../src/calendar/schedule.ts';
import { deliveryStore } from '../../../src/delivery/store.ts';
import { closeWindows } from '../../../src/features/checkin/closing.ts';
import type { CheckinAnswer } from '../../../src/features/checkin/rules.ts';
import { checkinStore } from '../../../src/features/checkin/store.ts';
import { answersTable, commentsTable, namedCommentsTable } from '../../../src/features/checkin/tables.ts';
import { type AnyTable, key, type Storage, sealedStorage } from '../../../src/storage/index.ts';
import { runAt } from '../../support/clock-job.ts';
import { account, dump, foundTown, person, type Town } from '../../support/town.ts';

const period = '2026-W48';
/** Two minutes after the closing: a turn that began before it may write until then. */
const CLOSED = '2026-11-27T14:02:00Z';

let town: Town;

/** Every transaction of the closings of a test, in order: the table and the rows, as storage gets to see them. */
let transactions: { table: string; rows: string[] }[] = [];

/** The store of the town, whose transactions are noted down. */
function watched() {
  const table: Storage['table'] = (definition) => {
    const real = town.core.storage.table(definition);
    return {
      ...real,
      transact: (partition, changes) => {
        transactions.push({ table: definition.name, rows: changes.map(({ row }) => row) });
        return real.transact(partition, changes);
      },
    };
  };
  return checkinStore({ ...town.core.storage, table }, town.core.tenant, town.core.pseudonymise);
}

/** Rows in the order in which they were written, which storage tells everybody who may read it. */
const inOrderOfWriting = ({ name }: AnyTable) =>
  transactions.flatMap(({ table, rows }) => (table === name ? rows : []));

/** One instance's look at the clock. */
function close(at: string, store = town.core.store, answers = watched()): Promise<void> {
  const { pseudonymise } = town.core;
  return runAt(
    {
      name: 'checkin-close',
      when: 'always',
      run: (context) => closeWindows({ store: answers, pseudonymise }, context),
    },
    { ...town.core, store },
    Temporal.Instant.from(at),
  );
}
const shared = () => dump(town.storage, [commentsTable, namedCommentsTable]);
const say = (n: number, comment: string, sharing: CheckinAnswer['sharing']) =>
  town.core.answers.change('objecten-west', account(n), period, () => ({
    score: 2,
    themes: ['leren'],
    comment,
    sharing,
  }));

beforeEach(async () => {
  transactions = [];
  town = await foundTown();
  await town.core.settings.saveTeam({
    key: 'objecten-west',
    name: 'Objecten West',
    schedule: defaultSchedule,
  });
  await town.core.people.save(['p01', 'p02', 'p03', 'p04', 'p05', 'p06'].map((id) => person(id)));
  await say(1, 'zonder naam', 'without-name');
  await say(2, 'met naam', 'with-name');
  await say(3, 'voor mij alleen', 'private');
  await say(4, 'niets gekozen', undefined);
});

describe('when the window closes', () => {
  test('nothing is published a second before it', async () => {
    await close('2026-11-27T13:59:59Z');
    expect(await shared()).toEqual([]);
  });

  test('nothing is published while a turn that began before it may still be writing', async () => {
    await close('2026-11-27T14:01:59Z');
    await town.core.answers.withdraw('objecten-west', account(2), period);
    await close(CLOSED);
    expect((await shared()).join()).not.toContain('met naam');
  });

  test('what was shared is published, and what was not is not', async () => {
    await close(CLOSED);
    const rows = await shared();
    expect(rows).toHaveLength(2);
    expect(rows.join()).not.toMatch(/voor mij alleen|niets gekozen/);
  });

  test('without name means: no score, no theme, no id and no name', async () => {
    await close(CLOSED);
    const [row = ''] = await dump(town.storage, [commentsTable]);
    expect(row).toContain('{"day":"2026-11-23","text":"zonder naam"}');
    for (const trace of [account(1), 'p01', 'Persoon', 'score', 'leren']) expect(row).not.toContain(trace);
  });

  test('with name means: the account, without pseudonym, score or moment', async () => {
    await close(CLOSED);
    const [row = ''] = await dump(town.storage, [namedCommentsTable]);
    expect(row).toContain(`${account(2)}|${period} {"day":"2026-11-23","text":"met naam"}`);
    expect(row).not.toContain(town.core.pseudonymise('objecten-west', account(2), 'answer'));
    expect(row).not.toMatch(/score|leren/);
  });

  test('all of it goes out at once, in an order that tells nothing of the writers', async () => {
    for (const n of [5, 2, 6, 1, 4, 3]) await say(n, `zonder naam ${n}`, 'without-name');
    await close(CLOSED);
    const published = inOrderOfWriting(commentsTable);
    expect(published).toHaveLength(6);
    expect(published).toEqual(published.toSorted());
    expect(published).toEqual(
      [1, 2, 3, 4, 5, 6]
        .map((n) => `${town.core.pseudonymise('objecten-west', account(n), 'comment')}|${period}`)
        .sort(),
    );
    expect(transactions.map(({ table }) => table)).toEqual(['comments', 'answers']);
  });

  test('the code on a comment stands on no answer and no outcome', async () => {
    await close(CLOSED);
    const [row = ''] = await dump(town.storage, [commentsTable]);
    for (const purpose of ['answer', 'round'] as const)
      expect(row).not.toContain(town.core.pseudonymise('objecten-west', account(1), purpose));
    expect((await dump(town.storage, [answersTable])).join()).not.toContain(
      town.core.pseudonymise('objecten-west', account(1), 'comment'),
    );
  });

  test('what was shared no longer stands beside a score; what was not still does', async () => {
    await close(CLOSED);
    const answers = (await dump(town.storage, [answersTable])).join('\n');
    expect(answers).not.toMatch(/zonder naam|met naam|without-name|with-name/);
    const { answers: store } = town.core;
    expect(await store.own('objecten-west', account(1), period)).toMatchObject({
      score: 2,
      themes: ['leren'],
    });
    expect(await store.own('objecten-west', account(3), period)).toMatchObject({
      comment: 'voor mij alleen',
      sharing: 'private',
    });
    expect(await store.own('objecten-west', account(4), period)).toMatchObject({ comment: 'niets gekozen' });
  });

  test('a comment from before comments were sealed is read, and sealed with all of its week', async () => {
    const older = (await town.older()).table(answersTable);
    const { answers, pseudonymise, tenant } = town.core;
    const partition = key(tenant, 'objecten-west');
    const old = async (n: number, week: string, day: string, rest: object) => {
      const code = pseudonymise('objecten-west', account(n), 'answer');
      for (const row of [key('p', code, week), key('w', week, code)])
        await older.put(partition, row, { period: week, day, score: 1, themes: [], ...rest });
    };
    const mine = { comment: 'oud en van mij', sharing: 'private', commentDay: '2026-10-05' };
    await old(1, '2026-W41', '2026-10-05', mine);
    await old(2, '2026-W41', '2026-10-05', {});
    await old(3, '2026-W41', '2026-10-05', { ...mine, comment: 'oud en gedeeld', sharing: 'without-name' });
    // Its comment has expired.
    await old(1, '2026-W30', '2026-07-20', {});
    expect((await answers.own('objecten-west', account(1), '2026-W41'))?.comment).toBe('oud en van mij');
    await close(CLOSED);
    const rows = await town.storage.table(answersTable).range({ partition });
    expect(JSON.stringify(rows)).not.toMatch(/oud en|private|without-name|commentDay/);
    const sealed = rows.filter(({ row }) => row.includes('2026-W41')).map(({ value }) => 'sealed' in value);
    expect(sealed).toEqual([true, true, true, true, true, true]);
    expect(rows.filter(({ row }) => row.includes('2026-W30')).map(({ value }) => 'sealed' in value)).toEqual([
      true,
      true,
    ]);
    expect((await answers.own('objecten-west', account(1), '2026-W41'))?.comment).toBe('oud en van mij');
    expect(await answers.shared('objecten-west', 'withoutName')).toContainEqual(
      expect.objectContaining({ period: '2026-W41', text: 'oud en gedeeld' }),
    );
  });

  test('what another key sealed stays as it is, and keeps nothing from coming out', async () => {
    const other = sealedStorage(town.storage, () => Buffer.alloc(32, 1)).table(answersTable);
    const partition = key(town.core.tenant, 'objecten-west');
    const day = '2026-11-23';
    const value = {
      period,
      day,
      draftDay: day,
      score: 1 as const,
      comment: 'van toen',
      sharing: 'private' as const,
    };
    for (const row of [key('w', period, 'oude-code'), key('p', 'oude-code', period)])
      await other.put(partition, row, value);
    await close(CLOSED);
    expect(await shared()).toHaveLength(2);
    expect((await other.get(partition, key('w', period, 'oude-code')))?.value).toEqual(value);
  });

  test('every answer is written anew, of weeks before too and without a comment too, in order of its code', async () => {
    const { answers } = town.core;
    await answers.change('objecten-west', account(5), period, () => ({ score: 5, themes: [] }));
    await answers.change('objecten-west', account(6), period, () => ({ themes: [], skipped: true }));
    await answers.change('objecten-west', account(6), '2026-W47', () => ({ score: 1, themes: [] }));
    const etags = async () =>
      new Map((await town.storage.table(answersTable).range({})).map(({ row, etag }) => [row, etag]));
    const before = await etags();
    await close(CLOSED);
    const same = [...(await etags())].filter(([row, etag]) => before.get(row) === etag);
    // The answer of this week wrote the row of the week before along: nothing keeps the moment of that.
    expect(same).toEqual([]);
    const written = inOrderOfWriting(answersTable).filter((row) => row.startsWith('w|2026-W48'));
    expect(written).toHaveLength(6);
    expect(written).toEqual(written.toSorted());
    expect(await answers.own('objecten-west', account(6), period)).toMatchObject({ skipped: true });
    expect(await answers.own('objecten-west', account(5), period)).toMatchObject({ score: 5 });
  });

  test('a large team goes out in as few transactions as there can be', async () => {
    await town.core.people.save(Array.from({ length: 120 }, (_, n) => person(`p${n + 101}`)));
    await Promise.all(Array.from({ length: 120 }, (_, n) => say(n + 101, `tekst ${n}`, 'without-name')));
    await close(CLOSED);
    // 121 comments, 1 with a name, 124 answers of two rows.
    expect(transactions.map(({ rows }) => rows.length)).toEqual([100, 21, 1, 100, 100, 48]);
    const published = inOrderOfWriting(commentsTable);
    expect(published).toHaveLength(121);
    expect(published).toEqual(published.toSorted());
  });

  test('what was withdrawn or taken back at the very last moment is not out, and nothing else is lost', async () => {
    const { answers } = town.core;
    const late = {
      ...answers,
      publish: async (...args: Parameters<typeof answers.publish>) => {
        await answers.publish(...args);
        late.publish = answers.publish;
        // Two turns that began before the closing.
        await answers.withdraw('objecten-west', account(1), period);
        await say(2, 'toch voor mij', 'private');
        await say(5, 'nog net', 'without-name');
      },
    };
    await close(CLOSED, town.core.store, late);
    expect((await shared()).map((row) => row.slice(row.indexOf('{')))).toEqual([
      '{"day":"2026-11-23","text":"nog net"}',
    ]);
    expect(await answers.own('objecten-west', account(1), period)).toBeUndefined();
    expect(await answers.own('objecten-west', account(2), period)).toMatchObject({
      comment: 'toch voor mij',
    });
    expect((await answers.own('objecten-west', account(5), period))?.comment).toBeUndefined();
  });

  test('it happens once, however often it is tried and by whichever instance', async () => {
    const instances = Array.from({ length: 3 }, () => deliveryStore(town.storage, town.core.tenant));
    await Promise.all(instances.map((store) => close(CLOSED, store)));
    const rows = await shared();
    expect(rows).toHaveLength(2);
    // Whoever would publish again would bring this along.
    await say(5, 'te laat', 'without-name');
    await close('2026-11-27T14:05:00Z');
    await close('2026-11-29T14:05:00Z', deliveryStore(town.storage, town.core.tenant));
    expect(await shared()).toEqual(rows);
  });

  test('what was withdrawn or changed before is gone', async () => {
    await town.core.answers.withdraw('objecten-west', account(1), period);
    await say(2, 'toch voor mij', 'private');
    await close(CLOSED);
    expect(await shared()).toEqual([]);
  });

  test('nothing is lost when the machine was down until the next window was open', async () => {
    await close('2026-11-30T11:00:00Z');
    expect(await shared()).toHaveLength(2);
  });

  test.each(['publish', 'rewrite'] as const)('a crash at %s is made up for', async (step) => {
    const broken = { ...town.core.answers, [step]: () => Promise.reject(new Error('storage is gone')) };
    const attempt = close(CLOSED, town.core.store, broken);
    await expect(attempt).rejects.toThrow('storage is gone');
    expect(await shared()).toHaveLength(step === 'publish' ? 0 : 2);
    await close('2026-11-27T14:10:00Z', deliveryStore(town.storage, town.core.tenant));
    expect(await shared()).toHaveLength(2);
    // What was out already is left alone: a second moment of writing would tell something.
    if (step === 'rewrite') expect(inOrderOfWriting(commentsTable)).toEqual([]);
    expect((await dump(town.storage, [answersTable])).join()).not.toMatch(/zonder naam|met naam/);
  });
});

describe('a closing that was missed', () => {
  const WEST = 'objecten-west';
  const inWeek = (n: number, week: string, comment: string, sharing: CheckinAnswer['sharing']) =>
    town.core.answers.change(WEST, account(n), week, () => ({ score: 1, themes: [], comment, sharing }));
  const commentsIn = async (week: string) =>
    [...(await town.core.answers.inPeriod(WEST, week)).values()].flatMap(({ comment }) => comment ?? []);
  const withoutName = async () =>
    (await town.core.answers.shared(WEST, 'withoutName'))
      .map(({ period: of, text }) => `${of} ${text}`)
      .sort();
  const schedule = (change: Partial<typeof defaultSchedule>) =>
    town.core.settings.saveTeam({
      key: WEST,
      name: 'Objecten West',
      schedule: { ...defaultSchedule, ...change },
    });

  test('is made up for after weeks in which nothing ran, each comment under its own week', async () => {
    await inWeek(1, '2026-W41', 'uit week 41', 'without-name');
    await inWeek(2, '2026-W46', 'uit week 46', 'without-name');
    await inWeek(3, '2026-W46', 'blijft van mij', 'private');
    await close('2026-11-28T09:00:00Z');
    expect(await withoutName()).toEqual([
      '2026-W41 uit week 41',
      '2026-W46 uit week 46',
      '2026-W48 zonder naam',
    ]);
    expect(await commentsIn('2026-W41')).toEqual([]);
    expect(await commentsIn('2026-W46')).toEqual(['blijft van mij']);
    expect(await town.core.answers.own(WEST, account(2), '2026-W46')).toMatchObject({ score: 1 });
  });

  test('is none when the rhythm of the team changed after somebody shared', async () => {
    await schedule({ everyWeeks: 2, anchor: '2026-11-30' });
    await close(CLOSED);
    expect(await withoutName()).toEqual(['2026-W48 zonder naam']);
    expect(await commentsIn(period)).toEqual(expect.not.arrayContaining(['zonder naam', 'met naam']));
  });

  test('is none when the team ended before its week did', async () => {
    await town.core.settings.changeTeam(WEST, (now) => ({ ...now, ended: '2026-11-26' }));
    await close(CLOSED);
    expect(await commentsIn(period)).toEqual(expect.not.arrayContaining(['zonder naam', 'met naam']));
  });

  test('leaves alone what is being shared in the week that runs', async () => {
    await inWeek(1, '2026-W49', 'van deze week', 'without-name');
    await close('2026-12-03T09:00:00Z');
    expect(await withoutName()).toEqual(['2026-W48 zonder naam']);
    expect(await commentsIn('2026-W49')).toEqual(['van deze week']);
  });

  test('reaches back over the turn of the year, and takes along what was written at the last moment', async () => {
    await close(CLOSED);
    await inWeek(5, period, 'kwam na het sluiten binnen', 'without-name');
    await inWeek(6, '2026-W53', 'uit week 53', 'without-name');
    await close('2027-01-08T14:00:00Z');
    expect(await withoutName()).toEqual([
      '2026-W48 kwam na het sluiten binnen',
      '2026-W48 zonder naam',
      '2026-W53 uit week 53',
    ]);
  });

  test('costs one range a week to look for, and nothing at the next looks', async () => {
    await close(CLOSED);
    const asked = async (at: string, store = town.core.store) => {
      const ranges: unknown[] = [];
      const { answers } = town.core;
      await close(at, store, {
        ...answers,
        waiting: (...args) => {
          ranges.push(args);
          return answers.waiting(...args);
        },
        stored: (...args) => {
          ranges.push(args);
          return answers.stored(...args);
        },
      });
      return ranges.length;
    };
    expect(await asked('2026-11-27T14:05:00Z')).toBe(0);
    expect(await asked('2026-11-30T09:00:00Z', deliveryStore(town.storage, town.core.tenant))).toBe(0);
    expect(await asked('2026-12-04T14:02:00Z')).toBe(2);
    expect(await asked('2026-12-04T14:02:20Z')).toBe(0);
  });
});
