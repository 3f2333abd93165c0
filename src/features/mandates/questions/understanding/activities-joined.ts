import type { Word } from '../../../../language/words.ts';
import type { Lookup } from '../../register/lookup.ts';
import { activityWords } from '../../vocabulary/activities.ts';
import { isUsual } from '../../vocabulary/ordinary-words.ts';
import { stopWords } from '../../vocabulary/stop-words.ts';
import type { SpokenActivity } from './activity-in.ts';
import { partsAt, spokenAt } from './phrases.ts';

/** Words that join two things that are asked at once. */
const joins = /^(en|of|and|or|alsook|alsmede|evenals|plus)$/;
/** Words that begin a clause about what somebody did before. */
const clauses = /^(die|dat|wat|als|that|which|zijn|is|was|waren|wordt|worden|heeft|hebben|had)$/;

/** Every activity that the words speak of. Of two wordings, one within the other, only the longer counts. */
function wordings(plains: readonly string[], first: SpokenActivity, lookup: Lookup): SpokenActivity[] {
  const own = lookup.ownActivities.flatMap((spoken) => {
    const positions = spokenAt(plains, spoken);
    return positions ? [{ activity: spoken.name, positions }] : [];
  });
  const common = activityWords.flatMap(({ activity, stems, pairs = [] }) => [
    ...pairs.flatMap((parts) => {
      const positions = partsAt(plains, parts);
      return positions ? [{ activity, positions }] : [];
    }),
    ...plains.flatMap((word, position) =>
      !stopWords.has(word) && stems.some((stem) => word.startsWith(stem))
        ? [{ activity, positions: [position] }]
        : [],
    ),
  ]);
  const all = [first, ...own, ...common];
  return all.filter(
    (one, index) =>
      !all.some(
        (other, at) =>
          one.positions.every((position) => other.positions.includes(position)) &&
          (other.positions.length > one.positions.length || at < index),
      ),
  );
}

/**
 * All activities that are asked at once, `first` among them: "verwerken en valideren", "verwerken/valideren". A word of
 * another activity counts only where a joining word or mark leads to it, so not in "valideren wat hij verwerkte".
 * `skips` tells which words may stand between, such as the name of a registration.
 */
export function activitiesJoined(
  words: readonly Word[],
  text: string,
  first: SpokenActivity,
  lookup: Lookup,
  skips: (position: number) => boolean,
): SpokenActivity[] {
  const plains = words.map(({ plain }) => plain);
  const passes = (position: number) => {
    const word = plains[position] ?? '';
    return skips(position) || isUsual(word) || (stopWords.has(word) && !clauses.test(word));
  };
  const isJoin = (position: number) => {
    const [before, word = ''] = [plains[position - 1], plains[position]];
    // "Maar ook", "dan wel", "zowel … als".
    return (
      joins.test(word) ||
      (word === 'ook' && before === 'maar') ||
      (word === 'wel' && before === 'dan') ||
      (word === 'als' && plains.includes('zowel'))
    );
  };
  const isMarked = (position: number) =>
    /[/&+]/.test(text.slice(words[position - 1]?.end, words[position]?.start));
  /** True when a joining word or mark stands before one of these positions, and one of `before` stands before that. */
  const leadsTo = (positions: readonly number[], before: readonly number[]) =>
    positions.some((position) => {
      if (before.includes(position)) return false;
      if (before.includes(position - 1) && isMarked(position)) return true;
      let at = position - 1;
      while (at > 0 && !isJoin(at) && passes(at)) at -= 1;
      return isJoin(at) && before.some((one) => one < at);
    });
  const others = wordings(plains, first, lookup);
  const joined = new Set([first]);
  for (let size = 0; size !== joined.size; ) {
    size = joined.size;
    for (const one of others) {
      const isJoined = [...joined].some(
        ({ positions }) => leadsTo(one.positions, positions) || leadsTo(positions, one.positions),
      );
      if (isJoined) joined.add(one);
    }
  }
  return [...joined];
}
