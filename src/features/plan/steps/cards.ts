import { dutchDay } from '../../../calendar/clock.ts';
import { card } from '../../../conversation/cards/card.ts';
import { detailCard } from '../../../conversation/cards/detail.ts';
import { listCard } from '../../../conversation/cards/list.ts';
import { notice } from '../../../conversation/cards/notice.ts';
import type { Message, NoticeAction } from '../../../conversation/message.ts';
import { small } from '../../../language/capital.ts';
import { textIn } from '../content/step.ts';
import { planStep } from '../content/steps.ts';
import { type CriterionView, linesIn, nextThing, type PlanView, type StepView, toDoAgain } from './rules.ts';
import { formWords, NO_HOLDER, statusMarks, statusState, statusWords, toPlan, toStep } from './words.ts';

interface PlanData {
  note: string;
  title: string;
  todo: string;
  /** The name of the action holder, which is user text, or that there is none. */
  who: string;
  when: string;
  steps: readonly { step: number; number: string; mark: string; title: string; isNow: boolean }[];
  legend: string;
  actions: readonly NoticeAction[];
}

const legend = '✓ klaar · ● bezig · ○ nog niet begonnen';

const whoOf = ({ step, holder }: StepView): string =>
  holder?.name ?? `${NO_HOLDER}; meestal ${planStep(step).holder}`;

/** The plan: the next thing and who does it, and a picture of all eight steps. */
export function planCard(view: PlanView, note = ''): Message {
  const next = nextThing(view);
  const title = next ? `Nu: stap ${next.step.step}, ${next.step.title}` : 'Alle stappen zijn klaar';
  const todo = next?.todo ?? 'Jullie hebben alle acht stappen gedaan. Vier het samen.';
  const again = toDoAgain(view);
  const said = [note, again ? `Stap ${again.step.step} was klaar. ${again.why}` : '']
    .filter(Boolean)
    .join(' ');
  return {
    text: `${said ? `${said} ` : ''}${title}. ${todo}`,
    card: card<PlanData>(
      'plan',
      { kind: 'plan', place: formWords[view.form] },
      {
        note: said,
        title,
        todo,
        who: next ? whoOf(next.step) : '',
        // A name stands beside it: the date alone, and never that it is late.
        when: next?.step.until ? `uiterlijk ${dutchDay(next.step.until)}` : '',
        steps: view.steps.map(({ step, title: name, status }) => ({
          step,
          number: `${step}`,
          mark: statusMarks[status],
          title: `Stap ${step}, ${name}: ${statusWords[status]}`,
          isNow: step === next?.step.step,
        })),
        legend,
        actions: [
          ...(next ? [{ ...toStep(next.step.step), style: 'positive' as const }] : []),
          ...(again ? [toStep(again.step.step)] : []),
          { verb: 'plan.all', title: 'Alle stappen', data: {} },
          { verb: 'plan.timeline', title: 'Bekijk de tijdlijn', data: {} },
          { verb: 'help.say', title: 'Documenten', data: { text: 'documenten' } },
        ],
      },
    ),
  };
}

/** All steps, each with how it stands and who sees to it. `mayKeep`: who asks keeps the plan. */
export function allStepsCard({ form, steps }: PlanView, mayKeep: boolean): Message {
  const other = form === 'full' ? 'light' : 'full';
  return listCard({
    kind: 'plan',
    place: formWords[form],
    text: 'Dit zijn de acht stappen.',
    title: 'De acht stappen',
    sections: [
      {
        title: '',
        lines: steps.map(({ step, title, status, holder, criteria }) => ({
          text: `${statusMarks[status]} ${step}. ${title}`,
          detail: [
            statusWords[status],
            `${criteria.filter(({ isDone }) => isDone).length} van ${criteria.length} klaar`,
            holder?.name ?? NO_HOLDER,
          ].join(' · '),
          action: toStep(step, 'Open'),
        })),
      },
    ],
    small: mayKeep ? 'Wissel je van vorm? Dan blijft alles staan wat jullie hebben ingevuld.' : '',
    actions: [
      toPlan,
      ...(mayKeep
        ? [{ verb: 'plan.form', title: `Naar de ${formWords[other]}`, data: { form: other } }]
        : []),
    ],
  });
}

function criterionDetail({ known, ticked }: CriterionView, mayKeep: boolean): string {
  const byHand =
    ticked && `Afgevinkt op ${dutchDay(ticked.day)}${mayKeep && ticked.by ? `, door ${ticked.by}` : ''}.`;
  return [byHand, known ? `Kompas: ${known.why}` : ''].filter(Boolean).join(' ');
}

const periodWords = ({ from, until }: StepView): string =>
  [from && `vanaf ${dutchDay(from)}`, until && `klaar op ${dutchDay(until)}`].filter(Boolean).join(', ') ||
  'nog niet gekozen';

/** One step in full. `mayChange`: who asks may change it; `mayKeep`: they keep the whole plan, and see who ticked something; `isMine`: they stand by it. */
export function stepCard(
  view: PlanView,
  step: StepView,
  {
    note = '',
    mayChange = false,
    mayKeep = false,
    isMine = false,
  }: { note?: string; mayChange?: boolean; mayKeep?: boolean; isMine?: boolean } = {},
): Message {
  const { outcome, along, aids } = planStep(step.step);
  const open = step.criteria.find(({ isDone }) => !isDone)?.criterion;
  const { step: number, version: seen } = step;
  const title = `Stap ${number}: ${step.title}`;
  const isClosed = step.status === 'done';
  const [notes, links] = [linesIn(step.notes), linesIn(step.links)];
  const changing: NoticeAction[] = mayChange
    ? [
        ...(isClosed ? [] : [{ verb: 'plan.ticks', title: 'Vink af', data: { step: number } }]),
        { verb: 'plan.edit', title: 'Wijzig', data: { step: number } },
        isClosed
          ? { verb: 'plan.reopen', title: 'Open weer', data: { step: number, seen } }
          : { verb: 'plan.ask-close', title: 'Rond af', data: { step: number } },
      ]
    : [];
  return detailCard({
    kind: 'plan',
    place: formWords[view.form],
    state: statusState(step.status),
    text: `${note ? `${note} ` : ''}${title}.`,
    title,
    note: [note, textIn(view.form, outcome)].filter(Boolean).join(' '),
    facts: [
      { title: 'Actiehouder', value: whoOf(step) },
      { title: 'Helpt mee', value: step.supporters.map(({ name }) => name).join(', ') || `meestal ${along}` },
      { title: 'Wanneer', value: periodWords(step) },
    ],
    sections: [
      {
        title: 'Wanneer is dit klaar?',
        lines: step.criteria.map((one) => ({
          text: `${one.isDone ? '✓' : '○'} ${textIn(view.form, one.criterion.done)}`,
          detail: criterionDetail(one, mayKeep),
        })),
      },
      ...(open
        ? [
            {
              title: 'Nu te doen',
              lines: [
                {
                  text: textIn(view.form, open.todo),
                  actions: open.say
                    ? [
                        {
                          verb: 'help.say',
                          title: 'Ga verder',
                          data: { text: open.say },
                          style: 'positive' as const,
                        },
                      ]
                    : [],
                },
              ],
            },
          ]
        : []),
      ...(notes.length > 0 ? [{ title: 'Notities', lines: notes.map((text) => ({ text })) }] : []),
      ...(links.length > 0 ? [{ title: 'Links', lines: links.map((text) => ({ text })) }] : []),
      {
        title: 'Dit helpt',
        lines: [{ text: aids.map((aid) => `“${aid}”`).join(', '), detail: 'Typ dit in je chat met Kompas.' }],
      },
    ],
    actions: [
      ...changing,
      ...(isMine ? [{ verb: 'plan.leave', title: 'Haal mij weg', data: { step: number } }] : []),
      toPlan,
    ],
  });
}

/** Asks whether a step is to be closed, with what is not done still. */
export function askCloseCard(view: PlanView, { step, version, criteria }: StepView): Message {
  const open = criteria.filter(({ isDone }) => !isDone);
  const said =
    open.length === 0
      ? 'Alles van deze stap is klaar.'
      : `Dit is nog niet klaar: ${open.map(({ criterion }) => small(textIn(view.form, criterion.done))).join('; ')}.`;
  return notice('plan', `Stap ${step} afronden?`, `${said} Je kunt de stap later weer openen.`, [
    {
      verb: 'plan.close',
      title: open.length === 0 ? 'Rond af' : 'Toch afronden',
      data: { step, seen: version },
    },
    toStep(step, 'Nog niet'),
  ]);
}

/** For who taps to change a step that is not theirs. */
export const notYours: Message = notice(
  'plan',
  'Deze stap wijzig jij niet',
  'Dat doet de actiehouder, een projectleider, een afdelingshoofd of een beheerder.',
  [toPlan],
);
