import type { WayBack } from '../../../conversation/cancelling.ts';
import { type Choosing, choosingForm, MOST_CHOICES } from '../../../conversation/choosing.ts';
import type { Choosable } from '../../../conversation/finding.ts';
import { type Field, type FormValues, formCard } from '../../../conversation/form.ts';
import type { Message } from '../../../conversation/message.ts';
import { manyOf } from '../../../language/fitted.ts';
import { underCode } from '../../../people/under-code.ts';
import { fitting, shortened } from '../pilot/sizes.ts';
import type { ShownPlace } from './agreed-card.ts';
import { pointsWords, topicName, votesWords } from './board-columns.ts';
import { showsVotes } from './phases.ts';
import type { Retro } from './reading.ts';
import {
  type Column,
  columns,
  LONGEST_GROUP,
  LONGEST_POINT,
  MOST_AGREED,
  type RetroPoint,
  type Topic,
  topicsOf,
  topOf,
  VOTES,
  votesFor,
} from './rules.ts';

/** In a list to choose from, a point is cut at the first of these lengths (characters) at which all of them fit. */
const LENGTHS = [60, 30, 12] as const;

/** The choice of an action that is nobody's yet. */
export const NOBODY = 'nobody';

/** Points with a list for each column that has any, to choose from. */
export const pointChoosings = (points: readonly RetroPoint[]): Choosing[] =>
  (Object.keys(columns) as Column[]).flatMap((column) => {
    const own = points.filter((point) => point.column === column);
    if (own.length === 0) return [];
    const choices = own.map(({ id, text }) => ({ value: id, title: text }));
    return [{ id: column, label: columns[column], many: true, choices }];
  });

/** The same with a group as one choice, in a list of its own above the others. */
export function topicChoosings(points: readonly RetroPoint[]): Choosing[] {
  const topics = topicsOf(points);
  const groups = topics.filter(({ name }) => name !== undefined);
  const alone = topics.flatMap(({ name, points: own }) => (name === undefined ? own : []));
  const choices = groups.map((group) => ({
    value: group.id,
    title: `${topicName(group)} (${pointsWords(group.points)})`,
  }));
  return [
    ...(groups.length > 0 ? [{ id: 'groups', label: 'Groepen', many: true, choices }] : []),
    ...pointChoosings(alone),
  ];
}

const listNames = ['groups', ...Object.keys(columns)];

/** The ids that are chosen, whatever the list they stand in. */
export const chosenPoints = (typed: FormValues): string[] =>
  listNames.flatMap((name) => manyOf(typed[name] ?? ''));

/** Ids as chosen in every list: a list shows those that are its own. */
export const everywhere = (ids: readonly string[]): FormValues =>
  Object.fromEntries(listNames.map((name) => [name, ids.join(',')]));

/** A list in which all fit, each cut at so many characters. */
const listField = ({ id, label, choices }: Choosing, longest: number, typed: FormValues): Field => ({
  id,
  kind: 'many',
  label,
  choices: choices.map(({ value, title }) => ({ value, title: shortened(title, longest) })),
  value: choices
    .map(({ value }) => value)
    .filter((value) => manyOf(typed[id] ?? '').includes(value))
    .join(','),
});

const listFields = (choosings: readonly Choosing[], typed: FormValues): Field[] =>
  fitting(
    LENGTHS,
    0,
    (longest) =>
      choosings.flatMap((choosing) =>
        choosing.choices.length > MOST_CHOICES
          ? choosingForm(choosing, typed)
          : [listField(choosing, longest, typed)],
      ),
    () => 0,
  );

const backTo = (place: string, board: string, held = ''): WayBack => ({
  verb: 'retro.board',
  data: held === '' ? { pilot: place, board } : { pilot: place, board, held },
});

/** Somebody's votes, to give and to move. Only they see this. */
export function ballotForm(
  { board, points }: Retro,
  place: ShownPlace,
  typed: FormValues,
  problems: readonly string[] = [],
  held = '',
): Message {
  const isShort = board.phase === 'open';
  const hasGroups = points.some(({ group }) => group !== undefined);
  const counted = isShort
    ? 'Op het bord staat meteen hoeveel stemmen iets kreeg. Wie steeds kijkt, kan zien welke stem erbij kwam.'
    : 'Tot het stemmen sluit, ziet niemand hoeveel stemmen iets heeft of wie al stemde. Daarna staat het aantal op het bord.';
  return formCard({
    kind: 'retro',
    title: `Kies hooguit ${VOTES}`,
    place: place.name,
    lead: [
      hasGroups ? 'Een groep kost één stem.' : '',
      `Je mag je stemmen anders verdelen tot ${isShort ? 'de retro is afgerond' : 'het stemmen sluit'}.`,
    ]
      .filter(Boolean)
      .join(' '),
    problems,
    fields: listFields(topicChoosings(points), typed),
    submit: {
      verb: 'retro.vote',
      title: 'Bewaar mijn stemmen',
      data: backTo(place.id, board.id, held).data,
    },
    seenBy: `${counted} Jouw stemmen zijn 14 dagen na het afronden weg.\n${underCode()}`,
    back: backTo(place.id, board.id, held),
  });
}

/** Points to put together under a name. */
export function groupForm(
  { board, points }: Retro,
  place: ShownPlace,
  typed: FormValues = {},
  problems: readonly string[] = [],
  held = '',
): Message {
  return formCard({
    kind: 'retro',
    title: 'Zet punten bij elkaar',
    place: place.name,
    lead: 'Vink aan wat bij elkaar hoort en geef de groep een naam. Laat je de naam leeg? Dan haal je de punten weer uit elkaar.',
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
      ...listFields(pointChoosings(points), typed),
    ],
    submit: { verb: 'retro.group', title: 'Zet bij elkaar', data: backTo(place.id, board.id, held).data },
    seenBy: 'Iedereen in het kanaal ziet de groepen op het bord. Wie ze maakte, bewaar ik niet.',
    back: backTo(place.id, board.id, held),
  });
}

/** Other words or another column for a point, by who holds it. */
export function editForm(
  { board }: Retro,
  place: ShownPlace,
  { point, held, lists }: { point: string; held: string; lists: readonly Column[] },
  typed: FormValues,
  problems: readonly string[] = [],
): Message {
  const data = { pilot: place.id, board: board.id, held };
  return formCard({
    kind: 'retro',
    title: 'Verander je punt',
    place: place.name,
    lead: 'Dit kan zolang jullie schrijven.',
    problems,
    fields: [
      {
        id: 'column',
        kind: 'one',
        label: 'Waar hoort je punt?',
        value: typed.column,
        choices: lists.map((value) => ({ value, title: columns[value] })),
      },
      { id: 'text', kind: 'long', label: 'Je punt', value: typed.text, longest: LONGEST_POINT },
    ],
    submit: { verb: 'retro.change', title: 'Bewaar', data: { ...data, point } },
    seenBy:
      'Iedereen in het kanaal leest je punt, zonder je naam. Ik bewaar niet wie een punt schreef of veranderde.',
    back: { verb: 'retro.board', data },
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

/** "Overdracht (2 punten) · 4 stemmen" */
const topLine = (topic: Topic, votes: number) =>
  [
    topic.name === undefined
      ? shortened(topicName(topic), LENGTHS[0])
      : `${topic.name} (${pointsWords(topic.points)})`,
    votesWords(votes),
  ].join(' · ');

/** What the team agrees: at most three learning points and three actions. */
export function closeForm(
  { board, points, ballots }: Retro,
  place: ShownPlace,
  people: readonly Choosable[],
  typed: FormValues,
  problems: readonly string[] = [],
  held = '',
): Message {
  const votes = votesFor(points, ballots);
  const top = showsVotes(board) ? topOf(points, ballots) : [];
  const first = top.map((topic) => `• ${topLine(topic, votes.get(topic.id) ?? 0)}`).join('\n');
  return formCard({
    kind: 'retro',
    title: 'Wat nemen jullie mee?',
    place: place.name,
    about: first === '' ? '' : `De meeste stemmen:\n${first}`,
    lead: 'Spreek samen hooguit drie leerpunten en drie acties af. Alleen die blijven. Alle punten en stemmen op het bord wis ik na 14 dagen.',
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
    submit: { verb: 'retro.agree', title: 'Rond af', data: { pilot: place.id, board: board.id } },
    seenBy:
      'Iedereen in het kanaal. Leerpunten en acties bewaar ik 2 jaar: wel wie een actie oppakt, niet wie iets schreef. Dat jij de retro afrondde, staat in het logboek van beheer.',
    back: backTo(place.id, board.id, held),
  });
}

/** How a retro is held: what everybody writes about, and whether they write for themselves first. */
export function startForm(place: ShownPlace, typed: FormValues = {}): Message {
  return formCard({
    kind: 'retro',
    title: 'Hoe houden jullie deze retro?',
    place: place.name,
    lead: 'Kies samen. Daarna komt het bord in het kanaal.',
    fields: [
      {
        id: 'template',
        kind: 'one',
        label: 'Waar schrijf je over?',
        value: typed.template || 'went',
        choices: [
          { value: 'went', title: 'Ging goed, kan beter, vraag' },
          { value: 'doing', title: 'Beginnen, stoppen, doorgaan' },
        ],
      },
      {
        id: 'form',
        kind: 'one',
        label: 'Hoe schrijven jullie?',
        value: typed.form || 'hidden',
        choices: [
          { value: 'hidden', title: 'Eerst ieder voor zich, daarna samen bekijken' },
          { value: 'short', title: 'Kort: alles is meteen te zien (klein team)' },
        ],
      },
    ],
    submit: { verb: 'retro.start', title: 'Begin de retro', data: { pilot: place.id } },
    seenBy: 'Iedereen in het kanaal ziet het bord, en welke manier van schrijven jullie kozen.',
  });
}
