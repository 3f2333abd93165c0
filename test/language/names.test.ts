import fc from 'fast-check';
import { distance } from 'fastest-levenshtein';
import { describe, expect, test } from 'vitest';
import { createNameIndex } from '../../src/language/names.ts';
import { wordsOf } from '../../src/language/words.ts';

const free = () => 'free' as const;
const idsIn = (index: ReturnType<typeof createNameIndex>, text: string) =>
  index.find(wordsOf(text), free).flatMap(({ ids }) => ids);

describe('names in a text', () => {
  const places = ['Oud-West', 'Kop van Zuid', "'t Zand", 'Molenhoek', 'Molenhoef', 'Noord'];
  const index = createNameIndex(places.map((name) => ({ name, id: name })));

  test.each([
    ['in oud west', 'Oud-West'],
    ['in oud-wets', 'Oud-West'],
    ['kop van ziud', 'Kop van Zuid'],
    ["'t zand", "'t Zand"],
    ['molenhoeck', 'Molenhoek'],
  ])('"%s" is %s', (text, name) => {
    expect(idsIn(index, text)).toEqual([name]);
  });

  test('that lie equally near are both given', () => {
    expect(idsIn(index, 'molenhoex').sort()).toEqual(['Molenhoef', 'Molenhoek']);
  });

  test('of four letters take no typo', () => {
    const short = createNameIndex([{ name: 'West', id: 'w' }]);
    expect(idsIn(short, 'wast')).toEqual([]);
  });

  test('keep an article within them, and do not begin or end with one by a typo', () => {
    const common = createNameIndex([{ name: 'Anna de Groot', id: 'a' }]);
    const of = (words: string) => (at: number) =>
      wordsOf(words)[at]?.plain === 'de' ? ('common' as const) : ('free' as const);
    const found = (text: string) => common.find(wordsOf(text), of(text)).flatMap(({ ids }) => ids);
    expect(found('anna de groot')).toEqual(['a']);
    expect(found('ana de groot')).toEqual(['a']);
    expect(found('de')).toEqual([]);
  });

  test('are found with typos just as by comparing with every name', () => {
    const letters = fc.string({ minLength: 5, maxLength: 12, unit: fc.constantFrom(...'abcd') });
    fc.assert(
      fc.property(fc.uniqueArray(letters, { minLength: 1, maxLength: 30 }), letters, (names, text) => {
        const forgiven = (length: number) => (length < 5 ? 0 : length < 9 ? 1 : 2);
        const near = names.filter((name) => distance(name, text) <= forgiven(name.length));
        const best = Math.min(...near.map((name) => distance(name, text)));
        const wanted = near.filter((name) => distance(name, text) === best);
        const found = idsIn(createNameIndex(names.map((name) => ({ name, id: name }))), text);
        // Two letters that changed places count once, so that a name may be found beside those; none may be missed.
        const missed = wanted.filter((name) => !found.includes(name));
        const swapped = found.some((name) => distance(name, text) === 2 && !wanted.includes(name));
        expect(swapped ? [] : missed).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});
