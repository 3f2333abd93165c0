import { type Field, formCard } from '../../../conversation/form.ts';
import type { Message, NoticeAction } from '../../../conversation/message.ts';
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

const pointFields = (points: readonly RetroPoint[], chosen: readonly string[]): Field[] =>
  fitting(
    LENGTHS,
    0,
    (longest) =>
      (Object.keys(columns) as Column[]).flatMap((column): Field[] => {
        const own = points.filter((point) => point.column === column);
        if (own.length === 0) return [];
        return [
          {
            id: column,
            kind: 'many',
            label: columns[column],
            choices: own.map(({ id, text }) => ({ value: id, title: shortened(text, longest) })),
            value: chosen.filter((id) => own.some((point) => point.id === id)).join(','),
          },
        ];
      }),
    () => 0,
  );

const backTo = (pilot: string, board: string): NoticeAction[] => [
  { verb: 'retro.board', title: 'Terug naar het bord', data: { pilot, board } },
];

/** Somebody's votes, to give and to move. Only they see this. */
export function ballotForm(
  { board, points }: Retro,
  pilot: Pilot,
  chosen: readonly string[],
  problems: readonly string[] = [],
): Message {
  return formCard({
    title: `Kies hooguit ${VOTES} punten`,
    about: pilot.name,
    lead: 'Niemand ziet waar jij op stemt. Verplaatsen mag tot het bord dicht is.',
    problems,
    fields: pointFields(points, chosen),
    submit: { verb: 'retro.vote', title: 'Bewaar mijn stemmen', data: { pilot: pilot.id, board: board.id } },
    actions: backTo(pilot.id, board.id),
  });
}

/** Points to put together under a name. `typed` is that name, `chosen` the ids of the points. */
export function groupForm(
  { board, points }: Retro,
  pilot: Pilot,
  typed: string,
  problems: readonly string[] = [],
  chosen: readonly string[] = [],
): Message {
  return formCard({
    title: 'Zet punten bij elkaar',
    about: pilot.name,
    lead: 'Vink aan wat bij elkaar hoort en geef het een naam. Zonder naam haal je ze weer uit elkaar.',
    problems,
    fields: [
      {
        id: 'name',
        kind: 'text',
        label: 'Naam van de groep',
        hint: 'Bijvoorbeeld: overdracht',
        value: typed,
        longest: LONGEST_GROUP,
      },
      ...pointFields(points, chosen),
    ],
    submit: { verb: 'retro.group', title: 'Zet bij elkaar', data: { pilot: pilot.id, board: board.id } },
    actions: backTo(pilot.id, board.id),
  });
}

/** What the team agrees: at most three learning points and three actions. */
export function closeForm(
  { board, points, ballots }: Retro,
  pilot: Pilot,
  people: readonly { directoryId: string; name: string }[],
  typed: Readonly<Record<string, string | undefined>>,
  problems: readonly string[] = [],
): Message {
  const votes = votesFor(points, ballots);
  const best = byVotes(points, votes)
    .filter(({ id }) => votes.get(id))
    .slice(0, MOST_AGREED);
  const first = best.map(({ text }) => `• ${shortened(text, LENGTHS[0])}`).join('\n');
  const numbers = Array.from({ length: MOST_AGREED }, (_, n) => n + 1);
  return formCard({
    title: 'Wat nemen jullie mee?',
    about: first === '' ? pilot.name : `${pilot.name}\nDe meeste stemmen:\n${first}`,
    lead: 'Spreek samen hooguit drie leerpunten en drie acties af. Alleen die blijven. Losse punten en stemmen wis ik na 14 dagen.',
    problems,
    fields: [
      ...numbers.map(
        (n): Field => ({
          id: `learning${n}`,
          kind: 'text',
          label: `Leerpunt ${n}`,
          value: typed[`learning${n}`],
          longest: LONGEST_POINT,
          hint: n === 1 ? 'Wat doen we voortaan, of juist niet meer?' : '',
        }),
      ),
      ...numbers.flatMap((n): Field[] => [
        {
          id: `action${n}`,
          kind: 'text',
          label: `Actie ${n}`,
          value: typed[`action${n}`],
          longest: LONGEST_POINT,
        },
        {
          id: `owner${n}`,
          kind: 'one',
          label: 'Wie pakt het op?',
          value: typed[`owner${n}`] || NOBODY,
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
