import { normalise } from './normalise.ts';

/** What somebody asks about who can see it. */
export type Seen =
  /** What they answered in a check-in. */
  | 'answer'
  /** Whether they answered. */
  | 'whether'
  /** What is in front of them, which is not known here. */
  | 'this'
  /** What they type in this chat. */
  | 'typed'
  /** A signal that they give. */
  | 'signal'
  /** What they add to an answer. */
  | 'comment'
  /** That they are away. */
  | 'away'
  /** Which tasks they do. */
  | 'matrix'
  /** How near those lie to each role. */
  | 'indication'
  /** Which roles they hold, and what they want to learn for them. */
  | 'roles';

const boss =
  '(?:(?:mijn|m n|de|het|ons|onze|een|my|the) (?:[a-z]+ )?(?:baas|chef|leidinggevende|manager|teamleider|directeur|directie|afdelingshoofd|hoofd|or|ondernemingsraad|vertrouwenspersoon|projectleider|collega s|collega|team|werkgever|beheerder|boss|colleagues?|employer)|hr|ict|de gemeente|de directie|iedereen|anderen|iemand|anyone|everyone)';
const sees =
  '(?:zien|ziet|lezen|leest|meelezen|meekijken|inzien|terugzien|terugvinden|weten|weet|see|sees|read|reads|know)';
/** Anybody whom a question can be about by name: nobody that asks, and no thing. */
const named =
  '(?!(?:ik|je|jij|u|we|wij|i|you|het|dit|dat|er|de|een|mijn|m n|my|the|kompas|niemand)\\b)[a-z]+(?: (?!(?:mijn|m n|my|dit|dat|wat|of|hoe|what|this|wie)\\b)[a-z]+){0,2}';
/** Somebody asks whether or who: a question about seeing, with or without the word for whom. */
const asksWhether = new RegExp(
  `\\b(?:${boss}|wie|who)\\b.*\\b${sees}\\b|\\b${sees}\\b.*\\b${boss}\\b|\\b(?:wie|who) (?:krijgt|krijgen|gets)\\b|\\bgaat (?:dit|het|mijn \\w+) naar ${boss}|^(?:kan|kunnen|mag|zou|can|does|do|could) ${named} .*\\b${sees}\\b|^(?:ziet|leest|weet|krijgt) ${named} (?:mijn|m n|my|dit|dat|wat|of|hoe|what|this)\\b|^wat (?:ziet|leest|weet) ${named} (?:van|over) (?:mij|me)$`,
);

/** What is asked about, the first that fits. Words of the register never are. */
const kinds: readonly [Seen, RegExp][] = [
  // What others read, each in its own way: the list of all tells how.
  [
    'this',
    /\b(?:stand ?ups?|retro\w*|compliment\w*|leerpunt\w*|praktijkvoorbeeld\w*|pilots?|evaluatie|teamgesprek|teamdialoog|teamkompas|afspraken|(?:een|de|mijn|m n|zijn|haar|my|a) reacties?|verbeterpunt\w*|trotspunt\w*|voorstel\w*|melding\w*)\b/,
  ],
  ['matrix', /\btaken ?matri\w*\b/],
  ['indication', /\brol ?indicatie\w*\b/],
  // Who gets a role is a question about work; who sees it is not.
  [
    'roles',
    new RegExp(
      `^(?=.*\\b${sees}\\b).*\\b(?:(?:mijn|m n|my) rol(?:len)?|rolkaart|wat ik (?:\\w+ )?leren|ontwikkelpunt\\w*)\\b`,
    ),
  ],
  [
    'away',
    /\b(?:dat|of|wanneer) ik\b.*\b(?:vrij|afwezig|weg|ziek|vakantie|verlof)\b|\bmijn (?:afwezigheid|vrije dagen?|vakantie|verlof)\b/,
  ],
  ['signal', /\b(?:mijn|m n|een|dit|my|a) (?:signaal|signal)\b/],
  [
    'whether',
    /\b(?:dat|of|if|whether|that) (?:ik|i)\b(?! (?:heel )?(?:zwaar|goed|slecht|gaat wel)\b)(?: \w+){0,4} (?:geantwoord|antwoord|ingevuld|invul|meedoe|meedeed|meegedaan|mee doe|overgeslagen|oversla|gereageerd|ingecheckt|answered|answer|skipped)\b/,
  ],
  [
    'comment',
    /\b(?:toelichting|opmerking)\b|\bwat ik (?:deel|deelde|toevoeg\w*|erbij zet|erbij schrijf|toelicht)\b|\b(?:schrijf|schreef|typ|type) bij (?:mijn|m n|de|het|een) (?:check ?in|antwoord)\b|\bbij (?:mijn|m n|de|een) (?:check ?in|antwoord) (?:schrijf|schreef|zet|typ)\b|\b(?:iets|wat) deel\b/,
  ],
  [
    'typed',
    /\b(?:wat|dat|als) ik\b.*\b(?:typ|type|typte|tik|schrijf|schreef|vraag|vroeg|zeg|zei|zeggen|stuur|stuurde|typen|vragen)\b|\b(?:deze|dit|ons|onze|mijn|this|our|my) (?:chat|gesprek|berichten|bericht|vragen|vraag|messages|questions)\b|\bwhat i (?:type|write|ask|say)\b/,
  ],
  [
    'answer',
    /\b(?:mijn|m n|my) (?:antwoord\w*|check ?ins?|keuze|cijfer|score|answers?|choice)\b|\bwat ik (?:\w+ )?(?:in ?vul\w*|ingevuld|koos|kies|gekozen|antwoord\w*|geantwoord|voel|aanklik\w*|aantik\w*)\b|^wat (?:ziet|leest|weet) .* (?:van|over) (?:mij|me)$|\bhoe ik (?:er ?bij zit|me voel|zit)\b|\b(?:dat|of) ik (?:heel )?(?:zwaar|goed|slecht|gaat wel)\b|\bwhat i (?:answer\w*|chose|choose|filled)\b/,
  ],
  [
    'this',
    /\b(?:dit|this)$|\bdit (?:ook )?(?:zien|lezen|weten|inzien|terugzien)\b|\bdit naar\b|\b(?:mee ?lezen|meekijken|leest mee|kijkt mee)\b|\b(?:anoniem|anonymous)$/,
  ],
];
const isAnonymous = /^(?:is (?:dit|het|this|it) )?(?:anoniem|anonymous)$/;
const aboutWork =
  /\b(?:bag|bgt|woz|brk|bro|mutaties?|mandaat|mandaten|register|registraties?|pand|panden|adres|adressen|besluit|besluiten|opdracht|opdrachten|toe)\b/;

/** What a question of who sees something is about; undefined for all other text. Dutch and some English. Pure. */
export function whoSees(text: string): Seen | undefined {
  const plain = normalise(text);
  if (aboutWork.test(plain) || !(asksWhether.test(plain) || isAnonymous.test(plain))) return undefined;
  return kinds.find(([, pattern]) => pattern.test(plain))?.[0];
}

/** True for a question that a yes or a no answers. Pure. */
export const isYesOrNo = (text: string): boolean =>
  /^(?:kan|kunnen|ziet|zien|leest|lezen|weet|weten|krijgt|gaat|mag|is|komt|can|does|do|will)\b/.test(
    normalise(text),
  );

/** True for a question about the own manager, which an answer may then name. Pure. */
export const asksOfManager = (text: string): boolean =>
  /\b(?:baas|chef|leidinggevende|manager|teamleider|boss)\b/.test(normalise(text));
