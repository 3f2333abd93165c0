import { describe, expect, test } from 'vitest';
import { halvesOf } from '../../src/features/mandates/register/activity-index.ts';
import { readable } from '../../src/language/readable.ts';
import { LONGEST_WORD, stemOf } from '../../src/language/stems.ts';
import { plainText } from '../../src/language/words.ts';

describe('what is read of a text', () => {
  test('is all of it, up to 2,000 characters', () => {
    expect(readable('é'.repeat(2_000))).toBe('é'.repeat(2_000));
    expect(readable(`${'wie mag '.repeat(250)}meer`)).toBe('wie mag '.repeat(250));
  });

  test.each(['ﷺ', '㋿', '⅓', 'ﷺen ', '㎯'])(
    'is shorter where a sign such as %s is compared as many letters',
    (sign) => {
      const read = readable(sign.repeat(2_000));
      expect(plainText(read).length).toBeLessThanOrEqual(2_000);
      expect(plainText(read).length).toBeGreaterThan(1_980);
      expect(sign.repeat(2_000).startsWith(read)).toBe(true);
    },
  );

  test.each([1_999, 2_000])('never ends in half a character, after %s letters', (before) => {
    expect(readable(`${'a'.repeat(before)}🌊🌊`)).toBe('a'.repeat(before));
  });
});

test('what is longer than any word has no stem and is no compound: looking for one takes ever longer', () => {
  for (const piece of ['ge', 'be', 'aan', 'ingen', 'e'])
    for (const word of [piece.repeat(1_000), piece.repeat(60).slice(0, LONGEST_WORD + 1)]) {
      expect(stemOf(word)).toBe(word);
      expect(halvesOf(word)).toEqual([]);
    }
  expect(stemOf('meervoudigepersoonlijkheidsstoornissen')).toBe('meervoudigepersoonlijkheidsstoornis');
  expect(halvesOf('arbeidsongeschiktheidsverzekeringen')).not.toEqual([]);
});
