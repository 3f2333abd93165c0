import { type Choosing, choosingForm } from '../../../conversation/choosing.ts';
import type { Choosable } from '../../../conversation/finding.ts';
import { type Field, type FormValues, formCard } from '../../../conversation/form.ts';
import type { Message } from '../../../conversation/message.ts';
import type { Todo } from '../actions/store.ts';
import { defaultQuestions } from '../pilot/pilot.ts';
import { shortened } from '../pilot/sizes.ts';
import { LONGEST_ANSWER } from './rules.ts';
import { day, of, type Standup } from './standup.ts';

/** The three questions. `closed` keeps what was typed on screen and offers no saving. */
export function answerForm(
  { pilot, day: iso }: Pick<Standup, 'pilot' | 'day'>,
  answers: readonly [string, string, string],
  problems: readonly string[] = [],
  closed = false,
): Message {
  const questions = pilot.standup?.questions ?? defaultQuestions;
  const data = of({ pilot, day: iso });
  const summary = { verb: 'standup.day', title: 'Bekijk de stand-up', data };
  return formCard({
    kind: 'standup',
    title: `Stand-up van ${day(iso)}`,
    place: pilot.name,
    lead: closed
      ? 'Kopieer je tekst als je hem wilt bewaren. Je kunt hem zelf in het kanaal zetten.'
      : 'Leeg laten mag.',
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
    submit: closed ? summary : { verb: 'standup.save', title: 'Deel met je team', data },
    seenBy: closed
      ? ''
      : 'Iedereen in het kanaal van de pilot, met je naam. Kompas wist het na 14 dagen. Microsoft 365 bewaart de samenvatting in het kanaal langer. Pakt iemand op wat jou in de weg zit, dan blijft die zin 2 jaar als actie, zonder je naam.',
    actions: closed ? [] : [{ ...summary, title: 'Annuleer' }],
  });
}

/** Who takes on an action: members of the pilot by directory id. */
export const ownerChoosing = (members: readonly Choosable[]): Choosing => ({
  id: 'owner',
  label: 'Wie pakt dit op?',
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
      { id: 'due', kind: 'date', label: 'Klaar op', value: typed.due },
    ],
    submit: { verb: 'standup.save-action', title: 'Bewaar', data: { ...data, blocker: id } },
    seenBy: 'Iedereen in het kanaal van de pilot. Kompas bewaart de actie 2 jaar, met wie haar oppakt.',
    actions: [{ verb: 'standup.day', title: 'Annuleer', data }],
  });
}
