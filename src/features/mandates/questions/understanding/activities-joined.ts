import type { Word } from '../../../../language/words.ts';
import type { Lookup } from '../../register/lookup.ts';
import { activityWords } from '../../vocabulary/activities.ts';
import { fixedWords } from '../../vocabulary/fixed-words.ts';
import { isUsual } from '../../vocabulary/ordinary-words.ts';
import type { SpokenActivity } from './activity-in.ts';
import { partsAt, spokenAt } from './phrases.ts';

/** Words that join two things that are asked at once. */
const joins = /^(en|of|and|or|alsook|alsmede|evenals|plus)$/;
/** Words that begin a clause about what somebody did before. */
const clauses = /^(die|dat|wat|als|that|which|zijn|is|was|waren|wordt|worden|heeft|hebben|had)$/;

/** Every wording of an activity in the words, whole ones before what is a part of them. */
function wordings(plains: readonly string[], first: SpokenActivity, lookup: Lookup): SpokenActivity[] {
  const own = lookup.ownActivities.flatMap((spoken) => {
    const places = spokenAt(plains, spoken);
    return places ? [{ activity: spoken.name, places }] : [];
  });
  const common = activityWords.flatMap(({ activity, stems, pairs = [] }) => [
    ...pairs.flatMap((parts) => {
      const places = partsAt(plains, parts);
      return places ? [{ activity, places }] : [];
    }),
    ...plains.flatMap((word, place) =>
      !fixedWords.has(word) && stems.some((stem) => word.startsWith(stem))
        ? [{ activity, places: [place] }]
        : [],
    ),
  ]);
  const all = [first, ...own, ...common];
  return all.filter(
    (one, index) =>
      !all.some(
        (other, at) =>
          one.places.every((place) => other.places.includes(place)) &&
          (other.places.length > one.places.length || at < index),
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
  skips: (place: number) => boolean,
): SpokenActivity[] {
  const plains = words.map(({ plain }) => plain);
  const passes = (place: number) => {
    const word = plains[place] ?? '';
    return skips(place) || isUsual(word) || (fixedWords.has(word) && !clauses.test(word));
  };
  const isJoin = (place: number) => {
    const [before, word = ''] = [plains[place - 1], plains[place]];
    // "Maar ook", "dan wel", "zowel … als".
    return (
      joins.test(word) ||
      (word === 'ook' && before === 'maar') ||
      (word === 'wel' && before === 'dan') ||
      (word === 'als' && plains.includes('zowel'))
    );
  };
  const isMarked = (place: number) => /[/&+]/.test(text.slice(words[place - 1]?.end, words[place]?.start));
  /** True when something that joins stands before one of these words, and one of `before` stands before that. */
  const leadsTo = (places: readonly number[], before: readonly number[]) =>
    places.some((place) => {
      if (before.includes(place)) return false;
      if (before.includes(place - 1) && isMarked(place)) return true;
      let at = place - 1;
      while (at > 0 && !isJoin(at) && passes(at)) at -= 1;
      return isJoin(at) && before.some((one) => one < at);
    });
  const others = wordings(plains, first, lookup);
  const joined = new Set([first]);
  for (let size = 0; size !== joined.size; ) {
    size = joined.size;
    for (const one of others) {
      const isJoined = [...joined].some(
        ({ places }) => leadsTo(one.places, places) || leadsTo(places, one.places),
      );
      if (isJoined) joined.add(one);
    }
  }
  return [...joined];
}
