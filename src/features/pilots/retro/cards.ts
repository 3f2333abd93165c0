import { type Field, formCard } from '../../../bot/form.ts';
import type { Message, NoticeAction } from '../../../bot/turn.ts';
import { dutchDay } from '../../../calendar/clock.ts';
import type { Pilot } from '../pilot.ts';
import {
  type Agreed,
  byVotes,
  type Column,
  columns,
  LONGEST_POINT,
  MOST_AGREED,
  type Point,
  VOTES,
  votesFor,
} from './rules.ts';
import type { Whole } from './store.ts';

/** So many points of a column stand on the board in the channel; the rest is one tap away. */
const SHOWN = 8;
const PAGE = 20;
/** In a list to choose from, a point is cut at so many characters. */
const SHORT = 60;

type Names = ReadonlyMap<string, string>;

const choices = Object.entries(columns).map(([value, title]) => ({ value, title }));
const shortened = (text: string) =>
  [...text].length > SHORT ? `${[...text].slice(0, SHORT).join('')}…` : text;

function lineOf({ text, group = '', author }: Point, votes: number, names: Names, before: string) {
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
function ordered(points: readonly Point[], votes: ReadonlyMap<string, number>): Point[] {
  const ranked = byVotes(points, votes);
  const groups = new Set<string>();
  return ranked.flatMap((point) => {
    if (!point.group) return [point];
    if (groups.has(point.group)) return [];
    groups.add(point.group);
    return ranked.filter(({ group }) => group === point.group);
  });
}

function linesOf(points: readonly Point[], votes: ReadonlyMap<string, number>, names: Names) {
  let before = '';
  return points.map((point) => {
    const line = lineOf(point, votes.get(point.id) ?? 0, names, before);
    before = point.group ?? '';
    return line;
  });
}

/** The board: in the channel for everybody, and with a note or what was typed for one person. */
export function boardCard(
  { board, points, ballots }: Whole,
  pilot: Pilot,
  names: Names,
  { note = '', typed = '' }: { note?: string; typed?: string } = {},
): Message {
  const votes = votesFor(points, ballots);
  const of = { pilot: pilot.id, board: board.id };
  return {
    text: `Retro: ${points.length === 1 ? '1 punt' : `${points.length} punten`} op het bord.`,
    card: {
      template: 'retro',
      data: {
        ...{ title: 'Retro', about: pilot.name, note, typed, ...of, open: true, choices },
        columns: (Object.keys(columns) as Column[]).map((column) => {
          const all = ordered(
            points.filter((point) => point.column === column),
            votes,
          );
          const more = all.length - SHOWN;
          return {
            title: all.length > 0 ? `${columns[column]} (${all.length})` : columns[column],
            lines: linesOf(all.slice(0, SHOWN), votes, names),
            more: more > 0 ? `En nog ${more}. Tik op Alle punten.` : '',
          };
        }),
        actions: [
          ...(points.length > 0
            ? [
                { verb: 'retro.ballot', title: 'Stemmen', data: of },
                { verb: 'retro.all', title: 'Alle punten', data: { ...of, page: 0 } },
                { verb: 'retro.groups', title: 'Groeperen', data: of },
              ]
            : []),
          { verb: 'retro.close', title: 'Afronden', data: of },
        ],
      },
    },
  };
}

/** Every point, a page at a time. */
export function allCard(
  { board, points, ballots }: Whole,
  pilot: Pilot,
  names: Names,
  page: number,
): Message {
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
  return {
    text: `Alle punten, bladzijde ${at + 1} van ${pages}.`,
    card: {
      template: 'retro',
      data: {
        ...{
          title: 'Alle punten',
          about: pilot.name,
          note: pages > 1 ? `Bladzijde ${at + 1} van ${pages}` : '',
        },
        ...{ open: false, typed: '', choices: [], ...of },
        columns: (Object.keys(columns) as Column[])
          .map((column) => ({
            title: columns[column],
            lines: linesOf(
              shown.filter((point) => point.column === column),
              votes,
              names,
            ),
            more: '',
          }))
          .filter(({ lines }) => lines.length > 0),
        actions: [
          ...(at > 0 ? [turnTo(at - 1, 'Vorige')] : []),
          ...(at < pages - 1 ? [turnTo(at + 1, 'Volgende')] : []),
          { verb: 'retro.board', title: 'Terug naar het bord', data: of },
        ],
      },
    },
  };
}

const pointChoices = (points: readonly Point[], column: Column) =>
  points
    .filter((point) => point.column === column)
    .map(({ id, text }) => ({ value: id, title: shortened(text) }));

const pointFields = (points: readonly Point[], chosen: readonly string[]): Field[] =>
  (Object.keys(columns) as Column[])
    .map(
      (column): Field => ({
        ...{ id: column, kind: 'many', label: columns[column] },
        choices: pointChoices(points, column),
        value: chosen
          .filter((id) => points.some((point) => point.id === id && point.column === column))
          .join(','),
      }),
    )
    .filter((field) => 'choices' in field && field.choices.length > 0);

const backTo = (pilot: string, board: string): NoticeAction[] => [
  { verb: 'retro.board', title: 'Terug naar het bord', data: { pilot, board } },
];

/** Somebody's votes, to give and to move. Only they see this. */
export function ballotForm(
  { board, points }: Whole,
  pilot: Pilot,
  chosen: readonly string[],
  problems: readonly string[] = [],
): Message {
  return formCard({
    title: `Kies hooguit ${VOTES} punten`,
    ...{
      about: pilot.name,
      lead: 'Niemand ziet waar jij op stemt. Verplaatsen mag tot het bord dicht is.',
      problems,
    },
    fields: pointFields(points, chosen),
    submit: { verb: 'retro.vote', title: 'Bewaar mijn stemmen', data: { pilot: pilot.id, board: board.id } },
    actions: backTo(pilot.id, board.id),
  });
}

export function groupForm(
  { board, points }: Whole,
  pilot: Pilot,
  typed: string,
  problems: readonly string[] = [],
  chosen: readonly string[] = [],
): Message {
  return formCard({
    title: 'Zet punten bij elkaar',
    ...{
      about: pilot.name,
      lead: 'Vink aan wat bij elkaar hoort en geef het een naam. Zonder naam haal je ze weer uit elkaar.',
      problems,
    },
    fields: [
      {
        id: 'name',
        kind: 'text',
        label: 'Naam van de groep',
        hint: 'Bijvoorbeeld: overdracht',
        value: typed,
      },
      ...pointFields(points, chosen),
    ],
    submit: { verb: 'retro.group', title: 'Zet bij elkaar', data: { pilot: pilot.id, board: board.id } },
    actions: backTo(pilot.id, board.id),
  });
}

/** What the team agrees: at most three learning points and three actions. */
export function closeForm(
  { board, points, ballots }: Whole,
  pilot: Pilot,
  people: readonly { directoryId: string; name: string }[],
  typed: Readonly<Record<string, string | undefined>>,
  problems: readonly string[] = [],
): Message {
  const votes = votesFor(points, ballots);
  const best = byVotes(points, votes)
    .filter(({ id }) => votes.get(id))
    .slice(0, MOST_AGREED);
  const first = best.map(({ text }) => `• ${shortened(text)}`).join('\n');
  const numbers = Array.from({ length: MOST_AGREED }, (_, n) => n + 1);
  return formCard({
    title: 'Wat nemen jullie mee?',
    about: first === '' ? pilot.name : `${pilot.name}\nDe meeste stemmen:\n${first}`,
    lead: 'Spreek samen hooguit drie leerpunten en drie acties af. Alleen die blijven. Losse punten en stemmen wis ik na 14 dagen.',
    problems,
    fields: [
      ...numbers.map(
        (n): Field => ({
          ...{ id: `learning${n}`, kind: 'text', label: `Leerpunt ${n}`, value: typed[`learning${n}`] },
          hint: n === 1 ? 'Wat doen we voortaan, of juist niet meer?' : '',
        }),
      ),
      ...numbers.flatMap((n): Field[] => [
        { id: `action${n}`, kind: 'text', label: `Actie ${n}`, value: typed[`action${n}`] },
        {
          ...{ id: `owner${n}`, kind: 'one', label: 'Wie pakt het op?', value: typed[`owner${n}`] || NOBODY },
          choices: [
            { value: NOBODY, title: 'Nog niemand' },
            ...people.map(({ directoryId, name }) => ({ value: directoryId, title: name })),
          ],
        },
        { id: `due${n}`, kind: 'date', label: 'Klaar op', value: typed[`due${n}`] },
      ]),
    ],
    submit: { verb: 'retro.agree', title: 'Rond af', data: { pilot: pilot.id, board: board.id } },
    actions: backTo(pilot.id, board.id),
  });
}

const keptWhere = 'Typ leerpunten of pilot, dan vind je dit terug.';

/** What is left of a board: in place of it in the channel, too. No points, no authors. */
export function agreedCard(agreed: Agreed, pilot: Pilot, names: Names, note = ''): Message {
  const { learnings, actions } = agreed;
  const said = actions.map(({ text, owner, due }) => ({
    text,
    detail: [owner ? (names.get(owner) ?? '') : 'nog van niemand', due ? `klaar op ${dutchDay(due)}` : '']
      .filter(Boolean)
      .join(' · '),
    actions: [] as NoticeAction[],
  }));
  return {
    text: 'De retro is afgerond.',
    card: {
      template: 'pilot',
      data: {
        ...{ title: pilot.name, small: 'Retro afgerond', facts: [], bars: [], actions: [], more: [] },
        note: note || (learnings.length + actions.length === 0 ? 'Jullie spraken nu niets af.' : keptWhere),
        sections: [
          { title: 'Leerpunten', lines: learnings.map((text) => ({ text, detail: '', actions: [] })) },
          { title: 'Acties', lines: said },
        ].filter(({ lines }) => lines.length > 0),
      },
    },
  };
}

/** The choice of an action that is nobody's yet. */
export const NOBODY = 'nobody';

export const tooLong = `Je punt was te lang. De eerste ${LONGEST_POINT} tekens staan op het bord.`;
