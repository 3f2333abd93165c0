import { taskButtons } from '../../../conversation/task.ts';
import type { Assigned } from '../../../people/assigned.ts';
import type { Pilot } from '../pilot/pilot.ts';
import type { ActionStore, Todo } from './store.ts';

/** The buttons of an action, wherever it is shown. */
export const actionButtons = (pilot: string, { id }: Pick<Todo, 'id'>) =>
  taskButtons('action', { pilot, action: id });

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
