import { describe, expect, test } from 'vitest';
import { nameFinder } from '../../src/language/colleagues.ts';
import { normalise } from '../../src/language/normalise.ts';
import { withoutUnseen } from '../../src/language/unseen.ts';
import { nameKey, spelling, wordsOf } from '../../src/language/words.ts';

/** One of each kind of mark that nobody sees. */
const marks = [
  ['a soft hyphen', '\u00AD'],
  ['a joiner', '\u200D'],
  ['a non-joiner', '\u200C'],
  ['a mark from right to left', '\u200F'],
  ['a turn to the right', '\u202E'],
  ['an isolate', '\u2066'],
  ['an Arabic mark', '\u061C'],
  ['an unseen comma', '\u2063'],
  ['a joiner of graphemes', '\u034F'],
  ['a selector', '\uFE0F'],
  ['a filler', '\u3164'],
  ['a tag', '\u{E0061}'],
] as const;

describe.each(marks)('%s', (_, mark) => {
  test('is not in a text any more', () => {
    expect(withoutUnseen(`Fati${mark}ma${mark} ging${mark}`)).toBe('Fatima ging');
  });

  test('inside a name hides nobody', () => {
    const { namesIn, withoutNames } = nameFinder(['Fatima El Amrani', `Chan${mark}tal Duin`]);
    const text = `Met Fati${mark}ma en met Chantal en Fatima E${mark}l Am${mark}rani.`;
    expect(namesIn(text)).toEqual([`Fati${mark}ma`, 'Chantal', `Fatima E${mark}l Am${mark}rani`]);
    expect(withoutNames(text)).toBe('Met een collega en met een collega en een collega.');
  });

  test('makes no other word of one', () => {
    expect(wordsOf(`een ${mark}wo${mark}ord`).map(({ plain }) => plain)).toEqual(['een', 'woord']);
    expect(nameKey(`De Wa${mark}al`)).toBe(nameKey('De Waal'));
    expect(spelling(`De Wa${mark}al`)).toBe(spelling('De Waal'));
    expect(normalise(`he${mark}lp`)).toBe('help');
  });
});

test.each(['👨‍👩‍👧', '❤️', '❤️‍🔥', '👩🏽‍💻', '1️⃣', '🏴󠁧󠁢󠁥󠁮󠁧󠁿', '🇳🇱', '☎︎'])('the emoji %s stays whole', (emoji) => {
  expect(withoutUnseen(`a${emoji}b ${emoji}${emoji}`)).toBe(`a${emoji}b ${emoji}${emoji}`);
  expect(withoutUnseen([...emoji].join('\u200B'))).toBe(emoji);
});

test.each([
  ['half a family', '👨\u200D', '👨'],
  ['a number that is dressed', '10\uFE0F', '10'],
  ['words hidden behind a flag', `🏴${'\u{E0061}'.repeat(100)}`, `🏴${'\u{E0061}'.repeat(7)}`],
])('%s is what people see of it', (_, text, seen) => {
  expect(withoutUnseen(text)).toBe(seen);
});
