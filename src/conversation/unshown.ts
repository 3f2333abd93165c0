import { isDate, isTime } from '../calendar/clock.ts';
import { numberIn } from '../language/fitted.ts';

/** What an input of a kind can show; those of other kinds show any text. */
const fits: Record<string, ((value: string) => boolean) | undefined> = {
  number: (value) => numberIn(value) !== undefined,
  date: isDate,
  time: isTime,
};

const canShow = (kind: string, value: string): boolean => fits[kind]?.(value) ?? true;

/** A value as an input of this kind can have it: '' for what that cannot show. */
export const shownIn = (kind: string, value: string): string => (canShow(kind, value) ? value : '');

/** What somebody hears who filled in a day that there is not, or none. */
export const noSuchDay = (label: string): string => `Kies bij “${label}” een dag die bestaat.`;

/** So many characters of it are said back: nobody types a longer day or number. */
const LONGEST_SAID = 100;

/**
 * What somebody typed that its input cannot show again, such as a day in words: a line each for the problems of the form,
 * so that it is not lost. It holds what they typed (trust:text-is-data).
 */
export function unshown(fields: readonly { kind: string; label: string; value?: string }[]): string[] {
  return fields.flatMap(({ kind, label, value = '' }) =>
    value === '' || canShow(kind, value)
      ? []
      : [`${label.replace(/\?$/, '')}: je typte “${[...value].slice(0, LONGEST_SAID).join('')}”.`],
  );
}
