import { type Choosing, choosingForm, MOST_CHOICES } from '../../../conversation/choosing.ts';
import type { Choosable } from '../../../conversation/finding.ts';
import { type Field, type FormValues, formCard } from '../../../conversation/form.ts';
import type { Message, NoticeAction } from '../../../conversation/message.ts';
import { manyOf } from '../../../language/fitted.ts';
import { underCode } from '../../../people/under-code.ts';
import type { Pilot } from '../pilot/pilot.ts';
import { fitting, shortened } from '../pilot/sizes.ts';
import {
  byVotes,
  type Column,
  columns,
  LONGEST_GROUP,
  LONGEST_POINT,
  MOST_AGREED,
  type RetroPoint,
  VOTES,
  votesFor,
} from './rules.ts';
import type { Retro } from './store.ts';

/** In a list to choose from, a point is cut at the first of these lengths (characters) at which all of them fit. */
const LENGTHS = [60, 30, 12] as const;

/** The choice of an action that is nobody's yet. */
export const NOBODY = 'nobody';

/** The points of each column that has any, to choose from. */
export const pointChoosings = (points: readonly RetroPoint[]): Choosing[] =>
  (Object.keys(columns) as Column[]).flatMap((column) => {
    const own = points.filter((point) => point.column === column);
    if (own.length === 0) return [];
    const choices = own.map(({ id, text }) => ({ value: id, title: text }));
    return [{ id: column, label: columns[column], many: true, choices }];
  });

const columnNames = Object.keys(columns) as Column[];

/** The ids of the points that are chosen, whatever their column. */
export const pointsIn = (typed: FormValues): string[] =>
  columnNames.flatMap((column) => manyOf(typed[column] ?? ''));

/** Ids of points as chosen in every column: a column shows those that are its own. */
export const everywhere = (ids: readonly string[]): FormValues =>
  Object.fromEntries(columnNames.map((column) => [column, ids.join(',')]));

/** A column in which all points fit in a list, each cut at so many characters. */
const columnField = ({ id, label, choices }: Choosing, longest: number, typed: FormValues): Field => ({
  id,
  kind: 'many',
  label,
  choices: choices.map(({ value, title }) => ({ value, title: shortened(title, longest) })),
  value: choices
    .map(({ value }) => value)
    .filter((value) => manyOf(typed[id] ?? '').includes(value))
    .join(','),
});

const pointFields = (points: readonly RetroPoint[], typed: FormValues): Field[] =>
  fitting(
    LENGTHS,
    0,
    (longest) =>
      pointChoosings(points).flatMap((choosing) =>
        choosing.choices.length > MOST_CHOICES
          ? choosingForm(choosing, typed)
          : [columnField(choosing, longest, typed)],
      ),
    () => 0,
  );

const backTo = (pilot: string, board: string): NoticeAction[] => [
  { verb: 'retro.board', title: 'Terug naar het bord', data: { pilot, board } },
];

/** Somebody's votes, to give and to move. Only they see this. */
export function ballotForm(
  { board, points }: Retro,
  pilot: Pilot,
  typed: FormValues,
  problems: readonly string[] = [],
): Message {
  return formCard({
    kind: 'retro',
    title: `Kies hooguit ${VOTES} punten`,
    place: pilot.name,
    lead: 'Verplaatsen mag tot het bord dicht is.',
    problems,
    fields: pointFields(points, typed),
    submit: { verb: 'retro.vote', title: 'Bewaar mijn stemmen', data: { pilot: pilot.id, board: board.id } },
    seenBy: `Op het bord staat alleen hoeveel stemmen een punt kreeg. Jouw stemmen zijn 14 dagen na het afronden weg.\n${underCode()}`,
    actions: backTo(pilot.id, board.id),
  });
}

/** Points to put together under a name. */
export function groupForm(
  { board, points }: Retro,
  pilot: Pilot,
  typed: FormValues = {},
  problems: readonly string[] = [],
): Message {
  return formCard({
    kind: 'retro',
    title: 'Zet punten bij elkaar',
    place: pilot.name,
    lead: 'Vink aan wat bij elkaar hoort en geef het een naam. Zonder naam haal je ze weer uit elkaar.',
    problems,
    fields: [
      {
        id: 'name',
        kind: 'text',
        label: 'Naam van de groep',
        hint: 'Bijvoorbeeld: overdracht',
        value: typed.name,
        longest: LONGEST_GROUP,
      },
      ...pointFields(points, typed),
    ],
    submit: { verb: 'retro.group', title: 'Zet bij elkaar', data: { pilot: pilot.id, board: board.id } },
    seenBy: 'Iedereen in het kanaal ziet de groepen op het bord. Wie ze maakte, bewaar ik niet.',
    actions: backTo(pilot.id, board.id),
  });
}

/** The numbers of what a team agrees of a kind: 1 up to and including `MOST_AGREED`. */
export const agreedNumbers = Array.from({ length: MOST_AGREED }, (_, n) => n + 1);

/** Who takes on the `n`th action, by directory id. */
export const ownerChoosing = (n: number, people: readonly Choosable[]): Choosing => ({
  id: `owner${n}`,
  label: 'Wie pakt het op?',
  part: `Actie ${n}`,
  first: [{ value: NOBODY, title: 'Nog niemand' }],
  choices: people,
});

/** What the team agrees: at most three learning points and three actions. */
export function closeForm(
  { board, points, ballots }: Retro,
  pilot: Pilot,
  people: readonly Choosable[],
  typed: FormValues,
  problems: readonly string[] = [],
): Message {
  const votes = votesFor(points, ballots);
  const best = byVotes(points, votes)
    .filter(({ id }) => votes.get(id))
    .slice(0, MOST_AGREED);
  const first = best.map(({ text }) => `• ${shortened(text, LENGTHS[0])}`).join('\n');
  return formCard({
    kind: 'retro',
    title: 'Wat nemen jullie mee?',
    place: pilot.name,
    about: first === '' ? '' : `De meeste stemmen:\n${first}`,
    lead: 'Spreek samen hooguit drie leerpunten en drie acties af. Alleen die blijven. Losse punten en stemmen wis ik na 14 dagen.',
    problems,
    fields: [
      ...agreedNumbers.map(
        (n): Field => ({
          id: `learning${n}`,
          kind: 'text',
          label: `Leerpunt ${n}`,
          value: typed[`learning${n}`],
          longest: LONGEST_POINT,
          hint: n === 1 ? 'Wat doen we voortaan, of juist niet meer?' : '',
        }),
      ),
      ...agreedNumbers.flatMap((n): Field[] => [
        {
          id: `action${n}`,
          kind: 'text',
          label: `Actie ${n}`,
          value: typed[`action${n}`],
          longest: LONGEST_POINT,
        },
        ...choosingForm(ownerChoosing(n, people), typed),
        { id: `due${n}`, kind: 'date', label: 'Klaar op', value: typed[`due${n}`] },
      ]),
    ],
    submit: { verb: 'retro.agree', title: 'Rond af', data: { pilot: pilot.id, board: board.id } },
    seenBy:
      'Iedereen in het kanaal van de pilot. Leerpunten en acties bewaar ik 2 jaar: wel wie een actie oppakt, niet wie iets schreef. Dat jij de retro afrondde, staat in het logboek van beheer.',
    actions: backTo(pilot.id, board.id),
  });
}
