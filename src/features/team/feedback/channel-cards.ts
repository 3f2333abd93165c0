import { weeksInWords } from '../../../calendar/weeks.ts';
import type { Message, NoticeAction } from '../../../conversation/message.ts';
import { feedbackCard } from './cards.ts';

interface TeamName {
  key: string;
  name: string;
}

/** For who leads a team that has no channel yet. */
export const howToLink =
  'Wil je dat je team dit vanzelf leest? Typ in het kanaal van je team: @Kompas teamkanaal.';

const unlinkButton = ({ key }: TeamName): NoticeAction => ({
  verb: 'feedback.unlink',
  title: 'Stop hiermee in dit kanaal',
  data: { team: key },
});

/** Asks whether this channel becomes the team's. `moves` is true when the team has another channel now. */
export function questionCard({ key, name, moves }: TeamName & { moves: boolean }, weeks: number): Message {
  return feedbackCard({
    text: 'Komt de terugkoppeling van het team in dit kanaal?',
    title: 'Komt de terugkoppeling in dit kanaal?',
    place: name,
    lead: [
      `Dan zet ik hier elke ${weeksInWords(weeks)} neer wat er met de signalen van het team is gedaan.`,
      'Iedereen in dit kanaal kan dat lezen: wat er is besloten en wat niet, en waarom.',
      moves ? 'Nu komt het in een ander kanaal. Daar stopt het dan.' : '',
    ]
      .filter(Boolean)
      .join(' '),
    actions: [
      { verb: 'feedback.link', title: 'Ja, in dit kanaal', data: { team: key } },
      { verb: 'feedback.keep', title: 'Nee, laat maar', data: {} },
    ],
  });
}

/** The channel is the team's from now on. `by`: a day in words; the first report comes in its week at the latest. */
export function chosenCard(team: TeamName, by: string): Message {
  return feedbackCard({
    text: 'Dit is nu het teamkanaal.',
    title: 'Dit is nu het teamkanaal',
    place: team.name,
    lead: `Is er iets te vertellen, dan komt de eerste terugkoppeling uiterlijk in de week van ${by}. Eerder zien? Typ hier: @Kompas terugkoppeling.`,
    actions: [unlinkButton(team)],
  });
}

/** The channel already was the team's. */
export function hereCard(team: TeamName, weeks: number): Message {
  return feedbackCard({
    text: 'Dit is het teamkanaal.',
    title: 'Dit is het teamkanaal',
    place: team.name,
    lead: `Hier komt elke ${weeksInWords(weeks)} wat er met de signalen van het team is gedaan.`,
    actions: [unlinkButton(team)],
  });
}

/** The team has no channel any more. */
export function unlinkedCard({ name }: TeamName): Message {
  return feedbackCard({
    text: 'Het teamkanaal is weggehaald.',
    title: 'Het teamkanaal is weggehaald',
    place: name,
    lead: 'Ik zet daar geen terugkoppeling meer neer. Wat er al stond, blijft staan. Typ “terugkoppeling” in je eigen chat, dan zie je wat er nu is.',
  });
}
