import { beforeEach, describe, expect, test } from 'vitest';
import type { CheckinAnswer } from '../../../src/features/checkin/rules.ts';
import { checkinStore } from '../../../src/features/checkin/store.ts';
import { answersTable } from '../../../src/features/checkin/tables.ts';
import { type AnyTable, key } from '../../../src/storage/index.ts';
import { account, dump, foundTown, type Town } from '../../support/town.ts';

const me = account(1);
const period = '2026-W48';
const full: CheckinAnswer = {
  score: 2,
  themes: ['werkdruk', 'leren'],
  comment: 'Het is druk.',
  sharing: 'with-name',
};

let town: Town;
let store: Town['core']['answers'];
const rows = () => dump(town.core.storage, [answersTable]);

beforeEach(async () => {
  town = await foundTown();
  store = town.core.answers;
  town.requests.length = 0;
});

describe('an answer', () => {
  test('comes back as it was given, in one read', async () => {
    await store.change('west', me, period, () => full);
    town.requests.length = 0;
    expect(await store.own('west', me, period)).toEqual({ ...full, skipped: undefined });
    expect(town.requests.map(({ method }) => method)).toEqual(['GET']);
    expect(await store.own('west', me, '2026-W49')).toBeUndefined();
    expect(await store.own('oost', me, period)).toBeUndefined();
    expect(await store.own('west', account(2), period)).toBeUndefined();
  });

  test('is two rows with the same in them, written in one request', async () => {
    await store.change('west', me, period, () => full);
    expect(town.writes()).toEqual(['POST']);
    const stored = await town.core.storage.table(answersTable).range({ from: '' });
    expect(stored).toHaveLength(2);
    const pseudonym = town.core.pseudonymise('west', me, 'answer');
    expect(stored.map(({ row }) => row).sort()).toEqual(
      [key('p', pseudonym, period), key('w', period, pseudonym)].sort(),
    );
    expect(stored[0]?.value).toEqual(stored[1]?.value);
    expect(stored[0]?.value).toMatchObject({ ...full, day: '2026-11-23', draftDay: '2026-11-23' });
  });

  test('holds no id, no name, no address and no moment of answering', async () => {
    await town.bring([`p01;Amira Sol;amira@gemeente.example;West;medewerker;ma;${me}`]);
    await store.change('west', me, period, () => full);
    const text = (await rows()).join('\n');
    for (const trace of [me, 'p01', 'Amira', 'amira@', '2026-11-24', '11:00'])
      expect(text).not.toContain(trace);
  });

  test('may be saved again, which changes nothing, and changed, which leaves nothing of the old one', async () => {
    await store.change('west', me, period, () => full);
    const once = await rows();
    await store.change('west', me, period, () => full);
    expect(await rows()).toEqual(once);
    await store.change('west', me, period, () => ({ score: 5, themes: [] }));
    expect(await store.own('west', me, period)).toEqual({
      score: 5,
      themes: [],
      comment: undefined,
      sharing: undefined,
      skipped: undefined,
    });
    expect((await rows()).join()).not.toMatch(/druk/);
    expect(await rows()).toHaveLength(2);
  });

  test('is withdrawn wholly; again is harmless', async () => {
    await store.change('west', me, period, () => full);
    await store.change('west', me, '2026-W47', () => full);
    expect(await store.withdraw('west', me, period)).toBe(true);
    expect(await store.own('west', me, period)).toBeUndefined();
    expect(await rows()).toHaveLength(2);
    expect(await store.withdraw('west', me, period)).toBe(false);
    expect(await rows()).toHaveLength(2);
  });

  test('is withdrawn wholly also when half of it was gone', async () => {
    for (const half of ['w', 'p']) {
      await store.change('west', me, period, () => full);
      const pseudonym = town.core.pseudonymise('west', me, 'answer');
      const row = half === 'w' ? key('w', period, pseudonym) : key('p', pseudonym, period);
      await town.core.storage.table(answersTable).remove(key(town.core.tenant, 'west'), row);
      expect(await store.withdraw('west', me, period)).toBe(true);
      expect(await rows()).toEqual([]);
    }
  });
});

describe('two devices at the same moment', () => {
  const change = (now: (answer: CheckinAnswer | undefined) => CheckinAnswer | undefined) =>
    store.change('west', me, period, now);
  const withScore = (score: CheckinAnswer['score']) => change((now) => ({ themes: [], ...now, score }));

  test('lose nothing of each other', async () => {
    for (let round = 0; round < 10; round += 1) {
      await change(() => ({ ...full, sharing: 'without-name' }));
      await Promise.all([
        withScore(5),
        change((now) => now && { ...now, sharing: 'private' }),
        change((now) => now && { ...now, themes: ['anders'] }),
      ]);
      expect(await store.own('west', me, period)).toMatchObject({
        score: 5,
        themes: ['anders'],
        comment: full.comment,
        sharing: 'private',
      });
    }
  });

  test('never bring back a comment that was withdrawn, nor one row alone', async () => {
    for (let round = 0; round < 10; round += 1) {
      await change(() => full);
      await Promise.all([withScore(4), store.withdraw('west', me, period), withScore(5)]);
      expect((await store.own('west', me, period))?.comment).toBeUndefined();
      expect([0, 2]).toContain((await rows()).length);
      const [first, second] = await town.core.storage.table(answersTable).range({});
      expect(first?.value).toEqual(second?.value);
    }
  });

  test('a change that is overtaken is made again on what stands there by then', async () => {
    await change(() => full);
    const seen: unknown[] = [];
    const table = town.core.storage.table(answersTable);
    const overtaken = { done: false };
    const slow = checkinStore(
      {
        ...town.core.storage,
        table: ((definition: AnyTable) =>
          definition.name !== answersTable.name
            ? town.core.storage.table(definition)
            : {
                ...table,
                transact: async (...args: Parameters<typeof table.transact>) => {
                  if (!overtaken.done) await store.withdraw('west', me, period);
                  overtaken.done = true;
                  return table.transact(...args);
                },
              }) as never,
      },
      town.core.tenant,
      town.core.pseudonymise,
    );
    const after = await slow.change('west', me, period, (now) => {
      seen.push(now?.comment);
      return { themes: [], ...now, score: 4 };
    });
    expect(seen).toEqual([full.comment, undefined]);
    expect(after?.comment).toBeUndefined();
  });

  test('a change that changes nothing writes nothing', async () => {
    await change(() => full);
    town.requests.length = 0;
    expect(await change((now) => now)).toMatchObject(full);
    expect(await store.change('west', account(2), period, (now) => now)).toBeUndefined();
    expect(town.writes()).toEqual([]);
  });

  test('a row that was left alone gets its twin back', async () => {
    for (const half of ['w', 'p']) {
      await change(() => full);
      const pseudonym = town.core.pseudonymise('west', me, 'answer');
      const row = half === 'w' ? key('w', period, pseudonym) : key('p', pseudonym, period);
      await town.core.storage.table(answersTable).remove(key(town.core.tenant, 'west'), row);
      await withScore(3);
      expect(await rows()).toHaveLength(2);
    }
  });
});

describe('somebody’s own line', () => {
  test('has their scores, oldest first, without weeks they skipped, in one read', async () => {
    await store.change('west', me, '2026-W48', () => ({ score: 4, themes: [] }));
    await store.change('west', me, '2025-W52', () => ({ score: 1, themes: [] }));
    await store.change('west', me, '2026-W47', () => ({ themes: [], skipped: true }));
    await store.change('west', account(2), '2026-W48', () => ({ score: 5, themes: [] }));
    town.requests.length = 0;
    expect(await store.line('west', me)).toEqual([
      { period: '2025-W52', score: 1, themes: [] },
      { period: '2026-W48', score: 4, themes: [] },
    ]);
    expect(town.requests).toHaveLength(1);
  });
});

describe('a team’s period', () => {
  test('has everybody’s answer by pseudonym, of that team and week only, in one read', async () => {
    await store.change('west', me, period, () => full);
    await store.change('west', account(2), period, () => ({ themes: [], skipped: true }));
    await store.change('west', me, '2026-W47', () => full);
    await store.change('oost', me, period, () => full);
    town.requests.length = 0;
    const found = await store.inPeriod('west', period);
    expect(town.requests).toHaveLength(1);
    expect([...found.keys()].sort()).toEqual(
      [me, account(2)].map((id) => town.core.pseudonymise('west', id, 'answer')).sort(),
    );
    expect(found.get(town.core.pseudonymise('west', account(2), 'answer'))?.skipped).toBe(true);
  });
});
