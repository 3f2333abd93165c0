import { weekOf } from '../../../calendar/weeks.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { averageWords } from '../snapshot/words.ts';
import { growthWords } from './growth.ts';

/** The line shows this many periods. */
const LINE_LENGTH = 12;

interface ChartPoint {
  x: string;
  y: number;
}

const recent = (snapshots: readonly Snapshot[]) => snapshots.slice(-LINE_LENGTH);

/** How many of the last periods have a picture. */
export const shownWeeks = (snapshots: readonly Snapshot[]): number =>
  recent(snapshots).filter(({ picture }) => picture !== undefined).length;

/** Runs of periods with a picture. A period that stays hidden ends a run, so that the line has a gap there. */
function runsIn(snapshots: readonly Snapshot[]): ChartPoint[][] {
  const hiddenBefore = (place: number) => snapshots.slice(0, place).filter(({ picture }) => !picture).length;
  const points = snapshots.flatMap(({ period, picture }, place) =>
    picture ? [{ x: `${weekOf(period)}`, y: picture.average, run: hiddenBefore(place) }] : [],
  );
  return [...Map.groupBy(points, ({ run }) => run).values()].map((run) => run.map(({ x, y }) => ({ x, y })));
}

function legendOf(run: readonly ChartPoint[], runs: number): string {
  const [first, last] = [run[0]?.x ?? '', run.at(-1)?.x ?? ''];
  if (runs === 1) return 'Gemiddelde';
  return first === last ? `Week ${first}` : `Week ${first} tot en met ${last}`;
}

/** The line of the last periods: as a chart, and the same in words for where there are no charts. */
export function lineData(snapshots: readonly Snapshot[]) {
  const last = recent(snapshots);
  const runs = runsIn(last);
  return {
    lines:
      shownWeeks(last) > 1 ? runs.map((points) => ({ legend: legendOf(points, runs.length), points })) : [],
    rows: last.map(({ period, picture }) => ({
      week: `Week ${weekOf(period)}`,
      value: picture ? averageWords(picture.average) : 'te weinig antwoorden',
    })),
    grown: growthWords(last),
  };
}
