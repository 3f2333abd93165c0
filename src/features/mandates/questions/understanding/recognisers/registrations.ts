import { registrationWords } from '../../../vocabulary/registrations.ts';
import { startsLike } from '../../../vocabulary/starts-like.ts';
import type { ClaimOf } from '../claims.ts';
import type { QuestionText } from '../question-text.ts';

/** Where a word of a registration's name stands; long ones may have a typo. */
const namedAt = (words: readonly string[], part: string) =>
  words.findIndex((word) => word === part || (part.length > 5 && startsLike(word, part)));

/**
 * The registrations that the question speaks of, in the order in which they stand: the register's own names before the
 * common ones, no word for two of them, and each once.
 */
export function recogniseRegistrations({ plains, lookup }: QuestionText): ClaimOf<'registration'>[] {
  const spoken = [
    ...lookup.ownRegistrations,
    ...registrationWords.map(({ registration, wordings }) => ({ name: registration, wordings })),
  ];
  const found = new Map<string, ClaimOf<'registration'>>();
  const taken = new Set<number>();
  for (const { name, wordings } of spoken) {
    for (const parts of wordings) {
      const positions = parts.map((part) => namedAt(plains, part));
      if (positions.some((position) => position < 0 || taken.has(position))) continue;
      for (const position of positions) taken.add(position);
      if (!found.has(name)) found.set(name, { kind: 'registration', registration: name, positions });
    }
  }
  return [...found.values()].sort((a, b) => (a.positions[0] ?? 0) - (b.positions[0] ?? 0));
}
