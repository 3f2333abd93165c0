/** So many lines of a file are named by number. */
const MOST_LINES = 12;

/** Lines of a file in words: "Regel 4", or "Regels 2, 3, 5 en nog 40". */
export function linesInWords(lines: readonly number[]): string {
  const once = [...new Set(lines)].sort((a, b) => a - b);
  const shown = once.slice(0, MOST_LINES).join(', ');
  const more = once.length - MOST_LINES;
  return `${once.length === 1 ? 'Regel' : 'Regels'} ${shown}${more > 0 ? ` en nog ${more}` : ''}`;
}
