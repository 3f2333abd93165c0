import { newsInWords } from '../../src/bot/team-news.ts';
import { tapReceived } from '../../src/bot/turns.ts';
import type { Message } from '../../src/conversation/message.ts';

/** What the edge itself says, without any feature. */
export function edgeSamples(): Record<string, Message> {
  const kinds = ['deleted', 'restored', 'taken', 'archived', 'unarchived', 'renamed'] as const;
  const news = kinds.map((kind) => [
    `team-news-${kind}`,
    newsInWords({ kind, team: 'Objecten West', name: 'Objecten *West* & [Noord](x)' }),
  ]);
  return { ...Object.fromEntries(news), 'tap-received': tapReceived };
}
