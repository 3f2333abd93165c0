import { dutchDay } from '../../../calendar/clock.ts';
import { guideCard } from '../../../conversation/cards/guide.ts';
import { sectionsCard } from '../../../conversation/cards/sections.ts';
import type { FormValues } from '../../../conversation/form.ts';
import { type Field, formCard } from '../../../conversation/form.ts';
import type { Message, NoticeAction } from '../../../conversation/message.ts';
import type { Team } from '../../../people/municipality.ts';
import type { Group } from '../groups.ts';
import { ageWords, dueWords } from '../view/words.ts';
import { isOpenPoint, type TalkPoint } from './point.ts';
import { type Colleague, idsOf, LONGEST_POINT, markOf, numbers, outcomes, pointsOf } from './rules.ts';

/** So many points stand on a card. */
const MOST_OPEN = 8;
const MOST_PROUD = 5;
const NOBODY = 'nobody';

export type Names = ReadonlyMap<string, string>;

/** The card of the talk, in the channel: it holds no point, so it may stand in any channel. */
export function startCard({ key }: Group, open: number): Message {
  return guideCard({
    text: 'Teamgesprek: waar zijn we trots op, en wat kan beter?',
    title: 'Waar zijn we trots op, en wat kan beter?',
    lead: 'Een teamgesprek van een halfuur. Ik bewaar alleen wat jullie samen kiezen. Nooit wie iets zei.',
    parts: [
      ...(open > 0
        ? [{ title: 'Terugkijken', lines: ['Wat werd er van onze verbeterpunten van de vorige keer?'] }]
        : []),
      {
        title: 'Trots',
        lines: ['Noem om de beurt iets wat de laatste weken goed ging.', 'Kies samen hooguit drie dingen.'],
      },
      {
        title: 'Beter',
        lines: [
          'Vraag: wat zou ons werk lichter of duidelijker maken?',
          'Kies hooguit drie punten. Spreek af wie het oppakt, en wanneer het klaar is.',
        ],
      },
    ],
    small: 'Eén van jullie typt voor het hele team.',
    actions: [{ verb: 'talk.write', title: open > 0 ? 'Begin' : 'Schrijf op', data: { team: key } }],
  });
}

const people = (colleagues: readonly Colleague[]) => [
  { value: NOBODY, title: 'Kies iemand' },
  ...colleagues.map(({ id, name }) => ({ value: id, title: name })),
];

const ownerWords = ({ owner }: TalkPoint, names: Names): string =>
  (owner && names.get(owner)) || 'nog van niemand';

const detailOf = (point: TalkPoint, names: Names, day: string): string =>
  [ownerWords(point, names), dueWords(point.due, day)].filter(Boolean).join(' · ');

/** Looking back at points that are open: in a talk, or at one of them at any time. */
export function lookForm(
  { key, name }: Group,
  points: readonly TalkPoint[],
  { colleagues, names, day }: { colleagues: readonly Colleague[]; names: Names; day: string },
  {
    typed = {},
    problems = [],
    inTalk,
  }: { typed?: FormValues; problems?: readonly string[]; inTalk: boolean },
): Message {
  return formCard({
    title: inTalk ? 'Wat werd er van deze punten?' : 'Hoe staat het met dit punt?',
    lead: 'Iets loslaten mag. Dan is er ruimte voor iets anders.',
    about: name,
    problems,
    fields: points.flatMap((point, index): Field[] => {
      const n = index + 1;
      const hasOwner = point.owner !== undefined && names.has(point.owner);
      return [
        {
          id: `state${n}`,
          kind: 'one',
          label: 'Wat werd het?',
          value: typed[`state${n}`] || 'later',
          asked: `${points.length > 1 ? `${n}. ` : ''}${point.text} (${detailOf(point, names, day)})`,
          choices: Object.entries(outcomes).map(([value, title]) => ({ value, title })),
        },
        {
          id: `due${n}`,
          kind: 'date',
          label: 'Loopt het nog? Kies een nieuwe datum',
          value: typed[`due${n}`],
        },
        ...(hasOwner
          ? []
          : [
              {
                id: `owner${n}`,
                kind: 'one' as const,
                label: 'Wie pakt het op?',
                value: typed[`owner${n}`] || NOBODY,
                choices: people(colleagues),
              },
            ]),
      ];
    }),
    submit: {
      verb: 'talk.look',
      title: inTalk ? 'Verder' : 'Bewaar',
      data: {
        team: key,
        inTalk,
        ids: points.map(({ id }) => id),
        marks: points.map(markOf),
      },
    },
    actions: [
      inTalk
        ? { verb: 'talk.next', title: 'Sla over', data: { team: key } }
        : { verb: 'talk.points', title: 'Annuleer', data: { team: key } },
    ],
  });
}

/** How many fields of a kind a form needs: one for each place that is free, and for what was typed already. */
function countOf(
  kind: TalkPoint['kind'],
  points: readonly TalkPoint[],
  typed: FormValues,
  day: string,
): number {
  const free = idsOf(kind, day).length - pointsOf(points, day, kind).length;
  const filled = numbers.filter((n) => (typed[`${kind}${n}`] ?? '').trim() !== '');
  return Math.max(free, ...filled, 0);
}

/** What the team is proud of and wants to do better, to write down. What it wrote today already stands above. */
export function writeForm(
  { key, name }: Group,
  points: readonly TalkPoint[],
  { colleagues, day, team }: { colleagues: readonly Colleague[]; day: string; team: Pick<Team, 'channel'> },
  typed: FormValues = {},
  problems: readonly string[] = [],
): Message {
  const today = [...pointsOf(points, day, 'proud'), ...pointsOf(points, day, 'better')];
  const there = today.map(({ text }) => `• ${text}`).join('\n');
  const upTo = (count: number) => numbers.slice(0, count);
  const short = (id: string) => [...(typed[id] ?? '')].slice(0, LONGEST_POINT).join('');
  return formCard({
    title: 'Wat kiezen jullie?',
    about: there === '' ? name : `${name}\nDit staat er al:\n${there}`,
    lead: `Eén van jullie typt. Schrijf niet op wie iets zei. ${
      team.channel
        ? 'Ik zet het daarna in het kanaal.'
        : 'Jullie team heeft nog geen kanaal. Typ daar eerst: @Kompas teamkanaal. Of vertel het daarna zelf.'
    }`,
    problems,
    fields: [
      ...upTo(countOf('proud', points, typed, day)).map(
        (n): Field => ({
          id: `proud${n}`,
          kind: 'text',
          label: `Trots ${n}`,
          value: short(`proud${n}`),
          longest: LONGEST_POINT,
          hint: n === 1 ? 'Wat ging goed?' : '',
        }),
      ),
      ...upTo(countOf('better', points, typed, day)).flatMap((n): Field[] => [
        {
          id: `better${n}`,
          kind: 'text',
          label: `Verbeterpunt ${n}`,
          value: short(`better${n}`),
          longest: LONGEST_POINT,
          hint: n === 1 ? 'Wat gaan we anders doen?' : '',
        },
        {
          id: `owner${n}`,
          kind: 'one',
          label: 'Wie pakt het op?',
          value: typed[`owner${n}`] || NOBODY,
          choices: people(colleagues),
        },
        { id: `due${n}`, kind: 'date', label: 'Klaar op', value: typed[`due${n}`] },
      ]),
    ],
    submit: { verb: 'talk.save', title: 'Bewaar', data: { team: key } },
    actions: [{ verb: 'talk.points', title: 'Annuleer', data: { team: key } }],
  });
}

const said = (points: readonly TalkPoint[], detail?: (point: TalkPoint) => string) =>
  points.map((point) => ({ text: point.text, details: detail && [detail(point)] }));

/** What came out of today's talk: for the channel, and with a note for who wrote it down. No authors. */
export function resultCard(
  { key, name }: Group,
  points: readonly TalkPoint[],
  names: Names,
  day: string,
  note = '',
): Message {
  const settled = (field: 'done' | 'dropped') =>
    points.filter((point) => point.kind === 'better' && point.day < day && point[field] === day);
  const withDetail = (point: TalkPoint) => detailOf(point, names, day);
  return sectionsCard({
    text: 'Wat jullie kozen in het teamgesprek.',
    title: 'Dit kwam uit ons teamgesprek',
    about: `${name} · ${dutchDay(day)}`,
    note,
    sections: [
      { title: 'Hier zijn we trots op', lines: said(pointsOf(points, day, 'proud')) },
      {
        title: 'Dit pakken we op',
        lines: said(pointsOf(points, day, 'better').filter(isOpenPoint), withDetail),
      },
      {
        title: 'Dit loopt nog',
        lines: said(
          points.filter((point) => isOpenPoint(point) && point.day < day && point.looked === day),
          withDetail,
        ),
      },
      { title: 'Gedaan', lines: said(settled('done')) },
      { title: 'Laten we los', lines: said(settled('dropped')) },
    ].filter(({ lines }) => lines.length > 0),
    actions: [{ verb: 'talk.points', title: 'Bekijk alle punten', data: { team: key } }],
  });
}

/** The open points of a team, and what it was last proud of. */
export function pointsCard(
  { key, name }: Group,
  points: readonly TalkPoint[],
  { names, day }: { names: Names; day: string },
  { note = '', actions = [] }: { note?: string; actions?: readonly NoticeAction[] } = {},
): Message {
  const open = points.filter(isOpenPoint);
  const proud = points.filter(({ kind, dropped }) => kind === 'proud' && !dropped).slice(-MOST_PROUD);
  const none = open.length + proud.length === 0;
  const many =
    open.length > MOST_OPEN ? `Je ziet de oudste ${MOST_OPEN} van ${open.length} open punten.` : '';
  const empty = note
    ? 'Jullie hebben nog geen punten.'
    : 'Jullie hebben nog geen punten. Ze ontstaan in een teamgesprek. Typ in het kanaal van je team: @Kompas teamgesprek.';
  return sectionsCard({
    text: 'De punten van je team.',
    title: 'Punten van het team',
    about: name,
    note: [note, none ? empty : many].filter(Boolean).join(' '),
    sections: [
      {
        title: 'Dit kan beter',
        lines: open.slice(0, MOST_OPEN).map((point) => ({
          text: point.text,
          details: [[detailOf(point, names, day), ageWords(point.day, day)].join(' · ')],
          actions: [{ verb: 'talk.open', title: 'Werk bij', data: { team: key, id: point.id } }],
        })),
      },
      {
        title: 'Hier waren we trots op',
        lines: proud.toReversed().map((point) => ({
          text: point.text,
          details: [dutchDay(point.day)],
          actions:
            point.day === day
              ? [{ verb: 'talk.remove', title: 'Haal weg', data: { team: key, id: point.id } }]
              : [],
        })),
      },
    ].filter(({ lines }) => lines.length > 0),
    actions: [
      ...(points.length > 0 ? [{ verb: 'talk.links', title: 'Download als CSV', data: {} }] : []),
      ...actions,
    ],
  });
}
