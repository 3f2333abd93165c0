import { type Choosing, choosingForm } from '../../../conversation/choosing.ts';
import { type Field, type FormValues, formCard } from '../../../conversation/form.ts';
import type { Message } from '../../../conversation/message.ts';
import type { Team } from '../../../people/municipality.ts';
import type { Group } from '../groups/group.ts';
import { detailOf, type NamesById } from './cards.ts';
import type { TalkPoint } from './point.ts';
import { type Colleague, idsOf, LONGEST_POINT, markOf, numbers, outcomes, pointsOf } from './rules.ts';

/** The choice by which nobody is chosen. */
const NOBODY = 'nobody';

const pointReaders =
  'Je team en wie het leidt, 2 jaar lang. Bij een punt staat wie het oppakt, niet wie het opschreef. Heeft je team een kanaal, dan staat de uitkomst daar ook.';

/** What forms and cards of a team's points know of its room. */
interface RoomView {
  colleagues: readonly Colleague[];
  names: NamesById;
  /** ISO date. */
  day: string;
}

/** What was typed in a form before, and what is wrong with it. */
interface TypedForm {
  typed?: FormValues;
  problems?: readonly string[];
}

/** Who takes on the `n`th point of a form; `part` is what a problem calls that point. */
export const ownerChoosing = (n: number, part: string, colleagues: readonly Colleague[]): Choosing => ({
  id: `owner${n}`,
  label: 'Wie pakt het op?',
  part,
  first: [{ value: NOBODY, title: 'Kies iemand' }],
  choices: colleagues.map(({ id, name, upn }) => ({ value: id, title: name, also: upn ? [upn] : [] })),
});

/** What became of a point; who takes it on is asked where nobody does. `asked`: the point, as a sentence. */
function lookFields(
  n: number,
  point: TalkPoint,
  asked: string,
  typed: FormValues,
  { colleagues, names }: RoomView,
): Field[] {
  const hasOwner = point.owner !== undefined && names.has(point.owner);
  return [
    {
      id: `state${n}`,
      kind: 'one',
      label: 'Hoe staat het ermee?',
      value: typed[`state${n}`] || 'later',
      asked,
      choices: Object.entries(outcomes).map(([value, title]) => ({ value, title })),
    },
    {
      id: `due${n}`,
      kind: 'date',
      label: 'Loopt het nog? Kies een nieuwe datum',
      value: typed[`due${n}`],
    },
    ...(hasOwner ? [] : choosingForm(ownerChoosing(n, `Punt ${n}`, colleagues), typed)),
  ];
}

/** Looking back at points that are open: in a talk, or at one of them at any time. */
export function lookForm(
  { key, name }: Group,
  points: readonly TalkPoint[],
  room: RoomView,
  { typed = {}, problems = [], inTalk }: TypedForm & { inTalk: boolean },
): Message {
  const asked = (point: TalkPoint, n: number) =>
    `${points.length > 1 ? `${n}. ` : ''}${point.text} (${detailOf(point, room.names, room.day)})`;
  return formCard({
    kind: 'team',
    title: inTalk ? 'Hoe staat het met deze punten?' : 'Hoe staat het met dit punt?',
    lead: 'Iets loslaten mag. Dan is er ruimte voor iets anders.',
    place: name,
    problems,
    fields: points.flatMap((point, index) =>
      lookFields(index + 1, point, asked(point, index + 1), typed, room),
    ),
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
    seenBy: pointReaders,
    actions: inTalk ? [{ verb: 'talk.next', title: 'Sla over', data: { team: key } }] : [],
    back: { verb: 'talk.points', data: { team: key } },
  });
}

/** How many fields of a kind the form needs: one for each free place, and at least as many as were filled in. */
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
    kind: 'team',
    title: 'Wat kiezen jullie?',
    place: name,
    about: there === '' ? '' : `Dit staat er al:\n${there}`,
    lead: `Eén van jullie typt. Schrijf niet op wie iets zei. ${
      team.channel
        ? 'Ik zet het daarna in het kanaal.'
        : 'Ik weet nog niet welk kanaal van jullie team is. Typ in dat kanaal: @Kompas teamkanaal. Of vertel je team daarna zelf wat jullie kozen.'
    }`,
    problems,
    fields: [
      ...upTo(countOf('proud', points, typed, day)).map(
        (n): Field => ({
          id: `proud${n}`,
          kind: 'text',
          label: `Trotspunt ${n}`,
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
        ...choosingForm(ownerChoosing(n, `Verbeterpunt ${n}`, colleagues), typed),
        { id: `due${n}`, kind: 'date', label: 'Klaar op', value: typed[`due${n}`] },
      ]),
    ],
    submit: { verb: 'talk.save', title: 'Bewaar', data: { team: key } },
    seenBy: pointReaders,
    back: { verb: 'talk.points', data: { team: key } },
  });
}
