import { dutchDay } from '../../../calendar/clock.ts';
import { weekdayNames } from '../../../calendar/weekdays.ts';
import { detailCard } from '../../../conversation/cards/detail.ts';
import { notice, noticeCard } from '../../../conversation/cards/notice.ts';
import { type Choosing, choosingForm } from '../../../conversation/choosing.ts';
import { type FormValues, formCard } from '../../../conversation/form.ts';
import type { Message, NoticeAction } from '../../../conversation/message.ts';
import { type Page, pageButtons, partWords } from '../../../conversation/paging.ts';
import { asSentence } from '../../../language/sentences.ts';
import type { Team } from '../../../people/municipality.ts';
import { type Lesson, LONGEST, meetingDays, type Rhythm, weeksOfMonth } from './meeting.ts';

type Named = Pick<Team, 'key' | 'name'>;

const action = (verb: string, title: string, data: object, style?: 'positive'): NoticeAction => ({
  verb,
  title,
  data,
  ...(style ? { style } : {}),
});

const inMonth = ['', 'eerste', 'tweede', 'derde', 'vierde'];
const rhythmWords = ({ week, day }: Pick<Rhythm, 'week' | 'day'>) =>
  `elke ${inMonth[week] ?? ''} ${weekdayNames[day]} van de maand`;

export const noTeam: Message = notice(
  'growth',
  'Je zit in geen team',
  'Vraag je beheerder om je in een team te zetten.',
);

/** Of which team, for who is in one and leads others. */
export const teamChoosing = (teams: readonly Named[]): Choosing => ({
  id: 'team',
  label: 'Welk team?',
  required: true,
  choices: teams.map(({ key, name }) => ({ value: key, title: name })),
});

/** The form to choose a team with, before what `verb` opens. */
export const whichTeamForm = (
  verb: string,
  teams: readonly Named[],
  typed: FormValues = {},
  problems: readonly string[] = [],
): Message =>
  formCard({
    kind: 'growth',
    title: 'Voor welk team?',
    lead: 'Je kiest een team dat je leidt, of waar je zelf in zit.',
    problems,
    fields: choosingForm(teamChoosing(teams), typed),
    submit: { verb, title: 'Open', data: {} },
    seenBy: 'Niemand: je opent hiermee alleen iets van dat team.',
  });

/** The rhythm of a team, and what can be done with it by who leads it. */
export function rhythmCard(
  team: Named & Pick<Team, 'channel'>,
  rhythm: Rhythm | undefined,
  leads: boolean,
  done = '',
): Message {
  const data = { team: team.key };
  return noticeCard({
    kind: 'growth',
    place: team.name,
    text: 'Intervisie van het team.',
    title: rhythm ? `Intervisie: ${rhythmWords(rhythm)}` : 'Je team heeft nog geen vaste dag voor intervisie',
    body: [
      done,
      rhythm
        ? 'Op die dag komt er een kaart met één thema in het kanaal van het team.'
        : 'Samen bespreek je één keer per maand iets uit het werk.',
      leads && !team.channel
        ? 'Kies eerst een kanaal: typ “@Kompas teamkanaal” in het kanaal van je team.'
        : '',
      leads ? '' : 'Wie het team leidt, kiest de dag.',
    ]
      .filter(Boolean)
      .join(' '),
    actions: [
      ...(leads
        ? [
            action('meeting.form', rhythm ? 'Kies een andere dag' : 'Kies een dag', data, 'positive'),
            ...(rhythm ? [action('meeting.stop', 'Stop hiermee', data)] : []),
          ]
        : []),
      action('review.list', 'Kijk terug met het team', { ...data, page: 0 }),
    ],
  });
}

const seenBy =
  'Je team en wie het leidt. Kompas bewaart alleen de dag, en niet wie er was of wat jullie bespraken.';

/** On which day of the month. */
export const rhythmForm = (
  team: Named,
  rhythm: Rhythm | undefined,
  sent?: FormValues,
  problems: readonly string[] = [],
): Message =>
  formCard({
    kind: 'growth',
    place: team.name,
    title: 'Wanneer heeft je team intervisie?',
    lead: 'Kies een dag die voor de meesten past.',
    problems,
    fields: [
      {
        id: 'week',
        kind: 'one',
        label: 'Week van de maand',
        value: sent?.week ?? `${rhythm?.week ?? 1}`,
        choices: weeksOfMonth.map((one) => ({
          value: `${one}`,
          title: `De ${inMonth[one]} keer in de maand`,
        })),
      },
      {
        id: 'day',
        kind: 'one',
        label: 'Dag',
        value: sent?.day ?? rhythm?.day ?? 'di',
        choices: meetingDays.map((one) => ({ value: one, title: weekdayNames[one] })),
      },
    ],
    submit: { verb: 'meeting.save', title: 'Bewaar', data: { team: team.key } },
    seenBy,
    back: { verb: 'meeting.show', data: { team: team.key }, straight: true },
  });

/** What comes in the channel: one theme and how to talk about it. */
export const themeCard = (theme: string): Message =>
  detailCard({
    kind: 'growth',
    text: asSentence(`Intervisie: ${theme}`),
    title: `Intervisie: ${theme}`,
    note: 'Trek er samen 45 minuten voor uit. Schrijf niets over personen op.',
    sections: [
      {
        title: 'Zo gaat het',
        lines: [
          { text: '1. Eén collega vertelt iets uit het werk, in 5 minuten.' },
          { text: '2. De anderen stellen vragen. Geef nog geen raad.' },
          { text: '3. Wie het vertelde, zegt wat de vraag nu is.' },
          { text: '4. Ieder vertelt wat die zelf zou proberen.' },
          { text: '5. Wie het vertelde, kiest één ding om te doen.' },
        ],
      },
    ],
  });

const reviewSeenBy = 'Je team en wie het leidt. Je naam staat er niet bij. Kompas bewaart dit 2 jaar.';

/** The five questions; what is said to the first three is kept nowhere. */
export const reviewForm = (
  team: Named,
  id: string,
  sent: FormValues = {},
  problems: readonly string[] = [],
): Message =>
  formCard({
    kind: 'growth',
    place: team.name,
    title: 'Kijk terug op een stuk werk',
    lead: 'Bespreek samen: wat wilden we, wat gebeurde er, en hoe komt dat? Wie het team leidt, luistert en praat als laatste.',
    problems,
    fields: [
      { id: 'keep', kind: 'long', label: 'Wat houden jullie zo?', value: sent.keep, longest: LONGEST },
      { id: 'change', kind: 'long', label: 'Wat doen jullie anders?', value: sent.change, longest: LONGEST },
    ],
    submit: { verb: 'review.save', title: 'Bewaar', data: { team: team.key, id } },
    seenBy: reviewSeenBy,
    back: { verb: 'review.list', data: { team: team.key, page: 0 }, straight: true },
  });

const kindTitle = { keep: 'Zo houden', change: 'Anders doen' } as const;

/** What a team keeps of earlier times. */
export const reviewCard = (team: Named, part: Page<Lesson & { id: string }>, done = ''): Message =>
  detailCard({
    kind: 'growth',
    place: [team.name, partWords(part)].filter(Boolean).join(', '),
    text: 'Wat je team na een terugblik zo houdt of anders doet.',
    title: 'Wat we zo houden, en wat we anders doen',
    note:
      done || (part.items.length === 0 ? 'Er staat nog niets. Kijk kort na een stuk werk samen terug.' : ''),
    sections: [
      {
        lines: part.items.map(({ id, kind, text, day }) => ({
          text,
          detail: `${kindTitle[kind]} · ${dutchDay(day)}`,
          actions: [action('review.drop', 'Haal weg', { team: team.key, id })],
        })),
      },
    ].filter(({ lines }) => lines.length > 0),
    actions: [
      action('review.form', 'Kijk samen terug', { team: team.key }, 'positive'),
      ...pageButtons(part, 'review.list', (page) => ({ team: team.key, page })),
    ],
  });
