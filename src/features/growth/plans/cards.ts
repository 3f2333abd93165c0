import { dutchDay } from '../../../calendar/clock.ts';
import { detailCard } from '../../../conversation/cards/detail.ts';
import type { State } from '../../../conversation/cards/head.ts';
import { notice, noticeCard } from '../../../conversation/cards/notice.ts';
import { rowsCard } from '../../../conversation/cards/rows.ts';
import type { Message, NoticeAction } from '../../../conversation/message.ts';
import { pageButtons, pageOf, partWords } from '../../../conversation/paging.ts';
import type { Person } from '../../../people/person.ts';
import { learningGoals } from '../content/goals.ts';
import { learningForms } from '../content/learning-forms.ts';
import type { Outcome, Plan, PlanContent, SharedPlan } from './plan.ts';
import { questions } from './plan.ts';
import { markOf, questionWords } from './rules.ts';

/** So many names of colleagues stand on one card. */
const PAGE = 10;

/** Who sees what is filled in, for how long: behind "Wie ziet dit?". */
export const seenBy = [
  'Alleen jij, tot je het zelf deelt met je leidinggevende. Die leest dan wat er op dat moment staat, behalve je top 5.',
  'Je stopt met delen wanneer je wilt. Het stopt ook als je naar een ander team gaat of een andere leidinggevende krijgt.',
  'Kompas bewaart het tot 2 jaar na je laatste wijziging. Je haalt het eerder weg met “Haal weg”.',
].join('\n');

const action = (verb: string, title: string, data: object = {}, style?: 'positive'): NoticeAction => ({
  verb,
  title,
  data,
  ...(style ? { style } : {}),
});

/** What typed words get: nothing of a plan, since the chat keeps it, and not whether there is one. */
export const ready = (leads: boolean): Message =>
  notice(
    'growth',
    'Je ontwikkelplan staat klaar',
    'Hierin schrijf je op wat je wilt leren. Het hoeft niet, en het is geen beoordeling.',
    [
      action('growth.show', 'Open', {}, 'positive'),
      ...(leads ? [action('growth.list', 'Gedeeld met mij', { page: 0 })] : []),
      action('help.say', 'Buddy', { text: 'buddy' }),
    ],
  );

/** There is no plan yet. */
export const beginCard: Message = noticeCard({
  kind: 'growth',
  text: 'Begin met je ontwikkelplan.',
  title: 'Wil je iets leren of anders gaan doen?',
  body: 'Begin met je eigen idee. Daarna kies je één kleine stap. Niet iedereen heeft een plan nodig.',
  actions: [action('growth.draft', 'Begin', {}, 'positive')],
  seenBy,
});

/** The plan is gone, and what was shared of it is not. */
export const stillSharedCard: Message = noticeCard({
  kind: 'growth',
  text: 'Je deelt nog een ontwikkelplan.',
  title: 'Je deelt nog een oud ontwikkelplan',
  body: 'Het plan zelf is weg. Je leidinggevende kan nog lezen wat je deelde.',
  actions: [
    action('growth.stop-sharing', 'Deel niet meer', {}, 'positive'),
    action('growth.draft', 'Begin opnieuw'),
  ],
  seenBy,
});

export const outcomeWords: Record<Outcome, string> = {
  done: 'gedaan',
  'not-yet': 'nog niet',
  other: 'anders gedaan',
};

const titles = (ids: readonly string[], all: readonly { id: string; title: string }[]) =>
  all.flatMap(({ id, title }) => (ids.includes(id) ? [title] : [])).join(', ');

function contentFacts({ draft, goals, ownGoal, step, time, support }: PlanContent) {
  return [
    ...questions.map((id) => ({ title: questionWords[id].replace('?', ''), value: draft[id] ?? '' })),
    { title: 'Leerdoelen', value: [titles(goals, learningGoals), ownGoal].filter(Boolean).join(', ') },
    { title: 'Kleine stap', value: step ? `${step.what} (klaar op ${dutchDay(step.by)})` : '' },
    { title: 'Hoe ging het', value: step?.outcome ? outcomeWords[step.outcome] : '' },
    { title: 'Tijd in het rooster', value: time },
    { title: 'Wat helpt', value: support },
  ].filter(({ value }) => value !== '');
}

/** A plan as its owner sees it: what stands there, and with whom it is shared at this moment. */
export interface OwnView {
  plan: Plan;
  /** Who leads their team, but for themselves. */
  leads: readonly Person[];
  shared?: { with: Person; what: SharedPlan };
  /** Today (ISO date). */
  today: string;
}

function stateOf({ plan: { step }, shared }: OwnView): State {
  if (step?.outcome === 'done') return { words: 'stap gedaan', tone: 'good' };
  return shared ? { words: 'gedeeld', tone: 'quiet' } : { words: 'alleen voor jou', tone: 'quiet' };
}

/** The next thing to do with a plan: choose a step, or say what came of it once its day is there. */
function nextOf({ plan: { step }, today }: OwnView): NoticeAction[] {
  if (!step || step.outcome === 'done' || step.outcome === 'other')
    return [action('growth.step', step ? 'Kies een nieuwe stap' : 'Kies een kleine stap', {}, 'positive')];
  if (step.by > today) return [action('growth.done', 'Gedaan', { outcome: 'done' }, 'positive')];
  return [
    action('growth.done', 'Gedaan', { outcome: 'done' }, 'positive'),
    action('growth.done', 'Nog niet', { outcome: 'not-yet' }),
    action('growth.done', 'Anders', { outcome: 'other' }),
  ];
}

const isOld = ({ plan, shared }: OwnView) => shared !== undefined && markOf(shared.what) !== markOf(plan);

function sharingOf(view: OwnView): NoticeAction[] {
  if (view.leads.length === 0) return [];
  if (!view.shared) return [action('growth.ask-share', 'Deel met je leidinggevende')];
  return [
    ...(isOld(view) ? [action('growth.ask-share', 'Deel de nieuwe versie')] : []),
    action('growth.stop-sharing', 'Deel niet meer'),
  ];
}

/** Somebody's own plan. `done`: what was just done, in our words. */
export function planCard(view: OwnView, done = ''): Message {
  const { plan, shared, today } = view;
  const late = plan.step && !plan.step.outcome && plan.step.by <= today;
  return detailCard({
    kind: 'growth',
    state: stateOf(view),
    text: 'Je ontwikkelplan.',
    title: 'Je ontwikkelplan',
    note: [
      done,
      late ? 'De dag van je kleine stap is er. Hoe ging het?' : '',
      isOld(view) ? 'Na het delen wijzigde je iets. Dat is nog niet gedeeld.' : '',
    ]
      .filter(Boolean)
      .join(' '),
    facts: [
      ...contentFacts(plan),
      { title: 'Je top 5', value: titles(plan.forms, learningForms) },
      { title: 'Gedeeld met', value: shared ? `${shared.with.name}, op ${dutchDay(shared.what.day)}` : '' },
    ].filter(({ value }) => value !== ''),
    actions: [
      ...nextOf(view),
      action('growth.draft', 'Wijzig'),
      action('growth.goals', 'Leerdoelen'),
      action('growth.forms', 'Je top 5'),
      action('growth.agree', 'Tijd en hulp'),
      ...sharingOf(view),
      action('growth.ask-remove', 'Haal weg'),
    ],
  });
}

/** Before it goes. */
export const askRemove: Message = notice(
  'growth',
  'Haal je je ontwikkelplan weg?',
  'Wat erin staat, is dan weg. Wat je deelde, is ook weg.',
  [action('growth.remove', 'Haal weg'), action('growth.show', 'Laat staan')],
);

export const removed: Message = notice(
  'growth',
  'Je ontwikkelplan is weg',
  'Je kunt altijd opnieuw beginnen.',
  [action('growth.show', 'Begin opnieuw')],
);

const back = action('growth.list', 'Gedeeld met mij', { page: 0 });

/** It may be that nothing was ever shared, or not any more: that does not tell which. */
export const notShared: Message = notice(
  'growth',
  'Dit ontwikkelplan is nu niet met jou gedeeld',
  'Je collega kiest zelf wat je leest, en wanneer.',
  [back],
);

/** The names of those who share their plan with who asks. */
export function listCard(all: readonly { id: string; person: Person; day: string }[], page: number): Message {
  if (all.length === 0)
    return notice(
      'growth',
      'Er is nu niets met jou gedeeld',
      'Een medewerker kiest zelf of je een ontwikkelplan leest.',
    );
  const part = pageOf(all, page, PAGE);
  return rowsCard({
    kind: 'growth',
    place: partWords(part),
    text: 'Ontwikkelplannen die met je zijn gedeeld.',
    title: 'Met jou gedeeld',
    lead: 'Gebruik een plan voor een gesprek. Het is geen beoordeling.',
    groups: [
      {
        rows: part.items.map(({ id, person, day }) => ({
          name: person.name,
          value: `gedeeld op ${dutchDay(day)}`,
          action: action('growth.read', 'Open', { person: id }),
        })),
      },
    ],
    actions: pageButtons(part, 'growth.list', (next) => ({ page: next })),
  });
}

/** What somebody shared, as who leads their team reads it. */
export const sharedCard = (person: Pick<Person, 'name'>, shared: SharedPlan): Message =>
  detailCard({
    kind: 'growth',
    place: person.name,
    state: { words: 'met jou gedeeld', tone: 'quiet' },
    text: 'Het ontwikkelplan dat een collega met je deelt.',
    title: `Ontwikkelplan van ${person.name}`,
    note: `Zo stond het er op ${dutchDay(shared.day)}. Vraag wat iemand nodig heeft: richting, ruimte of steun.`,
    facts: contentFacts(shared),
    actions: [back],
  });

/** Holds nothing of the plan: the chat keeps it. */
export const reminderCard: Message = noticeCard({
  kind: 'growth',
  text: 'Wil je nog eens naar je ontwikkelplan kijken?',
  title: 'Wil je nog eens naar je ontwikkelplan kijken?',
  body: 'Je wijzigde het een paar weken niet. Het mag ook blijven zoals het is.',
  actions: [action('growth.show', 'Open', {}, 'positive'), action('growth.quiet', 'Niet meer vragen')],
});

export const quietCard: Message = notice(
  'growth',
  'Goed',
  'Ik vraag er niet meer naar. Je plan blijft staan.',
  [action('growth.show', 'Open')],
);
