import type { Turn } from '../conversation/turn.ts';
import { eraseSubject, type Storage } from '../storage/index.ts';
import type { Silence } from './silence.ts';
import { subjectOf } from './subject.ts';

type Tools = Parameters<typeof subjectOf>[1] & { storage: Storage; silence: Pick<Silence, 'of'> };

/**
 * Erases what a turn wrote about somebody who erased themselves while it went on: the erasure had looked already, or had the row
 * of the person, by which the turn knew them, gone first (trust:see-and-erase). One point read, and another for who is gone.
 */
export async function eraseAgain(tools: Tools, turn: Turn): Promise<void> {
  const { directoryId } = turn;
  // Who is in Kompas was not erased, or was added again since. Who was taken out of it did not ask to be erased.
  if ((await tools.people.teamOf(directoryId)) !== undefined || !(await tools.silence.of(directoryId)))
    return;
  const [who, me] = await Promise.all([subjectOf(directoryId, tools), turn.person()]);
  await eraseSubject(tools.storage, { ...who, personIds: me ? [me.id] : who.personIds });
}
