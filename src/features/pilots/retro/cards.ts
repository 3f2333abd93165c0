import { dutchDay } from '../../../calendar/clock.ts';
import { card, type Filled } from '../../../conversation/cards/card.ts';
import { detailCard } from '../../../conversation/cards/detail.ts';
import { noticeCard } from '../../../conversation/cards/notice.ts';
import type { Message, NoticeAction } from '../../../conversation/message.ts';
import type { Names } from '../pilot/names.ts';
import type { Pilot } from '../pilot/pilot.ts';
import { fitting, shortened } from '../pilot/sizes.ts';
import {
  byVotes,
  type Column,
  columns,
  LONGEST_POINT,
  type RetroAgreements,
  type RetroPoint,
  votesFor,
} from './rules.ts';
import type { Retro } from './store.ts';

/** So many points of a column stand on the board in the channel; the rest is one tap away. */
const SHOWN = 8;
const PAGE = 15;
/** Texts on the board are cut at the first of these lengths (characters) at which the card fits. Alle punten shows them uncut. */
const LENGTHS = [LONGEST_POINT, 150, 70, 30] as const;
/** The size of what the template puts around each point. */
const LINE_BYTES = 250;

/** A point as it stands on a board. All of it may be user text. */
interface RetroLine {
  text: string;
  /** The group that begins here, or ''. */
  group: string;
  detail: string;
}

interface RetroColumn {
  title: string;
  lines: readonly RetroLine[];
  /** How many points are left out, in words. */
  more?: string;
}

interface RetroCard {
  text: string;
  title: string;
  note?: string;
  columns: readonly RetroColumn[];
  actions: readonly NoticeAction[];
  /** Whether there is a field for a point. */
  open?: boolean;
  /** What stands in that field. */
  typed?: string;
}

const choices = Object.entries(columns).map(([value, title]) => ({ value, title }));

/** What the template reads: what its function takes, and what follows from the pilot and the board. */
interface RetroData extends Filled<RetroCard> {
  choices: readonly { value: string; title: string }[];
  pilot: string;
  board: string;
}

const pointReaders =
  'Iedereen in het kanaal van de pilot. Je naam staat er alleen bij als je dat aanvinkt. Kompas wist losse punten 14 dagen na het afronden. Microsoft 365 kan het bord langer bewaren.';

/** Points in columns, and where there is a field for one the columns to choose from. */
function retroCard(
  { board }: Retro,
  pilot: Pilot,
  { text, title, note = '', columns: shown, actions, open = false, typed = '' }: RetroCard,
): Message {
  return {
    text,
    card: card<RetroData>(
      'retro',
      { kind: 'retro', place: pilot.name },
      {
        title,
        note,
        columns: shown.map(({ more = '', ...column }) => ({ ...column, more })),
        open,
        choices: open ? choices : [],
        typed,
        pilot: pilot.id,
        board: board.id,
        actions,
      },
      open ? pointReaders : '',
    ),
  };
}

function lineOf(
  { text, group = '', author }: RetroPoint,
  votes: number,
  names: Names,
  before: string,
): RetroLine {
  const by = author ? names.get(author) : undefined;
  return {
    // What is in no group has no mark, so that one sees where a group ends.
    text: group === '' ? text : `• ${text}`,
    group: group === before ? '' : group,
    detail: [
      by ? `  ${by}` : '',
      votes > 0 ? `  ●${votes === 1 ? ' 1 stem' : ` ${votes} stemmen`}` : '',
    ].join(''),
  };
}

/** Points in the order of a board: by votes, and those of a group together where its best one stands. */
function ordered(points: readonly RetroPoint[], votes: ReadonlyMap<string, number>): RetroPoint[] {
  const ranked = byVotes(points, votes);
  const groups = new Set<string>();
  return ranked.flatMap((point) => {
    if (!point.group) return [point];
    if (groups.has(point.group)) return [];
    groups.add(point.group);
    return ranked.filter(({ group }) => group === point.group);
  });
}

function linesOf(points: readonly RetroPoint[], votes: ReadonlyMap<string, number>, names: Names) {
  let before = '';
  return points.map((point) => {
    const line = lineOf(point, votes.get(point.id) ?? 0, names, before);
    before = point.group ?? '';
    return line;
  });
}

function columnsOf({ points, ballots }: Retro, names: Names) {
  const votes = votesFor(points, ballots);
  const made = (longest: number) =>
    (Object.keys(columns) as Column[]).map((column) => {
      const all = ordered(
        points.filter((point) => point.column === column),
        votes,
      );
      const more = all.length - SHOWN;
      const lines = linesOf(all.slice(0, SHOWN), votes, names);
      return {
        title: all.length > 0 ? `${columns[column]} (${all.length})` : columns[column],
        lines: lines.map(({ text, ...line }) => ({ ...line, text: shortened(text, longest) })),
        more: more > 0 ? `En nog ${more}. Tik op Alle punten.` : '',
      };
    });
  return fitting(LENGTHS, LINE_BYTES, made, (all) => all.reduce((sum, { lines }) => sum + lines.length, 0));
}

function actionsOf({ board, points }: Retro, pilot: Pilot): NoticeAction[] {
  const of = { pilot: pilot.id, board: board.id };
  return [
    ...(points.length > 0
      ? [
          { verb: 'retro.ballot', title: 'Stemmen', data: of },
          { verb: 'retro.all', title: 'Alle punten', data: { ...of, page: 0 } },
          { verb: 'retro.groups', title: 'Groeperen', data: of },
        ]
      : []),
    { verb: 'retro.close', title: 'Afronden', data: of },
  ];
}

const boardText = ({ points }: Retro) =>
  `Retro: ${points.length === 1 ? '1 punt' : `${points.length} punten`} op het bord.`;

/** The board for one person, with a field for a point, a note, and what they typed. */
export function boardCard(
  retro: Retro,
  pilot: Pilot,
  names: Names,
  { note = '', typed = '' }: { note?: string; typed?: string } = {},
): Message {
  return retroCard(retro, pilot, {
    text: boardText(retro),
    title: 'Retro',
    note,
    columns: columnsOf(retro, names),
    actions: actionsOf(retro, pilot),
    open: true,
    typed,
  });
}

/**
 * The board in the channel, for everybody. Without a field: it is rewritten, which would take away what somebody is
 * typing in it. A tap gives them a field that is left alone for a while.
 */
export function postedCard(retro: Retro, pilot: Pilot, names: Names): Message {
  const of = { pilot: pilot.id, board: retro.board.id };
  return retroCard(retro, pilot, {
    text: boardText(retro),
    title: 'Retro',
    note: 'Tik op een knop voor de nieuwste stand. Voor iedereen werk ik dit bord bij als het een paar minuten stil is.',
    columns: columnsOf(retro, names),
    actions: [{ verb: 'retro.board', title: 'Voeg een punt toe', data: of }, ...actionsOf(retro, pilot)],
  });
}

/** In the channel, in place of a board that nobody closed: no points, no authors. */
export function overCard({ name }: Pilot): Message {
  const title = 'Deze retro is voorbij';
  return noticeCard({
    kind: 'retro',
    text: `${title}.`,
    title,
    lines: [name],
    small: 'Niemand rondde hem af. De losse punten staan hier niet meer.',
  });
}

/** Every point, a page at a time. */
export function allCard(retro: Retro, pilot: Pilot, names: Names, page: number): Message {
  const { board, points, ballots } = retro;
  const votes = votesFor(points, ballots);
  const all = (Object.keys(columns) as Column[]).flatMap((column) =>
    ordered(
      points.filter((point) => point.column === column),
      votes,
    ),
  );
  const pages = Math.max(1, Math.ceil(all.length / PAGE));
  const at = Math.min(page, pages - 1);
  const shown = all.slice(at * PAGE, (at + 1) * PAGE);
  const of = { pilot: pilot.id, board: board.id };
  const turnTo = (to: number, title: string): NoticeAction => ({
    verb: 'retro.all',
    title,
    data: { ...of, page: to },
  });
  return retroCard(retro, pilot, {
    text: `Alle punten, bladzijde ${at + 1} van ${pages}.`,
    title: 'Alle punten',
    note: pages > 1 ? `Bladzijde ${at + 1} van ${pages}` : '',
    columns: (Object.keys(columns) as Column[])
      .map((column) => ({
        title: columns[column],
        lines: linesOf(
          shown.filter((point) => point.column === column),
          votes,
          names,
        ),
      }))
      .filter(({ lines }) => lines.length > 0),
    actions: [
      ...(at > 0 ? [turnTo(at - 1, 'Vorige')] : []),
      ...(at < pages - 1 ? [turnTo(at + 1, 'Volgende')] : []),
      { verb: 'retro.board', title: 'Terug naar het bord', data: of },
    ],
  });
}

const nothingAgreed = 'Jullie spraken nu niets af.';
const keptWhere = 'Typ leerpunten of pilot, dan vind je dit terug.';

/**
 * What the team agreed, without points and authors; in the channel it takes the place of the board. Without a `note` the
 * card says where to find this again, followed by `after`. `typed` is the point of somebody who came too late: it is
 * shown to them alone.
 */
export function agreedCard(
  agreed: RetroAgreements,
  pilot: Pilot,
  names: Names,
  { note = '', after = '', typed = '' }: { note?: string; after?: string; typed?: string } = {},
): Message {
  const { learnings, actions } = agreed;
  const lines = actions.map(({ text, owner, due }) => ({
    text,
    detail: [owner ? (names.get(owner) ?? '') : 'nog van niemand', due ? `klaar op ${dutchDay(due)}` : '']
      .filter(Boolean)
      .join(' · '),
  }));
  return detailCard({
    kind: 'retro',
    text: 'De retro is afgerond.',
    title: pilot.name,
    state: { words: 'afgerond', tone: 'quiet' },
    note:
      note || [learnings.length + actions.length === 0 ? nothingAgreed : keptWhere, after].join(' ').trim(),
    sections: [
      { title: 'Leerpunten', lines: learnings.map((text) => ({ text })) },
      { title: 'Acties', lines },
      { title: 'Jouw punt', lines: typed ? [{ text: typed, detail: 'niet bewaard' }] : [] },
    ].filter(({ lines }) => lines.length > 0),
  });
}

/** What somebody hears whose point was cut. */
export const tooLong = `Je punt was te lang. De eerste ${LONGEST_POINT} tekens staan op het bord.`;
