import { isUsual } from '../../vocabulary/ordinary-words.ts';
import { stopWords } from '../../vocabulary/stop-words.ts';
import { aboutMandates } from './kinds.ts';
import type { Reading } from './reading.ts';

/**
 * Words of leave. In a question about replacement they say why somebody is away; any other question is then about
 * leave.
 */
export const leave = /\b(verlof|vakantie\w*|vrij|vrije|ziekteverlof|leave|holiday)\b/;

/**
 * True for a question that has the words of one about mandates but names a thing of another world, and nothing of ours:
 * "wie keurt mijn verlof goed", "wie vervangt de batterij".
 */
export function isOffTopic(reading: Reading): boolean {
  const { kind, plain, own, namesSubject, areas, namesPerson, unknown, rest } = reading;
  const names =
    namesSubject ||
    areas.length > 0 ||
    namesPerson ||
    unknown.place !== undefined ||
    unknown.person !== undefined;
  if (names || own || aboutMandates.test(plain)) return false;
  if (kind !== 'deputy' && leave.test(plain)) return true;
  return rest.some(
    (word) => word.length > 3 && !stopWords.has(word) && !/^\d+$/.test(word) && !isUsual(word),
  );
}
