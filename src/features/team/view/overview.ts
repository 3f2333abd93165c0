import { weekLabel } from '../../../calendar/weeks.ts';
import { detailCard } from '../../../conversation/cards/detail.ts';
import type { Message } from '../../../conversation/message.ts';
import { pageButtons, pageOf, partWords } from '../../../conversation/paging.ts';
import { capital } from '../../../language/capital.ts';
import type { Group } from '../groups/group.ts';
import { placeData } from '../groups/place.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { inOneSentence } from '../snapshot/words.ts';

/** So many groups on one card. */
const PAGE = 20;

/** A group within an overview. */
export interface OverviewLine {
  group: Group;
  snapshot?: Snapshot;
}

/** In order of name: any other order of groups would be a ranking. */
const byName = (a: OverviewLine, b: OverviewLine) => a.group.name.localeCompare(b.group.name, 'nl');

/**
 * Several groups under each other, the widest first and teams after them in order of name, each with its one sentence and a
 * button that opens it; so many as fit on a card.
 */
export function overviewCard(all: readonly OverviewLine[], period: string, page = 0): Message {
  const ofKind = (kind: Group['kind']) => all.filter(({ group }) => group.kind === kind).sort(byName);
  const shown = pageOf([...ofKind('municipality'), ...ofKind('department'), ...ofKind('team')], page, PAGE);
  const part = partWords(shown);
  return detailCard({
    kind: 'team',
    text: 'Kies een team.',
    title: 'Jouw teams',
    place: capital(weekLabel(period)),
    note: part && `${capital(part)}. Zoek je één team? Typ “team” met de naam erachter.`,
    sections: [
      {
        lines: shown.items.map(({ group, snapshot }) => ({
          text: group.kind === 'department' ? `Afdeling ${group.name}` : group.name,
          detail: overviewWords(group, snapshot),
          actions: [{ verb: 'team.open', title: 'Open', data: placeData(group) }],
        })),
      },
    ],
    actions: pageButtons(shown, 'team.all', (next) => ({ page: next })),
  });
}

function overviewWords({ kind }: Group, snapshot: Snapshot | undefined): string {
  if (!snapshot) return 'Geen check-in in deze week.';
  const { picture } = snapshot;
  if (picture) return inOneSentence(picture, kind === 'team');
  return kind === 'team'
    ? 'Te weinig antwoorden om te laten zien.'
    : 'Te weinig antwoorden, of maar één team om te laten zien.';
}
