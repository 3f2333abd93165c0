import type { Todo } from './store.ts';

/** True for what still has to be done. */
export const isOpenAction = ({ doneOn }: Pick<Todo, 'doneOn'>): boolean => doneOn === undefined;
