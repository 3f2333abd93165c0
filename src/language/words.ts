/** A word of a text: as compared, as typed, and where it stands. */
export interface Word {
  /** Lower case, without diacritics. */
  plain: string;
  typed: string;
  start: number;
  end: number;
}

/** Letters with a mark that is no diacritic of its own. */
const bare: Record<string, string> = { ı: 'i', ø: 'o', ł: 'l', đ: 'd' };

/** Lower case, without diacritics and without marks that nobody sees: how names and words are compared. */
export function plainText(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}\p{DI}]/gu, '')
    .toLowerCase()
    .replace(/[ıøłđ]/g, (one) => bare[one] ?? one);
}

/** The same for names that differ only in capitals, accents and spaces, also in spaces that nobody sees. */
export function spelling(name: string): string {
  return plainText(name).replace(/\s+/g, ' ').trim();
}

/**
 * The same for names that differ only in capitals, accents, spaces and punctuation: "Ruimte & Wonen" is "ruimte wonen".
 * Signs such as + and = and emoji do tell names apart.
 */
export function spellingOfWords(name: string): string {
  return plainText(name)
    .replace(/[^\p{L}\p{N}\p{Sm}\p{Sc}\p{So}]+/gu, ' ')
    .trim();
}

/**
 * The words of a text in order: runs of letters and digits. `BAG-mutaties` is two words, and so is every other word
 * with a dash, since people write "Kralingen-Crooswijk" and "Kralingen Crooswijk" alike. A mark that nobody sees, such as
 * a soft hyphen of a text that was copied, ends no word.
 */
export function wordsOf(text: string): Word[] {
  return [...text.matchAll(/[\p{L}\p{N}\p{M}]+(?:[\p{Cf}\p{DI}]+[\p{L}\p{N}\p{M}]+)*/gu)].flatMap((found) => {
    const [typed] = found;
    const plain = plainText(typed);
    return plain === '' ? [] : { plain, typed, start: found.index, end: found.index + typed.length };
  });
}

const simple = /^[a-z0-9]+(?: [a-z0-9]+)*$/;

/** The words of a name, joined by single spaces: the form under which names are indexed. */
export function nameKey(name: string): string {
  // Nearly all names of a large register are this plain; the rest takes ten times as long.
  const lower = name.toLowerCase();
  if (simple.test(lower)) return lower;
  return wordsOf(name)
    .map(({ plain }) => plain)
    .join(' ');
}
