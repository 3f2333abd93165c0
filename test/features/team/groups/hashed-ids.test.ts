import { describe, expect, test } from 'vitest';
import { hashedIds } from '../../../../src/features/team/groups/hashed-ids.ts';

describe('the order of comments', () => {
  const { shuffled, conversation } = hashedIds(Buffer.alloc(32, 7));
  const comment = (writerCode: string, text: string, period = '2026-W48') => ({
    writer: writerCode,
    text,
    period,
  });
  const texts = (list: readonly { text: string }[]) => list.map(({ text }) => text);
  const words = ['een', 'twee', 'drie', 'vier', 'vijf', 'zes'];

  test('is the same whoever wrote which, and in whatever order they are read', () => {
    const one = words.map((text, n) => comment(`code-${n}`, text));
    const other = words.map((text, n) => comment(`code-${(n + 2) % words.length}`, text)).toReversed();
    expect(texts(shuffled('west', one))).toEqual(texts(shuffled('west', other)));
  });

  test('differs from week to week and has the newest week first', () => {
    const weeks = ['2026-W47', '2026-W48'].map((period) =>
      words.map((text, n) => comment(`code-${n}`, text, period)),
    );
    const all = shuffled('west', weeks.flat());
    expect(all.slice(0, 6).every(({ period }) => period === '2026-W48')).toBe(true);
    expect(texts(all.slice(0, 6))).not.toEqual(texts(all.slice(6)));
  });

  test('keeps the same words of two people apart without the order of their codes', () => {
    const pairs = Array.from({ length: 20 }, (_, n) =>
      shuffled('west', [comment(`a${n}`, 'druk'), comment(`b${n}`, 'druk')]),
    );
    expect(new Set(pairs.map(([first]) => first?.writer[0])).size).toBe(2);
  });

  test('and the name of a conversation lead to no writer: each week and team has another', () => {
    const names = ['west', 'oost'].flatMap((team) =>
      ['2026-W47', '2026-W48'].map((period) => conversation(team, { period, writer: 'code' })),
    );
    expect(new Set(names).size).toBe(4);
    expect(names.join()).not.toContain('code');
  });
});
