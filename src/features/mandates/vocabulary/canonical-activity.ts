import { nameKey, wordsOf } from '../../../language/words.ts';
import { activityWords } from './activities.ts';
import { isPlainObject } from './ordinary-words.ts';
import { stopWords } from './stop-words.ts';

/**
 * The name under which an activity is looked up. That is the common name for a synonym, also with words that add
 * nothing to it ("mutaties valideren"). Any other keeps its own words: "bestek vaststellen" is only a part of
 * approving.
 */
export function canonicalActivity(text: string): string {
  const words = wordsOf(text).map(({ plain }) => plain);
  const whole = activityWords.find(({ activity }) => nameKey(activity) === words.join(' '));
  const telling = words.filter((word) => !stopWords.has(word) && !isPlainObject(word));
  const known =
    whole ??
    activityWords.find(
      ({ stems, pairs = [] }) =>
        (telling.length === 1 && stems.some((stem) => telling[0]?.startsWith(stem))) ||
        pairs.some((parts) => parts.join(' ') === words.join(' ')),
    );
  return known?.activity ?? nameKey(text);
}
