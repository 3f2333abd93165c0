import type { Theme } from '../../../people/themes.ts';
import { isOpen, type Signal, type SignalSource } from '../signals/signal.ts';
import type { Snapshot } from './snapshot.ts';

/** Something that published values tell: which, and of a theme which one. */
export interface FoundSignal {
  source: Exclude<SignalSource, 'raised'>;
  theme?: Theme;
}

/** The average dropped by so much, against the mean of so many averages before it. */
const [DROP, BEFORE] = [1, 4];
/** At least this share of the team has a low score. */
const LOW_PERCENT = 30;
const LOW_UP_TO = 2;
/** A theme was named in this many periods in a row. */
const RUNNING = 3;

/**
 * What the newest of these snapshots (oldest first) tells, from published values alone (trust:fewest-six). A
 * period that stayed hidden is no value: it is passed over for the average and breaks a run of themes.
 */
export function foundIn(snapshots: readonly Snapshot[]): FoundSignal[] {
  const picture = snapshots.at(-1)?.picture;
  if (!picture) return [];
  const before = snapshots
    .slice(0, -1)
    .flatMap((snapshot) => (snapshot.picture ? [snapshot.picture.average] : []))
    .slice(-BEFORE);
  const mean = before.reduce((sum, average) => sum + average, 0) / BEFORE;
  const dropped = before.length === BEFORE && mean - picture.average >= DROP;
  const low = picture.bands?.some(({ to, percent }) => to <= LOW_UP_TO && percent >= LOW_PERCENT);
  const last = snapshots.slice(-RUNNING);
  const running = picture.themes.filter(
    (theme) => last.length === RUNNING && last.every((snapshot) => snapshot.picture?.themes.includes(theme)),
  );
  return [
    ...(dropped ? [{ source: 'drop' as const }] : []),
    ...(low ? [{ source: 'low' as const }] : []),
    ...running.map((theme) => ({ source: 'theme' as const, theme })),
  ];
}

/** Leaves out what an open signal is already about: the same again brings nothing new. */
export function newIn(found: readonly FoundSignal[], signals: readonly Signal[]): FoundSignal[] {
  return found.filter(
    ({ source, theme }) =>
      !signals.some((signal) => isOpen(signal) && signal.source === source && signal.theme === theme),
  );
}
