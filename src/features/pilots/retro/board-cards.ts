import { card, type Filled } from '../../../conversation/cards/card.ts';
import type { Message, NoticeAction } from '../../../conversation/message.ts';
import type { Todo } from '../actions/store.ts';
import type { Names } from '../pilot/names.ts';
import { shortened } from '../pilot/sizes.ts';
import type { ShownPlace } from './agreed-card.ts';
import { allColumns, firstColumns, pointsWords, type RetroColumn } from './board-columns.ts';
import { lastTimeColumn } from './last-time.ts';
import { ownShown } from './own-shown.ts';
import { mayVote, mayWrite, type Phase, showsPoints } from './phases.ts';
import type { Retro } from './reading.ts';
import { type Board, columns, columnsOn, LONGEST_POINT, type RetroPoint } from './rules.ts';
import { topicColumn } from './talk-cards.ts';

const PAGE = 15;
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
  /** What somebody holds of points that are theirs. */
  held?: string;
}

/** What the template reads: what its function takes, and what follows from the place and the board. */
interface RetroData extends Filled<RetroCard> {
  choices: readonly { value: string; title: string }[];
  pilot: string;
  board: string;
}

/** What a board is for one person. */
export interface ForOne {
  note?: string;
  /** The point that they typed: it stands in the field, where there still is one. */
  typed?: string;
  /** What else they typed that is not kept. */
  lost?: readonly string[];
  /** A button beside those of the board, first. */
  also?: NoticeAction;
  leads?: boolean;
  held?: string;
  /** The points that they hold. */
  own?: readonly RetroPoint[];
  /** How many actions of the place are still open. */
  openActions?: number;
}

const writers =
  'Je naam staat er alleen bij als je dat aanvinkt. Vink je dat niet aan? Dan bewaar ik niet van wie het punt is. Alleen via je eigen kaart kun je een punt veranderen of weghalen, zolang jullie schrijven. Sluit je die kaart, dan kan dat niet meer.';
const kept =
  'Alle punten op het bord wis ik 14 dagen na het afronden. Microsoft 365 kan het bord langer bewaren.';
const pointReaders: Record<'hidden' | 'short', string> = {
  hidden: `Tot het onthullen ziet niemand jouw punt. Daarna iedereen in het kanaal. ${writers} ${kept}`,
  short: `Iedereen in het kanaal ziet je punt meteen. ${writers} ${kept}`,
};

/** What the buttons of a board carry: with what somebody holds of points that are theirs, where they hold any. */
const ofBoard = (place: ShownPlace, board: Pick<Board, 'id'>, held: string) =>
  held === '' ? { pilot: place.id, board: board.id } : { pilot: place.id, board: board.id, held };

/** Points in columns, and where there is a field for one the columns to choose from. */
function retroCard(
  { board }: Retro,
  { id, name }: ShownPlace,
  { text, title, note = '', columns: shown, actions, open = false, typed = '', held = '' }: RetroCard,
): Message {
  return {
    text,
    card: card<RetroData>(
      'retro',
      { kind: 'retro', place: name },
      {
        title,
        note,
        columns: shown.map(({ more = '', lines, ...column }) => ({
          ...column,
          more,
          lines: lines.map((line) => ({ ...line, actions: line.actions ?? [] })),
        })),
        open,
        choices: open ? columnsOn(board).map((value) => ({ value, title: columns[value] })) : [],
        typed,
        held,
        pilot: id,
        board: board.id,
        actions,
      },
      open ? pointReaders[board.phase === 'open' ? 'short' : 'hidden'] : '',
    ),
  };
}

const titles: Record<Phase, string> = {
  writing: 'Schrijf eerst voor jezelf',
  revealing: 'Alle punten bij elkaar',
  voting: 'Kies wat je wilt bespreken',
  talking: 'De punten met de meeste stemmen, één voor één',
  agreeing: 'Wat nemen jullie mee?',
  open: 'Wat wil je bespreken?',
  closing: 'Wat nemen jullie mee?',
  closed: 'Wat nemen jullie mee?',
};

/** What is said in each phase, to everybody alike. */
function noteIn({ board, points }: Retro): string {
  const notes: Partial<Record<Phase, string>> = {
    writing: `Op het bord: ${pointsWords(points)}. Straks zien jullie alles tegelijk.`,
    revealing: 'Lees alle punten samen door. Wat bij elkaar hoort, komt in een groep. Daarna stem je.',
    voting: 'Ieder heeft drie stemmen. Hoeveel stemmen iets heeft, zie je pas na het stemmen.',
    talking: 'Praat over wat hier staat. Wat leren jullie ervan, en wie doet wat?',
    agreeing: 'Wie de retro leidt, legt nu de leerpunten en acties vast.',
  };
  return notes[board.phase] ?? '';
}

const boardText = ({ points }: Retro) => `Retro: ${pointsWords(points)} op het bord.`;

/**
 * The buttons of a board in its phase, for who leads it and for who does not. The way on stands before `lastTime`, the way to
 * what is still open: the first of them are in sight.
 */
function actionsOf(
  { board, points }: Retro,
  place: ShownPlace,
  leads: boolean,
  lastTime: readonly NoticeAction[],
  held: string,
): NoticeAction[] {
  const { phase } = board;
  const of = ofBoard(place, board, held);
  const next = (title: string): NoticeAction => ({ verb: 'retro.next', title, data: { ...of, from: phase } });
  const all: NoticeAction = { verb: 'retro.all', title: 'Alle punten', data: { ...of, page: 0 } };
  const ballot: NoticeAction = { verb: 'retro.ballot', title: 'Stemmen', data: of };
  const groups: NoticeAction = { verb: 'retro.groups', title: 'Groeperen', data: of };
  const close: NoticeAction = { verb: 'retro.close', title: 'Afronden', data: of };
  const forLead = (...actions: NoticeAction[]) => (leads ? actions : []);
  const any = points.length > 0;
  const buttons: Partial<Record<Phase, NoticeAction[]>> = {
    writing: [...(any ? forLead(next('Onthul de punten')) : []), ...lastTime, ...forLead(close)],
    revealing: [...forLead(next('Begin met stemmen'), groups), all, ...forLead(close)],
    voting: [ballot, all, ...forLead(next('Sluit het stemmen'), close)],
    talking: [all, ...forLead(close)],
    agreeing: [...forLead(close), all],
    open: any
      ? [ballot, ...forLead(close), all, ...lastTime, ...forLead(groups)]
      : [...lastTime, ...forLead(close)],
  };
  return buttons[phase] ?? [];
}

/** What stands on a board in its phase, as everybody may see it. */
function columnsIn(retro: Retro, names: Names): RetroColumn[] {
  const { board } = retro;
  if (!showsPoints(board)) return [];
  return board.phase === 'talking' ? topicColumn(retro) : firstColumns(retro, names);
}

/** The board for one person, with a field for a point while there is writing. */
export function boardCard(
  retro: Retro,
  place: ShownPlace,
  names: Names,
  {
    note = '',
    typed = '',
    lost = [],
    also,
    leads = false,
    held = '',
    own = [],
    openActions = 0,
  }: ForOne = {},
): Message {
  const { board } = retro;
  const open = mayWrite(board);
  const data = { pilot: place.id, board: board.id, held };
  const lastTime: NoticeAction = {
    verb: 'retro.last-time',
    title: `Open acties (${openActions})`,
    data: ofBoard(place, board, held),
  };
  const { most, longest } = ownShown[board.phase === 'open' ? 'short' : 'hidden'];
  const mine: RetroColumn = {
    title: 'Jouw punten op deze kaart',
    lines: own.slice(-most).map(({ id, text }) => ({
      text: shortened(text, longest),
      group: '',
      detail: '',
      actions: [
        { verb: 'retro.edit', title: 'Verander', data: { ...data, point: id } },
        { verb: 'retro.take-back', title: 'Haal weg', data: { ...data, point: id } },
      ],
    })),
  };
  const notKept: RetroColumn = {
    title: 'Dit typte je',
    lines: [...(open ? [] : [typed]), ...lost]
      .filter(Boolean)
      .map((text) => ({ text, group: '', detail: '  niet bewaard' })),
  };
  return retroCard(retro, place, {
    text: boardText(retro),
    title: titles[board.phase],
    note: [note, noteIn(retro)].filter(Boolean).join(' '),
    columns: [
      ...(notKept.lines.length > 0 ? [notKept] : []),
      ...columnsIn(retro, names),
      ...(open && own.length > 0 ? [mine] : []),
    ],
    actions: [
      ...(also ? [also] : []),
      ...actionsOf(retro, place, leads, openActions > 0 ? [lastTime] : [], held),
    ],
    open,
    typed: open ? typed : '',
    held,
  });
}

/** The first button of the board in the channel, by its phase. */
const wayIn: Partial<Record<Phase, string>> = {
  writing: 'Schrijf een punt',
  open: 'Voeg een punt toe',
};

/**
 * The board in the channel, for everybody. Without a field: it is rewritten, which would take away what somebody is
 * typing in it. A tap gives them a field that is left alone for a while. Who leads the retro finds how to go on behind the
 * first button.
 */
export function postedCard(
  retro: Retro,
  place: ShownPlace,
  names: Names,
  todos: readonly Todo[] = [],
  day = '',
): Message {
  const { board, points } = retro;
  const of = { pilot: place.id, board: board.id };
  const lastTime = mayWrite(board) ? lastTimeColumn(todos, names, day) : [];
  return retroCard(retro, place, {
    text: boardText(retro),
    title: titles[board.phase],
    note: [
      noteIn(retro),
      'Tik op een knop voor de nieuwste stand. Voor iedereen werk ik dit bord bij als het een paar minuten stil is.',
    ]
      .filter(Boolean)
      .join(' '),
    columns: [...lastTime, ...columnsIn(retro, names)],
    actions: [
      { verb: 'retro.board', title: wayIn[board.phase] ?? 'Open het bord', data: of },
      ...(mayVote(board) && points.length > 0 ? [{ verb: 'retro.ballot', title: 'Stemmen', data: of }] : []),
      ...(showsPoints(board) && points.length > 0
        ? [{ verb: 'retro.all', title: 'Alle punten', data: { ...of, page: 0 } }]
        : []),
      ...(lastTime.length > 0 ? [{ verb: 'retro.last-time', title: 'Open acties', data: of }] : []),
    ],
  });
}

/** Every point, a page at a time. */
export function allCard(retro: Retro, place: ShownPlace, names: Names, page: number, held = ''): Message {
  const { board } = retro;
  const all = allColumns(retro, names).flatMap(({ title, lines }) => lines.map((line) => ({ title, line })));
  const pages = Math.max(1, Math.ceil(all.length / PAGE));
  const at = Math.min(page, pages - 1);
  const shown = Map.groupBy(all.slice(at * PAGE, (at + 1) * PAGE), ({ title }) => title);
  const of = ofBoard(place, board, held);
  const turnTo = (to: number, title: string): NoticeAction => ({
    verb: 'retro.all',
    title,
    data: { ...of, page: to },
  });
  return retroCard(retro, place, {
    text: `Alle punten, bladzijde ${at + 1} van ${pages}.`,
    title: 'Alle punten',
    note: pages > 1 ? `Bladzijde ${at + 1} van ${pages}` : '',
    columns: [...shown].map(([title, lines]) => ({ title, lines: lines.map(({ line }) => line) })),
    actions: [
      ...(at > 0 ? [turnTo(at - 1, 'Vorige')] : []),
      ...(at < pages - 1 ? [turnTo(at + 1, 'Volgende')] : []),
      { verb: 'retro.board', title: 'Terug naar het bord', data: of },
    ],
  });
}

/** What somebody hears whose point was cut. */
export const tooLong = `Je punt was te lang. De eerste ${LONGEST_POINT} tekens staan op het bord.`;
