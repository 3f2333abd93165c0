import { describe, expect, test } from 'vitest';
import {
  hindranceFor,
  MOST_SAID,
  newsOn,
  type Reply,
  readBy,
} from '../../../../src/features/team/comments/rules.ts';

const DAY = '2026-12-01';
const lead = (text?: string, day = DAY): Reply => ({ from: 'lead', day, text });
const writer = (text?: string, day = DAY): Reply => ({ from: 'writer', day, text });

describe('what was said', () => {
  test('by the writer today, the writer reads and the manager does not yet', () => {
    const said = [lead('a'), writer('b'), lead('c')];
    expect(readBy('writer', said, DAY)).toEqual(said);
    expect(readBy('lead', said, DAY)).toEqual([lead('a'), lead('c')]);
    expect(readBy('lead', said, '2026-12-02')).toEqual([lead('a'), lead('c'), writer('b')]);
  });

  test('by the writer stands for the manager behind all that they said on that day, at whatever moment it was', () => {
    const [before, after] = [lead('voor', '2026-11-30'), lead('na', '2026-12-02')];
    const orders = [
      [lead('a'), writer('b'), lead('c'), writer()],
      [lead('a'), lead('c'), writer('b'), writer()],
    ];
    for (const said of orders)
      expect(readBy('lead', [before, ...said, after], '2026-12-03')).toEqual([
        before,
        lead('a'),
        lead('c'),
        writer('b'),
        writer(),
        after,
      ]);
  });

  test('ends with a closing: for whoever closes at once, for the other side a day later', () => {
    expect(hindranceFor('writer', [lead('a'), lead()], DAY)).toBeUndefined();
    expect(hindranceFor('writer', [lead('a'), lead()], '2026-12-02')).toBe('closed');
    expect(hindranceFor('lead', [lead('a'), lead()], DAY)).toBe('closed');
    expect(hindranceFor('writer', [lead('a'), writer()], DAY)).toBe('closed');
    expect(hindranceFor('lead', [lead('a'), writer()], DAY)).toBeUndefined();
    expect(hindranceFor('lead', [lead('a'), writer()], '2026-12-02')).toBe('closed');
  });

  test('has an end for each side, that the other side’s words of today do not betray', () => {
    const many = (one: Reply) => Array.from({ length: MOST_SAID }, () => one);
    expect(hindranceFor('lead', many(lead('a')), DAY)).toBe('full');
    expect(hindranceFor('lead', [lead('a'), ...many(writer('b'))], DAY)).toBeUndefined();
    expect(hindranceFor('writer', [lead('a'), ...many(writer('b'))], DAY)).toBe('full');
  });
});

test('there is news of the newest day on which something was said, from the day after on, for two weeks', () => {
  const said = ['2026-12-01', '2026-11-30'];
  const news = (day: string) => newsOn(day, said);
  expect(news('2026-11-30')).toBeUndefined();
  expect(news('2026-12-01')).toBe('2026-11-30');
  expect(news('2026-12-02')).toBe('2026-12-01');
  expect(news('2026-12-15')).toBe('2026-12-01');
  expect(news('2026-12-16')).toBeUndefined();
});
