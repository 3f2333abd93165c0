import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { weekdays } from '../../src/calendar/weekdays.ts';
import { parseWorkdays } from '../../src/language/workdays.ts';

const days = (text: string) => parseWorkdays(text)?.join(' ');

describe('working days', () => {
  test.each([
    ['ma di do', 'ma di do'],
    ['ma, wo en vr', 'ma wo vr'],
    ['ma/di/do', 'ma di do'],
    ['ma. di. do.', 'ma di do'],
    ['Maandag, DINSDAG', 'ma di'],
    ['maandagen en dinsdagen', 'ma di'],
    ['do di ma di', 'ma di do'],
    ['maandag t/m donderdag', 'ma di wo do'],
    ['maandag tot en met donderdag', 'ma di wo do'],
    ['ma tm do', 'ma di wo do'],
    ['ma-do', 'ma di wo do'],
    ['ma – do', 'ma di wo do'],
    ['ma t/m wo en vr', 'ma di wo vr'],
    ['ik werk op ma en di', 'ma di'],
    ['zo', 'zo'],
  ])('"%s" are %s', (text, expected) => {
    expect(days(text)).toBe(expected);
  });

  test.each([
    '',
    '?',
    'elke dag?',
    'ma foo',
    'niet op vrijdag',
    'vr-ma',
    't/m do',
    'ma t/m',
    'en',
    'madido',
    '${ma}x',
  ])('"%s" is not understood, rather than half of it', (text) => {
    expect(days(text)).toBeUndefined();
  });

  test('come back in the order of the week, each once, in whatever way they are written', () => {
    const some = fc.subarray([...weekdays], { minLength: 1 });
    const mark = fc.constantFrom(' ', ', ', ' en ', '/', ' & ');
    fc.assert(
      fc.property(some, mark, fc.boolean(), (chosen, between, twice) => {
        const text = [...chosen, ...(twice ? chosen : [])].reverse().join(between);
        expect(parseWorkdays(text)).toEqual(weekdays.filter((day) => chosen.includes(day)));
      }),
    );
  });

  test('are read without a fault from whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const found = parseWorkdays(text);
        expect(found === undefined || found.length > 0).toBe(true);
      }),
    );
  });
});
