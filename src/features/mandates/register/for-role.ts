import { spellingOfWords } from '../../../language/words.ts';
import type { RecordedActivity } from '../contract.ts';
import { isValidOn, type Register } from './register.ts';

const byName = (a: string, b: string) => a.localeCompare(b, 'nl');

/**
 * What the entries that hold on a day (ISO date) record for a role: those that name it, however it is written. An entry without a
 * role counts for none: a mandate is never inferred (docs/method.md, the four roles).
 */
export function recordedForRole(
  { entries }: Pick<Register, 'entries'>,
  role: string,
  day: string,
): RecordedActivity[] {
  const wanted = spellingOfWords(role);
  const own = entries.filter((entry) => spellingOfWords(entry.role) === wanted && isValidOn(entry, day));
  return [...Map.groupBy(own, ({ activity }) => activity)]
    .map(([activity, some]) => ({
      activity,
      count: some.length,
      registrations: [
        ...new Set(some.flatMap(({ registration }) => (registration === '' ? [] : registration))),
      ].sort(byName),
      isForAll: some.some(({ registration }) => registration === ''),
      ask: {
        verb: 'mandates.ask',
        title: 'Vraag het register',
        data: { question: { kind: 'who', activity, date: day } },
      },
    }))
    .sort((a, b) => b.count - a.count || byName(a.activity, b.activity));
}
