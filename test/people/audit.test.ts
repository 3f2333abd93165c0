import { Temporal } from 'temporal-polyfill';
import { beforeEach, describe, expect, test } from 'vitest';
import { MOST_LOGGED_A_DAY } from '../../src/people/log-limit.ts';
import { account, foundTown, type Town } from '../support/town.ts';

let town: Town;
beforeEach(async () => {
  town = await foundTown();
});

const downloads = async (about: string, by = 1) =>
  town.core.audit.recordDownload(account(by), 'document gemaakt', about);
const all = () => town.core.audit.since(town.clock.now.subtract({ hours: 72 }));
const passed = (hours: number) => {
  town.clock.now = town.clock.now.add({ hours });
};

describe('a download by a colleague', () => {
  test('is one line a person, document and day', async () => {
    await downloads('mt');
    passed(1);
    await downloads('mt');
    expect(await all()).toHaveLength(1);
    await downloads('koers');
    await downloads('mt', 2);
    expect(await all()).toHaveLength(3);
    passed(24);
    await downloads('mt');
    await downloads('mt');
    expect(await all()).toHaveLength(4);
  });
});

describe('the newest lines of the log', () => {
  const writes = (about: string, moment: string) =>
    town.core.audit.record(account(1), 'instellingen', about, {
      at: Temporal.Instant.from(moment),
      name: about,
    });
  const day = (iso: string) => Temporal.PlainDate.from(iso);
  const newest = async (first: string, last: string, most: number) => {
    const { lines, isMore } = await town.core.audit.newest(day(first), day(last), most);
    return { lines: lines.map(({ about }) => about), isMore };
  };
  beforeEach(async () => {
    await writes('october', '2026-10-30T10:00:00Z');
    // In Amsterdam this is the first of November.
    await writes('night', '2026-10-31T23:30:00Z');
    await writes('early', '2026-11-20T10:00:00.12Z');
    await writes('late', '2026-11-20T10:00:00.1Z');
    await writes('last', '2026-11-24T10:00:00Z');
  });

  test('are those of the days that were asked, over months, and there is no more', async () => {
    expect(await newest('2026-10-30', '2026-11-24', 5)).toEqual({
      lines: ['last', 'early', 'late', 'night', 'october'],
      isMore: false,
    });
    expect(await newest('2026-11-01', '2026-11-20', 5)).toEqual({
      lines: ['early', 'late', 'night'],
      isMore: false,
    });
  });

  test.each([
    [1, ['last']],
    [3, ['last', 'early', 'late']],
    [4, ['last', 'early', 'late', 'night']],
  ])('are at most %i, and the older are left out', async (most, lines) => {
    expect(await newest('2026-10-01', '2026-11-24', most)).toEqual({ lines, isMore: true });
  });

  test('come without reading a month that has many more', async () => {
    const lines = Array.from({ length: 2_500 }, (_, n) => ({ what: 'persoon', about: `p${n}` }));
    await town.core.audit.recordAll(account(2), lines, 'before');
    passed(24);
    await writes('today', town.clock.now.toString());
    town.requests.length = 0;
    expect(await newest('2026-11-01', '2026-11-25', 1)).toEqual({ lines: ['today'], isMore: true });
    // A month and two days, each no further than its first answer.
    expect(town.requests.length).toBeLessThanOrEqual(3);
  });
});

describe('one who does more than a day of work takes', () => {
  const act = (who: string, times: number, once?: { at: Temporal.Instant; name: string }) =>
    Promise.all(
      Array.from({ length: times }, () => town.core.audit.record(who, 'pilot verlengd', 'p', once)),
    );
  const isTooMuch = () => [account(1), account(2)].map((who) => town.core.audit.isTooMuch(who));

  test('begins nothing new for now, while what was begun is always written down', async () => {
    for (let round = 0; round < 10; round += 1) await act(account(1), MOST_LOGGED_A_DAY / 10 - 1);
    expect(isTooMuch()).toEqual([false, false]);
    await act(account(1), 11);
    expect(isTooMuch()).toEqual([true, false]);
    expect(await all()).toHaveLength(MOST_LOGGED_A_DAY + 1);
    passed(1);
    expect(isTooMuch()).toEqual([false, false]);
  });

  test('repeats of one action count once, and so does a file with many people', async () => {
    for (let round = 0; round < 11; round += 1)
      await act(account(1), MOST_LOGGED_A_DAY / 10, { at: town.clock.now, name: 'one' });
    const lines = Array.from({ length: MOST_LOGGED_A_DAY }, (_, n) => ({ what: 'persoon', about: `p${n}` }));
    await town.core.audit.recordAll(account(1), lines, 'before');
    expect(isTooMuch()).toEqual([false, false]);
  });
});
