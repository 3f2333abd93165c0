import { dutchDay } from '../../../calendar/clock.ts';
import { type DetailSection, detailCard } from '../../../conversation/cards/detail.ts';
import { rowsCard } from '../../../conversation/cards/rows.ts';
import type { Message, NoticeAction } from '../../../conversation/message.ts';
import { ibroRoles } from '../../../people/person.ts';
import { competences } from '../content/competences.ts';
import type { RoleTask } from '../content/tasks.ts';
import type { MatrixView } from '../matrix/access.ts';
import { droppedWords } from '../matrix/cards.ts';
import { type Confirmed, type Filled, oftens, type Side } from '../matrix/matrix.ts';
import { droppedAnswers } from '../matrix/rules.ts';
import { oftenWords } from '../matrix/words.ts';
import { type Addend, barOf, indicationOf, type RoleSum, worth } from './rules.ts';

/** One task in a sum, written out. */
const addendWords = ({ task, weight, worth: value, points }: Addend) =>
  `${task.title} (gewicht ${weight} × antwoord ${value} = ${points})`;

/** How the four sums read, each with its bar. */
const sumFacts = (sums: readonly RoleSum[]) =>
  sums.map((sum) => ({ title: sum.role, value: `${sum.points} van ${sum.most} punten ${barOf(sum)}` }));

const NEAR = 'Dichtbij is elke rol die hooguit een kwart onder de hoogste ligt.';

/** When a role is near, for who reads no sums. */
export const nearInWords: DetailSection = {
  title: 'Zo is het berekend',
  lines: [{ text: NEAR, detail: '' }],
};

/** What each answer is worth, in the words of who chose it: "doe ik 2, soms 1, niet 0". */
const answerWords = (side: Side): string =>
  oftens.map((often) => `${oftenWords[side][often].toLowerCase()} ${worth[often]}`).join(', ');

/** How the sums are made, for everybody who reads them. */
export const howComputed = (side: Side): DetailSection => ({
  title: 'Zo is het berekend',
  lines: [
    {
      text: `Per taak: het gewicht bij de rol × het antwoord (${answerWords(side)}).`,
      detail: `Opgeteld zijn dat de punten. Erachter staat het hoogste aantal dat kan. ${NEAR}`,
    },
  ],
});

/** What HR may read by now; '' while this side shares nothing. */
function sharedWords({ side, yeses }: MatrixView): string {
  if (!yeses[side]) return '';
  return yeses.employee && yeses.manager
    ? 'HR leest nu de rolindicatie die jullie bevestigden.'
    : 'Jij deelt met HR, de ander nog niet. HR leest nu niets.';
}

/** The button by which one of the two lets HR read what both confirmed, or takes that back. */
function hrButton(view: MatrixView): NoticeAction[] {
  if (!view.confirmed) return [];
  return view.yeses[view.side]
    ? [{ verb: 'hr.stop', title: 'Stop delen met HR', data: dataOf(view) }]
    : [{ verb: 'hr.ask', title: 'Deel met HR', data: dataOf(view) }];
}

const dataOf = ({ side, id }: MatrixView) => (side === 'manager' ? { person: id } : {});

/**
 * What a matrix says of how near its tasks lie to each role. `confirmedOn`: the day (ISO date) on which both confirmed it; `done`: what
 * was just done, in our words.
 */
export function indicationCard(
  view: MatrixView,
  filled: Filled & Pick<Confirmed, 'tasks'>,
  { confirmedOn, done = '' }: { confirmedOn?: string; done?: string } = {},
): Message {
  const { side, person, tasks } = view;
  const { sums, near } = indicationOf(filled, tasks);
  const whose = side === 'employee' ? 'je taken' : 'de taken van je collega';
  const toMatrix = { verb: 'matrix.show', title: 'Naar de takenmatrix', data: dataOf(view) };
  const toRoles = { verb: 'assignments.open', title: 'Rollen van je collega', data: { who: view.id } };
  // After what both confirmed comes the talk about roles, which the manager begins.
  const [main, ...others] = side === 'manager' && confirmedOn ? [toRoles, toMatrix] : [toMatrix];
  const next: NoticeAction[] = [{ ...main, style: 'positive' }, ...others];
  const heaviest = sums.filter(({ role }) => near.includes(role));
  return detailCard({
    kind: 'roles',
    place: side === 'manager' ? person.name : '',
    state: confirmedOn
      ? { words: 'door jullie bevestigd', tone: 'good' }
      : { words: 'nog niet bevestigd', tone: 'quiet' },
    text: 'Voorlopige rolindicatie.',
    title: 'Voorlopige rolindicatie',
    note: [
      done,
      near.length > 0
        ? `Zo dicht liggen ${whose} bij elke rol. Het is een begin voor jullie gesprek en geen beoordeling.`
        : `Bij ${whose} past nog geen van de vier rollen. Praat er samen over: misschien ontbreekt er een taak.`,
      confirmedOn ? `Bevestigd op ${dutchDay(confirmedOn)}.` : '',
      droppedWords(droppedAnswers(filled, tasks)),
      sharedWords(view),
    ]
      .filter(Boolean)
      .join(' '),
    facts: sumFacts(sums),
    sections: [
      {
        title:
          near.length > 1
            ? `Deze rollen liggen dicht bij ${whose}`
            : `Deze rol ligt het dichtst bij ${whose}`,
        lines: heaviest.flatMap(({ role, heaviest: weighed }) => [
          { text: role, detail: `Woog het meest: ${weighed.map(addendWords).join(', ')}.` },
          { text: 'Dit vraagt de rol', detail: competences[role].join(' ') },
        ]),
      },
      howComputed(side),
    ].filter(({ lines }) => lines.length > 0),
    actions: [
      ...next,
      ...near.map((role) => ({ verb: 'profile.show', title: `Rolprofiel ${role}`, data: { role } })),
      { verb: 'indication.mapping', title: 'Welke taak bij welke rol?', data: dataOf(view) },
      ...hrButton(view),
    ],
  });
}

/**
 * Which task belongs to which role, and how much: ours, and open to everybody. `person`: of whom the indication is to which it leads back,
 * '' for who taps.
 */
export const mappingCard = (tasks: readonly RoleTask[], person = ''): Message =>
  rowsCard({
    kind: 'roles',
    text: 'Welke taak hoort bij welke rol?',
    title: 'Welke taak hoort bij welke rol?',
    lead: 'Een taak kan bij meer rollen horen. Deze indeling is van Kompas, of van je gemeente bij een eigen taak. Vulden jullie de korte lijst in? Dan tellen alleen de taken waar “korte lijst” bij staat.',
    groups: ibroRoles.map((role) => ({
      title: role,
      isVisible: false,
      counted: 'taken',
      rows: tasks
        .filter(({ weights }) => weights[role] !== undefined)
        .toSorted((a, b) => (b.weights[role] ?? 0) - (a.weights[role] ?? 0))
        .map(({ title, weights, short }) => ({
          name: title,
          detail: short ? 'korte lijst' : '',
          value: weights[role] === 2 ? 'weegt 2: hoort erbij' : 'weegt 1: ligt dichtbij',
        })),
    })),
    actions: [
      {
        verb: 'indication.show',
        title: person ? 'Naar de rolindicatie' : 'Mijn rolindicatie',
        data: person ? { person } : {},
      },
    ],
  });
