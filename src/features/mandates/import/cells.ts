import { nameKey } from '../../../language/words.ts';

const months = ['jan', 'feb', 'mrt', 'apr', 'mei', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec'];
const open = ['', 'nvt', 'n v t', 'onbepaald', 'onbepaalde tijd', 'geen'];
const anyRegistration = ['alle', 'alles', 'allemaal', 'alle registraties', 'alle basisregistraties'];
const unsaid = ['nvt', 'n v t', 'niet van toepassing', 'onbekend', 'niet bekend', 'geen'];
/** A cell of nothing but marks. */
const strokes = /^[-–—_?.…/\s]*$/;

/** True for a day that exists, as jjjj-mm-dd. Quick enough to ask of 100,000 rows. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

function isoDate(year: string, month: number, day: string): string {
  return `${year}-${`${month}`.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/**
 * A date as municipalities write it (1-3-2026, 01/03/2026, 1.3.2026, 1 maart 2026: the day first) as jjjj-mm-dd.
 * Anything else, also a day that does not exist, comes back as it was, for the reader to refuse.
 */
export function dateText(text: string): string {
  const figures = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})$/.exec(text);
  const existing = (day: string) => (isDay(day) ? day : text);
  if (figures) return existing(isoDate(figures[4] ?? '', Number(figures[3]), figures[1] ?? ''));
  const words = /^(\d{1,2}) ([a-z]{3,9})\.? (\d{4})$/i.exec(text);
  const name = (words?.[2] ?? '').toLowerCase();
  const month = months.indexOf(name === 'maart' ? 'mrt' : name.slice(0, 3)) + 1;
  return words && month > 0 ? existing(isoDate(words[3] ?? '', month, words[1] ?? '')) : text;
}

/** True for a text with a question mark: nobody knows, so it is not taken for "no end" or "everywhere". */
const isDoubt = (text: string) => text.includes('?');

/** A last day as jjjj-mm-dd; words that say that there is none become empty. */
export function endDateText(text: string): string {
  return open.includes(nameKey(text)) && !isDoubt(text) ? '' : dateText(text);
}

/** The text of a cell; what people write to leave a cell empty (n.v.t., -, ?, onbekend, geen) becomes empty. */
export function statedText(text: string): string {
  return strokes.test(text) || unsaid.includes(nameKey(text)) ? '' : text;
}

/**
 * The registration in a cell; words that stand for all of them ("alle", "*") become empty, which is how all are
 * recorded.
 */
export function registrationText(text: string): string {
  return text.trim() === '*' || anyRegistration.includes(nameKey(text)) ? '' : text;
}

const wholePlace =
  /^(?:(?:de\s+|het\s+)?(?:ge)?(?:heel|hele)\s+(?:de\s+)?(?:(?:grondgebied\s+(?:van\s+)?(?:de\s+)?)?gemeente\s+)?|grondgebied\s+(?:van\s+)?(?:de\s+)?gemeente\s+)(?=\S)/i;

/** The place without the words that say that it is meant as a whole: "Noord" for "heel Noord". */
export function placeText(text: string): string {
  return text.trim().replace(wholePlace, '');
}

/** The names in a cell of our own form, which a bar separates. */
export function namesIn(text: string): string[] {
  return text
    .split('|')
    .map((name) => name.trim())
    .filter(Boolean);
}

/** What a cell of yes or no says; undefined when it says neither. Empty is no. */
export function yesNo(text: string): boolean | undefined {
  const plain = text.toLowerCase();
  if (['ja', 'j', 'true', '1', 'x'].includes(plain)) return true;
  return ['nee', 'n', 'false', '0', ''].includes(plain) ? false : undefined;
}
