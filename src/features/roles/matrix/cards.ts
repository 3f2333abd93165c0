import { dutchDay } from '../../../calendar/clock.ts';
import { cancelButton } from '../../../conversation/cancelling.ts';
import { detailCard } from '../../../conversation/cards/detail.ts';
import type { State } from '../../../conversation/cards/head.ts';
import { noticeCard } from '../../../conversation/cards/notice.ts';
import type { Message, NoticeAction } from '../../../conversation/message.ts';
import type { MatrixView } from './access.ts';
import { differencesOf } from './differences.ts';
import type { Confirmed, Filled, Length, Matrix } from './matrix.ts';
import {
  doneTasks,
  droppedAnswers,
  firstOpenPage,
  hasConfirmed,
  hasOtherList,
  listMark,
  mayPutBack,
  saysTheSame,
  tasksBehind,
  tasksOf,
  unanswered,
  wasOvertaken,
  wasRelisted,
} from './rules.ts';
import { seenBy } from './seen-by.ts';
import { listed, otherWords, sharesWords, taskCount, tasksByRole } from './words.ts';

const action = (verb: string, title: string, data: object, style?: NoticeAction['style']): NoticeAction => ({
  verb,
  title,
  data,
  ...(style ? { style } : {}),
});
const main = 'positive';

const dataOf = ({ side, id }: MatrixView) => (side === 'manager' ? { person: id } : {});

/** The button with which the employee lets a manager of this moment see along, or another of them. */
function sharing({ side, leads, reader }: MatrixView): NoticeAction[] {
  const [first, second] = leads;
  if (side === 'manager' || !first) return [];
  if (reader) return second ? [action('matrix.choose', 'Kies iemand anders', {})] : [];
  return second
    ? [action('matrix.choose', 'Laat meekijken', {})]
    : [action('matrix.share', 'Laat meekijken', { to: first.directoryId })];
}

/** With whom it is filled in, in one line that may hold a name. */
function withWhom({ side, leads, reader }: MatrixView): string {
  if (side === 'manager') return '';
  if (reader) return reader.name;
  const [first, second] = leads;
  if (!first) return 'bij je team staat nog geen leidinggevende';
  return second ? 'nog niemand: jij kiest wie meekijkt' : `nog niemand: jij kiest of ${first.name} meekijkt`;
}

/** Who will see it along from the beginning, by directory id: whoever alone leads the team; '' where that is nobody or several. */
export const soleLead = ({ leads: [first, second] }: Pick<MatrixView, 'leads'>): string =>
  second ? '' : (first?.directoryId ?? '');

/**
 * Nothing was filled in yet: the choice between the two lists. The buttons carry whom the card names. `done`: what was just done, in our
 * words.
 */
export function beginCard(view: MatrixView, done = ''): Message {
  const { side, person, tasks } = view;
  const data = side === 'employee' ? { lead: soleLead(view) } : dataOf(view);
  const button = (length: Length, title: string) =>
    action(
      'matrix.begin',
      `${title} (${taskCount(tasksOf(length, tasks).length)})`,
      { ...data, length },
      length === 'full' ? main : undefined,
    );
  const [lead, other] = view.leads;
  return noticeCard({
    kind: 'roles',
    text: 'Begin met de takenmatrix.',
    title:
      side === 'employee' ? 'Welke taken doe je, en hoe vaak?' : 'Welke taken doet je collega, en hoe vaak?',
    body: `${done && `${done} `}Je vult dit samen in met ${otherWords[side]}. Het is geen beoordeling. Je kunt stoppen en later verdergaan.`,
    lines: [
      ...(side === 'manager' ? [`Met: ${person.name}`] : []),
      ...(side === 'employee' && lead && !other ? [`Met: ${lead.name}. Die ziet wat je invult.`] : []),
    ],
    actions: [button('full', 'Hele lijst'), button('short', 'Korte lijst')],
    seenBy: seenBy[side],
  });
}

function stateOf({ side, tasks }: MatrixView, draft: Matrix): State {
  const other = side === 'employee' ? 'manager' : 'employee';
  if (unanswered(draft, tasks).length > 0) return { words: 'nog niet klaar', tone: 'quiet' };
  if (hasConfirmed(draft, side)) return { words: `wacht op ${otherWords[side]}`, tone: 'quiet' };
  return hasConfirmed(draft, other)
    ? { words: 'wacht op jou', tone: 'warning' }
    : { words: 'klaar om te bevestigen', tone: 'warning' };
}

const NOTHING_DONE = 'Bij elke taak staat “Niet”.';

/** Before somebody confirms a matrix in which no task is done: fields that were left as they stood read the same. */
export const nothingDoneCard = (view: MatrixView, draft: Matrix): Message =>
  noticeCard({
    kind: 'roles',
    text: NOTHING_DONE,
    title: NOTHING_DONE.replace('.', ''),
    body:
      view.side === 'employee'
        ? 'Doe je echt geen van deze taken? Kies anders eerst hoe vaak je ze doet.'
        : 'Doet je collega echt geen van deze taken? Kies anders eerst hoe vaak je collega ze doet.',
    actions: [
      action('matrix.tasks', 'Vul taken in', { ...dataOf(view), page: 0 }, main),
      action('matrix.confirm', 'Ja, dit klopt', {
        ...dataOf(view),
        seen: draft.version,
        list: listMark(draft, view.tasks),
        sure: true,
      }),
      cancelButton({ verb: 'matrix.show', data: dataOf(view), straight: true }),
    ],
  });

/** What there is to say of a matrix that is being filled in. */
function noteOf({ side, tasks, confirmed }: MatrixView, draft: Matrix): string {
  const other = side === 'employee' ? 'manager' : 'employee';
  const open = unanswered(draft, tasks).length;
  const dropped = droppedAnswers(draft, tasks);
  return [
    wasRelisted(draft, side)
      ? 'Na jouw “Klopt” is de lijst met taken gewijzigd. Kijk het na en bevestig opnieuw.'
      : wasRelisted(draft, other)
        ? 'Na het “Klopt” van de ander is de lijst met taken gewijzigd. De ander moet opnieuw bevestigen.'
        : wasOvertaken(draft, side)
          ? 'Na jouw “Klopt” is er iets gewijzigd. Kijk het na en bevestig opnieuw.'
          : wasOvertaken(draft, other)
            ? 'Je wijzigde iets na het “Klopt” van de ander. De ander moet opnieuw bevestigen.'
            : '',
    open > 0 ? `Nog ${taskCount(open)} in te vullen.` : '',
    open === 0 && doneTasks(draft, tasks).length === 0 ? NOTHING_DONE : '',
    droppedWords(dropped),
    confirmed
      ? `Wat jullie op ${dutchDay(confirmed.day)} bevestigden, geldt tot jullie dit allebei bevestigen.`
      : '',
  ]
    .filter(Boolean)
    .join(' ');
}

/** That answers are about tasks which are in the list no more. */
export const droppedWords = (dropped: number): string =>
  dropped === 0
    ? ''
    : dropped === 1
      ? '1 taak staat niet meer in de lijst en telt niet mee.'
      : `${dropped} taken staan niet meer in de lijst en tellen niet mee.`;

function factsOf(view: MatrixView, filled: Filled & Pick<Confirmed, 'tasks'>) {
  const tasks = tasksBehind(filled, view.tasks);
  const title = new Map(tasks.map((task) => [task.id, task.title]));
  const alone = filled.alone.flatMap((id) => title.get(id) ?? []);
  const facts: { title: string; value: string }[] = [
    { title: 'Samen met', value: withWhom(view) },
    { title: 'Functie', value: [filled.job, filled.appointment].filter(Boolean).join(', ') },
    { title: 'Tijd', value: sharesWords(filled) },
    ...tasksByRole(filled, tasks).map(({ role, words }) => ({ title: role, value: words })),
    { title: 'Kan niemand anders', value: listed(alone) },
  ];
  return facts.filter(({ value }) => value !== '');
}

const titleOf = ({ side, person }: MatrixView) =>
  side === 'employee' ? 'Jouw takenmatrix' : `Takenmatrix van ${person.name}`;

/** A matrix that is being filled in: how it stands, and what is next. */
function draftCard(view: MatrixView, draft: Matrix, done: string): Message {
  const { side, tasks } = view;
  const data = dataOf(view);
  const open = firstOpenPage(draft, tasks);
  const isFilled = open === undefined;
  const mine = hasConfirmed(draft, side);
  const { confirmed } = view;
  // Of what says the same as both confirmed there is nothing new to confirm.
  const isNew = !confirmed || !saysTheSame(draft, confirmed) || hasOtherList(confirmed, tasks);
  const differences = confirmed && isFilled ? differencesOf(draft, confirmed, tasks, side) : [];
  const toTasks = (style?: NoticeAction['style']) =>
    isFilled
      ? action('matrix.tasks', 'Wijzig taken', { ...data, page: 0 }, style)
      : action('matrix.tasks', 'Vul taken in', { ...data, page: open }, style);
  const confirm = action(
    'matrix.confirm',
    'Klopt',
    { ...data, seen: draft.version, list: listMark(draft, tasks) },
    isNew ? main : undefined,
  );
  const first = !isFilled
    ? [toTasks(main)]
    : mine
      ? [action('indication.show', 'Rolindicatie', data, main), toTasks()]
      : isNew
        ? [confirm, toTasks()]
        : [toTasks(main), confirm];
  return detailCard({
    kind: 'roles',
    state: stateOf(view, draft),
    text: 'De takenmatrix.',
    title: titleOf(view),
    note: [done, noteOf(view, draft)].filter(Boolean).join(' '),
    facts: factsOf(view, draft),
    sections: differences.length > 0 ? [{ title: 'Anders dan de vorige keer', lines: differences }] : [],
    actions: [
      ...first,
      ...(confirmed && mayPutBack(draft)
        ? [action('matrix.put-back', 'Laat het zoals het was', { ...data, seen: draft.version })]
        : []),
      // The other one may have filled it in, or confirmed, meanwhile.
      ...(isFilled && !mine ? [] : [action('matrix.show', 'Kijk opnieuw', data)]),
      ...(isFilled && !mine ? [action('indication.show', 'Rolindicatie', data)] : []),
      ...sharing(view),
      action('matrix.time', 'Tijd en functie', data),
      ...(doneTasks(draft, tasks).length > 0 ? [action('matrix.alone', 'Wie kan dit ook?', data)] : []),
    ],
  });
}

/** What both confirmed last. */
function confirmedCard(view: MatrixView, confirmed: Confirmed, done: string): Message {
  const data = dataOf(view);
  const other: Length = confirmed.length === 'full' ? 'short' : 'full';
  return detailCard({
    kind: 'roles',
    state: { words: 'door jullie bevestigd', tone: 'good' },
    text: 'De takenmatrix die jullie bevestigden.',
    title: titleOf(view),
    note: [
      done || `Jullie bevestigden dit op ${dutchDay(confirmed.day)}.`,
      droppedWords(droppedAnswers(confirmed, view.tasks)),
      hasOtherList(confirmed, view.tasks)
        ? 'Daarna wijzigde de lijst met taken: met “Pas aan” vul je die opnieuw in.'
        : '',
    ]
      .filter(Boolean)
      .join(' '),
    facts: factsOf(view, confirmed),
    actions: [
      action('indication.show', 'Rolindicatie', data, main),
      ...sharing(view),
      action('matrix.begin', 'Pas aan', { ...data, length: confirmed.length }),
      action('matrix.begin', other === 'full' ? 'Hele lijst' : 'Korte lijst', { ...data, length: other }),
      action('matrix.time', 'Tijd en functie', data),
      ...(doneTasks(confirmed, view.tasks).length > 0
        ? [action('matrix.alone', 'Wie kan dit ook?', data)]
        : []),
    ],
  });
}

/** A matrix as one of the two sees it. `done`: what was just done, in our words. */
export function matrixCard(view: MatrixView, done = ''): Message {
  if (view.draft) return draftCard(view, view.draft, done);
  return view.confirmed ? confirmedCard(view, view.confirmed, done) : beginCard(view, done);
}
