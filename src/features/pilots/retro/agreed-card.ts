import { detailCard } from '../../../conversation/cards/detail.ts';
import { noticeCard } from '../../../conversation/cards/notice.ts';
import type { Message } from '../../../conversation/message.ts';
import { takeButton } from '../actions/assigned.ts';
import { isOpenAction } from '../actions/open.ts';
import type { Todo } from '../actions/store.ts';
import { type Readers, whoseWords } from '../actions/whose.ts';
import type { Names } from '../pilot/names.ts';
import type { RetroAgreements } from './rules.ts';

/** A place as its cards show it. */
export interface ShownPlace {
  id: string;
  /** User text. */
  name: string;
}

/** In the channel, in place of a board that nobody closed: no points, no authors. */
export function overCard({ name }: ShownPlace): Message {
  const title = 'Deze retro is voorbij';
  return noticeCard({
    kind: 'retro',
    text: `${title}.`,
    title,
    lines: [name].filter(Boolean),
    small: 'Niemand rondde de retro af. De punten op het bord zijn gewist.',
  });
}

const nothingAgreed = 'Jullie spraken nu niets af.';
const keptWhere = 'Terugvinden? Typ “leerpunten” of “van mij”.';

/** Of the actions of a place those that were agreed in a retro, in that order: as many as it has. */
export const agreedTodos = (todos: readonly Todo[], board: string, { actions }: RetroAgreements): Todo[] =>
  actions.flatMap((_, n) => todos.find(({ id }) => id === `${board}-${n + 1}`) ?? []);

/**
 * What the team agreed, without points and authors; in the channel it takes the place of the board. Without a `note` the
 * card says where to find this again, followed by `after`. `typed` is what somebody wrote who came too late: it is shown to
 * them alone.
 */
export function agreedCard(
  agreed: RetroAgreements,
  { id, name }: ShownPlace,
  names: Names,
  readers: Readers,
  {
    note = '',
    after = '',
    typed = [],
    todos = [],
  }: {
    note?: string;
    after?: string;
    typed?: readonly string[];
    /** The actions of this retro as they are now, in the order in which they were agreed. */
    todos?: readonly Todo[];
  } = {},
): Message {
  const { learnings, actions } = agreed;
  const lines = actions.map(({ text, ...agreement }, n) => {
    const todo = todos[n];
    if (!todo) return { text, detail: whoseWords(agreement, names, readers) };
    if (!isOpenAction(todo)) return { text, detail: 'gedaan' };
    return {
      text,
      detail: whoseWords(todo, names, readers),
      actions: todo.owner === undefined ? [takeButton(id, todo)] : [],
    };
  });
  const written = typed.filter((text) => text.trim() !== '');
  return detailCard({
    kind: 'retro',
    text: 'De retro is afgerond.',
    title: name,
    state: { words: 'afgerond', tone: 'quiet' },
    note:
      note || [learnings.length + actions.length === 0 ? nothingAgreed : keptWhere, after].join(' ').trim(),
    sections: [
      { title: 'Leerpunten', lines: learnings.map((text) => ({ text })) },
      { title: 'Acties', lines },
      { title: 'Dit typte je', lines: written.map((text) => ({ text, detail: 'niet bewaard' })) },
    ].filter(({ lines }) => lines.length > 0),
  });
}
