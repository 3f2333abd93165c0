import type { Temporal } from 'temporal-polyfill';
import { dutchMoment } from '../../../calendar/clock.ts';
import { nextWindow, windowAt } from '../../../calendar/schedule.ts';
import { noticeCard } from '../../../conversation/cards/notice.ts';
import { inRow, rowsCard } from '../../../conversation/cards/rows.ts';
import type { Message, NoticeAction } from '../../../conversation/message.ts';
import { missingFor } from '../../../people/changing/missing.ts';
import type { Team } from '../../../people/municipality.ts';
import { reachCounts } from '../../../people/reach.ts';
import { toOverview } from './needs.ts';
import { goOn } from './overview.ts';
import { behind, type SetupState, type Step, type StepId, steps } from './setup-steps.ts';

const showing = (step: StepId | 'klaar', title: string): NoticeAction => ({
  verb: 'setup.show',
  title,
  data: { step },
});
/** The next step that is to be done, from this one on. */
export const from = (step: StepId, title: string): NoticeAction => ({
  verb: 'setup.show',
  title,
  data: { from: step },
});

function rowOf(step: Step, state: SetupState, shown: Step) {
  const isDone = step.isDone(state);
  const now = step.now(state);
  const stands = isDone ? '✓ Klaar' : step.id === shown.id ? 'Deze stap' : 'Nog te doen';
  return {
    name: `${steps.indexOf(step) + 1}. ${step.title}`,
    value: inRow([stands, now].filter(Boolean).join(': ')),
    action: showing(step.id, `Naar stap ${steps.indexOf(step) + 1}: ${step.title}`),
  };
}

/** One step of the first hour: why it is there, what to tap, and how all steps stand. `note` comes first. */
export function stepCard(step: Step, state: SetupState, note = ''): Message {
  const [main, ...others] = step.actions(state);
  const next = behind(step.id);
  const number = steps.indexOf(step) + 1;
  const isDone = step.isDone(state);
  const skip = isDone ? 'Volgende stap' : 'Sla over';
  const unreached = step.id === 'bereik' ? reachCounts(state.people) : [];
  return rowsCard({
    kind: 'settings',
    state: { words: `stap ${number} van ${steps.length}`, tone: 'quiet' },
    text: `Kompas inrichten, stap ${number} van ${steps.length}: ${step.title}.`,
    title: step.title,
    lead: [note, step.why].filter(Boolean).join(' '),
    first: main ? [main] : [],
    groups: [
      ...(unreached.length > 0
        ? [
            {
              title: 'Wat je kunt doen',
              rows: unreached.map(({ count, words, todo }) => ({ name: `${count}: ${words}`, value: todo })),
            },
          ]
        : []),
      { title: 'Alle stappen', rows: steps.map((one) => rowOf(one, state, step)) },
    ],
    small: 'Stoppen kan altijd. Typ “inrichten”, dan ga je verder waar je was.',
    actions: [...others, next ? from(next, skip) : showing('klaar', 'Afronden'), toOverview],
  });
}

/** When the next check-in of each team begins, or that it runs: the earliest moment first, teams of one moment together. */
function momentsOf(teams: readonly Team[], now: Temporal.Instant): string[] {
  const running = teams.filter(({ schedule }) => windowAt(schedule, now) !== undefined);
  const later = teams
    .filter((team) => !running.includes(team))
    .map((team) => ({ team, opens: nextWindow(team.schedule, now).opens }));
  const byMoment = Map.groupBy(later, ({ opens }) => opens.epochMilliseconds);
  const words = (some: readonly Team[]) => {
    if (some.length === 1) return some[0]?.name ?? '';
    return some.length === teams.length ? 'alle teams' : `${some.length} teams`;
  };
  return [
    ...(running.length > 0 ? [`Voor ${words(running)} loopt de check-in van deze week al.`] : []),
    ...[...byMoment]
      .sort(([a], [b]) => a - b)
      .flatMap(([, some]) => {
        const [first] = some;
        return first
          ? [`Voor ${words(some.map(({ team }) => team))} begint de check-in ${dutchMoment(first.opens)}.`]
          : [];
      }),
  ];
}

/** So many moments stand on the last card. */
const MOST_MOMENTS = 4;

/** The end of the first hour: what happens by itself now, and when; or what is still to be done for that. */
export function doneCard(state: SetupState, now: Temporal.Instant): Message {
  const { settings } = state;
  const missing = missingFor(settings);
  if (missing.length > 0)
    return noticeCard({
      kind: 'settings',
      text: 'Er is nog iets nodig voor de eerste check-in.',
      title: 'Nog niet klaar',
      body: 'Zonder dit gaat er geen check-in uit. Wat je al deed, blijft staan.',
      lines: missing.map((one) => (one.kind === 'people' ? 'Mensen en teams' : one.setting.title)),
      actions: [goOn, toOverview],
    });
  const running = settings.teams.some(({ schedule }) => windowAt(schedule, now) !== undefined);
  return noticeCard({
    kind: 'settings',
    state: { words: 'check-ins mogen', tone: 'good' },
    text: 'Klaar. De check-ins komen nu vanzelf.',
    title: 'Klaar',
    body: 'De rest gaat vanzelf. Wie Kompas bereikt, krijgt op een werkdag eerst het welkom.',
    lines: momentsOf(settings.teams, now).slice(0, MOST_MOMENTS),
    ...(running ? { small: 'Wil je niet wachten? Typ “checkin nu”.' } : {}),
    actions: [
      toOverview,
      { verb: 'help.say', title: 'Hoe staat het ervoor', data: { text: 'hoe staat het ervoor' } },
    ],
  });
}
