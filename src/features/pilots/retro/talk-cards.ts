import { choosingForm } from '../../../conversation/choosing.ts';
import type { Choosable } from '../../../conversation/finding.ts';
import { type FormValues, formCard } from '../../../conversation/form.ts';
import type { Message } from '../../../conversation/message.ts';
import { fitting, shortened } from '../pilot/sizes.ts';
import type { ShownPlace } from './agreed-card.ts';
import { type RetroColumn, topicName, votesWords } from './board-columns.ts';
import { ownerChoosing } from './forms.ts';
import type { Retro } from './reading.ts';
import { LONGEST_POINT, type Topic, topicsOf, topOf, votesFor } from './rules.ts';

/** So many points of a group stand on its card. */
const SHOWN = 10;
const LENGTHS = [LONGEST_POINT, 150, 70] as const;

/** The topics that are talked through, those with most votes first. */
export function talkedAbout({ board, points, ballots }: Retro): Topic[] {
  const topics = topicsOf(points);
  return board.top
    ? board.top.flatMap((id) => topics.find((topic) => topic.id === id) ?? [])
    : topOf(points, ballots);
}

/** The topic that is talked about now, with which one that is; undefined when all were. */
export function currentTopic(retro: Retro): { topic: Topic; at: number; count: number } | undefined {
  const topics = talkedAbout(retro);
  const { talking: at = 0 } = retro.board;
  const topic = topics[at];
  return topic && { topic, at, count: topics.length };
}

/** "2 van 3 · 4 stemmen" */
function whichWords({ points, ballots }: Retro, topic: Topic, at: number, count: number): string {
  const votes = votesFor(points, ballots).get(topic.id) ?? 0;
  return [`${at + 1} van ${count}`, votesWords(votes)].filter(Boolean).join(' · ');
}

/** The topic that is talked about, as everybody sees it on the board. */
export function topicColumn(retro: Retro): RetroColumn[] {
  const current = currentTopic(retro);
  if (!current) return [];
  const { topic, at, count } = current;
  const { name, points } = topic;
  const more = points.length - SHOWN;
  const lines = (longest: number) =>
    points.slice(0, SHOWN).map(({ text }, n) => ({
      text: name === undefined ? text : `• ${shortened(text, longest)}`,
      group: name !== undefined && n === 0 ? name : '',
      detail: '',
    }));
  return [
    {
      title: whichWords(retro, topic, at, count),
      lines: fitting(LENGTHS, 250, lines, (made) => made.length),
      more: more > 0 ? `En nog ${more}. Tik op “Alle punten”.` : '',
    },
  ];
}

/** What the team makes of one topic, by who leads the retro: all of it may stay empty. `note` says what just happened. */
export function talkForm(
  retro: Retro,
  place: ShownPlace,
  people: readonly Choosable[],
  typed: FormValues,
  problems: readonly string[] = [],
  note = '',
): Message | undefined {
  const current = currentTopic(retro);
  if (!current) return undefined;
  const { topic, at, count } = current;
  const [column] = topicColumn(retro);
  const isLast = at + 1 === count;
  const shown = topic.name === undefined ? [] : (column?.lines ?? []).map(({ text }) => text);
  return formCard({
    kind: 'retro',
    title: `Bespreek dit punt · ${column?.title ?? ''}`,
    place: place.name,
    topic: topicName(topic),
    about: shown.join('\n'),
    lead: [
      note,
      'Wat leren jullie hiervan? En wie doet wat? Niets af te spreken? Laat het leeg en ga verder.',
    ]
      .filter(Boolean)
      .join(' '),
    problems,
    fields: [
      {
        id: 'learning',
        kind: 'text',
        label: 'Leerpunt',
        hint: 'Wat doen we voortaan, of juist niet meer?',
        value: typed.learning,
        longest: LONGEST_POINT,
      },
      { id: 'action', kind: 'text', label: 'Actie', value: typed.action, longest: LONGEST_POINT },
      ...choosingForm({ ...ownerChoosing(1, people), id: 'owner', part: 'Actie' }, typed),
      { id: 'due', kind: 'date', label: 'Klaar op', value: typed.due },
    ],
    submit: {
      verb: 'retro.talked',
      title: isLast ? 'Naar het overzicht' : 'Volgende',
      data: { pilot: place.id, board: retro.board.id, at },
    },
    seenBy:
      'Wat je hier opschrijft, komt bij de leerpunten en acties. Daar kun je het nog veranderen. Pas als je afrondt, zien je collega’s het in het kanaal.',
    back: { verb: 'retro.all', data: { pilot: place.id, board: retro.board.id, page: 0 } },
  });
}
