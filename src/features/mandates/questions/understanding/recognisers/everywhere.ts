import { type ClaimOf, positionsWithin } from '../claims.ts';
import type { QuestionText } from '../question-text.ts';

/** Every part of the municipality: nobody's mandate for one part is enough for that. */
const everywhere =
  /\b(?:overal|everywhere|gemeentebreed|(?:alle|elke|iedere|all|every) (?:wijk(?:en)?|buurt(?:en)?|gebied(?:en)?|stadsde(?:el|len)|kern(?:en)?|dorp(?:en)?|districts?|areas?|neighbourhoods?)|(?:hele|gehele|volledige|whole|entire) (?:gemeente|stad|municipality|city))\b/i;

/** Where the question speaks of the whole municipality without its name. */
export function recogniseEverywhere({ text, words }: QuestionText): ClaimOf<'everywhere'>[] {
  const found = everywhere.exec(text);
  if (!found) return [];
  const part = { start: found.index, end: found.index + found[0].length };
  return [{ kind: 'everywhere', positions: positionsWithin(words, part) }];
}
