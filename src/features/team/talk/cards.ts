import { Temporal } from 'temporal-polyfill';
import { dutchDay } from '../../../calendar/clock.ts';
import { guideCard } from '../../../conversation/cards/guide.ts';
import { sectionsCard } from '../../../conversation/cards/sections.ts';
import type { Message, NoticeAction } from '../../../conversation/message.ts';
import { ageWords, dueWords } from '../cards/words.ts';
import type { Group } from '../groups/group.ts';
import { isOpenPoint, type TalkPoint } from './point.ts';
import { pointsOf } from './rules.ts';

/** So many points stand on a card. */
const MOST_OPEN = 8;
const MOST_PROUD = 5;
const MOST_DONE = 5;
/** What is done stays on the card for so many weeks: nothing vanishes at the tap that finishes it. */
const DONE_WEEKS = 4;

/** Names by directory id. */
export type NamesById = ReadonlyMap<string, string>;

/** The card of the talk, in the channel: it holds no point, so it may stand in any channel. */
export function startCard({ key }: Group, open: number): Message {
  return guideCard({
    kind: 'team',
    text: 'Teamgesprek: waar zijn we trots op, en wat kan beter?',
    title: 'Waar zijn we trots op, en wat kan beter?',
    lead: 'Een teamgesprek van een halfuur. Ik bewaar alleen wat jullie samen kiezen. Nooit wie iets zei.',
    parts: [
      ...(open > 0
        ? [{ title: 'Terugkijken', lines: ['Hoe staat het met onze verbeterpunten van de vorige keer?'] }]
        : []),
      {
        title: 'Trots',
        lines: ['Noem om de beurt iets wat de laatste weken goed ging.', 'Kies samen hooguit drie dingen.'],
      },
      {
        title: 'Beter',
        lines: [
          'Vraag: wat zou ons werk lichter of duidelijker maken?',
          'Kies hooguit drie punten. Spreek bij elk punt af wie het oppakt, en wanneer het klaar is.',
        ],
      },
    ],
    small: 'Eén van jullie typt voor het hele team.',
    actions: [{ verb: 'talk.write', title: open > 0 ? 'Begin' : 'Schrijf op', data: { team: key } }],
  });
}

const ownerWords = ({ owner }: TalkPoint, names: NamesById): string =>
  (owner && names.get(owner)) || 'nog niet opgepakt';

/** Who takes on a point, and by when. */
export const detailOf = (point: TalkPoint, names: NamesById, day: string): string =>
  [ownerWords(point, names), dueWords(point.due, day)].filter(Boolean).join(' · ');

const said = (points: readonly TalkPoint[], detail?: (point: TalkPoint) => string) =>
  points.map((point) => ({ text: point.text, details: detail && [detail(point)] }));

/**
 * What came out of today's talk: for the channel, and with a note for who wrote it down. No authors. `aloud`: others read along,
 * so no name stands beside what is late.
 */
export function resultCard(
  { key, name }: Group,
  points: readonly TalkPoint[],
  names: NamesById,
  day: string,
  { note = '', aloud = true }: { note?: string; aloud?: boolean } = {},
): Message {
  const settled = (field: 'done' | 'dropped') =>
    points.filter((point) => point.kind === 'better' && point.day < day && point[field] === day);
  const withDetail = (point: TalkPoint) =>
    aloud && point.owner !== undefined && (point.due ?? day) < day
      ? dueWords(point.due, day)
      : detailOf(point, names, day);
  return sectionsCard({
    kind: 'team',
    text: 'Wat jullie kozen in het teamgesprek.',
    title: 'Dit kwam uit ons teamgesprek',
    place: `${name} · ${dutchDay(day)}`,
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

/** The open points of a team, what it did in the last weeks, and what it was last proud of. */
export function pointsCard(
  { key, name }: Group,
  points: readonly TalkPoint[],
  { names, day }: { names: NamesById; day: string },
  { note = '', actions = [] }: { note?: string; actions?: readonly NoticeAction[] } = {},
): Message {
  const open = points.filter(isOpenPoint);
  const proud = points.filter(({ kind, dropped }) => kind === 'proud' && !dropped).slice(-MOST_PROUD);
  const since = Temporal.PlainDate.from(day).subtract({ weeks: DONE_WEEKS }).toString();
  const finished = points.filter(
    ({ kind, done }) => kind === 'better' && done !== undefined && done >= since,
  );
  const none = open.length + proud.length + finished.length === 0;
  const many =
    open.length > MOST_OPEN ? `Je ziet de oudste ${MOST_OPEN} van ${open.length} open punten.` : '';
  const empty = note
    ? 'Jullie hebben nog geen punten.'
    : 'Jullie hebben nog geen punten. Ze ontstaan in een teamgesprek. Typ in het kanaal van je team: @Kompas teamgesprek.';
  return sectionsCard({
    kind: 'team',
    text: 'De punten van je team.',
    title: 'Punten van het team',
    place: name,
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
        title: 'Gedaan in de laatste weken',
        lines: finished
          .toSorted((a, b) => ((a.done ?? '') < (b.done ?? '') ? 1 : -1))
          .slice(0, MOST_DONE)
          .map((point) => ({
            text: point.text,
            details: [`gedaan op ${dutchDay(point.done ?? point.day)}`],
            actions: [],
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
