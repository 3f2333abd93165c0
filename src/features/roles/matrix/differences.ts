import type { RoleTask } from '../content/tasks.ts';
import type { Confirmed, Matrix, Side } from './matrix.ts';
import { listed, oftenWords, sharesWords } from './words.ts';

/** So many differences are written out; of more it says how many. */
const MOST = 10;

/**
 * What stands otherwise than both confirmed last, a line each: task, what it was and what it is. For the screen of the two alone, and
 * never in a message that is sent (trust:answers-not-in-messages). May be user text.
 */
export function differencesOf(
  draft: Matrix,
  confirmed: Confirmed,
  tasks: readonly RoleTask[],
  side: Side,
): { text: string; detail: string }[] {
  const words = oftenWords[side];
  const titleOf = (id: string) => tasks.find((task) => task.id === id)?.title;
  const titles = (ids: readonly string[]) =>
    listed(tasks.flatMap(({ id, title }) => (ids.includes(id) ? [title] : [])));
  const work = ({ job, appointment }: Pick<Matrix, 'job' | 'appointment'>) =>
    [job, appointment].filter(Boolean).join(', ');
  const changes: [string | undefined, string, string][] = [
    ...tasks
      // That a task which was not asked before is not done is nothing to look at.
      .filter(({ id }) => (confirmed.answers[id] ?? 'not') !== (draft.answers[id] ?? 'not'))
      .map(({ id }): [string | undefined, string, string] => [
        titleOf(id),
        words[confirmed.answers[id] ?? 'not'],
        words[draft.answers[id] ?? 'not'],
      ]),
    ['Tijd', sharesWords(confirmed), sharesWords(draft)],
    ['Functie', work(confirmed), work(draft)],
    ['Kan niemand anders', titles(confirmed.alone), titles(draft.alone)],
  ];
  const lines = changes.flatMap(([text, before, now]) =>
    text && before !== now ? [{ text, detail: `${before || 'niets'} → ${now || 'niets'}` }] : [],
  );
  const more = lines.length - MOST;
  return more > 0 ? [...lines.slice(0, MOST), { text: `En nog ${more}`, detail: '' }] : lines;
}
