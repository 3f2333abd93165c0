import { weekOf } from '../../../calendar/weeks.ts';
import type { Picture } from '../snapshot/rules.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { growthWords } from './growth.ts';

/** The line shows this many periods. */
const LINE_LENGTH = 12;

const recent = (snapshots: readonly Snapshot[]) => snapshots.slice(-LINE_LENGTH);

/** How many of the last periods have a picture. */
export const shownWeeks = (snapshots: readonly Snapshot[]): number =>
  recent(snapshots).filter(({ picture }) => picture !== undefined).length;

/** All averages that are ever told, from heavy to good, and what stands above the column of each: in between a dot, for phones. */
const scale: readonly { average: Picture['average']; words: string }[] = [
  { average: 2, words: 'Zwaar' },
  { average: 2.5, words: '·' },
  { average: 3, words: 'Gaat wel' },
  { average: 3.5, words: '·' },
  { average: 4, words: 'Goed' },
];

/**
 * The line of the last periods, newest first: a table that is read as a line, with words above its columns. It is no finer than
 * what was published (trust:fewest-six), and a period that stays hidden has no dot.
 */
export function lineData(snapshots: readonly Snapshot[]) {
  const last = recent(snapshots);
  const isShown = shownWeeks(last) > 1;
  return {
    scale: scale.map(({ words }) => words),
    rows: (isShown ? last.toReversed() : []).map(({ period, picture }) => ({
      week: `Week ${weekOf(period)}`,
      marks: scale.map(({ average }) => (average === picture?.average ? '●' : '')),
    })),
    hidden: last.some(({ picture }) => !picture),
    grown: growthWords(last),
  };
}
