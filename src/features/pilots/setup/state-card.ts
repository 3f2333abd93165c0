import { dutchDay } from '../../../calendar/clock.ts';
import { detailCard } from '../../../conversation/cards/detail.ts';
import type { Message, NoticeAction } from '../../../conversation/message.ts';
import { openButtons } from '../actions/assigned.ts';
import type { Todo } from '../actions/store.ts';
import { whoseWords } from '../actions/whose.ts';
import { outcomeSections } from '../closing/cards.ts';
import type { Names } from '../pilot/names.ts';
import { aspects, kinds, type Pilot, timeLeft } from '../pilot/pilot.ts';
import { figuresOf, progressWords } from '../pilot/progress.ts';
import type { PilotReading } from '../pilot/rights.ts';
import { standupWords } from '../pilot/standup-words.ts';
import { roundsSection } from '../rounds/story.ts';
import { type NextStep, nextStep } from './next-step.ts';

/** What stands on the card of a pilot beside the pilot itself. `day` is an ISO date. */
export interface PilotState {
  todos: readonly Todo[];
  names: Names;
  /** Names of those who left by themselves. */
  left: readonly string[];
  /** Names of members whom Kompas cannot write to. */
  unreached: readonly string[];
  /** True when nobody who leads it works here any more. */
  isLeaderless: boolean;
  /** True as long as the closing can be taken back. */
  mayReopen: boolean;
  day: string;
  /** Whether it is shown in a channel. */
  inChannel: boolean;
  /** True for a message, false for the answer to a tap, which nobody keeps. */
  inMessage: boolean;
  /** Whether the stand-up is open and who reads this alone did not share in it yet. */
  mayShare: boolean;
  /** Whether it is shown in its channel to who leads another pilot that has none. */
  mayLink: boolean;
  note: string;
  /** Buttons that undo what `note` says. */
  undo: readonly NoticeAction[];
}

/** So many open actions stand on the card of a pilot. */
const MOST_ACTIONS = 5;

const nameIn = (names: Names, directoryId: string) =>
  names.get(directoryId) ?? 'iemand die hier niet meer werkt';

/** The round that a pilot is in; empty when it knows no rounds yet, or is closed. */
function roundWords({ iteration: { number, changed }, closedOn }: Pilot): string {
  if (closedOn || (number === 1 && changed.length === 0)) return '';
  return `${number} · ${changed.map((one) => aspects[one]).join(' en ') || 'nog niets veranderd'}`;
}

const isUnchanged = ({ iteration: { number, changed } }: Pilot) => number === 1 && changed.length === 0;

/**
 * What the method asks of a pilot that goes on: in one of roles who tries which, and the whole process begins on paper, with what
 * that taught (docs/method.md steps 3 and 7).
 */
function methodSection(pilot: Pilot) {
  const of = { pilot: pilot.id };
  const line =
    kinds[pilot.kind].step === 3
      ? {
          text: 'Wie probeert welke rol?',
          actions: [{ verb: 'pilot.roles', title: 'Rollen', data: of }],
        }
      : {
          text: isUnchanged(pilot)
            ? 'Begin eerst op papier, met wat jullie al leerden.'
            : 'Wat leerden jullie al?',
          actions: [{ verb: 'learning.earlier', title: 'Dit leerde de rolpilot', data: of }],
        };
  return { lines: pilot.closedOn === undefined ? [line] : [] };
}

const hoursWords = (hours: number | undefined) =>
  hours === undefined ? '' : hours === 0 ? 'geen' : `${hours} per week`;

/** The facts of a pilot that are known to who reads it. */
function factsOf({ pilot, members, leads, isOutside }: PilotReading, state: PilotState, { words }: NextStep) {
  const { from, until, standup } = pilot;
  const namesOf = (list: PilotReading['members']) =>
    list.map(({ directoryId }) => nameIn(state.names, directoryId));
  // What is typed in a channel is answered to everybody there.
  const isAlone = leads && !(state.inChannel && state.inMessage);
  const forLead = (names: readonly string[]) => (isAlone ? names.join(', ') : '');
  const all = [
    { title: 'Volgende stap', value: words },
    { title: 'Periode', value: `${dutchDay(from)} tot en met ${dutchDay(until)}` },
    { title: 'Waar', value: [pilot.areas, pilot.registrations].filter(Boolean).join(' · ') },
    { title: 'Leren', value: pilot.goals ?? '' },
  ];
  const ofTeam = [
    {
      title: 'Wie',
      value: namesOf(members)
        .sort((a, b) => a.localeCompare(b, 'nl'))
        .join(', '),
    },
    {
      title: 'Leidt de pilot',
      value: state.isLeaderless
        ? 'niemand op dit moment'
        : namesOf(members.filter(({ role }) => role === 'lead')).join(', '),
    },
    { title: 'Krijgt van mij geen berichten', value: forLead(state.unreached) },
    { title: 'Heeft de pilot verlaten', value: forLead(state.left) },
    { title: 'Vrijgemaakte uren', value: hoursWords(pilot.hours) },
    { title: 'Hulp', value: pilot.support ?? '' },
    { title: 'Oefenen', value: pilot.onPaper ? 'op papier' : '' },
    { title: 'Ronde', value: roundWords(pilot) },
    {
      title: 'Stand-up',
      value: standup ? standupWords(standup) : '',
    },
  ];
  return [...all, ...(isOutside ? [] : ofTeam)].filter(({ value }) => value !== '');
}

/** The first open actions, each with what can be done with it. */
function actionSection({ id }: Pilot, { todos, names, day, inChannel }: PilotState) {
  const open = todos.filter(({ doneOn }) => doneOn === undefined);
  return {
    title: open.length > MOST_ACTIONS ? `Open acties (${open.length})` : 'Open acties',
    lines: open.slice(0, MOST_ACTIONS).map((todo) => ({
      text: todo.text,
      detail: whoseWords(todo, names, { day, aloud: inChannel }),
      actions: openButtons(id, todo),
    })),
  };
}

/** What every member can do with a pilot that goes on; after its end, what there is to read for who may. */
function actionsOf({ pilot, leads }: PilotReading, { mayReopen }: PilotState): NoticeAction[] {
  const of = { pilot: pilot.id };
  if (pilot.closedOn)
    return [
      { verb: 'learning.links', title: 'Exporteer leerpunten', data: {} },
      ...(leads && mayReopen ? [{ verb: 'pilot.reopen', title: 'Toch niet afgerond', data: of }] : []),
      { verb: 'pilot.closed', title: 'Afgeronde pilots', data: {} },
    ];
  return [];
}

/** The way to what the team answered, from a message that may not hold it. */
const opinionsOf = ({ pilot, isOutside }: PilotReading, { inMessage }: PilotState): NoticeAction[] =>
  pilot.closedOn && inMessage && !isOutside
    ? [{ verb: 'pilot.show', title: 'Wat het team ervan vond', data: { pilot: pilot.id } }]
    : [];

/**
 * What somebody can change about a pilot while it goes on. A message in a channel is read by all: it has what everybody may, and
 * the way to the card of one's own.
 */
function changesOf({ pilot, leads }: PilotReading, { inChannel, inMessage }: PilotState): NoticeAction[] {
  if (pilot.closedOn) return [];
  const of = { pilot: pilot.id };
  const measuring =
    pilot.criteria.length > 0 ? [{ verb: 'pilot.edit-measure', title: 'Meting toevoegen', data: of }] : [];
  if (inChannel && inMessage)
    return [...measuring, { verb: 'pilot.show', title: 'Wat kan ik doen?', data: of }];
  if (!leads) return [...measuring, { verb: 'pilot.leave', title: 'Verlaat de pilot', data: of }];
  const { goals, criteria, standup, kickoff } = pilot;
  const preparing = [
    { verb: 'pilot.edit-goals', title: 'Doelen', data: of },
    { verb: 'pilot.edit-standup', title: 'Stand-up', data: of },
    { verb: 'pilot.kickoff', title: 'Kick-off', data: of },
  ];
  const round = { verb: 'pilot.change', title: 'Ronde', data: of };
  // Until all stands ready it is these three that are needed, and so in sight; then what comes back every week.
  const isReady = (goals !== undefined || criteria.length > 0) && standup && kickoff;
  return [
    ...(isReady ? [...measuring, round, ...preparing] : [...preparing, ...measuring, round]),
    { verb: 'pilot.edit-frame', title: 'Kaders', data: of },
    { verb: 'pilot.edit-members', title: 'Pilotteam', data: of },
    { verb: 'pilot.edit-period', title: 'Periode en naam', data: of },
    { verb: 'pilot.hand-over', title: 'Geef de leiding over', data: of },
    { verb: 'pilot.ending', title: 'Afronden', data: of },
  ];
}

/** Each action once: what comes first stays. */
const eachOnce = (actions: readonly NoticeAction[]): NoticeAction[] =>
  actions.filter(
    ({ verb, title }, n) => !actions.slice(0, n).some((one) => one.verb === verb || one.title === title),
  );

/** How a pilot stands: what is known of it, how far its goals are or what came out, and what has to be done. */
export function stateCard(reading: PilotReading, state: PilotState): Message {
  const { pilot, leads, isOutside } = reading;
  const { day, inChannel, inMessage, isLeaderless, mayShare, mayLink } = state;
  const isPublic = inChannel && inMessage;
  const next = nextStep({ pilot, leads: leads && !isPublic, day, inChannel, isLeaderless, mayShare });
  const measured = pilot.criteria.map((criterion) => ({
    text: criterion.name,
    detail: `${progressWords(criterion)} · ${figuresOf(criterion)}`,
  }));
  return detailCard({
    kind: 'pilot',
    text: 'Zo staat de pilot ervoor.',
    title: pilot.name,
    place: `${kinds[pilot.kind].title} · ${timeLeft(pilot, day)}`,
    note: state.note,
    facts: factsOf(reading, state, next),
    sections: [
      ...(pilot.closedOn && pilot.outcome
        ? outcomeSections(pilot, pilot.outcome, inMessage || isOutside)
        : [{ title: 'Doelen', lines: measured }]),
      // What changed in a round is in the words of the team, and may name people.
      ...(isOutside ? [] : [roundsSection(pilot), methodSection(pilot), actionSection(pilot, state)]),
    ].filter((section) => section.lines.length > 0),
    actions: eachOnce([
      ...state.undo,
      ...(next.action ? [next.action] : []),
      ...(mayLink ? [{ verb: 'pilot.linking', title: 'Koppel een andere pilot', data: {} }] : []),
      ...opinionsOf(reading, state),
      ...actionsOf(reading, state),
      ...changesOf(reading, state),
    ]),
  });
}
