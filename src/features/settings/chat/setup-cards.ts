import type { Temporal } from 'temporal-polyfill';
import { dutchMoment } from '../../../calendar/clock.ts';
import { nextWindow, windowAt } from '../../../calendar/schedule.ts';
import { noticeCard } from '../../../conversation/cards/notice.ts';
import { inRow, rowsCard } from '../../../conversation/cards/rows.ts';
import type { Message, NoticeAction } from '../../../conversation/message.ts';
import { missingFor } from '../../../people/changing/missing.ts';
import type { Team } from '../../../people/municipality.ts';
import { oncePerAccount, type Person, respondents } from '../../../people/person.ts';
import {
  reachCount,
  reachedOf,
  reachOf,
  reachTodo,
  unreachedBy,
  unreachedWords,
} from '../../../people/reach.ts';
import { toOverview } from './needs.ts';
import { goOn, missingTitle, reachedWords } from './overview.ts';
import { behind, type SetupState, type Step, type StepId, steps } from './setup-steps.ts';
import { toUnreached } from './unreached.ts';

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
  const open = step.isOptional ? 'Kan altijd' : 'Nog te doen';
  const stands = isDone ? '✓ Klaar' : step.id === shown.id ? 'Deze stap' : open;
  return {
    name: `${steps.indexOf(step) + 1}. ${step.title}`,
    value: inRow([stands, now].filter(Boolean).join(': ')),
    action: showing(step.id, `Naar stap ${steps.indexOf(step) + 1}: ${step.title}`),
  };
}

/** What was saved in the step before, on top of the next one: in words, with the tap that undoes it. */
export interface Saved {
  words: string;
  undo: NoticeAction | undefined;
}

/** What a step is about, and what to tap. Some say nothing before there are people. */
function contentOf(step: Step, state: SetupState): { lead: string; first: readonly NoticeAction[] } {
  if (step.needsPeople && state.settings.teams.length === 0)
    return {
      lead: 'Doe eerst stap 2: er staat nog niemand in Kompas.',
      first: [showing('mensen', 'Naar stap 2')],
    };
  const count = reachCount(state.people);
  const lead = step.id === 'bereik' && count.all > 0 ? reachedWords(count) : step.why;
  return { lead, first: step.actions(state) };
}

/** One step of the first hour: why it is there, what to tap, and behind a button how all steps stand. */
export function stepCard(step: Step, state: SetupState, saved?: Saved): Message {
  const { lead, first } = contentOf(step, state);
  const next = behind(step.id);
  const number = steps.indexOf(step) + 1;
  const skip = step.isDone(state) || step.isOptional ? 'Volgende stap' : 'Sla over';
  const unreached = step.id === 'bereik' ? unreachedBy(state.people) : [];
  return rowsCard({
    kind: 'settings',
    state: { words: `stap ${number} van ${steps.length}`, tone: 'quiet' },
    text: `Kompas inrichten, stap ${number} van ${steps.length}: ${step.title}.`,
    note: saved?.words ?? '',
    title: step.title,
    lead,
    first,
    groups: [
      ...(unreached.length > 0
        ? [
            {
              title: 'Wat je kunt doen',
              rows: unreached.map(({ state: cause, people }) => ({
                name: unreachedWords(cause, people.length),
                value: reachTodo[cause],
              })),
            },
          ]
        : []),
      { title: 'Alle stappen', isVisible: false, rows: steps.map((one) => rowOf(one, state, step)) },
    ],
    small: 'Stoppen kan altijd. Typ “inrichten”, dan ga je verder waar je was.',
    actions: [next ? from(next, skip) : showing('klaar', 'Afronden'), saved?.undo ?? toOverview],
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
/** From so many answers on there is a picture of a team (trust:fewest-six). */
const FEWEST = 6;

/** In which teams too few can answer for a picture, where that is seen by now. Whether somebody wants check-ins is not looked at. */
function smallTeams(teams: readonly Team[], people: readonly Person[]): string[] {
  const reached = oncePerAccount(people.filter((one) => reachOf(one) === 'reached' && !one.moved));
  const small = teams.flatMap((team) => {
    const count = respondents(
      team,
      reached.filter((one) => one.team === team.key),
    ).length;
    return count < FEWEST ? [{ team, count }] : [];
  });
  const [only] = small;
  if (!only) return [];
  if (small.length > 1)
    return [
      `In ${small.length} teams tellen nu minder dan ${FEWEST} mensen mee. Die teams krijgen geen teambeeld.`,
    ];
  const counted = only.count === 1 ? 'telt nu 1 persoon' : `tellen nu ${only.count || 'geen'} mensen`;
  return [`In ${only.team.name} ${counted} mee. Een teambeeld komt er pas vanaf ${FEWEST}.`];
}

/** The end of the first hour: what happens by itself now, for whom and when; or what is still to be done for that. */
export function doneCard({ settings, people }: SetupState, now: Temporal.Instant, saved?: Saved): Message {
  const missing = missingFor(settings);
  const before = saved ? [saved.words] : [];
  if (missing.length > 0)
    return noticeCard({
      kind: 'settings',
      text: 'Er is nog iets nodig voor de eerste check-in.',
      title: 'Nog niet klaar',
      body: 'Zonder dit gaat er geen check-in uit. Wat je al deed, blijft staan.',
      lines: [...before, ...missing.map(missingTitle)],
      actions: [goOn, toOverview],
    });
  const count = reachCount(people);
  const isForAll = count.reached === count.all;
  const running = settings.teams.some(({ schedule }) => windowAt(schedule, now) !== undefined);
  return noticeCard({
    kind: 'settings',
    state: isForAll
      ? { words: 'check-ins mogen', tone: 'good' }
      : { words: `Kompas bereikt ${reachedOf(count)}`, tone: 'warning' },
    text: `Klaar. ${reachedWords(count)}`,
    title: isForAll ? 'Klaar' : 'Klaar, maar niet voor iedereen',
    body: 'De rest gaat vanzelf. Wie bereikbaar is, krijgt op een werkdag eerst het welkom.',
    lines: [
      ...before,
      reachedWords(count),
      ...smallTeams(settings.teams, people),
      ...momentsOf(settings.teams, now).slice(0, MOST_MOMENTS),
    ],
    ...(running ? { small: 'Wil je niet wachten? Typ “checkin nu”.' } : {}),
    actions: [
      ...(isForAll ? [] : [{ ...toUnreached, style: 'positive' as const }]),
      toOverview,
      { verb: 'help.say', title: 'Hoe staat het ervoor', data: { text: 'hoe staat het ervoor' } },
    ],
  });
}
