import { nameKey } from '../../../language/words.ts';

const months = ['jan', 'feb', 'mrt', 'apr', 'mei', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec'];
const open = ['', 'nvt', 'n v t', 'onbepaald', 'onbepaalde tijd', 'geen'];
const unsaid = ['nvt', 'n v t', 'niet van toepassing', 'onbekend', 'niet bekend', 'geen'];
/** A cell of nothing but marks. */
const strokes = /^[-–—_?.…/\s]*$/;
const everywhere = [
  'alle',
  'alles',
  'overal',
  'hele gemeente',
  'gehele gemeente',
  'de hele gemeente',
  'alle wijken',
  'gemeentebreed',
  'gemeente breed',
  'alle gebieden',
  'n v t',
  'nvt',
];

const anyRegistration = ['alle', 'alles', 'allemaal', 'alle registraties', 'alle basisregistraties'];

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

/** No amount is longer (characters). The patterns below would take very long over a cell of nothing but spaces. */
const LONGEST_AMOUNT = 100;

/**
 * An amount as municipalities write it (€ 2.500,00, 2 500, EUR 2500,-, excl. btw) as whole euros. Anything else comes
 * back as it was, for the reader to refuse: cents, amounts with VAT, "12k5". Words that say that there is none become
 * empty.
 */
export function amountText(text: string): string {
  if (text.length > LONGEST_AMOUNT) return text;
  if (open.includes(nameKey(text)) || statedText(text) === '') return '';
  const bare = text
    .replace(/\(?\s*excl(?:usief|\.)?\s*btw\s*\)?$/i, '')
    .trim()
    .replace(/^(?:€|euro?)|(?:€|euro?)$/gi, '')
    .trim()
    .replace(/(?:,-{1,2}|,00|(?<=\d)\.00)$/, '');
  return /^(?:\d+|\d{1,3}(?:\.\d{3})+|\d{1,3}(?:[ \u00A0]\d{3})+)$/.test(bare)
    ? `${Number(bare.replace(/[. \u00A0]/g, ''))}`
    : text;
}

/** True when a place is not named, or stands for the whole municipality; "?" and an emoji do neither. */
export function isEverywhere(text: string): boolean {
  const name = nameKey(text);
  return (name === '' && !isDoubt(text) && !/\p{So}/u.test(text)) || everywhere.includes(name);
}

/**
 * The registration in a cell; words that stand for all of them ("alle", "*") become empty, which is how all are
 * recorded.
 */
export function registrationText(text: string): string {
  return text.trim() === '*' || anyRegistration.includes(nameKey(text)) ? '' : text;
}

/** The place without the words that say that it is meant as a whole: "Noord" for "heel Noord". */
export function placeText(text: string): string {
  return text.trim().replace(/^(?:de\s+)?(?:ge)?(?:heel|hele)\s+(?:gemeente\s+)?(?=\S)/i, '');
}

/** True for a text that names neither a place nor the whole municipality. */
export function isNoPlace(text: string): boolean {
  return !isEverywhere(text) && statedText(text) === '';
}

/**
 * Several people in one cell: a line each or with semicolons. A comma may stand inside a name ("Bos, J."). Words that
 * say that there is nobody are left out.
 */
export function peopleText(text: string): string {
  return text
    .split(/[;|\n]/)
    .map((name) => statedText(name.trim()))
    .filter(Boolean)
    .join('|');
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
