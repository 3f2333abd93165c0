import type { Turn } from '../conversation/turn.ts';
import { eraseSubject, type Storage } from '../storage/index.ts';
import type { Silence } from './silence.ts';
import type { PeopleStore } from './store.ts';
import { subjectOf } from './subject.ts';

/** What it takes to erase somebody. */
export type ErasingTools = Parameters<typeof subjectOf>[1] & {
  storage: Storage;
  silence: Pick<Silence, 'of'>;
};

/**
 * Whether somebody erased themselves and is in Kompas no more. Who is in it was not erased, or was added again since; who was taken out of
 * it did not ask to be erased. One point read, and another for who is gone.
 */
export const isErased = async (
  { people, silence }: { people: Pick<PeopleStore, 'teamOf'>; silence: Pick<Silence, 'of'> },
  directoryId: string,
): Promise<boolean> => (await people.teamOf(directoryId)) === undefined && silence.of(directoryId);

/**
 * Erases what a turn wrote about somebody who erased themselves while it went on: the erasure had looked already, or had the row
 * of the person, by which the turn knew them, gone first (trust:see-and-erase). One point read, and another for who is gone.
 */
export async function eraseAgain(tools: ErasingTools, turn: Turn): Promise<void> {
  const { directoryId } = turn;
  if (!(await isErased(tools, directoryId))) return;
  const [who, me] = await Promise.all([subjectOf(directoryId, tools), turn.person()]);
  await eraseSubject(tools.storage, { ...who, personIds: me ? [me.id] : who.personIds });
}

/**
 * The same of what a turn wrote about another than who is talking, such as a colleague in a team that they lead. Gives whether that one
 * erased themselves, so that there is nothing to show of them. One point read, and another for who is gone.
 */
export async function eraseOther(tools: ErasingTools, directoryId: string): Promise<boolean> {
  if (!(await isErased(tools, directoryId))) return false;
  await eraseSubject(tools.storage, await subjectOf(directoryId, tools));
  return true;
}

/** The same of colleagues whom a turn chose for something, by directory id. Who is '' or no account is nobody. */
export async function eraseChosen(tools: ErasingTools, chosen: readonly string[]): Promise<void> {
  for (const directoryId of new Set(chosen)) if (directoryId !== '') await eraseOther(tools, directoryId);
}
