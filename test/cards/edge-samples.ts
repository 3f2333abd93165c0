import { elsewhere, forOthers } from '../../src/bot/rights.ts';
import { rosterNewsInWords } from '../../src/bot/roster-news.ts';
import { newsInWords } from '../../src/bot/team-news.ts';
import { tapReceived } from '../../src/bot/turns.ts';
import { withTyped } from '../../src/conversation/cards/notice.ts';
import type { Message } from '../../src/conversation/message.ts';
import type { RosterNews } from '../../src/people/roster-news.ts';
import { imported, somebody } from '../support/bot.ts';
import { nastyName, nastyText } from './nasty.ts';

/** What the edge itself says, without any feature. */
export function edgeSamples(): Record<string, Message> {
  const kinds = ['deleted', 'restored', 'taken', 'archived', 'unarchived', 'renamed', 'unlinked'] as const;
  const news = kinds.map((kind) => [
    `team-news-${kind}`,
    newsInWords({ kind, team: 'Objecten West', name: 'Objecten *West* & [Noord](x)' }),
  ]);
  const person = imported(somebody(1, nastyName));
  const came: RosterNews = { kind: 'came', team: 'objecten-west', person };
  const lost: RosterNews = {
    kind: 'lost',
    team: 'objecten-west',
    person,
    rights: ['mandaatbeheerder', 'beheerder'],
    duties: [{ kind: 'worksCouncil', last: true }, { kind: 'secondRegistrar' }],
  };
  const taken: RosterNews = { kind: 'taken', team: 'objecten-west', name: nastyName, holder: person };
  const away: RosterNews = { kind: 'elsewhere', team: 'objecten-west', person, shown: 'objecten-oost' };
  const last: RosterNews = { kind: 'last', team: 'objecten-west', person };
  const told = (...what: RosterNews[]) => rosterNewsInWords(what, () => nastyName)[0]?.message as Message;
  return {
    ...Object.fromEntries(news),
    'roster-came': told(came),
    'roster-came-many': told(...Array.from({ length: 30 }, () => came)),
    'roster-lost': told(lost),
    'roster-elsewhere': told(away),
    'roster-taken': told(taken),
    'roster-last': told(last),
    'tap-received': tapReceived,
    'refused-who': forOthers(['mandaatbeheerder', 'projectleider', 'afdelingshoofd', 'directie']),
    'refused-alone': elsewhere('own chat', 'wie kan mijn antwoord zien'),
    'refused-channel': elsewhere('channel or group'),
    'refused-typed': withTyped(elsewhere('own chat', 'check-in'), [nastyText]),
  };
}
