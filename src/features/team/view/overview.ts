import { weekLabel } from '../../../calendar/weeks.ts';
import { detailCard } from '../../../conversation/cards/detail.ts';
import type { Message } from '../../../conversation/message.ts';
import { pageButtons, pageOf, partWords } from '../../../conversation/paging.ts';
import { themeWords, upper } from '../cards/words.ts';
import type { Group } from '../groups/group.ts';
import { placeData } from '../groups/place.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { averageWords } from '../snapshot/words.ts';

/** So many groups on one card. */
const PAGE = 20;

/** A group within an overview. */
export interface OverviewLine {
  group: Group;
  snapshot?: Snapshot;
}

/** Several groups beside each other, the widest first, each with a button that opens it; so many as fit on a card. */
export function overviewCard(all: readonly OverviewLine[], period: string, page = 0): Message {
  const wide = all.filter(({ group }) => group.kind !== 'team');
  const shown = pageOf([...wide, ...all.filter(({ group }) => group.kind === 'team')], page, PAGE);
  const part = partWords(shown);
  return detailCard({
    kind: 'team',
    text: 'Kies een team.',
    title: 'Jouw teams',
    place: upper(weekLabel(period)),
    note: part && `${upper(part)}. Zoek je één team? Typ team met de naam erachter.`,
    sections: [
      {
        lines: shown.items.map(({ group, snapshot }) => ({
          text: group.kind === 'department' ? `Afdeling ${group.name}` : group.name,
          detail: overviewWords(snapshot),
          actions: [{ verb: 'team.open', title: 'Open', data: placeData(group) }],
        })),
      },
    ],
    actions: pageButtons(shown, 'team.all', (next) => ({ page: next })),
  });
}

function overviewWords(snapshot: Snapshot | undefined): string {
  if (!snapshot) return 'geen check-in in deze week';
  const { picture } = snapshot;
  if (!picture) return 'te weinig antwoorden om te laten zien';
  return [averageWords(picture.average), themeWords(picture.themes)].filter(Boolean).join(' · ');
}
