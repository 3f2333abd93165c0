import { weekOf } from '../../calendar/weeks.ts';
import { card } from '../../conversation/cards/card.ts';
import type { Message } from '../../conversation/message.ts';
import { capital } from '../../language/capital.ts';
import { underCode } from '../../people/under-code.ts';
import { optionOf, type Score } from './rules.ts';

interface LineData {
  period: string;
  summary: string;
  /** Newest first. */
  rows: readonly { week: string; face: string; word: string }[];
}

const weekName = (period: string) => `week ${weekOf(period)}`;

function lineSummary(points: readonly { period: string; score: Score }[]): string {
  const last = points.at(-1);
  if (!last) return 'Je hebt nog geen antwoorden. Na je eerste check-in begint hier je lijn.';
  const { face, word } = optionOf(last.score);
  const newest = `${face} ${capital(word)}, in ${weekName(last.period)}.`;
  return points.length === 1
    ? `${newest} Vanaf twee antwoorden zie je hier een lijn.`
    : `${newest} Hieronder staan je laatste ${points.length} antwoorden, het nieuwste bovenaan.`;
}

/** Somebody's own line: the last answer as face and word, and all of them in a table that is read as a line. */
export function lineCard(period: string, points: readonly { period: string; score: Score }[]): Message {
  const summary = lineSummary(points);
  return {
    text: points.length === 0 ? summary : 'Dit is jouw lijn. Alleen jij ziet die.',
    card: card<LineData>(
      'checkin-line',
      'checkin',
      {
        period,
        summary,
        rows: points.toReversed().map(({ period: of, score }) => ({
          week: capital(weekName(of)),
          face: optionOf(score).face,
          word: optionOf(score).word,
        })),
      },
      `Alleen jij ziet je lijn. Na 26 weken is een antwoord weg.\n${underCode('Wat je koos,')}`,
    ),
  };
}
