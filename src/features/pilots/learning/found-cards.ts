import type { SearchResult } from '../../../conversation/offer.ts';
import { spoken } from '../../../language/spoken.ts';
import { teamIn } from '../pilot/place.ts';
import { learningsCard, practiceItem } from './cards.ts';
import type { Learning } from './learning.ts';

const LONGEST_PREVIEW = 80;
const preview = (text: string) => {
  const plain = spoken(text);
  return plain.length > LONGEST_PREVIEW ? `${plain.slice(0, LONGEST_PREVIEW).trim()}…` : plain;
};

/**
 * Practice that can be put in a message: without buttons, which only work in our own chat, and without the name of who may be called,
 * which could not be taken out of the message any more.
 */
export function practiceResult(learning: Learning, teamName?: string): SearchResult {
  return {
    title: preview(learning.title ?? '') || 'Praktijkvoorbeeld',
    hint: preview(learning.why ?? ''),
    message: learningsCard({
      title: 'Praktijkvoorbeeld',
      items: [practiceItem(learning, { teamName })],
      text: 'Een praktijkvoorbeeld van een pilotteam.',
    }),
  };
}

/** A learning point of one's own: only its finder reads it. What is put in a message does not hold it. */
export function ownResult(learning: Learning): SearchResult {
  const isOfTeam = teamIn(learning.pilot) !== undefined;
  return {
    title: preview(learning.text) || 'Leerpunt',
    hint: `Van ${isOfTeam ? 'jullie team' : 'jullie pilot'}, stap ${learning.step}. Alleen jij ziet dit.`,
    message: learningsCard({
      title: isOfTeam ? 'Een leerpunt van een team' : 'Een leerpunt van een pilotteam',
      note: `Het team heeft dit nog niet gedeeld met anderen. ${isOfTeam ? 'Wie in het team zit' : 'Wie meedoet aan de pilot'}, vindt het met “leerpunten zoeken”.`,
      items: [],
      text: 'Een leerpunt van een team, nog niet gedeeld.',
    }),
  };
}
