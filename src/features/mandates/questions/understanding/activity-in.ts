import type { Lookup } from '../../register/lookup.ts';
import { activityWords } from '../../vocabulary/activities.ts';
import { fixedWords } from '../../vocabulary/fixed-words.ts';
import { startsLike } from '../../vocabulary/starts-like.ts';
import { partsAt, spokenAt } from './phrases.ts';

/** An activity and the places of the words that say it. */
export interface SpokenActivity {
  activity: string;
  places: number[];
}

/** The activity that the words speak of: this register's own first, then set phrases, then single words. */
export function activityIn(words: readonly string[], lookup: Lookup): SpokenActivity | undefined {
  for (const own of lookup.ownActivities) {
    const places = spokenAt(words, own);
    if (places) return { activity: own.name, places };
  }
  for (const { activity, pairs = [] } of activityWords) {
    for (const parts of pairs) {
      const places = partsAt(words, parts);
      if (places) return { activity, places };
    }
  }
  const scored = activityWords.flatMap(({ activity, stems }) =>
    words.flatMap((word, place) => {
      if (fixedWords.has(word)) return [];
      const exact = stems.some((stem) => word.startsWith(stem));
      const near = exact || stems.some((stem) => startsLike(word, stem));
      return near ? [{ activity, places: [place], exact }] : [];
    }),
  );
  return scored.find(({ exact }) => exact) ?? scored[0];
}
