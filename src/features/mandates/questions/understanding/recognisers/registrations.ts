import { isCommonName } from '../../../vocabulary/activities.ts';
import { registrationWords } from '../../../vocabulary/registrations.ts';
import { type Claim, type ClaimOf, claimedPositions, claimsOf } from '../claims.ts';
import type { QuestionText } from '../question-text.ts';
import { isMistyped } from '../typing.ts';

/** Where a word of a registration's name stands; long ones may have a typo. */
const namedAt = (words: readonly string[], part: string) =>
  words.findIndex((word) => word === part || isMistyped(word, part));

type Spoken = { name: string; wordings: readonly (readonly string[])[] };

function recognise(
  { plains }: QuestionText,
  claims: readonly Claim[],
  spoken: readonly Spoken[],
): ClaimOf<'registration'>[] {
  const taken = new Set(claimedPositions(claims));
  const open = plains.map((plain, position) => (taken.has(position) ? '' : plain));
  const found = new Map<string, ClaimOf<'registration'>>();
  for (const { name, wordings } of spoken) {
    for (const parts of wordings) {
      const positions = parts.map((part) => namedAt(open, part));
      if (positions.some((position) => position < 0 || taken.has(position))) continue;
      for (const position of positions) taken.add(position);
      if (!found.has(name)) found.set(name, { kind: 'registration', registration: name, positions });
    }
  }
  const known = new Set(claimsOf(claims, 'registration').map(({ registration }) => registration));
  return [...found.values()]
    .filter(({ registration }) => !known.has(registration))
    .sort((a, b) => (a.positions[0] ?? 0) - (b.positions[0] ?? 0));
}

const isShort = (registration: string, parts: readonly string[]) =>
  parts.length > 1 || parts[0] === registration.toLowerCase();

/**
 * The registrations that the question names, in the order in which they stand: the register's own names before the
 * common ones, no word for two of them, and each once.
 */
export const recogniseRegistrations = (asked: QuestionText, claims: readonly Claim[]) =>
  recognise(asked, claims, [
    ...asked.lookup.ownRegistrations,
    ...registrationWords.map(({ registration: name, wordings }) => ({
      name,
      wordings: wordings.filter((parts) => isShort(name, parts)),
    })),
  ]);

/**
 * The registrations that a question speaks of by what is in them ("panden"), where no activity has these words. Beside half
 * an activity of the register's own they are what it is about: "adressen intrekken" is not "vergunningen intrekken".
 */
export function recogniseRegistered(asked: QuestionText, claims: readonly Claim[]) {
  const isHalf = claimsOf(claims, 'activity').some(
    ({ activity, whole }) => !whole && !isCommonName(activity),
  );
  if (isHalf) return [];
  return recognise(
    asked,
    claims,
    registrationWords.map(({ registration: name, wordings }) => ({
      name,
      wordings: wordings.filter((parts) => !isShort(name, parts)),
    })),
  );
}
