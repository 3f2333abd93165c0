import { dutchDay } from '../../../calendar/clock.ts';
import { type DetailCard, detailCard } from '../../../conversation/cards/detail.ts';
import type { Message, NoticeAction } from '../../../conversation/message.ts';
import type { Todo } from '../actions/store.ts';
import { outcomeSections } from '../closing/cards.ts';
import type { Names } from '../pilot/names.ts';
import { aspects, type Criterion, kinds, type Pilot, progressOf, timeLeft } from '../pilot/pilot.ts';
import type { PilotView } from '../pilot/rights.ts';
import { roundsSection } from '../rounds/story.ts';

/** What stands on the card of a pilot beside the pilot itself. `day` is an ISO date. */
export interface PilotState {
  todos: readonly Todo[];
  names: Names;
  day: string;
  /** Whether it is shown in a channel. */
  inChannel: boolean;
  /** True for a message, false for the answer to a tap, which nobody keeps. */
  inMessage: boolean;
  note: string;
  /** Buttons that undo what `note` says. */
  undo: readonly NoticeAction[];
}

const noChannelYet = 'nog geen. Typ in het kanaal van het pilotteam: @Kompas pilot';

/** So many open actions stand on the card of a pilot. */
const MOST_ACTIONS = 5;

const nameIn = (names: Names, directoryId: string) => names.get(directoryId) ?? 'iemand die er niet meer is';

/** "12 → 8 dagen, nu 10" */
function criterionWords({ start, target, unit, measured }: Criterion): string {
  const last = measured.at(-1);
  const number = (value: number) => `${value}`.replace('.', ',');
  const path = `${number(start)} → ${number(target)}${unit ? ` ${unit}` : ''}`;
  return last ? `${path}, nu ${number(last.value)} (${dutchDay(last.day)})` : `${path}, nog niet gemeten`;
}

/** The round that a pilot is in; empty when it knows no rounds yet, or is closed. */
function roundWords({ iteration: { number, changed }, closedOn }: Pilot): string {
  if (closedOn || (number === 1 && changed.length === 0)) return '';
  return `${number} · ${changed.map((one) => aspects[one]).join(' en ') || 'nog niets veranderd'}`;
}

const hoursWords = (hours: number | undefined) =>
  hours === undefined ? '' : hours === 0 ? 'geen' : `${hours} per week`;

/** The facts of a pilot that are known. */
function factsOf({ pilot, members, leads }: PilotView, { names, inChannel }: PilotState) {
  const { from, until, standup } = pilot;
  const namesOf = (list: PilotView['members']) => list.map(({ directoryId }) => nameIn(names, directoryId));
  const isUnlinked = leads && !pilot.channel && !pilot.closedOn && !inChannel;
  return [
    { title: 'Periode', value: `${dutchDay(from)} tot en met ${dutchDay(until)}` },
    {
      title: 'Wie',
      value: namesOf(members)
        .sort((a, b) => a.localeCompare(b, 'nl'))
        .join(', '),
    },
    { title: 'Leidt de pilot', value: namesOf(members.filter(({ role }) => role === 'lead')).join(', ') },
    { title: 'Waar', value: [pilot.areas, pilot.registrations].filter(Boolean).join(' · ') },
    { title: 'Leren', value: pilot.goals ?? '' },
    { title: 'Vrijgemaakte uren', value: hoursWords(pilot.hours) },
    { title: 'Hulp', value: pilot.support ?? '' },
    { title: 'Oefenen', value: pilot.onPaper ? 'op papier' : '' },
    { title: 'Ronde', value: roundWords(pilot) },
    {
      title: 'Stand-up',
      value: standup ? `${standup.days.join(', ')} van ${standup.from} tot ${standup.until}` : '',
    },
    { title: 'Kanaal', value: isUnlinked ? noChannelYet : '' },
  ].filter(({ value }) => value !== '');
}

/** The first open actions, each with a button that says it is done. */
function actionSection({ id }: Pilot, { todos, names, day, inChannel }: PilotState) {
  // In the channel no name stands beside what is late: everybody there would read who falls short.
  const owned = ({ owner, due = day }: Todo) => {
    if (!owner) return 'nog niet opgepakt';
    return inChannel && due < day ? '' : nameIn(names, owner);
  };
  const open = todos.filter(({ doneOn }) => doneOn === undefined);
  return {
    title: open.length > MOST_ACTIONS ? `Open acties (${open.length})` : 'Open acties',
    lines: open.slice(0, MOST_ACTIONS).map((todo) => ({
      text: todo.text,
      detail: [
        owned(todo),
        todo.due ? `${todo.due < day ? 'had klaar moeten zijn op' : 'klaar op'} ${dutchDay(todo.due)}` : '',
      ]
        .filter(Boolean)
        .join(' · '),
      actions: [{ verb: 'pilot.done', title: 'Gedaan', data: { pilot: id, action: todo.id } }],
    })),
  };
}

/** How far each criterion is, to the nearest ten percent, for those that were measured: the exact figures stand in words. */
const barsOf = ({ criteria }: Pilot): DetailCard['bars'] =>
  criteria.flatMap((criterion) => {
    const percent = progressOf(criterion);
    return percent === undefined ? [] : [{ name: criterion.name, percent: Math.round(percent / 10) * 10 }];
  });

/** What every member can do with a pilot that goes on, and linking it to the channel for who leads it. */
function actionsOf({ pilot, leads }: PilotView, inChannel: boolean): NoticeAction[] {
  if (pilot.closedOn) return [];
  const of = { pilot: pilot.id };
  return [
    ...(pilot.criteria.length > 0
      ? [{ verb: 'pilot.edit-measure', title: 'Meting toevoegen', data: of }]
      : []),
    // What the method asks of a pilot in which roles are tried (docs/method.md step 3).
    ...(kinds[pilot.kind].step === 3 ? [{ verb: 'pilot.roles', title: 'Rollen', data: of }] : []),
    ...(inChannel && leads && !pilot.channel
      ? [{ verb: 'pilot.link', title: 'Koppel aan dit kanaal', data: of }]
      : []),
  ];
}

/** The way to what the team answered, from a message that may not hold it. */
const opinionsOf = ({ pilot }: PilotView, { inMessage }: PilotState): NoticeAction[] =>
  pilot.outcome && inMessage
    ? [{ verb: 'pilot.show', title: 'Wat het team ervan vond', data: { pilot: pilot.id } }]
    : [];

/** What who leads a pilot can change about it while it goes on. */
function changesOf({ pilot, leads }: PilotView): NoticeAction[] {
  if (!leads || pilot.closedOn) return [];
  const of = { pilot: pilot.id };
  return [
    { verb: 'pilot.edit-goals', title: 'Doelen', data: of },
    { verb: 'pilot.edit-frame', title: 'Kaders', data: of },
    { verb: 'pilot.edit-standup', title: 'Stand-up', data: of },
    { verb: 'pilot.edit-members', title: 'Pilotteam', data: of },
    { verb: 'pilot.change', title: 'Ronde', data: of },
    { verb: 'pilot.ending', title: 'Afronden', data: of },
  ];
}

/** How a pilot stands: what is known of it, how far its goals are or what came out, and what has to be done. */
export function stateCard(view: PilotView, state: PilotState): Message {
  const { pilot } = view;
  const measured = pilot.criteria.map((criterion) => ({
    text: criterion.name,
    detail: criterionWords(criterion),
  }));
  return detailCard({
    kind: 'pilot',
    text: 'Zo staat de pilot ervoor.',
    title: pilot.name,
    place: `${kinds[pilot.kind].title} · ${timeLeft(pilot, state.day)}`,
    note: state.note,
    facts: factsOf(view, state),
    bars: barsOf(pilot),
    sections: [
      ...(pilot.outcome
        ? outcomeSections(pilot, pilot.outcome, state.inMessage)
        : [{ title: 'Doelen', lines: measured }]),
      roundsSection(pilot),
      actionSection(pilot, state),
    ].filter((section) => section.lines.length > 0),
    actions: [
      ...state.undo,
      ...opinionsOf(view, state),
      ...actionsOf(view, state.inChannel),
      ...changesOf(view),
    ],
  });
}
