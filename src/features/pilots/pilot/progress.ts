import { dutchDay } from '../../../calendar/clock.ts';
import type { Criterion } from './pilot.ts';

/** A number as the Dutch write it, with at most two decimals. */
export const dutchNumber = (value: number): string => `${Math.round(value * 100) / 100}`.replace('.', ',');

/** The newest measurement; undefined when nothing was measured. */
const newest = ({ measured }: Criterion) => measured.at(-1)?.value;

/** Whether the newest measurement is at the target or beyond it. One that begins at its target asks to stay there. */
export function isReached(criterion: Criterion): boolean {
  const { start, target } = criterion;
  const last = newest(criterion);
  if (last === undefined) return false;
  if (target === start) return last === target;
  return target > start ? last >= target : last <= target;
}

/**
 * How far a criterion has come from its start to its target, in whole percent: 100 only when it was reached, 0 only when it
 * stands at its start or further off. Undefined without a measurement, or where start and target are the same.
 */
export function progressOf(criterion: Criterion): number | undefined {
  const { start, target } = criterion;
  const last = newest(criterion);
  if (last === undefined || start === target) return undefined;
  if (isReached(criterion)) return 100;
  const part = (last - start) / (target - start);
  return part <= 0 ? 0 : Math.min(99, Math.max(1, Math.round(part * 100)));
}

/** How far a criterion is, in Dutch words that say what is so. */
export function progressWords(criterion: Criterion): string {
  const { start, target } = criterion;
  const last = newest(criterion);
  if (last === undefined) return 'nog niet gemeten';
  if (isReached(criterion)) return last === target ? 'gehaald' : 'gehaald, en verder dan het doel';
  if (last === start) return 'nog op het begin';
  const percent = progressOf(criterion);
  if (percent === undefined) return 'niet meer op het doel';
  return percent === 0 ? 'verder van het doel dan aan het begin' : `${percent} % van de weg`;
}

/** "Begin 12, nu 10, doel 8 dagen (24 november 2026)" */
export function figuresOf(criterion: Criterion): string {
  const { start, target, unit, measured } = criterion;
  const last = measured.at(-1);
  const now = last ? `, nu ${dutchNumber(last.value)}` : '';
  const day = last ? ` (gemeten op ${dutchDay(last.day)})` : '';
  return `Begin ${dutchNumber(start)}${now}, doel ${dutchNumber(target)}${unit ? ` ${unit}` : ''}${day}`;
}

/** What a criterion came to, in words: how far it got, whether it was reached, or that nobody measured it. */
export function reachedWords(criterion: Criterion): string {
  const { name, start, target, unit } = criterion;
  const last = newest(criterion);
  const wanted = `${dutchNumber(target)}${unit ? ` ${unit}` : ''}`;
  if (last === undefined) return `${name}: niet gemeten, doel was ${wanted}`;
  const path = `${name}: van ${dutchNumber(start)} naar ${dutchNumber(last)}, doel was ${wanted}`;
  if (isReached(criterion)) return `${path} (${progressWords(criterion)})`;
  return `${path} (${progressWords(criterion)}, niet gehaald)`;
}

/** How far a criterion came: at a celebration nobody counts what is still missing. */
export function gainedWords(criterion: Criterion): string {
  if (isReached(criterion)) return reachedWords(criterion);
  const { name, start, unit } = criterion;
  const last = newest(criterion) ?? start;
  return `${name}: van ${dutchNumber(start)} naar ${dutchNumber(last)}${unit ? ` ${unit}` : ''}`;
}

/** Whether something was gained at all. */
export const isGained = (criterion: Criterion): boolean =>
  isReached(criterion) || (progressOf(criterion) ?? 0) > 0;
