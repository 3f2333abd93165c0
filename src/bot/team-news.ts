import { noticeCard } from '../conversation/cards/notice.ts';
import type { Message } from '../conversation/message.ts';
import type { TeamNews } from '../people/team-news.ts';

const words: Record<TeamNews['kind'], { title: string; body: string }> = {
  deleted: {
    title: 'Een team in Teams is verwijderd',
    body: 'De mensen blijven in Kompas en de check-ins gaan door. Zet iemand het team terug, dan koppel ik het weer.',
  },
  restored: {
    title: 'Een team in Teams is terug',
    body: 'Ik heb het weer gekoppeld. Je hoeft niets te doen.',
  },
  taken: {
    title: 'Een team in Teams is terug',
    body: 'Ik heb het niet gekoppeld: bij het team in Kompas hoort nu een ander team in Teams. Wil je toch het vorige team in Teams? Verwijder Kompas waar het nu staat, en voeg het toe aan het vorige.',
  },
  unlinked: {
    title: 'Kompas is weggehaald uit een team in Teams',
    body: 'De koppeling is gestopt. De mensen blijven in Kompas en de check-ins gaan door. Was dit niet de bedoeling? Voeg Kompas daar weer toe.',
  },
  archived: {
    title: 'Een team in Teams is gearchiveerd',
    body: 'Ik kan daar niets meer plaatsen. De mensen blijven in Kompas en de check-ins gaan door.',
  },
  unarchived: {
    title: 'Een team in Teams is weer actief',
    body: 'Ik kan daar weer berichten plaatsen. Je hoeft niets te doen.',
  },
  renamed: {
    title: 'Een team in Teams heet nu anders',
    body: 'De koppeling blijft. In Kompas verandert de naam niet vanzelf.',
  },
};

/** What an administrator reads when something happened to a team in Teams that is linked to one of ours. */
export function newsInWords({ kind, team, name }: TeamNews): Message {
  const { title, body } = words[kind];
  return noticeCard({
    kind: 'kompas',
    text: `${title}. ${body}`,
    title,
    body,
    lines: [`In Kompas: ${team}`, ...(name === '' ? [] : [`In Teams: ${name}`])],
  });
}
