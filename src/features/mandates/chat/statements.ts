import type { Temporal } from 'temporal-polyfill';
import { plainText, wordsOf } from '../../../language/words.ts';
import { claimsOf, withoutClaimed } from '../questions/understanding/claims.ts';
import { questionText } from '../questions/understanding/question-text.ts';
import { recognised } from '../questions/understanding/recognisers.ts';
import type { Lookup } from '../register/lookup.ts';

/** What somebody says has to become otherwise in the register, with what was recognised in it. */
export interface Statement {
  /** A mandate has to go, somebody has to go from one, stand in another, or get a new one; or something is not right. */
  wants: 'end' | 'out' | 'other' | 'new' | 'mended';
  people: readonly string[];
  ids: readonly string[];
  activity: string;
  registration: string;
  /** Its code. */
  area: string;
  /** The day (ISO date) that was named; '' for none. */
  day: string;
  /** Who is to get it, in a name that the register does not have: somebody new. */
  newcomer?: string;
}

const asks =
  /^\W*(?:(?:en|maar|dus|hoi|hallo|hey) )*(?:wie|wat|waar\w*|welke?|hoe\w*|wanneer|mag|mogen|kan|kun\w*|is|zijn|heeft|heb|moet|moeten|staat|klopt het dat|zou|weet|who|what|may|can|is|does)\b|\?\s*$/;
/** Text about something that is no register. */
const elsewhere =
  /\b(?:signa(?:al|len)\w*|check ?-?ins?|toelichting\w*|team\w*|bericht\w*|antwoord\w*|rooster\w*|verlof|vakantie|pilots?|acties?|compliment\w*|tips?|stijl|persona|mijn account|wachtwoord\w*|werkdag\w*|profiel|werkgroep|agenda|gesprek\w*|vergader\w*|afspra\w*|melding\w*|voorstel\w*)\b/;
const gone =
  /\b(?:eruit|er ?uit|eraf|er ?af|weg|weghalen|verwijder\w*|schrap\w*|geschrapt|vervallen|vervalt|uit het register)\b/;
const goes =
  /\b(?:moet|moeten|kan|kunnen|mag|hoort|zou|haal|halen|gooi|schrap|verwijder|verwijderen|wis|delete|is|zijn|wil)\b/;
const ended =
  /\b(?:bestaat|geldt|klopt|telt|loopt) (?:al )?niet meer\b|\b(?:is|zijn) (?:al )?(?:vervallen|beeindigd|afgelopen|ingetrokken)\b/;
const leaves =
  /\bniet meer\b|\b(?:is|zit|werkt|staat|zat) (?:er|daar|hier) (?:al )?(?:\S+ )?(?:weg|niet)\b|\bten onrechte\b|\bgeen (?:\S+ )?(?:houder|vervanger|mandaat)\b.*\bmeer\b|\b(?:hoort|horen) (?:er|daar|hier) niet\b|\b(?:is|zijn) (?:er |daar |hier )?(?:weg|vertrokken)\b/;
const wants =
  /\b(?:moet|moeten|hoort|horen|zou moeten|dient|gaat|krijgt|wordt|mist|zet|voeg|geef|maak|kan erbij|komt)\b/;
const comes =
  /\b(?:ook|erbij|er ?bij|bij|voortaan|nieuwe?|toe\w*|krijgt|mist|mandaat|mandaten|machtiging|bevoegd\w*|mogen|houder|vanaf|naam)\b/;
const lacks =
  /\b(?:ontbreekt|mist|missen|heeft (?:nog )?geen)\b.*\b(?:mandaat|mandaten|machtiging)\b|\b(?:mandaat|machtiging)\b.*\b(?:ontbreekt|mist)\b|\b(?:voeg|zet)\b.*\b(?:toe|erbij|er ?bij)\b/;
/** That a mandate ends, which nobody says who wants one. */
const ends =
  /\b(?:be)?eindig\w*|\beinde\b|\bstop(?:t|pen)?\b|\b(?:opgezegd|opzeggen|ingetrokken|intrekken|vervalt|vervallen)\b|\bloopt\b.*\baf\b/;
/** That somebody gets one, in words that say so of anybody, also of who is not in the register yet. */
const gets =
  /\bnieuwe? (?:mandaat|collega|medewerker)\b|\b(?:geef|geven|krijg\w*)\b.*\b(?:mandaat|machtiging)\b|\b(?:mandaat|machtiging)\b.*\b(?:geven|krijg\w*|nodig)\b/;
/** A first name with a family name, as people write them. */
const fullName =
  /(?<![\p{L}-])\p{Lu}[\p{L}'’-]+(?: (?:van|de|der|den|ter|ten|te|el|la|'t|in|op))*(?: \p{Lu}[\p{L}'’-]+)+/u;
const placed =
  /\b(?:op naam|op de naam|houder|moet|hoort|zet|maak|vervang|in plaats van|krijgt|wordt|overgenomen|neemt)\b/;
const wrong =
  /\b(?:klopt|kloppen|deugt)\b.{0,40}\bniet\b|\bniet (?:helemaal |meer )?(?:juist|correct|waar|goed)\b|\b(?:onjuist|verkeerde?|fout|foute|foutje|vergissing|verouderd)\b|\b(?:klopt|kloppen) (?:dat |dit |er )?niet\b/;

/**
 * What somebody tells of the register: that it is wrong, or has to become otherwise. Undefined for questions, for what names
 * nothing of the register, and for what is about something else. Pure.
 */
export function statementIn(text: string, lookup: Lookup, today: Temporal.PlainDate): Statement | undefined {
  const plain = plainText(text);
  if (asks.test(plain) || elsewhere.test(plain)) return undefined;
  // "In het register" is not what is registered.
  const about = text.replace(/\b(?:het |ons |de )?(?:mandaten)?register\b/gi, (part) =>
    ' '.repeat(part.length),
  );
  const claims = recognised(questionText(about, lookup, today));
  const people = claimsOf(claims, 'person').flatMap(({ name }) =>
    name.typos === 0 && name.ids.length === 1 ? name.ids : [],
  );
  const ids = claimsOf(claims, 'reference').flatMap((one) => one.ids);
  const [activity, ...activities] = new Set(claimsOf(claims, 'activity').map((one) => one.activity));
  const [registration, ...registrations] = new Set(
    claimsOf(claims, 'registration').map((one) => one.registration),
  );
  const [area, ...areas] = new Set(claimsOf(claims, 'area').flatMap(({ name }) => name.ids));
  // Of several nothing is sure enough to be filled in.
  const only = (name: string | undefined, others: readonly string[]) =>
    others.length > 0 ? '' : (name ?? '');
  const [moment] = claimsOf(claims, 'moment').map((one) => one.moment);
  // Whose name is only like one in the register is somebody else here.
  const sure = claims.filter((claim) => claim.kind !== 'person' || claim.name.typos === 0);
  const [newcomer] = fullName.exec(withoutClaimed(about, wordsOf(about), sure)) ?? [];
  const said = (kind: Statement['wants']): Statement => ({
    day: moment && 'date' in moment ? moment.date.toString() : '',
    wants: kind,
    people: [...new Set(people)],
    ids: [...new Set(ids)],
    activity: only(activity, activities),
    registration: only(registration, registrations),
    area: only(area, areas),
  });
  const isSomebody = people.length > 0;
  const isEntry = ids.length > 0;
  const isWork = activity !== undefined || (registration !== undefined && area !== undefined);
  const namesRegister = /\b(?:mandaat\w*|mandaten\w*|register|vervangers?|houders?)\b/.test(plain);
  if (isSomebody && (isEntry || isWork || namesRegister) && ends.test(plain) && !gets.test(plain))
    return said('end');
  if (!isSomebody && newcomer !== undefined && isWork && gets.test(plain))
    return { ...said('new'), newcomer };
  if (isEntry && !isSomebody && ((gone.test(plain) && goes.test(plain)) || ended.test(plain)))
    return said('end');
  if (isSomebody && (isEntry || isWork || namesRegister) && wrong.test(plain)) return said('out');
  if (isSomebody && (isEntry || isWork || namesRegister || /\b(?:daar|hier|er|die|dat)\b/.test(plain))) {
    if (leaves.test(plain) || (gone.test(plain) && goes.test(plain))) return said('out');
  }
  if (isSomebody && isEntry && placed.test(plain)) return said('other');
  if (isSomebody && (lacks.test(plain) || (isWork && wants.test(plain) && comes.test(plain))))
    return said('new');
  if ((isEntry || (isWork && namesRegister)) && wrong.test(plain)) return said('mended');
  return undefined;
}

/** A command of who keeps the register, in words of their own: "mag ik mandaten exporteren". */
export type RegisterCommand = 'export' | 'reports' | 'check' | 'cover';

const register = /\b(?:mandaat\w*|mandaten\w*|register\w*)\b/;
const exporting =
  /\b(?:exporteer\w*|exporteren|export\w*|download\w*|downloaden|excel|csv|spreadsheet|uitdraai|als bestand|bestand van)\b/;
const handling =
  /\b(?:afhandel\w*|handel|afrond\w*|afgerond|rond|sluit\w*|oppak\w*|behandel\w*|bekijk\w*|zien|open\w*|laat|toon|waar|welke|zijn er|staan|heb|hoeveel|nieuwe)\b/;
const reported = /\bmelding(?:en)?\b/;
const told =
  /^\W*(?:heeft|hebben) (?:er )?(?:iemand|iemand anders|een collega|collega s|collegas|mensen) (?:\S+ )?(?:iets|een fout|fouten|wat) (?:over \S+ \S+ )?(?:gemeld|doorgegeven)\b|\b(?:gemeld|doorgegeven|meldden)\b.*\bcollega\W?s?\b|\bcollega\W?s?\b.*\b(?:gemeld|doorgegeven|meldden)\b/;
const inOrder =
  /\b(?:is|staat|klopt|hoe staat) (?:het |ons |de |mijn )?(?:mandaten)?register\b.*\b(?:orde|goed|op orde|compleet|volledig|actueel|ervoor|kloppend|bij)\b|\bwat (?:klopt|deugt|ontbreekt|mist|is) er (?:niet |allemaal |mis |fout )*(?:in|aan|met) het (?:mandaten)?register\b|\bdubbele? (?:mandaat|mandaten)\b|\bmandaat dubbel\b/;

/** A list that somebody has, and that has to get in. */
const bringing =
  /\b(?:erin|inlezen|importeer\w*|importeren|upload\w*|uploaden|aanleveren|invoer\w*|ik heb (?:een|de|hier))\b/;
const uncovered =
  /\b(?:welke dag(?:en)?|wanneer|dagen)\b.*\b(?:niemand|geen mens|geen enkele)\b.*\b(?:beslis\w*|valide\w*|goedkeur\w*|mag|mogen|teken\w*|er is)\b/;
/** "Welke mandaten vallen open", "bij welke mandaten is er niemand": of many at once, and not that one lacks a deputy. */
const standingOpen =
  /\bmandaten\b.*\b(?:(?:valt|vallen|komt|komen|staat|staan|liggen) (?:er )?(?:\S+ ){0,3}(?:open|stil)|open (?:komen|staan|vallen)|onbezet|onbemand|niet bezet|niemand(?! (?:als|die) (?:\S+ )?vervang))\b|\bniemand\b.*\b(?:bij|voor|op) (?:welke|de) mandaten\b/;
const bothAway =
  /\b(?:houder|vervanger)s?\b.*\b(?:en|allebei|beide|beiden|ook)\b.*\b(?:vrij|weg|afwezig|niet|ziek|vakantie)\b/;
const several = /\bmandaten\b|\bwelke dag(?:en)?\b|\bwanneer\b|\bwaar\b|\b(?:allebei|beide|beiden)\b/;

const complained =
  /\bklachten?\b.*\bregister\b|\b(?:heeft|hebben) (?:er )?(?:iemand|mensen|een collega)\b.*\b(?:gezegd|gemeld|doorgegeven)\b.*\bregister\b/;

/** Which command of the register a text (plain) names; undefined when it names none. Pure. */
export function commandIn(plain: string): RegisterCommand | undefined {
  if (exporting.test(plain) && register.test(plain) && !bringing.test(plain)) return 'export';
  if (inOrder.test(plain)) return 'check';
  if (uncovered.test(plain) || standingOpen.test(plain)) return 'cover';
  if (bothAway.test(plain) && several.test(plain)) return 'cover';
  const isAbout = register.test(plain) || /\br\d{1,5}\b|\bcollega\W?s?\b/.test(plain);
  if (complained.test(plain)) return 'reports';
  if ((reported.test(plain) && isAbout && handling.test(plain)) || told.test(plain)) return 'reports';
  return undefined;
}
