import { elsewhere, forOthers } from '../../src/bot/rights.ts';
import { newsInWords } from '../../src/bot/team-news.ts';
import { tapReceived } from '../../src/bot/turns.ts';
import { withTyped } from '../../src/conversation/cards/notice.ts';
import type { Message } from '../../src/conversation/message.ts';
import { nastyText } from './nasty.ts';

/** What the edge itself says, without any feature. */
export function edgeSamples(): Record<string, Message> {
  const kinds = ['deleted', 'restored', 'taken', 'archived', 'unarchived', 'renamed'] as const;
  const news = kinds.map((kind) => [
    `team-news-${kind}`,
    newsInWords({ kind, team: 'Objecten West', name: 'Objecten *West* & [Noord](x)' }),
  ]);
  return {
    ...Object.fromEntries(news),
    'tap-received': tapReceived,
    'refused-who': forOthers(['mandaatbeheerder', 'projectleider', 'afdelingshoofd', 'directie']),
    'refused-alone': elsewhere('own chat', 'wie kan mijn antwoord zien'),
    'refused-channel': elsewhere('channel or group'),
    'refused-typed': withTyped(elsewhere('own chat', 'check-in'), [nastyText]),
  };
}
