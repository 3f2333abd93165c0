import { expect, test } from 'vitest';
import { asManyAsFit } from '../../src/lib/as-many-as-fit.ts';

test.each([
  ['all of a short list', ['a', 'b'], 3, 100, ['a', 'b']],
  ['no more than so many', ['a', 'b', 'c'], 2, 100, ['a', 'b']],
  ['no more than so many characters, quotes included', ['aa', 'bb', 'cc'], 9, 8, ['aa', 'bb']],
  ['none after the first that does not fit', ['a', 'bbbbbb', 'c'], 9, 8, ['a']],
  ['one at least, however long', ['aaaaaaaaaa', 'b'], 9, 3, ['aaaaaaaaaa']],
  ['nothing of nothing', [], 9, 3, []],
])('gives %s', (_what, list, most, characters, expected) => {
  expect(asManyAsFit(list, most, characters)).toEqual(expected);
});
