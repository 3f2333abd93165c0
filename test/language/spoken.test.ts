import { describe, expect, test } from 'vitest';
import { spoken } from '../../src/language/spoken.ts';

describe('text of others in a line that is read aloud', () => {
  test.each([
    ['opdrachten van € 10.000 verstrekken', 'opdrachten van € 10.000 verstrekken'],
    ['tot en met € 2.500.000.', 'tot en met € 2.500.000.'],
    ['€ 950', '€ 950'],
  ])('keeps the dots of an amount: %s', (text, read) => {
    expect(spoken(text)).toBe(read);
  });

  test.each([
    ['kijk op evil.example', 'kijk op evil example'],
    ['€ 10.evil', '€ 10 evil'],
    ['€ 10.000.evil', '€ 10.000 evil'],
    ['€ 10.100.100.100', '€ 10.100.100 100'],
    ['€ 10.0000', '€ 10 0000'],
    ['192.168.001.001', '192 168 001 001'],
  ])('leaves nothing that links: %s', (text, read) => {
    expect(spoken(text)).toBe(read);
  });
});
