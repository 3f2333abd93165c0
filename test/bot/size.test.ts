import { describe, expect, test } from 'vitest';
import { fits, MOST_BYTES, sizeOf } from '../../src/bot/size.ts';

/** An activity with a text of so many characters. */
const saying = (text: string) => ({ type: 'message', text });
const bare = sizeOf(saying(''));

describe('the size of an activity', () => {
  test('is that of its JSON in UTF-16: two bytes a character, an emoji twice that', () => {
    expect(sizeOf({})).toBe(4);
    expect(sizeOf(saying('é'))).toBe(bare + 2);
    expect(sizeOf(saying('🌊'))).toBe(bare + 4);
  });

  test('counts what JSON adds to a text', () => {
    expect(sizeOf(saying('"'))).toBe(bare + 4);
    expect(sizeOf(saying('\n'))).toBe(bare + 4);
  });

  test('counts the whole activity, with everything around the card', () => {
    const card = { contentType: 'application/vnd.microsoft.card.adaptive', content: { body: [] } };
    expect(sizeOf({ ...saying(''), attachments: [card] })).toBeGreaterThan(
      sizeOf(saying('')) + 2 * JSON.stringify(card).length,
    );
  });

  test('fits up to and including 80,000 bytes', () => {
    const left = (MOST_BYTES - bare) / 2;
    expect(MOST_BYTES).toBe(80_000);
    expect(fits(saying('x'.repeat(left)))).toBe(true);
    expect(fits(saying('x'.repeat(left + 1)))).toBe(false);
    expect(fits(saying('🌊'.repeat(Math.ceil((left + 1) / 2))))).toBe(false);
  });
});
