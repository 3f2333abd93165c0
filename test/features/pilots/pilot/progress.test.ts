import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Criterion } from '../../../../src/features/pilots/pilot/pilot.ts';
import {
  figuresOf,
  isReached,
  progressOf,
  progressWords,
  reachedWords,
} from '../../../../src/features/pilots/pilot/progress.ts';

const at = (start: number, target: number, value?: number, unit = ''): Criterion => ({
  name: 'Doorlooptijd',
  start,
  target,
  unit,
  measured: value === undefined ? [] : [{ day: '2026-11-10', value }],
});

describe('how far a goal is', () => {
  test.each([
    ['down, a part of the way', at(10, 3, 8), 29, '29 % van de weg'],
    ['up, half of it', at(80, 98, 89), 50, '50 % van de weg'],
    ['with decimals', at(2.5, 1, 1.75), 50, '50 % van de weg'],
    ['nearly there, which is not all', at(0, 1_000, 999), 99, '99 % van de weg'],
    ['hardly begun, which is not nothing', at(0, 1_000, 1), 1, '1 % van de weg'],
    ['at the target', at(12, 8, 8), 100, 'gehaald'],
    ['beyond it', at(12, 8, 6), 100, 'gehaald, en verder dan het doel'],
    ['still at the start', at(12, 8, 12), 0, 'nog op het begin'],
    ['the wrong way', at(12, 8, 14), 0, 'verder van het doel dan aan het begin'],
    ['below nothing', at(-4, -10, -7), 50, '50 % van de weg'],
    ['not measured yet', at(12, 8), undefined, 'nog niet gemeten'],
    ['to stay where it is, and it does', at(5, 5, 5), undefined, 'gehaald'],
    ['to stay where it is, and it does not', at(5, 5, 7), undefined, 'niet meer op het doel'],
  ])('%s', (_, criterion, percent, words) => {
    expect(progressOf(criterion)).toBe(percent);
    expect(progressWords(criterion)).toBe(words);
  });

  test('is all of the way where the goal was reached, and nowhere else', () => {
    const number = fc.double({ noNaN: true, min: -1_000, max: 1_000 });
    fc.assert(
      fc.property(number, number, number, (start, target, value) => {
        const criterion = at(start, target, value);
        const percent = progressOf(criterion);
        if (start === target) return percent === undefined;
        expect(percent === 100).toBe(isReached(criterion));
        expect(reachedWords(criterion).includes('niet gehaald')).toBe(!isReached(criterion));
        return percent !== undefined && Number.isInteger(percent) && percent >= 0 && percent <= 100;
      }),
    );
  });

  test('stands beside its figures: begin, nu and doel', () => {
    expect(figuresOf(at(12, 8, 9.5, 'dagen'))).toBe(
      'Begin 12, nu 9,5, doel 8 dagen (gemeten op 10 november 2026)',
    );
    expect(figuresOf(at(12, 8))).toBe('Begin 12, doel 8');
    expect(figuresOf(at(14.5, 0, 29 / 3))).toContain('nu 9,67');
    expect(reachedWords(at(10, 3, 8, 'dagen'))).toBe(
      'Doorlooptijd: van 10 naar 8, doel was 3 dagen (29 % van de weg, niet gehaald)',
    );
    expect(reachedWords(at(10, 3))).toBe('Doorlooptijd: niet gemeten, doel was 3');
  });
});
