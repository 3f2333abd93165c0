import { dutchDay } from '../../../calendar/clock.ts';
import { type Choosing, choosingForm } from '../../../conversation/choosing.ts';
import type { Choosable } from '../../../conversation/finding.ts';
import { type Field, type FormValues, formCard } from '../../../conversation/form.ts';
import type { Message } from '../../../conversation/message.ts';
import { capital } from '../../../language/capital.ts';
import type { Todo } from '../actions/store.ts';
import { defaultQuestions } from '../pilot/pilot.ts';
import { shortened } from '../pilot/sizes.ts';
import type { Before } from './before.ts';
import { LONGEST_ANSWER } from './rules.ts';
import { clockWords, day, of, type Standup } from './standup.ts';

/** So much of what somebody should have before them stands on the form. */
const MOST_TODOS = 3;
const LONGEST_PREVIOUS = 300;
const LONGEST_TODO = 100;

/** What somebody wrote that they would do, and what they took up: above the questions, for who fills them in alone. */
function aboveQuestions({ previous, todos }: Before, question: string): string {
  const more = todos.length - MOST_TODOS;
  const asked = question === defaultQuestions[1] ? 'ging je dit doen' : 'antwoordde je op vraag 2';
  return [
    ...(previous
      ? [capital(`${day(previous.day)} ${asked}:`), shortened(previous.next, LONGEST_PREVIOUS)]
      : []),
    ...(todos.length > 0 ? ['Jouw open acties:'] : []),
    ...todos
      .slice(0, MOST_TODOS)
      .map(({ text, due }) =>
        [`• ${shortened(text, LONGEST_TODO)}`, due && `uiterlijk ${dutchDay(due)}`]
          .filter(Boolean)
          .join(' · '),
      ),
    ...(more > 0 ? [`En nog ${more}. Typ “mijn acties” voor alles.`] : []),
  ].join('\n');
}

/** How a form of a stand-up is shown. */
interface AnswerForm {
  problems?: readonly string[];
  before?: Before;
  /** They shared already: they may take it back. */
  isShared?: boolean;
  /** It is too late: what was typed stays on screen, and there is no saving. */
  isClosed?: boolean;
}

/** The three questions of a stand-up. */
export function answerForm(
  { pilot, day: iso }: Pick<Standup, 'pilot' | 'day'>,
  answers: readonly [string, string, string],
  { problems = [], before = { todos: [] }, isShared = false, isClosed = false }: AnswerForm = {},
): Message {
  const questions = pilot.standup?.questions ?? defaultQuestions;
  const data = of({ pilot, day: iso });
  const summary = { verb: 'standup.day', title: 'Bekijk de stand-up', data };
  return formCard({
    kind: 'standup',
    title: `Stand-up van ${day(iso)}`,
    place: pilot.name,
    state:
      isClosed || !pilot.standup
        ? undefined
        : { words: `open tot ${clockWords(pilot.standup.until)}`, tone: 'good' },
    about: isClosed ? '' : aboveQuestions(before, questions[1]),
    lead: isClosed
      ? 'Kopieer je tekst als je hem wilt bewaren. Je kunt hem zelf in het kanaal zetten.'
      : isShared
        ? 'Dit deelde je al. Wijzigen mag tot de stand-up sluit.'
        : 'Eén zin is al genoeg.',
    problems,
    fields: questions.map((question, n): Field => {
      const own = question !== defaultQuestions[n];
      const label = own ? `Jouw antwoord op vraag ${n + 1}` : question;
      return {
        id: `answer${n + 1}`,
        kind: 'long',
        label,
        asked: own ? question : '',
        value: answers[n],
        longest: LONGEST_ANSWER,
      };
    }),
    submit: isClosed ? summary : { verb: 'standup.save', title: 'Deel met je team', data },
    seenBy: isClosed
      ? ''
      : 'Iedereen in het kanaal van de pilot, met je naam. Kompas wist het na 14 dagen. Microsoft 365 bewaart de samenvatting in het kanaal langer. Pakt iemand op wat jou in de weg zit, dan blijft die zin 2 jaar als actie, zonder je naam.',
    actions: isShared && !isClosed ? [{ verb: 'standup.take-back', title: 'Haal weg', data }] : [],
    back: { verb: summary.verb, data: summary.data },
  });
}

/** Who takes on an action: members of the pilot by directory id. */
export const ownerChoosing = (members: readonly Choosable[]): Choosing => ({
  id: 'owner',
  label: 'Wie pakt dit op?',
  required: true,
  choices: members.toSorted((a, b) => a.title.localeCompare(b.title, 'nl')),
});

/** Who does it, and by when. */
export function actionForm(
  standup: Pick<Standup, 'pilot' | 'day' | 'names'>,
  { id, text }: Pick<Todo, 'id' | 'text'>,
  members: readonly Choosable[],
  typed: FormValues,
  problems: readonly string[] = [],
): Message {
  const data = of(standup);
  return formCard({
    kind: 'standup',
    title: 'Wie pakt dit op, en wanneer is het klaar?',
    about: shortened(text, 300),
    lead: 'Spreek het eerst even af met wie je kiest.',
    problems,
    fields: [
      ...choosingForm(ownerChoosing(members), typed),
      { id: 'due', kind: 'date', label: 'Klaar op', value: typed.due, required: true },
    ],
    submit: { verb: 'standup.save-action', title: 'Bewaar', data: { ...data, blocker: id } },
    seenBy:
      'Iedereen in het kanaal van de pilot. Kompas bewaart de actie 2 jaar, met de naam van wie die oppakt.',
    back: { verb: 'standup.day', data },
  });
}
