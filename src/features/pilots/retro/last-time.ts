import { dutchDay } from '../../../calendar/clock.ts';
import { detailCard } from '../../../conversation/cards/detail.ts';
import type { Message } from '../../../conversation/message.ts';
import { isOpenAction } from '../actions/open.ts';
import type { Todo } from '../actions/store.ts';
import type { Names } from '../pilot/names.ts';
import { shortened } from '../pilot/sizes.ts';
import type { ShownPlace } from './agreed-card.ts';
import type { RetroColumn } from './board-columns.ts';

/** So many actions stand on the board in the channel, and so many on the card of all of them. */
const [ON_BOARD, ON_CARD] = [5, 12];
const LONGEST = 150;

/**
 * What a retro begins with: what was agreed last time, done or not, and all else that is still open. Open ones first, the
 * earliest date on top. Days are ISO dates.
 */
export function fromLastTime(todos: readonly Todo[]): Todo[] {
  const fromRetros = todos.filter(({ source }) => source === 'retro');
  const last = fromRetros
    .map(({ day }) => day)
    .sort()
    .at(-1);
  const isShown = (todo: Todo) => isOpenAction(todo) || (todo.source === 'retro' && todo.day === last);
  const order = ({ doneOn, due = '9999' }: Todo) => `${doneOn === undefined ? 0 : 1} ${due}`;
  return todos.filter(isShown).toSorted((a, b) => (order(a) < order(b) ? -1 : order(a) > order(b) ? 1 : 0));
}

/** Whether anything of it was agreed in a retro: before the first there is no last time. */
const isFromRetro = (list: readonly Todo[]) => list.some(({ source }) => source === 'retro');

/** Whose an action is, by when it should be done, and whether it is. In a channel no name stands beside what is late. */
function detailOf({ owner, due, doneOn }: Todo, names: Names, day: string, aloud: boolean): string {
  if (doneOn !== undefined) return 'gedaan';
  const isLate = due !== undefined && due < day;
  const who = owner === undefined ? 'nog niet opgepakt' : (names.get(owner) ?? '');
  return [
    aloud && isLate ? '' : who,
    due === undefined ? '' : `${isLate ? 'had klaar moeten zijn op' : 'uiterlijk'} ${dutchDay(due)}`,
  ]
    .filter(Boolean)
    .join(' · ');
}

/** The actions of last time as they stand on top of the board in the channel; empty where there are none. */
export function lastTimeColumn(todos: readonly Todo[], names: Names, day: string): RetroColumn[] {
  const list = fromLastTime(todos);
  if (list.length === 0) return [];
  const more = list.length - ON_BOARD;
  return [
    {
      title: isFromRetro(list)
        ? 'Eerst: wat spraken jullie vorige keer af?'
        : 'Eerst: welke acties staan nog open?',
      lines: list.slice(0, ON_BOARD).map((todo) => ({
        text: shortened(todo.text, LONGEST),
        group: '',
        detail: `  ${detailOf(todo, names, day, true)}`,
      })),
      more: more > 0 ? `En nog ${more}. Tik op “Open acties”.` : '',
    },
  ];
}

/** The same with a button for each: what is done is called done before anybody writes. */
export function lastTimeCard(
  { id, name }: ShownPlace,
  board: string,
  todos: readonly Todo[],
  {
    names,
    day,
    aloud,
    note = '',
    held,
  }: { names: Names; day: string; aloud: boolean; note?: string; held?: string },
): Message {
  const of = held ? { pilot: id, board, held } : { pilot: id, board };
  const list = fromLastTime(todos);
  const left = list.length - ON_CARD;
  return detailCard({
    kind: 'retro',
    place: name,
    text: 'De acties die nog openstaan.',
    title:
      list.length === 0
        ? 'Er staat geen actie meer open'
        : isFromRetro(list)
          ? 'Wat is er gedaan sinds de vorige keer?'
          : 'Welke acties staan nog open?',
    note: [
      note,
      left > 0 ? `Er ${left === 1 ? 'is' : 'zijn'} er nog ${left}. Typ “van mij” voor de rest.` : '',
    ]
      .filter(Boolean)
      .join(' '),
    sections: [
      {
        lines: list.slice(0, ON_CARD).map((todo) => ({
          text: shortened(todo.text, LONGEST),
          detail: detailOf(todo, names, day, aloud),
          actions: isOpenAction(todo)
            ? [
                ...(todo.owner === undefined
                  ? [{ verb: 'retro.take', title: 'Pak ik op', data: { ...of, action: todo.id } }]
                  : []),
                { verb: 'retro.done', title: 'Gedaan', data: { ...of, action: todo.id } },
              ]
            : [{ verb: 'retro.not-done', title: 'Toch niet gedaan', data: { ...of, action: todo.id } }],
        })),
      },
    ],
    actions: [{ verb: 'retro.board', title: 'Naar het bord', data: of }],
  });
}
