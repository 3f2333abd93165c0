import { Temporal } from 'temporal-polyfill';
import { numberIn } from '../../../language/fitted.ts';
import { type Figure, figureIds, figures } from '../content/figures.ts';
import { type Quarter, SHOWN } from './effect.ts';

/** The quarter of a day (ISO date), such as '2026-Q4'. */
export function quarterOf(day: string): string {
  const { year, month } = Temporal.PlainDate.from(day);
  return `${year}-Q${Math.ceil(month / 3)}`;
}

/** The quarters that can be filled in on this day (ISO date): this one and those before it, the oldest first. */
export const quartersUntil = (today: string): string[] =>
  Array.from({ length: SHOWN }, (_, n) =>
    quarterOf(
      Temporal.PlainDate.from(today)
        .subtract({ months: 3 * (SHOWN - 1 - n) })
        .toString(),
    ),
  );

/** '2026-Q3' is "3e kwartaal 2026". */
export const quarterWords = (quarter: string): string =>
  quarter.replace(/^(\d{4})-Q(\d)$/, (_, year, n) => `${n}e kwartaal ${year}`);

const MOST = 1_000_000;
const ranges: Partial<Record<Figure, readonly [number, number]>> = {
  satisfaction: [1, 10],
  result: [0, 100],
  use: [0, 100],
  quality: [0, 100],
};

/** The numbers that were typed, with a comma or a point, or what is wrong with them in Dutch. What is left empty is not there. */
export function valuesIn(typed: Readonly<Record<string, string | undefined>>): {
  values: Quarter['values'];
  problems: string[];
} {
  const values: Quarter['values'] = {};
  const problems: string[] = [];
  for (const id of figureIds) {
    const text = typed[id] ?? '';
    if (text === '') continue;
    const value = numberIn(text);
    const [least, most] = ranges[id] ?? [0, MOST];
    const { title } = figures[id];
    if (value === undefined) problems.push(`${title}: vul een getal in, zoals 7,5.`);
    else if (value < least || value > most)
      problems.push(`${title}: vul een getal in van ${least} tot en met ${most}.`);
    else values[id] = value;
  }
  return {
    values,
    problems:
      problems.length > 0 || Object.keys(values).length > 0 ? problems : ['Vul minstens één getal in.'],
  };
}

/** A number as people here write it. */
export const inDutch = (value: number): string => `${value}`.replace('.', ',');

/** A bar of ten parts for a value among others of the same figure: the largest is full. */
export function barOf(value: number, all: readonly number[]): string {
  const top = Math.max(...all);
  const full = top <= 0 ? 0 : Math.round((value / top) * 10);
  return '▰'.repeat(full) + '▱'.repeat(10 - full);
}

/** Whether the last of two values is better or worse than the one before, in words; '' where they are the same, or there is one. */
export function changeWords(id: Figure, values: readonly number[]): string {
  const [before, last] = values.slice(-2);
  if (before === undefined || last === undefined || before === last) return '';
  return last > before === (figures[id].best === 'more') ? 'beter' : 'minder goed';
}
