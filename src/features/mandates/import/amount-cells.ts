import { brief } from '../../../files/cell-limits.ts';
import { findAmount } from '../../../language/amounts.ts';
import { nameKey } from '../../../language/words.ts';
import { type CellReading, noted, plain, refused } from './cell.ts';
import { isCross, saysNone, saysUnknown } from './cell-words.ts';

/** No amount is longer (characters). The patterns below would take very long over a cell of nothing but spaces. */
const LONGEST_AMOUNT = 100;
/** More than any municipality spends: a slip. */
const HIGHEST = 1e11;

const unlimited = [
  'onbeperkt',
  'ongelimiteerd',
  'onbegrensd',
  'geen maximum',
  'geen limiet',
  'geen grens',
  'geen plafond',
  'geen maximumbedrag',
  'geen beperking',
  'geen beperkingen',
  'zonder limiet',
  'zonder maximum',
  'alle bedragen',
];
const zero = ['geen', 'nihil', 'nul', 'niets', 'geen bedrag', 'geen bevoegdheid'];

const upTo =
  /^(?:maximaal|maximum|max\.?|tot\s+en\s+met|tot\s+(?:maximaal|max\.?|ten\s+hoogste)|t\s*\/\s*m|t\.?\s?(?:e\.?\s?)?m\.?(?=[\s\d€])|≤|<=|=<|hoogstens|ten\s+hoogste|(?:niet|geen)\s+(?:meer|hoger)\s+dan|limiet|plafond|bedragen|bedrag)\s*:?\s*/i;
const until = /^tot\s+/i;
const below = /^(?:<|(?:minder|lager|kleiner)\s+dan|onder|beneden)\s*/i;
const filler = /^(?:(?:een\s+)?bedrag\s+van\s+)/i;
const above =
  /^(?:>|≥|boven|over|(?:meer|hoger|groter)\s+dan|vanaf|van|minimaal|minstens|ten\s+minste|min\.|min\s)/i;

const figure =
  /^(?:€|eur(?:o['’]?s?)?(?![\p{L}]))?\s*(\d{1,3}(?:[.\s'’]\d{3})+(?!\d)|\d+)(?:([.,])(\d{1,2})(?!\d)|(?:,|\.)(?:-{1,2}|[–—=]))?\s*(?:(k|duizend|mille|ton|mln|miljoen|mld|miljard|m)(?![\p{L}\d])\.?)?\s*(€|eur(?:o['’]?s?)?(?![\p{L}]))?/iu;
const sizes: Record<string, number> = {
  k: 1_000,
  duizend: 1_000,
  mille: 1_000,
  ton: 100_000,
  m: 1_000_000,
  mln: 1_000_000,
  miljoen: 1_000_000,
  mld: 1_000_000_000,
  miljard: 1_000_000_000,
};

/** A euro sign that was lost where a file was saved in another code. */
export const withEuroSigns = (text: string): string =>
  text.replace(/â‚¬|\u0080|\uFFFD(?=\s*\d)/g, '€').replace(/[\u00A0\u202F]/g, ' ');

export const eurosInWords = (euros: number): string => `€ ${euros.toLocaleString('nl-NL')}`;

/** An amount at the beginning of a text, with what stands behind it. */
interface LeadingAmount {
  /** Euros, perhaps with cents. */
  value: number;
  /** True when a sign, a unit or a word says that it is money. */
  isMoney: boolean;
  rest: string;
}

/** The amount with which a text begins; undefined when it begins with something else or with an odd figure (2.50). */
export function leadingAmount(text: string): LeadingAmount | undefined {
  const found = figure.exec(text);
  if (!found) {
    // In words: "vijfduizend euro", "een ton".
    const words = findAmount(text);
    return words && 'euros' in words && words.start === 0 && words.end === text.length
      ? { value: words.euros, isMoney: true, rest: '' }
      : undefined;
  }
  const [whole, digits = '', mark, cents = '', unit = '', behind] = found;
  const isPlain = /^\d+$/.test(digits);
  // 2500.00 is what a computer writes; 2.50 may be a slip of 2.500.
  if (mark === '.' && unit === '' && !(isPlain && digits.length > 3 && cents === '00')) return undefined;
  if (unit !== '' && !isPlain && !/\s/.test(digits)) return undefined;
  const size = sizes[unit.toLowerCase()] ?? 1;
  const number = Number(`${digits.replace(/[.\s'’]/g, '')}.${cents || '0'}`);
  const isMoney = /^(?:€|eur)/i.test(whole) || unit !== '' || behind !== undefined;
  return { value: Math.round(number * size * 100) / 100, isMoney, rest: text.slice(whole.length) };
}

const withoutVat = /^[\s,(]*(?:excl(?:usief|\.)?|ex\.?|zonder)\s*b\.?t\.?w\.?\s*\)?/i;
const withVat = /\bincl(?:usief|\.)?\s*(?:\d+\s*%\s*)?b\.?t\.?w\b/i;
const eachTime =
  /^[\s,(]*(?:max(?:imaal|imum|\.)?|per\s+(?:opdracht|keer|geval|besluit|factuur|stuk|transactie|aankoop|bestelling|verplichting))\s*\)?\.?$/i;
const periods: [RegExp, string][] = [
  [/^(?:p\s*[/.]\s*j\.?|per\s+(?:kalender)?jaar|jaarlijks|\/\s*jaar)$/i, 'per jaar'],
  [/^(?:p\s*[/.]\s*m\.?|per\s+maand|maandelijks|\/\s*maand)$/i, 'per maand'],
  [/^(?:p\s*[/.]\s*w\.?|per\s+week|\/\s*week)$/i, 'per week'],
  [/^(?:p\s*[/.]\s*kw?\.?|per\s+kwartaal|\/\s*kwartaal)$/i, 'per kwartaal'],
];
/** Words of an amount that is for a stretch of time and not for one order: "per jaar", "op jaarbasis", "in totaal". */
export const inPeriod =
  /\b(?:per|elk|ieder|in een)\s+(?:kalender|boek|begrotings)?(?:jaar|maand|week|kwartaal)\b|\bp\s*[/.]\s*[jmw]\b|\b(?:jaar|maande)lijks\b|\/\s*(?:jaar|maand|week)\b|\bjaarbasis\b|\bin totaal\b/i;
const more = /^(?:(?:of|en)\s+(?:meer|hoger|daarboven)|minimaal|minimum|min\.)/i;

const inWholeEuros = "Schrijf alleen het hoogste bedrag, in hele euro's en zonder btw, bijvoorbeeld 2500";

/**
 * The highest amount in a cell, as whole euros without VAT, up to and including. A cell that cannot be read comes back
 * as it was, for the reader to refuse. Zero and "geen" are no authority to spend, never an open end. "Onbeperkt" is
 * recorded without an amount, and the conditions say so: a question with an amount is then never answered with yes.
 */
export function amountCell(cell: string): CellReading {
  if (cell.length > LONGEST_AMOUNT) return plain(cell);
  const text = withEuroSigns(cell).trim();
  const key = nameKey(text);
  if (zero.includes(key))
    return noted('0', '€ 0: hier hoort geen uitgave bij. Is er geen grens? Schrijf dan onbeperkt');
  if (unlimited.includes(key))
    return noted('', 'geen hoogste bedrag. Dat staat bij de voorwaarden', 'geen hoogste bedrag');
  const unreadable = (why: string) => refused(`limiet_eur "${brief(cell)}" ${why}`);
  if (saysUnknown(text)) return noted('', 'geen bedrag. Een vraag met een bedrag krijgt dan geen ja');
  if (text.includes('?')) return unreadable(`is niet zeker. ${inWholeEuros}.`);
  if (isCross(text)) return unreadable(`is geen bedrag. ${inWholeEuros}.`);
  if (saysNone(text)) return plain('');
  if (above.test(text) && /\d/.test(text))
    return unreadable(`noemt geen hoogste bedrag. ${inWholeEuros}, of schrijf onbeperkt.`);
  if (withVat.test(text))
    return unreadable('is met btw. Kompas rekent zonder btw. Schrijf het bedrag zonder btw.');

  const how = upTo.test(text) ? upTo : below.test(text) ? below : until.test(text) ? until : undefined;
  const bare = (how ? text.replace(how, '') : text).replace(filler, '').trim();
  const amount = leadingAmount(bare);
  if (!amount || amount.value > HIGHEST) return plain(cell);
  let rest = amount.rest.replace(withoutVat, '');
  if (eachTime.test(rest)) rest = '';
  rest = rest
    .trim()
    .replace(/^[,;:(]\s*|\)$/g, '')
    .trim();
  if (/^\s*(?:-|–|—|t\s*\/\s*m|tot|en|à)\s*(?:en met\s*)?(?:€\s*)?\d/i.test(rest))
    return unreadable(`noemt meer dan één bedrag. ${inWholeEuros}.`);
  if (more.test(rest)) return unreadable(`noemt geen hoogste bedrag. ${inWholeEuros}, of schrijf onbeperkt.`);
  const period = periods.find(([pattern]) => pattern.test(rest))?.[1];
  const condition = rest;
  // "12 maanden" is no amount.
  const isSure = amount.isMoney || amount.value >= 1_000 || period !== undefined;
  if (
    condition !== '' &&
    (!/^[\p{L}\s.,'’()/-]+$/u.test(condition) || /cents?\b|centen/i.test(condition) || !isSure)
  )
    return plain(cell);
  const isBelow = how === below;
  const whole = Math.floor(amount.value);
  const euros = isBelow && whole === amount.value ? whole - 1 : whole;
  if (euros < 0) return plain(cell);
  // What may be spent in a year says nothing of one order: as a limit it would allow the whole of it each time.
  if (period !== undefined || inPeriod.test(condition)) {
    const said = `hoogstens ${eurosInWords(euros)} ${period ?? condition}`;
    return noted('', `geen hoogste bedrag per keer, met als voorwaarde: ${said}`, said);
  }
  const said = [
    ...(isBelow ? ['het genoemde bedrag hoort er niet bij'] : []),
    ...(how === until ? ['tot en met dat bedrag'] : []),
    ...(!isBelow && whole !== amount.value ? ["afgerond naar beneden op hele euro's"] : []),
    ...(euros === 0 ? ['hier hoort geen uitgave bij. Is er geen grens? Schrijf dan onbeperkt'] : []),
    ...(condition === '' ? [] : [`met als voorwaarde: ${condition}`]),
  ];
  if (said.length === 0) return plain(`${euros}`);
  return noted(
    `${euros}`,
    `${eurosInWords(euros)}, ${said.join('; ')}`.replace(/^(€ 0), hier/, '$1: hier'),
    condition === '' ? undefined : `bedrag: ${condition}`,
  );
}

/**
 * A cell of a column that counts cents, as a cell with euros: "2500050" is "25000,50". What is no whole number of cents
 * comes back with a word behind it that no amount has, so that it is refused.
 */
export function centsText(text: string): string {
  const digits = text.trim();
  if (saysNone(text) || saysUnknown(text)) return text;
  if (!/^\d{1,14}$/.test(digits)) return `${text} cent`;
  const cents = digits.padStart(3, '0');
  return `${Number(cents.slice(0, -2))}${cents.endsWith('00') ? '' : `,${cents.slice(-2)}`}`;
}
