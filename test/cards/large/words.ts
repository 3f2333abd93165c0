/** What the longest texts are made of: each character takes two UTF-16 units in JSON, as an emoji and a quote do. */
const FILLING = 'é🌊"ë🌳';

/** A text of exactly so many UTF-16 units, which is how an import counts; it begins with `start`. */
export function nameOf(start: string, units: number): string {
  const filled = `${start} ${FILLING.repeat(Math.ceil(units / FILLING.length))}`.slice(0, units);
  // Not half an emoji at the end.
  return filled.isWellFormed() ? filled : `${filled.slice(0, -1)}x`;
}

/** A text of exactly so many characters, which is how a form counts: an emoji is one of them. */
export function textOf(start: string, characters: number): string {
  return [...`${start} ${'🌊🌳'.repeat(characters)}`].slice(0, characters).join('');
}

/** The numbers from 0 up to `count`. */
export const upTo = (count: number): number[] => Array.from({ length: count }, (_, n) => n);

/** One of a list, by any number. */
export const at = <T>(list: readonly T[], n: number): T => list[n % list.length] as T;
