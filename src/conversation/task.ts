import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { dutchDay, isDate, today } from '../calendar/clock.ts';
import { noticeCard } from './cards/notice.ts';
import { field } from './field.ts';
import { formCard } from './form.ts';
import type { Message, NoticeAction } from './message.ts';
import { action, type Handling, type Offer } from './offer.ts';
import type { Turn } from './turn.ts';
import { toMine } from './waiting.ts';

/** Something that somebody was given to do, as one of them finds it. Days are ISO dates. */
export interface Task {
  /** User text. */
  text: string;
  due?: string;
  /** Calls it done on a day. */
  finish(day: string): Promise<unknown>;
  /** Takes that back. */
  reopen(): Promise<unknown>;
  /** Gives it another day to be done by. */
  moveTo(due: string): Promise<unknown>;
}

/** The buttons of a task that is not done: what each is called comes of the `name` of its actions. */
export interface TaskButtons {
  done: NoticeAction;
  later: NoticeAction;
}

export const taskButtons = (name: string, data: object): TaskButtons => ({
  done: { verb: `${name}.done`, title: 'Gedaan', data },
  later: { verb: `${name}.later`, title: 'Nog niet', data },
});

/** Asks for another day to be done by; `name` is that of the actions. */
export function laterForm(
  name: string,
  data: object,
  { text, due }: Pick<Task, 'text' | 'due'>,
  problems: readonly string[] = [],
): Message {
  return formCard({
    kind: 'mine',
    title: due === undefined ? 'Wanneer is het klaar?' : 'Wanneer is het wel klaar?',
    about: text,
    lead:
      due === undefined
        ? 'Kies een datum. Daarna vraag ik één keer of het gedaan is.'
        : 'Kies een nieuwe datum. Daarna vraag ik het nog één keer.',
    problems,
    fields: [
      {
        id: 'due',
        kind: 'date',
        label: due === undefined ? 'Klaar op' : 'Nieuwe datum',
        value: due,
        required: true,
      },
    ],
    submit: { verb: `${name}.move`, title: 'Bewaar', data: { ref: data } },
    seenBy: 'Wie kan zien dat jij dit oppakt, ziet ook de nieuwe datum.',
    back: { verb: toMine.verb, data: toMine.data },
  });
}

/** How far ahead a new date may be, in days: further is a slip of the year. */
const LONGEST_DAYS = 730;

function wrongWith(due: string, day: string): string | undefined {
  if (!isDate(due)) return 'Kies een nieuwe datum.';
  if (due < day) return 'Kies een dag vanaf vandaag.';
  const days = Temporal.PlainDate.from(day).until(Temporal.PlainDate.from(due)).days;
  return days > LONGEST_DAYS ? 'Kies een dag binnen twee jaar. Klopt het jaartal?' : undefined;
}

/**
 * The four things that somebody does with a task of theirs, in the same words wherever it comes from: `name.done`, its undo
 * `name.undone`, `name.later` and `name.move`. `ref` reads which task a button is about; `find` checks who may, and gives
 * what to say to who may not.
 */
export function taskActions<Ref extends object>(
  name: string,
  ref: z.ZodType<Ref>,
  handling: Handling,
  find: (turn: Turn, ref: Ref) => Promise<Task | Message>,
): Offer['actions'] {
  const on =
    (then: (task: Task, data: Ref, day: string) => Promise<Message> | Message) =>
    async (turn: Turn, data: Ref): Promise<Message> => {
      const found = await find(turn, data);
      return 'finish' in found ? then(found, data, today(turn.now).toString()) : found;
    };
  const moving = z.object({ ref, due: field.date });
  return {
    [`${name}.done`]: action(
      ref,
      on(async (task, data, day) => {
        await task.finish(day);
        return noticeCard({
          kind: 'mine',
          text: 'Gedaan.',
          title: 'Gedaan',
          lines: [task.text],
          actions: [toMine, { verb: `${name}.undone`, title: 'Toch niet gedaan', data }],
        });
      }),
      handling,
    ),
    [`${name}.undone`]: action(
      ref,
      on(async (task, data) => {
        await task.reopen();
        return noticeCard({
          kind: 'mine',
          text: 'Dit staat weer open.',
          title: 'Dit staat weer open',
          lines: [task.text],
          actions: [taskButtons(name, data).done, toMine],
        });
      }),
      handling,
    ),
    [`${name}.later`]: action(
      ref,
      on((task, data) => laterForm(name, data, task)),
      handling,
    ),
    [`${name}.move`]: action(
      moving,
      (turn, { ref: data, due }) =>
        on(async (task, _, day) => {
          const wrong = wrongWith(due, day);
          if (wrong) return laterForm(name, data, { ...task, due }, [wrong]);
          await task.moveTo(due);
          return noticeCard({
            kind: 'mine',
            text: 'De nieuwe datum staat erin.',
            title: `Nieuwe datum: ${dutchDay(due)}`,
            lines: [task.text],
            actions: [toMine],
          });
        })(turn, data),
      handling,
    ),
  };
}
