import { type Choosing, choosingForm } from '../../../conversation/choosing.ts';
import type { Choosable } from '../../../conversation/finding.ts';
import { type FormValues, formCard } from '../../../conversation/form.ts';
import type { Message } from '../../../conversation/message.ts';
import { registrations } from '../content/registrations.ts';
import type { MatrixView } from './access.ts';
import { longest, type Matrix, oftens } from './matrix.ts';
import { doneTasks, isUntouched, markOf, pagesOf, TASKS_A_PAGE } from './rules.ts';
import { seenBy } from './seen-by.ts';
import { explainedFor, oftenWords } from './words.ts';

/** Of a matrix that is still as both confirmed it: which list, and the mark of that state. */
const anewBy = ({ confirmed }: MatrixView, matrix: Matrix) =>
  isUntouched(matrix) && confirmed ? { length: matrix.length, of: markOf(confirmed) } : {};

/** What a form of a matrix carries: whose it is where that is somebody else, and the version that it was opened on. */
const carriedBy = (view: MatrixView, matrix: Matrix) => ({
  ...(view.side === 'manager' ? { person: view.id } : {}),
  ...anewBy(view, matrix),
  seen: matrix.version,
});
const backTo = ({ side, id }: MatrixView) => ({
  verb: 'matrix.show',
  data: side === 'manager' ? { person: id } : {},
  straight: true as const,
});
const about = ({ side, person }: MatrixView) => (side === 'manager' ? person.name : '');

/** The fields of the shares and of the tasks, by their place on the form. */
export const shareFields: readonly string[] = registrations;
export const taskFields: readonly string[] = Array.from({ length: TASKS_A_PAGE }, (_, n) => `task${n}`);

/** The first card: time and function (docs/method.md step 1.1). */
export function timeForm(
  view: MatrixView,
  matrix: Matrix,
  sent?: FormValues,
  problems: readonly string[] = [],
): Message {
  const mine = view.side === 'employee';
  const typed: FormValues = sent ?? {
    job: matrix.job,
    appointment: matrix.appointment,
    ...Object.fromEntries(registrations.map((name) => [name, `${matrix.shares[name] ?? ''}`])),
  };
  return formCard({
    kind: 'roles',
    title: mine ? 'Waar gaat je tijd naartoe?' : 'Waar gaat de tijd van je collega naartoe?',
    about: about(view),
    lead: 'Schat in procenten hoeveel tijd naar elke registratie gaat. Samen is dat hooguit 100. Leeg laten mag.',
    problems,
    fields: [
      { id: 'job', kind: 'text', label: 'Functie', value: typed.job, longest: longest.job },
      {
        id: 'appointment',
        kind: 'text',
        label: 'Aanstelling',
        value: typed.appointment,
        hint: 'Bijvoorbeeld vast, 32 uur',
        longest: longest.appointment,
      },
      ...registrations.map((name) => ({
        id: name,
        kind: 'number' as const,
        label: name === 'overig' ? 'Andere registraties' : name,
        value: typed[name],
      })),
    ],
    submit: { verb: 'matrix.save-time', title: 'Bewaar', data: carriedBy(view, matrix) },
    seenBy: seenBy[view.side],
    back: backTo(view),
  });
}

/** The second card: how often somebody does the tasks of one part. Past the end it is the last part. `notes`: what was just done. */
export function tasksForm(
  view: MatrixView,
  matrix: Matrix,
  page: number,
  sent?: FormValues,
  problems: readonly string[] = [],
  notes: readonly string[] = [],
): Message {
  const pages = pagesOf(matrix.length, view.tasks);
  const at = Math.min(page, pages.length - 1);
  const { role, tasks = [] } = pages[at] ?? {};
  const parts = pages.length > 1 ? `Deel ${at + 1} van ${pages.length}` : '';
  const data = carriedBy(view, matrix);
  return formCard({
    kind: 'roles',
    title: view.side === 'employee' ? 'Welke taken doe jij?' : 'Welke taken doet je collega?',
    place: [parts, role].filter(Boolean).join(': '),
    about: about(view),
    lead:
      view.side === 'employee'
        ? 'Hoe vaak doe je dit? Laat “Niet” staan bij wat je niet doet: niemand doet alles.'
        : 'Hoe vaak doet je collega dit? Laat “Niet” staan bij wat je collega niet doet: niemand doet alles.',
    problems,
    notes,
    fields: tasks.map(({ id, title, explained }, n) => ({
      id: `task${n}`,
      kind: 'one' as const,
      asked: `${n + 1}. ${title}. ${explainedFor(view.side, explained)}`,
      label: `Taak ${n + 1}: hoe vaak?`,
      value: sent?.[`task${n}`] || matrix.answers[id] || 'not',
      choices: oftens.map((often) => ({ value: often, title: oftenWords[view.side][often] })),
    })),
    submit: {
      verb: 'matrix.save-tasks',
      title: at < pages.length - 1 ? 'Bewaar en ga verder' : 'Bewaar',
      data: { ...data, page: at, tasks: tasks.map(({ id }) => id) },
    },
    actions:
      at < pages.length - 1
        ? [
            {
              verb: 'matrix.tasks',
              title: 'Sla over',
              data: {
                ...(view.side === 'manager' ? { person: view.id } : {}),
                ...anewBy(view, matrix),
                page: at + 1,
              },
            },
          ]
        : [],
    seenBy: seenBy[view.side],
    back: backTo(view),
  });
}

/** The third card: what nobody else can. Names are not asked. */
export function aloneForm(
  view: MatrixView,
  matrix: Matrix,
  sent?: string,
  problems: readonly string[] = [],
): Message {
  return formCard({
    kind: 'roles',
    title: 'Wie kan dit ook?',
    about: about(view),
    lead: 'Vink aan wat niemand anders in het team kan. Wat je leeg laat, kan een collega ook.',
    problems,
    fields: [
      {
        id: 'alone',
        kind: 'many',
        label: 'Kan niemand anders',
        value: sent ?? matrix.alone.join(','),
        choices: doneTasks(matrix, view.tasks).map(({ id, title }) => ({ value: id, title })),
      },
    ],
    submit: { verb: 'matrix.save-alone', title: 'Bewaar', data: carriedBy(view, matrix) },
    seenBy: seenBy[view.side],
    back: backTo(view),
  });
}

/** Which of those who lead the team may see it along. */
export const readerForm = ({ leads }: MatrixView, problems: readonly string[] = []): Message =>
  formCard({
    kind: 'roles',
    title: 'Wie mag meekijken?',
    lead: 'Je kiest één leidinggevende. Die ziet wat er staat en vult het samen met jou in. Kiest bijna iedereen een ander dan jij? Die kan dan soms iets over jou uitrekenen.',
    problems,
    fields: [
      {
        id: 'to',
        kind: 'one',
        label: 'Leidinggevende',
        required: true,
        choices: leads.map(({ name, directoryId = '' }) => ({ value: directoryId, title: name })),
      },
    ],
    submit: { verb: 'matrix.share', title: 'Deel', data: {} },
    seenBy: seenBy.employee,
    back: { verb: 'matrix.show', data: {}, straight: true },
  });

/** Of which colleague a manager opens the matrix. */
export const memberChoosing = (choices: readonly Choosable[]): Choosing => ({
  id: 'member',
  label: 'Welke collega?',
  required: true,
  choices: choices.toSorted((a, b) => a.title.localeCompare(b.title, 'nl')),
});

/** The form to choose from the teams that somebody leads. */
export const memberForm = (
  choices: readonly Choosable[],
  typed: FormValues,
  problems: readonly string[] = [],
): Message =>
  formCard({
    kind: 'roles',
    title: 'Takenmatrix van een collega',
    lead: 'Kies iemand uit een team dat jij leidt.',
    problems,
    fields: choosingForm(memberChoosing(choices), typed),
    submit: { verb: 'matrix.open', title: 'Open', data: {} },
    seenBy: '',
    back: { verb: 'matrix.show', data: {}, straight: true },
  });
