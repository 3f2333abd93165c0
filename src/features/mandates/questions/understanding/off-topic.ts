import { aboutMandates } from './kinds.ts';
import type { Reading } from './reading.ts';

/**
 * True for a question that has the words of one about mandates but names a thing of another world, and nothing of ours:
 * "wie keurt mijn verlof goed", "wie vervangt de batterij".
 */
export function isOffTopic({
  plain,
  own,
  namesSubject,
  areas,
  namesPerson,
  unknown,
  unused,
}: Reading): boolean {
  const names =
    namesSubject || areas.length > 0 || namesPerson || (unknown.place ?? unknown.person) !== undefined;
  return !names && !own && !aboutMandates.test(plain) && unused.length > 0;
}
