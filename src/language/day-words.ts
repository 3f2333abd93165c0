import { monthOf } from './months.ts';
import { numberInWords } from './numbers.ts';
import { plainText } from './words.ts';
import { dayNamed } from './workdays.ts';

/** A sentence with its words about days taken apart. */
export interface DaySentence {
  /** The words in lower case; `#` in the place of each run of words about days. */
  words: string[];
  /** What stood in the place of each `#`, in order: "vanaf maandag t/m 4 december". */
  runs: string[];
}

/** In the place of words for days that only the writer can name. */
export const VAGUE = '~';
/** In the place of hours and parts of a day. */
export const HOURS = '@';

const seasons =
  'kerst(?:dagen|mis|vakantie)?|nieuwe? ?jaar|nieuwjaar|pasen|pinksteren|(?:zomer|herfst|mei|voorjaars|winter)vakantie|lente|voorjaar|zomer|herfst|najaar|winter';
const months = 'januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december';
/** Written in one way, so that one word is one thing. */
const spellings: [RegExp, string][] = [
  [/\btot en met\b|\bt\s?\/\s?m(?=\W|\d|$)|\bt\.?e?\.?m\.?(?=\s|$)/g, 't/m'],
  [/\bi\.?v\.?m\.?(?=\s|$)/g, 'ivm'],
  [/\ba\.s\.?(?=\s|$)/g, 'aanstaande'],
  [/\bmet ingang van\b/g, 'vanaf'],
  [/(?:\bde )?\brest van (?:de|deze) week\b/g, 'deze week'],
  [/\b(jan|feb|mrt|apr|jun|jul|aug|sept?|okt|nov|dec)\./g, '$1'],
  [/\btot (?:dan|snel|gauw|later|straks|ziens)\b/g, ' '],
  [/\b(?:de|een) hele dag\b|\bhele dag\b/g, ' '],
  [/['’]k\b/g, 'ik'],
  [/\b(?:van|morgen|\p{L}+dag)(?:ochtend|morgen|middag|avond)\b|\b(?:een )?halve dag\b/gu, HOURS],
  [
    /\b(?:tot )?nader (?:order|bericht)\b|\b(?:voor )?onbepaalde tijd\b|\bvoorlopig\b|\been (?:tijdje|poosje|tijd)\b/g,
    VAGUE,
  ],
  [/\b(?:(?:om|rond|tot|vanaf|van|na) )?\d{1,2}(?:[.:]\d\d)? ?(?:uur|u)\b|\b(?:om )?\d{1,2}:\d\d\b/g, HOURS],
  [/\b(?:een )?(?:paar|aantal) (?:dag|week|dagen|weken|maanden)\b|\b(?:een )?halve week\b/g, VAGUE],
  [/\b(?:deze|volgende|komende|hele) maand\b|\b(?:dit|volgend|komend|het)? ?weekend\b/g, VAGUE],
  [new RegExp(`\\b(?:eind|einde|begin|half|medio|in|heel) (?:van )?(?:${months})\\b`, 'g'), VAGUE],
  [new RegExp(`\\b(?:in|tijdens|rond|met|na|voor) (?:de |het )?(?:${seasons})\\b`, 'g'), VAGUE],
  [new RegExp(`\\btot (?:de |het )?(?:${seasons})\\b`, 'g'), VAGUE],
];

const token = /t\/m|\d+(?:[-/.]\d+)*(?:e|de|ste)?(?!\p{L})|\p{L}[\p{L}\d'’-]*|[,;~@–-]|[.!?](?=\s|$)/gu;
const single =
  /^(?:vandaag|morgen|overmorgen|(?:eer)?gisteren|deze|volgende|komende|aankomende|aanstaande|hele|week)$/;
const units = /^(?:dag|dagen|week|weken|maand|maanden)$/;
/** Words that belong to a day when one stands behind them. */
const leads = /^(?:t\/m|tot|van|vanaf|sinds|per|over|op|voor|de|het|en|of|,|-|–)$/;
const years = /^(?:20\d\d)$/;

/** True for a word that is a day, or a part of one, by itself or by its neighbours. */
function isDay(words: readonly string[], at: number): boolean {
  const [before = '', word = '', after = ''] = [words[at - 1], words[at], words[at + 1]];
  if (word === VAGUE || word === HOURS || /^\d/.test(word)) return true;
  // "Ik ben zo weg", "deze collega".
  if (word === 'zo') return dayNamed(before) !== undefined || before === 't/m' || after === 't/m';
  if (/^(?:deze|volgende|komende|aankomende|aanstaande|hele)$/.test(word))
    return (
      single.test(after) ||
      dayNamed(after) !== undefined ||
      units.test(after) ||
      /^\d/.test(after) ||
      isCount(words, at + 1)
    );
  if (units.test(word))
    return single.test(before) || /^\d/.test(before) || numberInWords(before) !== undefined;
  // "Vrijdags" is no day, but each of them.
  const isNamed = dayNamed(word) !== undefined && !/dag(?:s|en)$/.test(word);
  return single.test(word) || isNamed || isCount(words, at) || isMonth(words, at);
}

/** "Twee" of "twee weken", "twee hele dagen". */
function isCount(words: readonly string[], at: number): boolean {
  const [word = '', after = '', further = ''] = [words[at], words[at + 1], words[at + 2]];
  return (
    numberInWords(word) !== undefined && (units.test(after) || (after === 'hele' && units.test(further)))
  );
}

/** "December" of "1 december" and of "januari" behind it: without a day it is no day. */
const isMonth = (words: readonly string[], at: number): boolean =>
  monthOf(words[at] ?? '') > 0 && /^\d/.test(words[at - 1] ?? '') && !years.test(words[at - 1] ?? '');

/** The words of a text in lower case, with the words about days apart. Takes time in proportion to the text. */
export function daySentence(text: string): DaySentence {
  const plain = spellings.reduce((left, [pattern, to]) => left.replace(pattern, to), plainText(text));
  const all = plain.match(token) ?? [];
  const days = all.map((_, at) => isDay(all, at));
  for (let at = all.length - 2; at >= 0; at -= 1) {
    const joins = /^(?:en|of|,|-|–)$/.test(all[at] ?? '');
    // What joins two days stands between them; what leads to one stands before it.
    if (!days[at] && days[at + 1] && leads.test(all[at] ?? '')) days[at] = !joins || days[at - 1] === true;
  }
  const words: string[] = [];
  const runs: string[] = [];
  for (const [at, word] of all.entries()) {
    if (!days[at]) words.push(word);
    else if (days[at - 1]) runs[runs.length - 1] += word === ',' ? word : ` ${word}`;
    else {
      words.push('#');
      runs.push(word);
    }
  }
  return { words, runs };
}
