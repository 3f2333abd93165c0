import type { Temporal } from 'temporal-polyfill';
import { type DateSpan, parseAbsence } from './dates.ts';
import { daySentence } from './day-words.ts';

/** Somebody who says that they are there after all, or not away: on these days, or on all that were noted. */
export type BeingThere =
  | { kind: 'all' }
  | { kind: 'days'; days: DateSpan }
  /** Days that cannot be read. */
  | { kind: 'unread' };

/** Longer than anybody tells it. */
const LONGEST = 200;
/** Words that change nothing of what is said. */
const fillers =
  /^(?:#|[,.;!~@–-]|hoi|hallo|gewoon|weer|maar|dus|gelukkig|helaas|nog|op|met|hoor|dan|nu|allemaal|eigenlijk|het|de|een|kompas|sorry|graag|even|alsnog|en|vanaf|meer|langer)$/;

const leave = String.raw`(?:\p{L}*vakantie|\p{L}*verlof|vrije dag(?:en)?|vrij|afwezigheid|afmelding|holiday|leave|vacation)`;
const own = `(?:(?:mijn|m'n|onze|my) )?`;
const gone = `(?:weg|afwezig|vrij|ziek|${leave})`;
const after = '(?:toch|wel|toch wel|ook|ook wel|ook weer)';
const patterns = [
  // "Ik ben er toch wel", "vrijdag ben ik er toch".
  `(?:ik (?:ben|zal)|(?:ben|zal) ik) (?:er ${after}|${after} er)(?: zijn)?`,
  `(?:ik ben|ben ik) ${after} (?:aanwezig|beschikbaar|niet ${gone}|er)`,
  `(?:ik werk|werk ik) ${after}`,
  `(?:ik kom|kom ik|ik ga|ga ik) ${after}(?: (?:wel )?(?:werken|aan werk))?`,
  `(?:ik blijf|blijf ik) ${after}(?: hier| thuis)?`,
  // "Toch niet vrij vrijdag".
  `(?:ik ben |ben ik )?toch niet ${gone}`,
  // "Ik ga toch niet op vakantie", "ik heb toch geen vrij".
  `(?:ik ga|ga ik) ${after} niet ${gone}`,
  `(?:ik (?:heb|neem)|(?:heb|neem) ik) ${after} geen ${leave}(?: genomen)?`,
  // "Mijn vakantie gaat niet door".
  `${own}${leave} (?:gaat|kan) (?:toch )?niet door(?: gaan)?`,
  `${own}${leave} (?:is|was) (?:toch )?(?:geannuleerd|ingetrokken|afgezegd|vervallen|afgelast|van baan|cancelled|off)`,
  `${own}${leave} (?:vervalt|has been cancelled)`,
  // "Haal donderdag er weer af".
  `(?:ik )?(?:haal|trek|laat)(?: die)?(?: er)?(?: toch)?(?: er)? (?:af|weg|uit|eruit|eraf|vervallen)`,
  // "Haal mijn vakantie weg".
  `(?:ik )?(?:annuleer|schrap|wis|verwijder) ${own}${leave}`,
  `(?:ik )?(?:haal|trek|zeg) ${own}${leave} (?:weg|in|af)`,
  `(?:(?:ik wil|wil je|kun je|kan je|kan ik|mag ik) )?${own}${leave} (?:annuleren|schrappen|wissen|verwijderen|weghalen|intrekken|afzeggen)`,
].map((pattern) => new RegExp(`^${pattern}$`, 'u'));

/** "Doe maar niet, ik werk gewoon." */
const simply =
  /^(?:(?:nee|doe|toch|maar|niet|laat|hoor)[ ,.]+)*ik (?:ben er|werk|kom) (?:dan |dus |toch )?gewoon(?: wel)?[.!]*$/i;

/**
 * What somebody says in Dutch about being there after all, seen from `today`; undefined for everything else. "Wel" or "ook" alone
 * says it beside a day. Pure.
 */
export function beingThere(text: string, today: Temporal.PlainDate): BeingThere | undefined {
  if (text.length > LONGEST || /\?\s*$/.test(text.replace(/^(?:kun|kan|wil) .*/i, ''))) return undefined;
  if (/^i(?:['’]ll| will| am|['’]m)(?: be)? (?:in|there|back)\b.*\bafter all[.!]?$/i.test(text.trim()))
    return { kind: 'unread' };
  if (simply.test(text.trim())) return { kind: 'all' };
  const { words, runs } = daySentence(text);
  const said = words.filter((word) => !fillers.test(word)).join(' ');
  if (!patterns.some((pattern) => pattern.test(said))) return undefined;
  const isOnlyWell = / (?:wel|ook)\b/.test(said) && !/ toch\b/.test(said);
  if (isOnlyWell && runs.length === 0) return undefined;
  if (
    /^(?:ik )?(?:haal|trek|laat)\b(?!.*\b(?:vakantie|verlof|vrij|afwezigheid))/.test(said) &&
    runs.length === 0
  )
    return undefined;
  if (runs.length === 0) return { kind: 'all' };
  const days = parseAbsence(runs.join(' ').replace(/^op /, ''), today);
  return days ? { kind: 'days', days } : { kind: 'unread' };
}
