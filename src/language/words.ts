/** A word of a text: as compared, as typed, and where it stands. */
export interface Word {
  /** Lower case, without diacritics. */
  plain: string;
  typed: string;
  start: number;
  end: number;
}

/** Lower case and without diacritics: how names and words are compared. */
export function plainText(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

/**
 * The words of a text in order: runs of letters and digits. `BAG-mutaties` is two words, and so is every other word
 * with a dash, since people write "Kralingen-Crooswijk" and "Kralingen Crooswijk" alike.
 */
export function wordsOf(text: string): Word[] {
  return [...text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)].map((found) => ({
    plain: plainText(found[0]),
    typed: found[0],
    start: found.index,
    end: found.index + found[0].length,
  }));
}

/** The words of a name, joined by single spaces: the form under which names are indexed. */
export function nameKey(name: string): string {
  return wordsOf(name)
    .map(({ plain }) => plain)
    .join(' ');
}
