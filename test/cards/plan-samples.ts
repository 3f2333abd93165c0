import type { Message } from '../../src/conversation/message.ts';
import { pageOf } from '../../src/conversation/paging.ts';
import { criterionIds } from '../../src/features/plan/content/step.ts';
import { type CourseShown, courseCard, sessionCard, toldCard } from '../../src/features/plan/course/cards.ts';
import { adoptForm, goalForm, groupForm } from '../../src/features/plan/course/forms.ts';
import {
  boardCard,
  noSuchPoint,
  nothingToPass,
  notYourPoint,
  pointCard,
  type SecuringShown,
  securingCard,
} from '../../src/features/plan/securing/cards.ts';
import {
  agreementsForm,
  handingForm,
  ownersForm,
  passForm,
  pointForm,
} from '../../src/features/plan/securing/forms.ts';
import type { BoardPoint } from '../../src/features/plan/securing/securing.ts';
import {
  allStepsCard,
  askCloseCard,
  notYours,
  planCard,
  stepCard,
} from '../../src/features/plan/steps/cards.ts';
import type { Facts } from '../../src/features/plan/steps/facts.ts';
import { choosable, stepForm, ticksForm } from '../../src/features/plan/steps/forms.ts';
import { chosenCard, nudgeCard } from '../../src/features/plan/steps/nudge.ts';
import { type Plan, untouched } from '../../src/features/plan/steps/plan.ts';
import { viewOf } from '../../src/features/plan/steps/rules.ts';
import { timelineCard } from '../../src/features/plan/steps/timeline.ts';
import { steps } from '../../src/people/steps.ts';
import { imported, somebody } from '../support/bot.ts';
import { nastyName, nastyText } from './nasty.ts';

const day = '2026-11-25';
const holder = somebody(1, nastyName);
const people = [imported(holder), imported(somebody(2))];
const cut = (most: number) => [...nastyText].slice(0, most).join('');
const facts: Facts = {
  roles: { large: 3, small: 0, pictured: 1, unheld: ['Geodata-engineer'] },
  pilots: [],
  dialogue: { teams: 3, held: 1, agreed: 1 },
  learning: { adoptedLines: [] },
  course: { adoptedOn: '2026-10-01', isChanged: false, toldOn: '2026-10-02' },
  securing: { missing: ['het vaste overleg'], toHandOver: 6, handedOver: 2 },
};
const nothing: Plan = {
  form: 'full',
  steps: steps.map(({ step }) => untouched(step)),
  people: [],
  earlier: [],
};
const busy: Plan = {
  form: 'light',
  steps: nothing.steps.map((one) => ({
    ...one,
    version: 3,
    from: `2026-${`${one.step}`.padStart(2, '0')}-01`,
    until: `2026-${`${one.step + 3}`.padStart(2, '0')}-15`,
    notes: cut(900),
    links: 'https://gemeente.example/koers',
    ticks: Object.fromEntries(criterionIds.slice(0, 3).map((id) => [id, day])),
    closed: one.step < 3 ? day : undefined,
  })),
  earlier: [],
  people: steps.flatMap(({ step }) => [
    { directoryId: holder.account, step, part: 'holder' as const, day },
    { directoryId: holder.account, step, part: 'talked' as const, day },
  ]),
};
const all: Plan = { ...nothing, steps: nothing.steps.map((one) => ({ ...one, closed: day })) };

/** The plan over the eight steps: at its beginning, under way with the longest texts, and at its end. */
export function planSamples(): Record<string, Message> {
  const [begin, view, end] = [nothing, busy, all].map((one) => viewOf(one, facts, people, day)) as [
    ReturnType<typeof viewOf>,
    ReturnType<typeof viewOf>,
    ReturnType<typeof viewOf>,
  ];
  const [first, , third] = view.steps;
  if (!first || !third) throw new Error('there are eight steps');
  const choices = choosable(people);
  return {
    'plan-begin': planCard(begin),
    'plan-busy': planCard(view, 'Bewaard.'),
    'plan-end': planCard(end),
    'plan-all': allStepsCard(view, true),
    'plan-all-reader': allStepsCard(begin, false),
    'plan-timeline': timelineCard(view),
    'plan-timeline-empty': timelineCard(begin),
    'plan-step': stepCard(view, third, { mayChange: true, mayKeep: true }),
    'plan-step-closed': stepCard(view, first, { mayChange: true, note: 'Bewaard.' }),
    'plan-step-reader': stepCard(begin, begin.steps[0] ?? third),
    'plan-form': stepForm(third, choices),
    'plan-form-wrong': stepForm(third, choices, { problems: [`Notities: haal de naam ${nastyName} weg.`] }),
    'plan-ticks': ticksForm('light', third),
    'plan-close': askCloseCard(view, third),
    'plan-not-yours': notYours,
    'plan-nudge': nudgeCard([first, third]),
    'plan-chosen': chosenCard([first, third]),
    'plan-again': planCard(
      viewOf(busy, { ...facts, course: { ...facts.course, isChanged: true } }, people, day),
      'De stap is afgerond.',
    ),
    'plan-step-mine': stepCard(view, third, { mayChange: true, isMine: true }),
  };
}

const shown: CourseShown = {
  form: 'full',
  names: new Map([[holder.account, nastyName]]),
  course: {
    version: 2,
    texts: { why: cut(900), digital: 'half', ambition: '98 % goed' },
    goals: [
      { id: 'g1', text: cut(200), measure: '90 %', until: '2027-06-01', checks: ['A', 'R'] },
      { id: 'g2', text: 'Beter', measure: '', until: '', checks: [] },
    ],
    owners: new Map([['g1', holder.account]]),
  },
};
const adopted = { version: 2, day: '2026-11-20', by: 'mt' } as const;

/** The course: empty, filled, adopted and changed since. */
export function courseSamples(): Record<string, Message> {
  const none: CourseShown = { ...shown, course: { version: 0, texts: {}, goals: [], owners: new Map() } };
  const choices = choosable(people);
  return {
    'course-empty': courseCard(none, { mayKeep: true }),
    'course-filled': courseCard(shown, { note: 'Bewaard.', mayKeep: true }),
    'course-adopted': courseCard({ ...shown, course: { ...shown.course, adopted } }, { mayKeep: true }),
    'course-changed': courseCard({ ...shown, course: { ...shown.course, version: 3, adopted } }),
    'course-session': sessionCard(),
    'course-told': toldCard({ ...shown, course: { ...shown.course, adopted } }),
    'course-form': groupForm(shown.course, 'choices', 'full'),
    'course-goal': goalForm(shown.course, 'g1', choices),
    'course-goal-new': goalForm(shown.course, 'g3', choices),
    'course-adopt': adoptForm(shown.course, day, { missing: ['er zijn 2 doelen, en drie is beter'] }),
  };
}

const point: BoardPoint = {
  id: 'V-0000000a',
  version: 1,
  text: cut(300),
  source: 'retro',
  table: 'regie',
  step: 8,
  since: '2026-10-01',
  due: '2026-12-01',
};
const secured: SecuringShown = {
  form: 'full',
  names: shown.names,
  securing: {
    agreements: { version: 1, texts: { escalation: cut(500) }, handedOver: { roles: day } },
    points: [point],
    owners: new Map([
      ['proces-BAG', holder.account],
      ['punt-V-0000000a', holder.account],
    ]),
  },
};

/** What stays, and the verbeterbord. */
export function securingSamples(): Record<string, Message> {
  const choices = choosable(people);
  const { agreements } = secured.securing;
  const board = { day, isDone: false, mayAdd: true };
  return {
    'securing-shown': securingCard(secured, { mayKeep: true, note: 'Bewaard.' }),
    'securing-light': securingCard({ ...secured, form: 'light' }),
    'securing-form': agreementsForm(agreements, 'full'),
    'securing-owners': ownersForm('BAG', 1, choices),
    'securing-handing': handingForm(agreements),
    'board-empty': boardCard(secured, pageOf([], 0, 6), board),
    'board-list': boardCard(secured, pageOf([point, { ...point, id: 'V-b' }], 0, 6), board),
    'board-done': boardCard(secured, pageOf([{ ...point, done: day }], 0, 6), { ...board, isDone: true }),
    'board-point': pointCard(secured, point, { day, mayChange: true }),
    'board-point-done': pointCard(secured, { ...point, done: day }, { day, mayChange: true }),
    'board-form': pointForm('V-0000000b', choices),
    'board-form-edit': pointForm(point.id, choices, { there: point, typed: { text: point.text } }),
    'board-pass': passForm([{ id: 'talk|west|1', text: nastyText, source: 'talk' }]),
    'board-nothing': nothingToPass,
    'board-gone': noSuchPoint,
    'board-not-yours': notYourPoint,
  };
}
