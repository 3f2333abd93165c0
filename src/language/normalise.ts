import { plainText } from './words.ts';

/**
 * Text as it is compared: lower case, without diacritics and punctuation, single spaces, and with the politeness
 * around a request left out ("Kun je …", "graag", "aub"). What is typed in short for "mijn" is read as that.
 */
export function normalise(text: string): string {
  return plainText(text)
    .replace(/[^\p{L}\p{N}\s-]+/gu, ' ')
    .replace(/\b(aub|a u b|svp|graag|please|kompas|hoi|hallo|he)\b/gu, ' ')
    .replace(/\bmn\b/gu, 'mijn')
    .replace(/[\s-]+/gu, ' ')
    .trim();
}
