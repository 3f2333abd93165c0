import type { HeadingScore } from '../../../files/csv.ts';

const filledAt = (texts: readonly string[]) => texts.flatMap((text, n) => (text.trim() === '' ? [] : [n]));

/** Each group of a heading stands in its first column, and counts for the columns without a name behind it. */
function groupsOf(upper: readonly string[], width: number): string[] {
  const groups: string[] = [];
  for (let n = 0; n < width; n += 1) groups.push(upper[n]?.trim() || (groups[n - 1] ?? ''));
  return groups;
}

/**
 * The names of columns of which the heading takes two rows: groups above ("Gemandateerd aan", "Geldig"), and below them
 * what each column is. Undefined when the second row is no part of the heading: it then has something in a column that
 * has its name already.
 */
export function twoRowHeading(
  upper: readonly string[],
  lower: readonly string[],
  score: HeadingScore = () => 0,
): string[] | undefined {
  const width = Math.max(upper.findLastIndex(Boolean), lower.findLastIndex(Boolean)) + 1;
  const below = filledAt(lower);
  const unnamed = below.filter((n) => (upper[n] ?? '').trim() === '');
  const isGroup = (n: number) => (upper[n] ?? '').trim() !== '' && unnamed.includes(n + 1);
  if (unnamed.length === 0 || below.length < 2) return undefined;
  if (!below.every((n) => unnamed.includes(n) || isGroup(n))) return undefined;
  const groups = groupsOf(upper, width);
  return Array.from({ length: width }, (_, n) => {
    const [group = '', own = ''] = [groups[n], lower[n]?.trim()];
    if (own === '') return upper[n] ?? '';
    const joined = `${group} ${own}`.trim();
    // With a name that is known beside it, one that is known itself scores two.
    return score(['Gemandateerde', joined]) > 1 || lower.filter((text) => text.trim() === own).length > 1
      ? joined
      : own;
  });
}
