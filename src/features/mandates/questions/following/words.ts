/** What goes on begins so: "en voor de BGT?", "maar in Zuid dan?", "geldt dat ook voor Bert?". */
const beginning =
  /^\W*(?:(?:ok|oke|okay|ja|nee|aha|hm+|dank je|dankjewel|bedankt|en|maar|and|but|so)\b[\s,.!]*)*(?:en|maar|of|ook|and|but|what about|how about|hoe zit|wat als|(?:precies )?(?:het ?|de)?zelfde(?: vraag)?|idem|dito|(?:the )?same(?: question)?|geldt|gelden|is dat|mag dat|kan dat)\b/;

/** Somebody who was named before. "Die" is somebody only where somebody stands. */
const pronoun =
  /\b(?:hij|ie|zij|ze|hem|haar|hen|hun|diegene|he|she|him|her|they|them)\b|\bzijn (?=eigen|vervang|werk|mutatie|taken|collega)|\b(?:mag|mogen|kan|vervangt|als|waarom|bij|door) die\b(?! (?:in|van|op|voor) )|^\W*en die\W*$/;

/** By which word somebody who was named before is called. */
export type Called = 'he' | 'she';
const she = /\b(?:zij|ze|haar|she|her)\b/;
const he = /\b(?:hij|ie|hem|he|him)\b|\bzijn (?=eigen|vervang|werk|mutatie|taken|collega)/;

/** What was asked before, where it is not said again: "mag Bert dat ook", "wie keurt het goed". */
const pointing =
  /\b(?:dat|dit(?! (?:jaar|kwartaal|halfjaar)\b)|daar|daarvoor|daarvan|daarover|daarbij|hetzelfde|dezelfde|that|this(?! (?:year|month|week|quarter)\b)|there|the same)\b|\b(?:het|die|deze|ze|it)(?= (?:ook|zelf|doen|daar|dan|goed|wel|too)\b|\W*$)/;
/** Where or what for, said before. */
const pointingAt = /\b(?:daar|daarvoor|daarvan|daarover|daarbij|there)\b/;

/** On what an answer rests. */
const why =
  /\b(?:waarom|hoezo|why|grondslag|op (?:basis|grond) waarvan|op welke (?:basis|grond)|op grond van wat|waar (?:staat|is) (?:dat|dit|het)|waar rust dat op|how come|weet je (?:dat|het) zeker|klopt dat|is dat zo|are you sure)\b/;
/** From when until when it holds. */
const since =
  /\b(?:sinds|vanaf|tot|tot en met) wanneer\b|\bhoe ?lang\b|\b(?:since|until) when\b|\bhow long\b/;

/** Somebody tells something of themselves, and asks nothing: "ik ben er morgen niet". */
const telling =
  /\b(?:ik|wij|we|i) (?:ben|heb|had|was|ga|kom|werk|wil|zal|moet|zou|voel|vind|denk|weet|hoop|snap|begrijp|zijn|hebben|gaan|am|have|want|will|feel)\b/;

/** "Waarom zou ik nog", "waarom vraag je dit": about somebody's own doing or ours, and not about what somebody may. */
const ofOneself =
  /\b(?:zou|moet|moest|doe|ben|heb|voel|werk|leef|wil|krijg|ga|kom|vraag|stuur|bewaar|schrijf|should|must|am|do) (?:ik|i|we|wij|je|jij|jullie|u|you|kompas)\b/;

/** What is asked of Kompas itself: "kun je dat uitleggen", "wat kan je". */
const addressed =
  /\b(?:kan|kun|kunt|mag|doe|doet|bent|zie|ziet|can|do|are) (?:je|jij|jullie|u|you|kompas)\b|\bwat (?:is|betekent|doet) (?:dat|dit)\b|\bwhat (?:is|does) (?:that|this)\b/;

/** What a word means: "wat is een mandaat", "wat betekent BGT". "Wat is het maximum" and "wat is zijn mandaat" ask something else. */
const meaning =
  /^\W*(?:(?:en|maar|and) )?(?:wat|what) (?:is|zijn|betekent|betekenen|doet|are|does)\b(?!.*\b(?:limiet|maximum|maximaal|bedrag|plafond|grondslag|(?:zijn|haar|hun|diens|his|her|their) manda\w+)\b)/;

/** What is done with a message or a card, and with no registration: "kan mijn baas dit zien", "kan dit weg". */
const withCards =
  /\b(?:zien|ziet|lezen|leest|meelezen|weten|inzien|horen|hoort|stoppen|see|sees|read|reads|know)\b|\b(?:kan|mag|moet|can) (?:dit|dat|het|this|that|it) weg\b/;

/** Somebody's own affairs: "mijn baas", "mijn signaal". Of their own they have a mandate, work and who replaces them. */
const ownAffairs =
  /\b(?:mijn|onze|my|our) (?!(?:eigen|own|verva|plaatsverva|waarne|back|mandaa?t|mandate|machtiging|volmacht|bevoegd|taak|taken|werk|mutatie|naam|wijk|buurt|gebied|collega|deput|work|area|name))\w/;

/** Why somebody is to be replaced: "als hij er niet is", "als ze ziek wordt". "Wanneer is hij weg" asks for a day. */
const away =
  /\b(?:als|wanneer|zolang|terwijl|if|when|while)\b(?! (?:is|ben|bent|zijn|was|waren|heb|heeft|ga|gaat|kom|komt|am|are)\b).{1,40}\b(?:er (?:\S+ ){0,4}?niet (?:is|zijn)|niet (?:werkt|werken|kan|kunnen|komt)|ziek|weg|vrij|afwezig|verlof|vakantie|away|absent|sick|not there|not in)\b/;

/** Whether somebody may something while who was named before is away: "mag ik dat als hij er niet is", "wat mag Bas als ze ziek is". */
const mayWhileAway =
  /^\W*(?:en |maar |and )?(?:mag|mogen|kan|may|can|(?:wat|waar|waarvoor|welke mandaten|what) (?:mag|mogen|kan|heb|heeft|doe|doet|may|can))\b.*\b(?:als|wanneer|zolang|terwijl|if|when|while) (?:hij|zij|ze|die|ie|he|she) /;
const replacing =
  /\b(?:vervang\w*|plaatsvervang\w*|waarnem\w*|waarneem\w*|invall\w*|deput\w*|replaces?|back ?up)\b/;

/** To reach whoever the answer names. */
const reaching = /\b(?:bel|bellen|mail|mailen|bereik|bereiken|spreken|contact|call|reach)\b/;

/** A condition. */
const condition = /\b(?:als|zolang|mits|indien|if|when)\b/;

/** What has to be left out or is turned round cannot go on about anything. */
const limiting = /\b(?:alleen|enkel|uitsluitend|behalve|zonder|iets|niets|alles|only|except|without)\b/;

/** Words of these alone that need no explanation. */
const explained = new Set(
  'hoe zit met ok oke okay aha hm bedankt hetzelfde dezelfde zelfde idem dito precies vraag same question waarom hoezo why grondslag basis grond waarvan waarop staat vastgelegd rust gebaseerd hoelang lang long since until same they she he too what about how come allebei beiden altijd meer anders else more dank dankjewel merci thanks zeker waar daarna vervolgens'.split(
    ' ',
  ),
);

/** And of why somebody is to be replaced. */
const reasons = new Set('ziek vrij afwezig vakantie verlof weg away absent sick'.split(' '));

/** "Wie dan wel?": nobody asks that of another thing. */
const whoElse =
  /^\W*(?:en )?(?:wie|who)(?: (?:dan|wel|nog|meer|anders|ook|else|then|mag|mogen|may|can|dat|het|that))+\W*$/;

/** A part of a question: "BGT?", "in Zuid", "morgen ook". */
const part = /\?\s*$|^\W*(?:in|voor|bij|op|vanaf|per|met|van|tot|for|from)\b|\b(?:ook|dan|too|also)\b/;

/** The words with which people go on about what they asked before; each takes a text in lower case and without diacritics. */
export const following = {
  begins: (plain: string) => beginning.test(plain),
  namesPersonBefore: (plain: string) => pronoun.test(plain),
  callsBefore: (plain: string): Called | undefined => {
    const isShe = she.test(plain);
    if (isShe === he.test(plain)) return undefined;
    return isShe ? 'she' : 'he';
  },
  pointsBack: (plain: string) => pointing.test(plain),
  pointsAtPlace: (plain: string) => pointingAt.test(plain),
  asksWhy: (plain: string) => why.test(plain),
  asksSince: (plain: string) => since.test(plain),
  asksWhenAway: (plain: string) => away.test(plain),
  asksWhenAnotherAway: (plain: string) => away.test(plain) && /\book\b/.test(plain),
  asksMayWhileAway: (plain: string) => mayWhileAway.test(plain) && away.test(plain),
  saysWhoReplaces: (plain: string) => replacing.test(plain),
  tells: (plain: string) => telling.test(plain),
  asksOfOneself: (plain: string) => ofOneself.test(plain),
  isAboutElse: (plain: string) =>
    (addressed.test(plain) || meaning.test(plain) || withCards.test(plain) || ownAffairs.test(plain)) &&
    !why.test(plain),
  asksToReach: (plain: string) => reaching.test(plain),
  hasOtherCondition: (plain: string) => condition.test(plain) && !away.test(plain),
  leavesOut: (plain: string) => limiting.test(plain),
  isPart: (plain: string) => part.test(plain),
  asksWhoElse: (plain: string) => whoElse.test(plain),
  explains: (word: string, plain: string) => explained.has(word) || (away.test(plain) && reasons.has(word)),
};
