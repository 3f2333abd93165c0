import { describe, expect, test } from 'vitest';
import { meaningOf } from '../../../src/features/help/glossary.ts';

describe('what a word of Kompas means', () => {
  test.each([
    ['wat is een ondermandaat', 'ondermandaat'],
    ['Wat is een signaal?', 'signaal'],
    ['wat is vier ogen', 'vier ogen'],
    ['wat is een check-in', 'check-in'],
    ['wat zijn praktijkvoorbeelden?', 'praktijkvoorbeeld'],
    ['wat zijn mandaten', 'mandaat'],
    ['wat betekent functiescheiding', 'functiescheiding'],
    ['wat bedoel je met een teampunt', 'teampunt'],
    ['wat is BGT', 'BGT'],
    ['what is a pilot', 'pilot'],
  ])('"%s" is answered from the page of words', (text, word) => {
    const found = meaningOf(text);
    expect(found?.word).toBe(word);
    expect(found?.meaning.length).toBeGreaterThan(10);
    expect(found?.meaning).not.toContain('`');
  });

  test.each([
    'wat is mijn mandaat',
    'wat is er',
    'wat is het weer',
    'wat mag Bert',
    'signaal',
    'wat is een fiets',
  ])('"%s" is about something else', (text) => {
    expect(meaningOf(text)).toBeUndefined();
  });
});
