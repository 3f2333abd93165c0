import { asksLastDay, isAboutEnding } from './terms.ts';

/** What kind of question it is. */
export type QuestionKind =
  | 'who'
  | 'may'
  | 'deputy'
  | 'which'
  | 'escalation'
  | 'accountable'
  | 'limit'
  | 'role'
  | 'office'
  | 'organisation';

/** What else was recognised in the question. */
export interface Clues {
  role: boolean;
  activity: boolean;
  registration: boolean;
  amount: boolean;
  person: boolean;
  area: boolean;
  /** A function that the register names: "de directeur". */
  office: boolean;
  /** A mandate that is named by its number. */
  reference: boolean;
  /** It is asked who stands in for whom, in words that tell which way round. */
  replacing: boolean;
  /** It is asked what has no deputy. */
  lone: boolean;
}

const who =
  /\b(wie|wiens|who|whom|degene (?:die|aan wie|bij wie)|diegene die|iemand die|(?:de )?persoon die|welke (?:persoon|collega|medewerker|functionaris)|somebody who|someone who|the person who)\b/;
/** To whom somebody has to turn, or who has something in hand: "bij wie moet ik zijn voor", "wie is er van de BGT". */
export const turning =
  /\b(?:(?:bij|naar|aan|met|van|via|tot) wie (?:moet|moeten|kan|kunnen|mag|zal|stuur|vraag|geef|lever|meld|richt|krijg|heb|wend|breng|ga|haal|dien) (?:ik|we|wij|je|men)|wie (?:moet|moeten|kan|kunnen|zal|zou) (?:ik|we|wij|je|men)|wie (?:ik|we|wij|je) (?:daarvoor |dan )?(?:moet|kan|zou|stuur|vraag)|wie (?:kan|wil|zou) (?:mij|me|ons)|wie helpt (?:mij|me|ons)|wie (?:is|zijn) (?:er |hier )?van (?:de|het)|waar (?:moet|moeten|kan|kunnen) (?:ik|we|wij|je|men) (?:\S+ ){0,8}?(?:zijn|terecht|heen|naartoe|wezen|aankloppen)|who (?:do|should|can|must) (?:i|we)|who is in charge of)\b/;
const may =
  /\b(mag|mogen|mocht|mochten|kan|kunnen|kon|bevoegd|bevoegdheid|gerechtigd|gemachtigd|gemandateerd|toegestaan|may|can|could|allowed|authori[sz]ed)\b/;
const accountable =
  /\b(eindverantwoord\w*|verantwoordelijk\w* in de(?:n)? eind\w*|uiteindelijk verantwoord\w*|bronhouder\w*|accountable|ultimately responsible|responsible (?:\S+ ){0,5}in the end)\b/;
const escalation =
  /\b(escal\w*|geschil\w*|conflict\w*|onenigheid|meningsverschil\w*|oneens|niet (?:met elkaar )?eens|verschil van mening|vastgelopen|geen overeenstemming|ruzie|knoop door\w*|doorhak\w*|knopen|dispute\w*|disagree\w*|komen er niet uit|er niet uit\w*|uitkomen|vastlopen|lopen vast)\b/;
const deputy =
  /\b(verva(?:ng|ngt|ngen|nger|ngers|nging|ngster)|[vf]er[vf](?:ang|ant|nag|agn)(?:t|d|dt|en|er|ers)?|plaatsverva\w*|waarneem\w*|waarnem\w*|neemt waar|valt in|invalt|invaller\w*|waarneem\w*|invallen|neemt? (?:\S+ ){1,3}waar|back ?up (?:van|voor|bij|for|of|to)|(?:als|mijn|zijn|haar|onze|my) back ?up|stands? ?in|deputy|deputi\w*|replaces?|replacing|substitut\w*|covers? for)\b/;
/** "Neemt het werk van Anna over": with somebody or their work, and nothing behind it that is taken. */
const takesOver = /\bneemt? (?:\S+ ){1,6}over(?=\W*$|\W+(?:als|wanneer|zolang|bij|tijdens|van|op|in|met)\b)/;
const someWork = /\b(?:werk|taken|taak|dienst)\b/;
/** Why somebody is to be replaced: that says so only of somebody. */
const away =
  /\b(ziek|afwezig\w*|met verlof|op vakantie|met vakantie|heeft vakantie|vrij is|er (?:\S+ ){0,3}niet is|weg is|on leave|sick|absent)\b/;
const somebody = /\b(?:iemand|degene|hij|zij|houder|somebody|someone)\b/;
const limit =
  /\b(tot welk bedrag|welk bedrag|tot hoeveel|tekenbevoegdheid|hoeveel (?:euro|geld)|hoe hoog|limiet\w*|plafond|maximum\w*|maximaal|max|hoeveel mag|up to what|how much|what amount|limit)\b/;
const which =
  /\b(hoeveel mandat\w*|alle mandaten|(?:lijst|overzicht) (?:van|met) (?:de |alle )?mandaten|(?:toon|laat) (?:de |alle )*mandaten|welke (?:andere |overige |verdere )?(?:mandat\w*|machtiging\w*|volmacht\w*|bevoegdhe\w*|rechten|registers?)|welk mandaat|mijn (?:andere |overige )?(?:mandat\w*|mandaat|bevoegdhe\w*|machtiging\w*)|(?:wat|waar|waarvoor|waartoe) (?:mag|mogen|mocht|is|kan)|waar .{0,40}\bbevoegd|mandaten van|bevoegdheden van|op (?:de )?naam van|op wiens naam|which mandates|what (?:may|can)|where (?:may|can)|my mandates|mandates of)\b/;
const organisation =
  /\b(welke (?:organisatie|partij|instantie|dienst|instelling|samenwerking\w*|bureau|gemeente)|which (?:organi[sz]ation|party|body))\b/;
export const aboutMandates =
  /\b(mandaat\w*|mandat\w*|machtiging\w*|volmacht\w*|bevoegd\w*|gemachtigd|mandates?|authority)\b/;

/** "Mag Anna dat": what it is about was said before, to somebody else. */
const pointing =
  /^\W*(?:en |and )?(?:mag|mogen|mocht|may)\b.*\b(?:dat|dit|that|this)(?: (?:ook|wel|doen|too))*\W*$/;
const granted = /\b(bevoegd|gerechtigd|gemachtigd|gemandateerd|toegestaan|allowed|authori[sz]ed)\b/;
const right = /\b(?:mag|mogen|mocht|mochten|may)\b/;
const hasRight = /\b(heeft|hebben|has|have)\b.*\b(mandaat|machtiging|volmacht|mandate|authority)\b/;
/** "Heb ik een mandaat": of whoever asks. */
const haveI =
  /\b(?:heb ik|do i have|have i)\b.*\b(?:mandaat|mandaten|machtiging|machtigingen|volmacht|bevoegdheid|mandates?|authority)\b/;
/** Has something in hand, without what is done with it. */
const inHand =
  /\b(over|gaat|regelt|doet|verantwoordelijk|beheert|beheren|behandelt|onder zich|houdt|weet (?:\S+ ){0,3}(?:van|over)|about|responsible|handles)\b/;
/** Who signs decides; what they decide is asked back. */
const signs = /\b(?:tekent|tekenen|ondertekent|ondertekenen|handtekening|signs?)\b/;
/** What no register answers: how, when and why something is done. */
const otherQuestion = /\b(hoe|hoelang|hoeveel|wanneer|waarom|waardoor|hoezo|how|when|why)\b/;
const participle =
  '(?:[a-z]{0,5}ge[a-z]{2,}(?:d|t|en)|verwerkt|vastgesteld|processed|validated|approved|checked|verified)';
const told = new RegExp(
  `\\b(?:is|zijn|was|waren|wordt|werd|werden|heb|hebt|heeft|hebben|had|hadden|has|have|been)\\b.*\\b${participle}\\b`,
);
const order = /^\W*(?:maak|zet|voeg|verwijder|make|set|add|remove)\b/;

/** "Lopen binnenkort af": nothing else in Kompas ends so. */
const onlyEnds =
  /^\W*(?:er )?(?:lopen|loopt|verlopen|eindigen|expiring)(?: (?:er|binnenkort|gauw|snel|iets|nog|deze|dit|week|maand|jaar|soon))+(?: af)?\W*$|^\W*(?:binnenkort |wat )?(?:aflopend|aflopende|loopt af|lopen af)(?: binnenkort)?\W*$/;

/** What is asked of a mandate that was named by its number: who holds it, who deputises, or what it says. */
function referred(plain: string): QuestionKind {
  if (deputy.test(plain) || away.test(plain)) return 'deputy';
  return who.test(plain) ? 'who' : 'which';
}

/** What the word itself means, and not who has one. */
const meaning = /^\W*(?:wat|what) (?:is|zijn|betekent|are) (?:een |het |de |a |an |the )?(?:\w+)\W*$/;

/** What was or is done: a statement, or a question about the work itself. */
const isTold = (plain: string) => told.test(plain) && !/\b(moet|moeten|te|must|should)\b/.test(plain);

/**
 * The kind of a question in plain text (lower case, no diacritics); undefined when it is not about mandates. The order
 * matters: the narrow kinds come before "who" and "may", whose words stand in nearly every question.
 */
export function kindOf(plain: string, clues: Clues): QuestionKind | undefined {
  const subject =
    clues.activity || clues.registration || clues.role || clues.amount || aboutMandates.test(plain);
  if (meaning.test(plain) && !clues.person && !clues.reference) return undefined;
  // "Maak Tess houder van R01" asks for a change, and not what stands there.
  if (clues.reference) return order.test(plain) ? undefined : referred(plain);
  if (clues.lone) return 'which';
  if (accountable.test(plain)) return 'accountable';
  if (escalation.test(plain) && (who.test(plain) || subject)) return 'escalation';
  if (asksLastDay(plain) && aboutMandates.test(plain) && (subject || clues.person)) return 'which';
  if ((aboutMandates.test(plain) || /\b(welke|which|wat|what)\b/.test(plain)) && isAboutEnding(plain))
    return 'which';
  if (onlyEnds.test(plain)) return 'which';
  const replaces =
    clues.replacing ||
    deputy.test(plain) ||
    (takesOver.test(plain) && (clues.person || someWork.test(plain))) ||
    (away.test(plain) && (clues.person || somebody.test(plain)));
  if (
    replaces &&
    (clues.person || subject || clues.replacing || /\b(verva|waarne|deputy)/.test(plain)) &&
    (who.test(plain) || clues.person || subject || clues.replacing)
  )
    return 'deputy';
  if (organisation.test(plain) && subject) return 'organisation';
  if (limit.test(plain) && (clues.person || clues.activity || clues.area || may.test(plain))) return 'limit';
  if (
    which.test(plain) &&
    !turning.test(plain) &&
    (subject || clues.person || /\b(ik|mijn|i|my)\b/.test(plain)) &&
    !/\bwie\b/.test(plain)
  ) {
    if (clues.person || aboutMandates.test(plain) || (clues.activity && /\b(ik|i)\b/.test(plain)))
      return 'which';
    if (/\b(ik|i)\b/.test(plain)) return 'which';
    // "Wat is valideren" asks what the word means.
    const right = may.test(plain) || aboutMandates.test(plain);
    return (clues.activity || clues.role) && right ? 'which' : undefined;
  }
  if (clues.office && !subject && !may.test(plain) && who.test(plain)) return 'office';
  if (clues.role && !clues.activity && (who.test(plain) || !may.test(plain))) return 'role';
  if (who.test(plain) || turning.test(plain))
    return clues.activity ||
      clues.amount ||
      (clues.role && subject) ||
      (signs.test(plain) && (clues.registration || clues.area)) ||
      (clues.registration && (clues.area || may.test(plain) || turning.test(plain) || inHand.test(plain)))
      ? clues.role && !clues.activity
        ? 'role'
        : 'who'
      : undefined;
  const something = clues.activity || clues.amount;
  if (haveI.test(plain)) return something ? 'may' : 'which';
  if (may.test(plain)) {
    if (something) return /^\W*(hoe|how)\b(?! (vaak|often|hoog))/.test(plain) ? undefined : 'may';
    // "Is Anna bevoegd voor de BAG", "mag ik de BAG fiksen": asked back, since nobody said yet for what activity.
    if ((granted.test(plain) || right.test(plain)) && clues.registration) return 'may';
    // So is "mag Anna dat".
    if (clues.person && pointing.test(plain)) return 'may';
  }
  if (clues.registration && clues.person && !clues.activity && hasRight.test(plain)) return 'may';
  if (!clues.activity || otherQuestion.test(plain) || (!aboutMandates.test(plain) && isTold(plain)))
    return undefined;
  // "Valideert Anna de BAG?" and "heeft Anna mandaat om de BAG te valideren" ask whether she may.
  if (clues.person) return 'may';
  return clues.registration || clues.area ? 'who' : undefined;
}

/**
 * The kind that the words of a text (plain) tell by themselves, whatever it is about; undefined when they tell none. For what
 * goes on about an earlier question, where the rest need not be said again.
 */
export function kindInWords(plain: string): QuestionKind | undefined {
  if (accountable.test(plain)) return 'accountable';
  if (escalation.test(plain)) return 'escalation';
  if ([deputy, takesOver, away].some((words) => words.test(plain))) return 'deputy';
  if (limit.test(plain)) return 'limit';
  if (organisation.test(plain)) return 'organisation';
  if (who.test(plain)) return 'who';
  if (which.test(plain)) return 'which';
  return may.test(plain) ? 'may' : undefined;
}

/** True for words that tell why somebody is to be replaced, and not that anybody is: "afwezig", "wie is er ziek". */
export const isAwayAlone = (plain: string): boolean =>
  away.test(plain) && !deputy.test(plain) && !takesOver.test(plain);

/** True for what no register answers by itself: how, when and why something is done. */
export const asksOtherwise = (plain: string): boolean => otherQuestion.test(plain);

/** The words that make a question one of a kind. They need no other explanation. */
export const kindWords: readonly RegExp[] = [
  who,
  turning,
  may,
  accountable,
  escalation,
  deputy,
  takesOver,
  away,
  limit,
  which,
  organisation,
  aboutMandates,
].map((words) => new RegExp(words.source, 'g'));

/** Tells a sentence in which something is asked from one that only tells something. */
export const asks = new RegExp(
  [
    who,
    deputy,
    takesOver,
    limit,
    which,
    organisation,
    accountable,
    /\b(?:mag|mogen|mocht|may|can|could|kan)\b/,
  ]
    .map(({ source }) => source)
    .join('|'),
);
