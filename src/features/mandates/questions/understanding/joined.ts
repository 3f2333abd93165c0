import { isUsual } from '../../vocabulary/ordinary-words.ts';
import { stopWords } from '../../vocabulary/stop-words.ts';
import { isDone } from './own-work.ts';
import { leadsToPlace } from './places.ts';
import type { QuestionText } from './question-text.ts';

/** Words that join two things that are asked at once. */
const joins = /^(en|of|and|or|alsook|alsmede|evenals|plus)$/;
/** Words that begin a clause about what somebody did before. */
const clauses = /^(die|dat|wat|als|that|which|zijn|is|was|waren|wordt|worden|heeft|hebben|had)$/;

/** True for a word that may tell what was done to a thing rather than what is asked: "de verwerkte mutaties". */
export const isTold = ({ plains }: QuestionText, position: number): boolean => isDone(plains[position] ?? '');

/**
 * True when a joining word or mark leads from one activity to another, either way round: "verwerken en valideren",
 * "verwerken/valideren", but not "valideren wat hij verwerkte". Words that `isClaimed` may stand between.
 */
export function areJoined(
  { words, plains, text }: QuestionText,
  one: readonly number[],
  other: readonly number[],
  isClaimed: (position: number) => boolean,
): boolean {
  const passes = (position: number) => {
    const word = plains[position] ?? '';
    return (
      isClaimed(position) ||
      leadsToPlace.test(plains[position - 1] ?? '') ||
      isUsual(word) ||
      (stopWords.has(word) && !clauses.test(word))
    );
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
  const leadsTo = (positions: readonly number[], before: readonly number[]) =>
    positions.some((position) => {
      if (before.includes(position)) return false;
      if (before.includes(position - 1) && isMarked(position)) return true;
      let at = position - 1;
      while (at > 0 && !isJoin(at) && passes(at)) at -= 1;
      return isJoin(at) && before.some((at2) => at2 < at);
    });
  return leadsTo(one, other) || leadsTo(other, one);
}
