/** So many lines are named; of more the number is told. */
const MOST_LINES = 8;

/** Which lines, in a sentence that has told how many: "regel 3, 5 en 8", "regel 3, 4, 5 …". */
export function whichLines(lines: readonly number[]): string {
  const shown = lines.slice(0, MOST_LINES);
  if (lines.length > shown.length) return `regel ${shown.join(', ')} …`;
  return `regel ${[shown.slice(0, -1).join(', '), shown.at(-1)].filter(Boolean).join(' en ')}`;
}

/** Lines as they stand in a sentence: "regel 3", "3 regels (3, 5 en 8)", "120 regels (3, 4, 5 …)". */
export const linesInWords = (lines: readonly number[]): string =>
  lines.length < 2
    ? whichLines(lines)
    : `${lines.length} regels (${whichLines(lines).replace('regel ', '')})`;
