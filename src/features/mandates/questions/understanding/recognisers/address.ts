import { addressesIn } from '../../../../../language/addresses.ts';
import { type ClaimOf, positionsWithin } from '../claims.ts';
import type { QuestionText } from '../question-text.ts';

/**
 * The addresses in a question. Its number is no amount, and its street no place of the register; an area that is called so
 * ("Oosterpark 2") is no address.
 */
export function recogniseAddress({ text, words, lookup }: QuestionText): ClaimOf<'address'>[] {
  return addressesIn(text).flatMap((part): ClaimOf<'address'>[] => {
    const positions = positionsWithin(words, part);
    const last = positions.at(-1) ?? 0;
    const areas = lookup.areas.find(words, (at) => (positions.includes(at) ? 'free' : 'taken'));
    const isArea = areas.some(({ from, to }) => from <= last && last < to);
    return isArea ? [] : [{ kind: 'address', positions }];
  });
}
