import { normalise } from '../../../language/normalise.ts';
import { stemOf } from '../../../language/stems.ts';
import type { IbroRole } from '../../../people/person.ts';
import { type Learning, practiceTexts } from './learning.ts';

/** What somebody looks for: all of these words, and learning points of this step only when one was named. */
export interface LearningQuery {
  words: string[];
  step?: number;
}

/** Words without which a search says the same. */
const empty = new Set(
  'de het een en of van voor in op bij met over naar om te dat die er is aan uit door wat hoe'.split(' '),
);

/** How people call a role when they do not write its name in full. */
const spokenOf: Record<IbroRole, string> = {
  Objectregistrator: 'registrator',
  Kwaliteitscoördinator: 'coordinator kwaliteit',
  Objectregisseur: 'regisseur regie',
  'Geodata-engineer': 'geodata engineer',
};

/** Reads what was typed; undefined when it holds nothing to look for. */
export function queryOf(typed: string): LearningQuery | undefined {
  const plain = normalise(typed);
  const step = Number(/\bstap ?(\d+)\b/.exec(plain)?.[1] ?? Number.NaN);
  const rest = plain
    .replace(/\bstap ?\d+\b/, ' ')
    .split(' ')
    .filter(Boolean);
  const telling = rest.filter((word) => !empty.has(word));
  const words = telling.length > 0 ? telling : Number.isNaN(step) ? rest : [];
  if (Number.isNaN(step)) return words.length > 0 ? { words } : undefined;
  return { words, step };
}

const MOST_LETTERS = 4_000;

/** Whether every word is in the texts: as it is, as the beginning of a word, or inflected otherwise. */
function holds(texts: readonly (string | undefined)[], words: readonly string[]): boolean {
  const there = [...new Set(normalise(texts.filter(Boolean).join(' ').slice(0, MOST_LETTERS)).split(' '))];
  const stems = new Set(there.map(stemOf));
  return words.every(
    (word) => there.some((other) => other.startsWith(word)) || (word.length > 3 && stems.has(stemOf(word))),
  );
}

const about = ({ role, registration }: Learning) => [role, role && spokenOf[role], registration];
const practice = ({ title, ...learning }: Learning) => [
  title,
  ...practiceTexts.map(([field]) => learning[field]),
];

/** The learning points of one's own pilots that a query finds, in the order given. */
export function ownMatches(list: readonly Learning[], { words, step }: LearningQuery): Learning[] {
  return list.filter(
    (learning) =>
      (step === undefined || learning.step === step) &&
      holds([learning.text, ...practice(learning), ...about(learning)], words),
  );
}

/**
 * The shared practice that a query finds, in the order given. Only what other teams may read is looked at: otherwise a
 * search would tell what stands in the rest. `teamName` gives the name of the team that may be called.
 */
export function sharedMatches(
  list: readonly Learning[],
  { words, step }: LearningQuery,
  teamName: (learning: Learning) => string | undefined,
): Learning[] {
  return list.filter(
    (learning) =>
      learning.state === 'shared' &&
      (step === undefined || learning.step === step) &&
      holds([...practice(learning), ...about(learning), teamName(learning)], words),
  );
}
