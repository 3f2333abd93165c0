import type { Lookup } from '../../register/lookup.ts';
import { activityWords } from '../../vocabulary/activities.ts';
import { startsLike } from '../../vocabulary/starts-like.ts';
import { stopWords } from '../../vocabulary/stop-words.ts';
import { partsAt, spokenAt } from './phrases.ts';

/** An activity and the positions of the words that say it. */
export interface SpokenActivity {
  activity: string;
  positions: number[];
}

/** The activity that the words speak of: this register's own first, then set phrases, then single words. */
export function activityIn(words: readonly string[], lookup: Lookup): SpokenActivity | undefined {
  for (const own of lookup.ownActivities) {
    const positions = spokenAt(words, own);
    if (positions) return { activity: own.name, positions };
  }
  for (const { activity, pairs = [] } of activityWords) {
    for (const parts of pairs) {
      const positions = partsAt(words, parts);
      if (positions) return { activity, positions };
    }
  }
  const scored = activityWords.flatMap(({ activity, stems }) =>
    words.flatMap((word, position) => {
      if (stopWords.has(word)) return [];
      const exact = stems.some((stem) => word.startsWith(stem));
      const near = exact || stems.some((stem) => startsLike(word, stem));
      return near ? [{ activity, positions: [position], exact }] : [];
    }),
  );
  return scored.find(({ exact }) => exact) ?? scored[0];
}
