import type { Temporal } from 'temporal-polyfill';
import { type DateSpan, parseAbsence } from './dates.ts';

/**
 * What somebody says of being away themselves: the days, or that the days are still to be asked. `today` is for somebody who
 * falls away now and cannot say for how long. Why they are away is in none of it.
 */
export type Away = { kind: 'days'; span: DateSpan } | { kind: 'today' } | { kind: 'ask' };

/** Words that make a sentence one about being away. Of "er … niet" and "werk … niet" both have to be there. */
const sudden = /\b(ziek|ziekgemeld|grieperig|ziekmelding)\b/;
const away =
  /\b(afwezig|weg|vrij|verhinderd|vakantie|vakantiedag|snipperdag|vrije dag|\p{L}*verlof|niet (aanwezig|beschikbaar|bereikbaar|op (het )?werk|op kantoor)|er( \S+){0,6} niet|werk( \S+){1,6} niet)\b/u;

/** Words about oneself and around the days; everything else in such a sentence has to be a day. */
const around = new Set(
  (
    'ik ben zit ga heb neem werk meld me mij mezelf er niet aanwezig beschikbaar bereikbaar afwezig weg vrij verhinderd ziek ' +
    'ziekgemeld ziekmelding grieperig gemeld melden genomen opgenomen gekregen aangevraagd gepland vakantie vakantiedag ' +
    'snipperdag vrije met op wegens werk kantoor griep koorts corona migraine hoofdpijn verkouden het helaas weer ook even gewoon dus namelijk thuis beetje wel nog al dan sinds'
  ).split(' '),
);
/** Words of days: what they mean is for `parseAbsence`. */
const dayWords = new RegExp(
  `^(${[
    'tot|en|t|m|tm|tem|van|vanaf|per|t/m|de|het|een|in|om|hele|halve|eerst|komende|aankomende|volgende|deze|dit|week|weken|weekend|dag|dagen|maand|maanden',
    'vandaag|morgen|overmorgen|vanmiddag|vanochtend|middag|ochtend|eind|begin',
    '(maan|dins|woens|donder|vrij|zater|zon)dags?|ma|di|wo|do|vr|za|zo',
    'jan(uari)?|feb(ruari)?|mrt|maart|apr(il)?|mei|juni?|juli?|aug(ustus)?|sept?(ember)?|okt(ober)?|nov(ember)?|dec(ember)?',
    'twee|drie|vier|vijf|zes|zeven|acht|negen|tien',
    '\\d{1,4}(e|de|ste)?|\\d{1,2}[-/.]\\d{1,2}([-/.]\\d{2,4})?|\\d{4}-\\d{2}-\\d{2}',
  ].join('|')})$`,
);

/** A reason that is told behind the days is not read at all. */
const reason = /\b(omdat|want|vanwege|wegens|door|i\.?v\.?m\.?|in verband met)\b.*$/;
const greeting = /^(hoi|hallo|hey|he|goedemorgen|goedemiddag|dag|kompas|beste|let op|ps)\b[\s,!:.-]*/;
/** Somebody who asks is not away by that. */
const question = /\?|^(ben|heb|werk|zit|ga|neem) ik\b/;

/**
 * Reads what somebody says of being away themselves: "ik heb morgen vrij", "ben maandag en dinsdag weg", "ik ben ziek", "met
 * verlof t/m 12 december". Only a sentence in which every other word is a day counts, so that one about somebody else, a
 * question, or "ik ben vrij om te kiezen" is none. Undefined for all of those. `today` is the day on which it is typed. Pure.
 */
export function readAway(text: string, today: Temporal.PlainDate): Away | undefined {
  let said = text.toLowerCase().replace(/\s+/g, ' ').trim();
  for (let before = ''; before !== said; ) {
    before = said;
    said = said.replace(greeting, '');
  }
  if (question.test(said)) return undefined;
  said = said
    .replace(reason, '')
    .replace(/\btot en met\b/g, 't/m')
    .replace(/[.!,;:]+(?=\s|$)/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  if (!sudden.test(said) && !away.test(said)) return undefined;
  // "Niet op het werk" is a place to be away from; what somebody is ill of is something else.
  const isWorkNamed = /\bwerk( \S+){1,6} niet\b/.test(said);
  const words = said
    .replace(/\bop (het )?werk\b/, '')
    .split(' ')
    .filter((word) => word !== '');
  if (words.includes('werk') && !isWorkNamed) return undefined;
  const isLeave = (word: string) => word.endsWith('verlof');
  if (!words.every((word) => around.has(word) || isLeave(word) || dayWords.test(word))) return undefined;
  const days = words
    .filter((word) => !around.has(word) || word === 'het')
    .filter((word) => !isLeave(word))
    .join(' ')
    .replace(/^(op|het) /, '')
    .trim();
  if (!/[\p{L}\d]/u.test(days) || days === 'het')
    return sudden.test(said) ? { kind: 'today' } : { kind: 'ask' };
  const span = parseAbsence(days, today);
  return span ? { kind: 'days', span } : { kind: 'ask' };
}
