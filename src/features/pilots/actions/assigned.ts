import type { NoticeAction } from '../../../conversation/message.ts';
import { taskButtons } from '../../../conversation/task.ts';
import type { Assigned } from '../../../people/assigned.ts';
import type { Pilot } from '../pilot/pilot.ts';
import type { ActionStore, Todo } from './store.ts';

/** The buttons of an action, wherever it is shown. */
export const actionButtons = (pilot: string, { id }: Pick<Todo, 'id'>) =>
  taskButtons('action', { pilot, action: id });

/** Taking on an action that is nobody's. */
export const takeButton = (pilot: string, { id }: Pick<Todo, 'id'>): NoticeAction => ({
  verb: 'action.take',
  title: 'Pak ik op',
  data: { pilot, action: id },
});

/** What everybody in the pilot or team can do with an open action, where all of them are shown. */
export const openButtons = (pilot: string, todo: Pick<Todo, 'id' | 'owner'>): NoticeAction[] => {
  const data = { pilot, action: todo.id };
  return [
    ...(todo.owner === undefined ? [takeButton(pilot, todo)] : []),
    { verb: 'pilot.done', title: 'Gedaan', data },
    { verb: 'action.give', title: 'Wijzig wie of wanneer', data },
  ];
};

/** An action that is somebody's, as they are told of it. */
export const assignedOf = (
  actions: Pick<ActionStore, 'change'>,
  { id: pilot, name }: Pick<Pilot, 'id' | 'name'>,
  todo: Todo & { owner: string },
): Assigned => ({
  owner: todo.owner,
  text: todo.text,
  about: `Actie · ${name}`,
  due: todo.due,
  told: todo.told,
  askedFor: todo.askedFor,
  remindedFor: todo.remindedFor,
  reminds: true,
  buttons: actionButtons(pilot, todo),
  keep: (news) => actions.change(pilot, todo.id, (now) => ({ ...now, ...news })),
});
