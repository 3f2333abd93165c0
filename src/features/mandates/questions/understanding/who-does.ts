import { stemOf } from '../../../../language/stems.ts';
import { type Word, wordsOf } from '../../../../language/words.ts';
import type { Lookup } from '../../register/lookup.ts';
import { askingWords } from '../../vocabulary/asking-words.ts';
import { isDoing, isGiver, isPlainObject, isUndone } from '../../vocabulary/ordinary-words.ts';
import { registrationWords } from '../../vocabulary/registrations.ts';
import { stopWords } from '../../vocabulary/stop-words.ts';
import { kindWords, turning } from './kinds.ts';
import { LONGEST_QUESTION } from './question-text.ts';

/** More words than this is a story, of which nobody can tell what it asks. */
const MOST_WORDS = 16;

/** Asks who does something: its verb, behind "wie", is told apart below. */
const doing =
  /^(?:(?:en|weet (?:je|jij|u|iemand)|hoi|hallo|zeg|vraagje|vraag|kun je (?:me |mij )?(?:zeggen|vertellen)|ik (?:zoek|wil weten|vraag me af)) )*(?:van |door |bij )?(?:wie|who|welke (?:collega|medewerker|functionaris|ambtenaar|functie)) (?:(?:er|hier|daar|dan|precies|eigenlijk) )*(\w+)/;

/** The same with the verb at the end: "weet je wie er over de bruggen gaat". */
const doingAtEnd = /\b(?:weet|zeg|vertel|zoek|weten|af|zeggen|vertellen)\b.*\b(?:wie|who)\b.+ (\w+)$/;

/** What is asked of somebody who decides, beside the verbs of giving, deciding and undoing. */
const doingWords = new Set(
  'mag mogen gaat gaan doet doen regelt verantwoordelijk keurt deelt houdt stelt beheert kent wijst bewaakt controleert toetst handles may'.split(
    ' ',
  ),
);

/** With a verb like that, but of people: "wie doet er mee", "wie mag dit zien". */
const aboutPeople = /\b(?:mee|meedoen|zien|lezen|inzien|meelezen|kijken|weten|horen)\b/;

/** Somebody's own affairs, work with colleagues, what Kompas does itself, and the daily things of an office. */
const elsewhere = new RegExp(
  `\\b(?:${[
    'mijn|m n|onze|ons|my|our|jouw',
    'teams?|teamleider|leidinggevenden?|managers?|baas|bazen|chef|directeur|directie|afdeling\\w*|hr|p o|personeelszaken|personeel',
    'verlof\\w*|vakantie\\w*|vrije?|ziek\\w*|verzuim|afwezig\\w*|salaris\\w*|loon|cao|rooster\\w*|uren|werktijd\\w*|werkdag\\w*|thuiswerk\\w*|overwerk\\w*|declaratie\\w*|reiskosten|opleiding\\w*|cursus\\w*|functioneringsgesprek\\w*|beoordelingsgesprek\\w*|pensioen|ontslag|vacature\\w*',
    'laptops?|computers?|telefoons?|wachtwoord\\w*|inlog\\w*|printers?|wifi|ict|helpdesk|software|kopieer\\w*|scherm|muis',
    'koffie\\w*|lunch\\w*|kantine|borrel\\w*|taart\\w*|verjaardag\\w*|feest\\w*|uitje|vergaderzaal|vergadering\\w*|planten|airco|verwarming|schoonmaak\\w*|sleutels?|toegangspas\\w*|kerst\\w*|cadeau\\w*',
    'kompas|app|bot|check ?ins?|signa(?:al|len)|tips?|pilots?|pilotteam|retro\\w*|stand ?ups?|antwoord\\w*|toelichting\\w*|compliment\\w*|privacy|bericht\\w*|reminder\\w*|herinnering\\w*|thema s|teamdialoog|actie|acties|stijl|persona',
    'vertrouwenspersoon|vertrouwenspersonen|ondernemingsraad|or|bedrijfsarts|maatschappelijk|pest\\w*|gepest|intimid\\w*|discrimin\\w*|geweld|ruzie|werkdruk|stress|burn ?out|somber|huilen|dood|zelfmoord|hulp nodig',
    'brood|broodjes|pizza|eten|drinken|snacks|soep|fiets\\w*|hond\\w*|kat|auto|trein|bus|huis',
    'president|koning|koningin|minister|god|voetbal|wedstrijd|weer|mop|grap|nieuws|oorlog',
  ].join('|')})\\b`,
);

/** What somebody brings along, or wants of who decides: it tells nothing of what it is about. */
const along = new Set(
  'hebben sturen stuur opsturen doorsturen stuurt geven geeft doorgeven indienen inleveren melden meld brengen benaderen helpt heen naartoe wezen handtekening handtekeningen akkoord paraaf regelt verantwoordelijk behandelt beheert werkt weet alles ask about charge'.split(
    ' ',
  ),
);

/** True for text (lower case, without diacritics and punctuation) that asks who does something or to whom one has to turn. */
const asksWho = (plain: string): boolean =>
  (turning.test(plain) || (isDoingAsked(plain) && !aboutPeople.test(plain))) && !elsewhere.test(plain);

/** A verb of deciding or doing. */
function isDoingVerb(verb: string): boolean {
  const stem = stemOf(verb);
  return doingWords.has(verb) || isGiver(stem) || isDoing(stem) || isUndone(stem);
}

const isDoingAsked = (plain: string): boolean =>
  [doing, doingAtEnd].some((pattern) => isDoingVerb(pattern.exec(plain)?.[1] ?? '')) ||
  /^(?:wie|who) (?:is|zijn|are) (?:\w+ )?(?:verantwoordelijk|bevoegd|responsible)/.test(plain);

/** A text about something that the register does not know. */
export interface UnknownSubject {
  /** All words that say what it is about (plain), also those that the register does know. */
  about: readonly string[];
  /** Those that stand nowhere in the register, as they were typed. */
  unknown: readonly string[];
}

/** The words of a text that say what it is about. Pure. */
export function subjectOfText(typed: string, lookup: Lookup): UnknownSubject {
  const words = wordsOf(typed.slice(0, LONGEST_QUESTION));
  const places = lookup.areas.find(words, () => 'free').filter(({ typos }) => typos === 0);
  const people = lookup.people.find(words, () => 'free').filter(({ typos }) => typos === 0);
  const isNamed = (at: number) => [...places, ...people].some(({ from, to }) => from <= at && at < to);
  const known = new Set(registrationWords.flatMap(({ wordings }) => wordings.flat()));
  const isKind = (word: string) => kindWords.some((one) => new RegExp(`^(?:${one.source})$`).test(word));
  // "Wie deelt huisnummers uit": what is done says less than what it is done to.
  const isVerb = (at: number) =>
    /^(?:wie|who)$/.test(words[at - 1]?.plain ?? '') && /t$/.test(words[at]?.plain ?? '');
  const isSmall = (plain: string) =>
    plain.length < 2 ||
    /^\d+$/.test(plain) ||
    [stopWords, askingWords, along, known].some((list) => list.has(plain)) ||
    isPlainObject(plain) ||
    isKind(plain);
  const about = words.filter(({ plain }, at) => !isSmall(plain) && !isVerb(at) && !isNamed(at));
  const isSaid = ({ plain }: Word) => {
    const stem = stemOf(plain);
    return isDoing(stem) || isGiver(stem) || lookup.index.withStem(stem).length > 0;
  };
  return {
    about: about.map(({ plain }) => plain),
    unknown: about.filter((word) => !isSaid(word)).map((word) => word.typed),
  };
}

/**
 * What a text is about that asks who does something, while the register knows none of it ("wie gaat er over bomen"). Undefined
 * for what is no such question: about oneself and colleagues, about Kompas, or about nothing at all. Pure.
 */
export function subjectNobodyKnows(typed: string, lookup: Lookup): UnknownSubject | undefined {
  const words = wordsOf(typed.slice(0, LONGEST_QUESTION));
  if (words.length > MOST_WORDS || !asksWho(words.map(({ plain }) => plain).join(' '))) return undefined;
  const subject = subjectOfText(typed, lookup);
  return subject.unknown.length > 0 ? subject : undefined;
}
