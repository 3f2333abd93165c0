import { type ClaimOf, positionsWithin } from '../claims.ts';
import type { QuestionText } from '../question-text.ts';

/** What stands before the number of a mandate. A number of figures alone is one only there: people type figures a lot. */
const leads =
  /(?:mandaat|mandaten|machtiging|volmacht|ondermandaat|nummer|nr\.?|no\.?|regel|mandate|number)\s*$/i;
const article = /\b(?:art(?:ikel)?\.?|article)\s*(\d+(?:[.:]\d+)*[a-z]?)/giu;

/** The mandates that are named by their number, by the number of their decision or by an article of law. */
export function recogniseReference({ text, words, lookup }: QuestionText): ClaimOf<'reference'>[] {
  const numbers = [...text.matchAll(/[^\s,;?!"'()]+/gu)].flatMap(({ index, 0: typed }) => {
    const part = typed.replace(/[.:]+$/, '');
    const isBare = /^\d+$/.test(part) && !leads.test(text.slice(0, index));
    const ids = isBare || !/\d/.test(part) ? [] : lookup.idsNamed(part);
    return ids.length > 0
      ? [{ ids, positions: positionsWithin(words, { start: index, end: index + part.length }) }]
      : [];
  });
  const articles = [...text.matchAll(article)].flatMap(({ index, 0: part, 1: number = '' }) => {
    const { ids, words: laws } = lookup.idsByArticle(
      number,
      words.map(({ plain }) => plain),
    );
    const positions = [
      ...positionsWithin(words, { start: index, end: index + part.length }),
      ...words.flatMap(({ plain }, at) => (laws.includes(plain) ? [at] : [])),
    ];
    return ids.length > 0 ? [{ ids, positions }] : [];
  });
  return [...numbers, ...articles].map(({ ids, positions }) => ({ kind: 'reference', ids, positions }));
}
