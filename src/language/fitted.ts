/** A list of values as a multi-select sends it. */
export const manyOf = (text: string): string[] =>
  text
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean);

/** Typed text at its longest: trimmed, cut between characters. */
export function fitted(text: string, longest: number): string {
  return [...text.trim()].slice(0, longest).join('');
}

/** A number as people type it: with a comma or a point. Undefined when it is none. */
export function numberIn(typed: string): number | undefined {
  const plain = typed.trim().replace(',', '.');
  return /^-?\d{1,9}(\.\d{1,4})?$/.test(plain) ? Number(plain) : undefined;
}
