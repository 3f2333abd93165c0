import { isParticle, separable, stemOf } from '../../../../language/stems.ts';

/** Something that the words of a question say: a word, or a separable verb of which the parts stand apart. */
export interface Spoken {
  plain: string;
  stem: string;
  positions: readonly number[];
  /** True for two words that count only when the register writes them as one. */
  isJoined?: boolean;
  /** True for a word that names nothing by itself: it counts only where it makes an activity whole ("gegevens leveren"). */
  isSmall?: boolean;
}

const particles = new Set(separable);

/** How far the parts of a verb may stand apart (words). */
const FARTHEST = 14;

/**
 * All that the words may say, a word for itself and each verb with the particles that may belong to it: "geeft … uit",
 * "uit te geven", "uit geven". `isOpen` tells which words may be part of an activity.
 */
export function spokenWords(
  words: readonly string[],
  isOpen: (position: number) => boolean,
  isSmall: (position: number) => boolean = () => false,
): Spoken[] {
  const open = words.flatMap((plain, position) =>
    isOpen(position) ? [{ plain, stem: stemOf(plain), positions: [position] }] : [],
  );
  const split = open.flatMap(({ plain, positions: [verb = 0] }) => {
    const before = words[verb - 1] === 'te' ? verb - 2 : verb - 1;
    // "Uit te geven", "uit geven": only an infinitive has its prefix before it.
    const ahead = particles.has(words[before] ?? '') && plain.endsWith('n') ? [before] : [];
    const behind = words.flatMap((_, position) =>
      position > verb && position - verb <= FARTHEST && isParticle(words, position) ? [position] : [],
    );
    return [...ahead, ...behind].map((particle) => ({
      plain: `${words[particle]}${plain}`,
      stem: stemOf(`${words[particle]}${plain}`),
      positions: [verb, particle],
    }));
  });
  // "Niet ontvankelijk" is one thing, where the register has it.
  const negated = open.flatMap(({ plain, stem, positions: [at = 0] }) =>
    words[at - 1] === 'niet' ? [{ plain: `niet${plain}`, stem: `niet${stem}`, positions: [at - 1, at] }] : [],
  );
  // "Milieu pas" for "milieupas", "back-up" for "backup".
  const joined = open.flatMap(({ plain, positions: [at = 0] }) => {
    const before = words[at - 1] ?? '';
    const whole = `${before}${plain}`;
    return before.length > 2
      ? [{ plain: whole, stem: stemOf(whole), positions: [at - 1, at], isJoined: true }]
      : [];
  });
  const small = words.flatMap((plain, position) =>
    isSmall(position) && plain.length > 2
      ? [{ plain, stem: stemOf(plain), positions: [position], isSmall: true }]
      : [],
  );
  return [...negated, ...joined, ...split, ...open, ...small];
}
