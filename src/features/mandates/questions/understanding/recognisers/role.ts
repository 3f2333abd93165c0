import { roleWords } from '../../../vocabulary/roles.ts';
import { startsLike } from '../../../vocabulary/starts-like.ts';
import type { ClaimOf } from '../claims.ts';
import type { QuestionText } from '../question-text.ts';

/** The first IBRO role that the question speaks of, with the activity that is its core. */
export function recogniseRole({ plains }: QuestionText): ClaimOf<'role'>[] {
  for (const { role, activity, stems } of roleWords) {
    const position = plains.findIndex((word) => stems.some((stem) => startsLike(word, stem)));
    if (position >= 0) return [{ kind: 'role', role, activity, positions: [position] }];
  }
  return [];
}
