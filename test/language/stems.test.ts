import { describe, expect, test } from 'vitest';
import { splitVerb, stemOf } from '../../src/language/stems.ts';

describe('words without their inflection', () => {
  test.each([
    ['verlenen', 'verleent', 'verleend', 'verlening'],
    ['bezwaar', 'bezwaren'],
    ['subsidie', 'subsidies'],
    ['vaststellen', 'vastgesteld'],
    ['onderzoeken', 'onderzocht', 'onderzoekt'],
    ['vergunning', 'vergunningen'],
    ['toekennen', 'toegekend'],
  ])('%s', (...forms) => {
    expect(new Set(forms.map(stemOf)).size).toBe(1);
  });

  test('differ for words that differ', () => {
    expect(stemOf('valideren')).not.toBe(stemOf('verwerken'));
    expect(stemOf('leveren')).not.toBe(stemOf('verlenen'));
  });

  test('tell the prefix of a verb that may be split', () => {
    expect(splitVerb('afhandelen')).toEqual({ prefix: 'af', stem: stemOf('handelt') });
    expect(splitVerb('verlenen')).toBeUndefined();
  });
});
