import { roleWords } from '../../../vocabulary/roles.ts';
import { type Claim, type ClaimOf, claimedPositions } from '../claims.ts';
import type { QuestionText } from '../question-text.ts';
import { isMistyped } from '../typing.ts';

/** What may stand behind a word for a role: "regisseurs", "geodata-engineer", "kwaliteitscoord" and "-inator". */
const inflection = /^(?:|s|en|es|inator\w*|engineers?)$/;

/** What a role is called in two words: "geodata engineer", "quality coordinator". */
const second = /^(?:engineers?|coordinator(?:s|en)?)$/;

/** The first IBRO role that the question speaks of, with the activity that is its core. */
export function recogniseRole({ plains }: QuestionText, claims: readonly Claim[]): ClaimOf<'role'>[] {
  const claimed = claimedPositions(claims);
  const says = (word: string, stem: string) =>
    (word.startsWith(stem) && inflection.test(word.slice(stem.length))) ||
    isMistyped(word, stem) ||
    isMistyped(word.replace(/s$/, ''), stem);
  for (const { role, activity, stems } of roleWords) {
    const position = plains.findIndex(
      (word, at) => !claimed.has(at) && stems.some((stem) => says(word, stem)),
    );
    if (position < 0) continue;
    const isNext = second.test(plains[position + 1] ?? '');
    return [{ kind: 'role', role, activity, positions: isNext ? [position, position + 1] : [position] }];
  }
  return [];
}
