import { wordsOf } from '../../../../language/words.ts';
import type { Hit, IndexedActivity } from '../../register/activity-index.ts';

/** Between the parts of what Dutch can write as one word: "vergunning voor een standplaats". */
const of = /^(?:van|voor|op|om)$/;
const article = /^(?:de|het|een)$/;
/** Behind these stands another thing: "grond bij water" is no "grondwater". */
const other =
  /^(?:in|bij|aan|over|met|door|zonder|naast|langs|onder|tot|naar|uit|tussen|tegen|vanaf|per|namens)$/;

/**
 * True when an activity says a compound in two words: the second half before the first with "van", "voor", "op" or "om" between
 * ("vergunning voor een standplaats", "subsidie cultuur"), or both as they stand in the compound ("vergunning verlenen"). The halves of
 * "grondwater" in "verkopen van grond bij water" are two things.
 */
export function saysCompound({ name, terms, isCommon }: IndexedActivity, first: Hit, head: Hit): boolean {
  if (isCommon) return true;
  if (first.group === head.group && first.stem === head.stem) return true;
  const words = wordsOf(name);
  const plains = words.map(({ plain }) => plain);
  const places = ({ group, stem }: Hit) => {
    const said = (terms.groups[group]?.terms ?? []).filter((term) => term.stem === stem);
    return plains.flatMap((plain, at) => (said.some((term) => term.plain === plain) ? [at] : []));
  };
  return places(head).some((headAt) =>
    places(first).some((firstAt) => {
      const between = plains.slice(Math.min(headAt, firstAt) + 1, Math.max(headAt, firstAt));
      if (between.some((plain) => other.test(plain))) return false;
      if (headAt < firstAt)
        return (
          between.some((plain) => of.test(plain)) ||
          (between.every((plain) => article.test(plain)) && head.group !== first.group)
        );
      // "Grond, water": a mark behind the first ends it.
      const isBeside = name.slice(words[firstAt]?.end, words[firstAt + 1]?.start).trim() === '';
      return isBeside && head.group === first.group + 1 && !between.some((plain) => of.test(plain));
    }),
  );
}
