import { detailCard } from '../../../conversation/cards/detail.ts';
import { type Choosing, choosingForm } from '../../../conversation/choosing.ts';
import type { Choosable } from '../../../conversation/finding.ts';
import { type FormValues, formCard } from '../../../conversation/form.ts';
import type { Message } from '../../../conversation/message.ts';
import { pageButtons, pageOf, partWords } from '../../../conversation/paging.ts';
import { byDue, toMine } from '../../../conversation/waiting.ts';
import type { Names } from '../pilot/names.ts';
import type { Place } from '../pilot/place.ts';
import { shortened } from '../pilot/sizes.ts';
import { openButtons } from './assigned.ts';
import { isOpenAction } from './open.ts';
import type { Todo } from './store.ts';
import { whoseWords } from './whose.ts';

/** So many actions on one card, and so many characters of each. */
const [PAGE, LONGEST] = [8, 200];

/** Every open action of a pilot: first those that are nobody's, then the earliest date. */
export function actionsCard(
  { id, name }: Pick<Place, 'id' | 'name'>,
  todos: readonly Todo[],
  { names, day, aloud, page }: { names: Names; day: string; aloud: boolean; page: number },
): Message {
  const open = todos
    .filter(isOpenAction)
    .toSorted((a, b) => Number(a.owner !== undefined) - Number(b.owner !== undefined) || byDue(a, b));
  const shown = pageOf(open, page, PAGE);
  return detailCard({
    kind: 'pilot',
    text: 'De open acties van de pilot.',
    title: open.length === 0 ? 'Er staat geen actie open' : 'De open acties',
    place: [name, partWords(shown)].filter(Boolean).join(' · '),
    note: open.length === 0 ? 'Acties komen uit de stand-up, de retro en een demo.' : '',
    sections: [
      {
        lines: shown.items.map((todo) => ({
          text: shortened(todo.text, LONGEST),
          detail: whoseWords(todo, names, { day, aloud }),
          actions: openButtons(id, todo),
        })),
      },
    ].filter(({ lines }) => lines.length > 0),
    actions: [
      ...pageButtons(shown, 'pilot.actions', (next) => ({ pilot: id, page: next })),
      { verb: 'pilot.show', title: 'Naar de pilot', data: { pilot: id } },
      toMine,
    ],
  });
}

/** Who takes on an action, by directory id. */
export const giveChoosing = (people: readonly Choosable[]): Choosing => ({
  id: 'owner',
  label: 'Wie pakt dit op?',
  required: true,
  choices: people.toSorted((a, b) => a.title.localeCompare(b.title, 'nl')),
});

/** Who does it, and by when: the day may stay empty. */
export function giveForm(
  place: Pick<Place, 'id' | 'kind' | 'name'>,
  { id, text }: Pick<Todo, 'id' | 'text'>,
  people: readonly Choosable[],
  typed: FormValues,
  problems: readonly string[] = [],
): Message {
  return formCard({
    kind: 'pilot',
    title: 'Wie pakt dit op, en wanneer is het klaar?',
    place: place.name,
    about: shortened(text, LONGEST),
    lead: 'Spreek het eerst even af met wie je kiest.',
    problems,
    fields: [
      ...choosingForm(giveChoosing(people), typed),
      { id: 'due', kind: 'date', label: 'Klaar op', value: typed.due },
    ],
    submit: { verb: 'action.save-give', title: 'Bewaar', data: { pilot: place.id, action: id } },
    seenBy:
      place.kind === 'team'
        ? 'Iedereen in het team, en in het kanaal. Kompas bewaart de actie 2 jaar, met de naam van wie die oppakt.'
        : 'Iedereen in de pilot, en in het kanaal. Kompas bewaart de actie 2 jaar, met de naam van wie die oppakt.',
    back: place.kind === 'team' ? toMine : { verb: 'pilot.actions', data: { pilot: place.id, page: 0 } },
  });
}
