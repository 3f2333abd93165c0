import type { FoundName } from '../../../../language/names.ts';
import { claimsOf } from './claims.ts';
import type { Reading } from './reading.ts';
import type { Guess, Understood } from './understood.ts';

/** Kinds of questions about one function: of another with a longer name the answer is about somebody else. */
const aboutFunction: readonly Understood['kind'][] = ['may', 'deputy', 'which', 'limit'];

/** A name that may be another one; "Amranni" is only "Amrani" spelt otherwise. */
const isGuess = ({ typos, isSlip }: FoundName) => typos > 0 && !isSlip;

/**
 * What was not named as the register has it, so that it is asked before it is answered: a place or a person typed wrong in a
 * question that gets a yes, and a function of which only a part was said. Other answers show how they were understood.
 */
export function guessedIn(
  { kind, claims, people: subjects }: Reading,
  { areas, people, own, self }: Pick<Understood, 'areas' | 'people' | 'own' | 'self'>,
): Guess[] {
  if (own || !aboutFunction.includes(kind)) return [];
  const isMay = kind === 'may';
  const isArea = claimsOf(claims, 'area').some(
    ({ name }) => isGuess(name) && areas.includes(name.ids[0] ?? ''),
  );
  const isPerson =
    !self && subjects.some((one) => (isMay && isGuess(one)) || (one.isPart && people.length === 1));
  return [
    ...(isPerson && people.length > 0 ? [{ what: 'person' as const, options: people }] : []),
    ...(isMay && isArea ? [{ what: 'area' as const, options: areas }] : []),
  ];
}
