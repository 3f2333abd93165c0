import { linksCard } from '../../../conversation/cards/links.ts';
import { listCard } from '../../../conversation/cards/list.ts';
import { notice } from '../../../conversation/cards/notice.ts';
import { inRow } from '../../../conversation/cards/rows.ts';
import { sectionsCard } from '../../../conversation/cards/sections.ts';
import type { Link, Message } from '../../../conversation/message.ts';
import { pageButtons, pageOf } from '../../../conversation/paging.ts';
import { NO_MANDATE } from '../assignments/cards.ts';
import { NOBODY, type Sheet, type SheetLine, stepsInWords } from './sheet.ts';

/** So many of one role stand on the card, and so many teams to choose from; the page has all. */
const [MOST_LINES, TEAMS] = [6, 20];

const lineOf = (line: SheetLine) => ({
  text: line.name,
  details: [[inRow(line.about), line.more].filter(Boolean).join(' · '), stepsInWords(line)],
});

/** The rolkaart of a team on a phone. `note`: what to say first, in our words. */
export function rolecardCard(
  team: { key: string; name: string },
  sheet: readonly Sheet[],
  note = '',
): Message {
  return sectionsCard({
    kind: 'roles',
    place: team.name,
    text: 'Wie heeft welke rol?',
    title: 'Wie heeft welke rol?',
    note: [note, NO_MANDATE].filter(Boolean).join(' '),
    sections: sheet.map(({ role, lines }) => ({
      title: role,
      lines: [
        ...lines.slice(0, MOST_LINES).map(lineOf),
        ...(lines.length > MOST_LINES
          ? [{ text: `En nog ${lines.length - MOST_LINES}: die staan op de pagina die je kunt printen.` }]
          : []),
        ...(lines.length === 0 ? [{ text: NOBODY }] : []),
      ],
    })),
    actions: [
      { verb: 'rolecard.files', title: 'Print of download', data: { team: team.key } },
      { verb: 'profile.all', title: 'Rolprofielen', data: {} },
      { verb: 'rolecard.choose', title: 'Ander team', data: { page: 0 } },
    ],
  });
}

/** Which team somebody means. */
export function chooseCard(
  teams: readonly { key: string; name: string }[],
  page: number,
  lead = '',
): Message {
  const shown = pageOf(teams, page, TEAMS);
  return listCard({
    kind: 'roles',
    text: 'Van welk team wil je de rolkaart zien?',
    title: 'Van welk team?',
    lead: lead || 'Je kunt ook “rolkaart” typen met de naam erachter.',
    sections: [
      {
        title: '',
        lines: shown.items.map(({ key, name }) => ({
          text: name,
          detail: '',
          action: { verb: 'rolecard.show', title: 'Bekijk', data: { team: key } },
        })),
      },
    ],
    actions: pageButtons(shown, 'rolecard.choose', (next) => ({ page: next })),
  });
}

/** A colleague whom somebody may mean, with their team. */
export interface Meant {
  directoryId: string;
  name: string;
  team: { key: string; name: string };
}

/** Which colleague somebody means. */
export const whoseCard = (some: readonly Meant[]): Message =>
  listCard({
    kind: 'roles',
    text: 'Van wie wil je de rollen zien?',
    title: 'Van wie wil je de rollen zien?',
    lead:
      some.length > TEAMS
        ? 'Dit past bij veel collega’s. Typ “rolkaart” met de hele naam erachter.'
        : 'Dit past bij meer collega’s.',
    sections: [
      {
        title: '',
        lines: some.slice(0, TEAMS).map(({ directoryId, name, team }) => ({
          text: name,
          detail: team.name,
          action: {
            verb: 'rolecard.show',
            title: 'Bekijk',
            data: { team: team.key, first: directoryId },
          },
        })),
      },
    ],
    actions: [],
  });

/** The page to print and the document of a team. */
export function filesCard(team: { key: string; name: string }, links: readonly Link[]): Message {
  return linksCard({
    kind: 'roles',
    place: team.name,
    text: 'De rolkaart staat klaar.',
    title: 'De rolkaart staat klaar',
    body: 'De pagina past op A4. Open de pagina en kies Afdrukken.',
    small: 'Een link werkt één keer en hooguit 15 minuten.',
    links,
    actions: [{ verb: 'rolecard.show', title: 'Terug', data: { team: team.key } }],
  });
}

export const noSuchTeam: Message = notice(
  'roles',
  'Dat team of die collega ken ik niet',
  'Kies een team uit de lijst. Of typ “rolkaart” met de naam van een team of een collega erachter.',
  [{ verb: 'rolecard.choose', title: 'Kies een team', data: { page: 0 } }],
);
