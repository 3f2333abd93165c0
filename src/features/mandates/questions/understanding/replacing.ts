import type { FoundName } from '../../../../language/names.ts';
import type { Word } from '../../../../language/words.ts';

/** Who is named in a question: somebody by their name, whoever asks, or somebody who was named before ("hij"). */
export type Party = FoundName | 'self' | 'before';

/** Which way round a question about deputies is. */
export type Replacing =
  /** Who stands in for somebody or for what is named: "wie vervangt Anna". */
  | { asks: 'deputy' }
  /** For whom somebody stands in: "voor wie is Anna vervanger". */
  | { asks: 'replaced'; deputy: Party }
  /** Whether one stands in for the other: "vervangt Anna Bas". */
  | { asks: 'whether'; deputy: Party; replaced: Party }
  /** Either of the first two: nobody can tell. */
  | { asks: 'either'; party: Party };

const small =
  '(?:ook |nog |ergens |hier |daar |er |al |wel |de |het |een |iemands? |zelf |als |nu |dan |eigenlijk |eens |vaste |eerste |officieel |toevallig |the |a |an |anyones |somebodys |also |misschien |altijd |soms |allemaal |precies )*';
const title =
  '(?:plaats)?(?:vervang(?:er|ers|ster|end)|waarnemers?|waarnemend|invallers?|back ?ups?|deput(?:y|ies))';
/** Somebody, where the words of a name are one sign; whoever asks is "ik" or "mij". "Haar vervanger" is who stands in for her. */
const P = `(?:@\\d+|ik|mij|me|i|hij|zij|ze|ie|hem|(?:haar|her)(?! (?:\\S+ )?${title})|he|she|him)`;
const acting = '(?:vervang(?:t|en)?|waarnemen|invallen|inspringen|overnemen|replace|stand in|deputise|cover)';
const finite =
  '(?:ben|is|zijn|sta|staat|staan|vervang|vervangt|kan|mag|moet|kun|val|valt|neem|neemt|treed|treedt|spring|springt|zou|zal|do|does|am|can|may)';
/** Asks for whom somebody stands in. */
const byPatterns = [
  // "Voor wie ben ik vervanger", "van wie is Anna de vervanger", "voor wie val ik in".
  `\\b(?:voor|van|bij|namens|for|of) (?:wie|wiens|whom|who|welke \\S+) (?:er )?(?:\\S+ )??{P} ${small}(?:.* )?(?:${title}|${acting}|in|waar|over)\\b`,
  `\\b(?:voor|van) (?:wie|welke \\S+) ${finite} {P} ${small}(?:in|waar|${title}|${acting})\\b`,
  // "Voor wie ik waarneem", "van wie ik vervanger ben".
  `\\b(?:voor|van|bij) (?:wie|welke \\S+) {P} ${small}(?:${title}|vervangt?|waarneemt?|invalt?|inval)\\b`,
  // "Wie vervang ik", "wie moet ik vervangen": "ik" is never who is replaced.
  `\\b(?:wie|wat|who|whom) (?:allemaal )?(?:vervangt?|neemt?|valt?|kan|mag|moet|zou|zal|gaa?t?|do|does|can|may|should) (ik|i|hij|zij|he|she)\\b(?! .*\\bdoor\\b)`,
  `\\b(?:wie|wat) (ik) ${small}(?:moet |mag |kan )?(?:vervang|vervangen|waarneem|waarnemen)\\b`,
  // "Waar is Anna vervanger", "bij welke mandaten vervangt Anna".
  `\\b(?:waar|waarin|waarvoor|waarbij|waarvan|waartoe|wanneer|wat|where|when|hoe vaak|hoeveel \\S+|(?:bij |in |voor |van |op |for )?(?:welke?|which|hoeveel) (?:\\S+ )?\\S+) ${finite} {P}(?: ${small}(?:.* )?(?:${title}|${acting}|in|waar)|(?: \\S+){0,2})?[^a-z]*$`,
  // "Ben ik ergens vervanger", "is Anna vervanger".
  `\\b(?:ben|is|sta|staat|am) {P} ${small}${title}\\b`,
  // "Vervang ik iemand", "moet ik ergens invallen", "kan Anna collega's vervangen".
  `\\b(?:vervang|vervangt|kan|mag|moet|kun|zou|val|valt|neem|neemt|do|does) {P} ${small}(?:iemand|ergens|anderen|andere|een ander|collega ?s?|mensen|anyone|anybody|somebody|someone)\\b.*`,
  `\\b(?:vervang|vervangt|val|valt|neem|neemt) {P} (?:nu |vandaag |dan |eigenlijk )?(?:ergens|iemand)\\b`,
  // "Anna vervangt wie", "wie wordt door Anna vervangen", "wiens vervanger is Anna".
  `{P} (?:vervangt|vervang|(?:is|ben) ${small}${title} (?:van|voor)|valt in voor|val in voor|neemt waar voor) (?:eigenlijk )?(?:wie|who|whom)\\b`,
  `\\b(?:wie|who|whom)\\b.*\\b(?:door|by) {P}\\b`,
  `\\b(?:wiens|whose) (?:\\S+ )?${title} (?:ben|is|am) {P}`,
  `\\b(?:wie|wiens|van wie) (?:zijn |z n |haar |d r )?(?:werk|taken|mandaten|mandaat|dienst) (?:vervang|vervangt|neem|neemt|doe|doet|moet|mag|kan) {P}\\b`,
  `\\bwho (?:does|do|is|am) {P} (?:${small})?(?:replace|cover|stand|standing|covering|deputy|backup|deputising)`,
  // "Wat mag Anna als vervanger", "mijn mandaten als vervanger".
  `^(?!.*\\b(?:wie|who|heb|heeft|hebben)\\b.*\\bals ${title}).*{P}.*\\bals (?:de |een )?${title}\\b`,
].map((source) => new RegExp(source.replaceAll('{P}', P)));

/** Asks who stands in: for whoever asks, where no other words tell it. */
const ofSelf =
  /\b(?:vervangt|vervangen|waarneemt|replaces?|covers? for) (?:mij|me|us)\b|\b(?:heb|do) (?:ik|i)\b.*\b(?:vervang|waarne|invaller|deputy|back ?up)|\b(?:word|wordt|worden) (?:ik|mijn)\b.*\bvervangen\b|\b(?:neemt|valt|doet|springt)\b.*\b(?:mij|me|mijn)\b|^(?:(?:wie|wat) is |en |toon |laat )*(?:mijn|my) (?:\S+ )?(?:plaats)?(?:vervang(?:er|ers|ing)|waarnemer|invaller|back ?up|deputy)(?: zien)?$|\bwie\b.*\b(?:mij|me|mijn (?:werk|taken|mandaat|mandaten|plaats))\b|\b(?:who|anyone)\b.*\b(?:me|my (?:work|deputy|place))\b|\b(?:mij|me) (?:vervangen|vervangt|waarnemen)\b|\biemand\b.*\b(?:mij|me)\b/;
const says = new RegExp(`\\b(?:vervang\\w*|${title}|${acting}|waarneem\\w*|neem\\w*|val|valt|inval\\w*)\\b`);

/** Why somebody is replaced, who was named already: "als hij ziek is". */
const whyAway = / (?:als|wanneer|zolang|terwijl|if|when|while) (?:hij|zij|ze|die|ie|he|she|they) .*$/;

/** The text with one sign in the place of each name, single spaces and no other signs. */
function shapeOf(words: readonly Word[], names: readonly FoundName[]): string {
  return words
    .flatMap(({ plain }, at) => {
      const n = names.findIndex(({ from, to }) => from <= at && at < to);
      if (n < 0) return [plain];
      return names[n]?.from === at ? [`@${n}`] : [];
    })
    .join(' ')
    .replace(whyAway, '');
}

/** Who stands in, where that is said so: "wordt Bas door Anna vervangen". */
const byAgent = new RegExp(`\\b(?:door|by) (${P})\\b`);
/** Who is replaced, where that is said first: "heeft Bas Anna als vervanger", "is de vervanger van Bas Anna", "is Bas zijn vervanger Anna". */
const replacedFirst = new RegExp(
  `\\b(?:heeft|heb|hebben|has) (${P}) ${small}${P}|${title} (?:van|voor|of|for) (${P})\\b(?= .*${P})|(${P}) (?:s|z n|zijn|haar|d r) (?:\\S+ )?${title}`,
);
const asksWho = /\b(?:wie|wiens|who|whom|whose)\b/;
/** Asks whether something is so. */
const whether = new RegExp(
  `^(?:en |dus |maar |of |ok |oke |waar |waarvoor |wanneer )*(?:${finite}|word|wordt|heb|heeft|mogen|kunnen)\\b|^(?:en |dus )?${P} (?:vervangt?|is|ben|kan|mag|moet|staat?|valt?|neemt?|wordt?) .*\\b(?:vervang|${title}|in|waar)|^(?:en |dus )?${P} vervangt? |\\b(?:of|dat) ${P}`,
);
/** Of these nobody can tell who is replaced: "wie moet Anna vervangen". */
const bothWays = new RegExp(
  `\\b(?:wie|who) (?:allemaal )?(?:moet|mag|mocht|gaat|zal) (@\\d+) ${small}(?:vervangen|waarnemen)\\b`,
);
/** Whoever asks, or is named before, as the one who is replaced. */
const selfReplaced = new RegExp(`\\b(?:mij|me)\\b|\\b(?:mijn|my) (?:\\S+ )?${title}`);
const beforeReplaced = new RegExp(`\\b(?:hem|haar|him|her)\\b|\\b(?:zijn|haar|his|her) (?:\\S+ )?${title}`);
const signs = new RegExp(
  `@\\d+|\\b(?:ik|mij|me|i|hij|zij|ze|ie|hem|haar|he|she|him|her)\\b|\\b(?:mijn|my|zijn|his)(?= (?:\\S+ )?${title})`,
  'g',
);

function partyOf(sign: string, names: readonly FoundName[]): Party {
  const name = sign.startsWith('@') ? names[Number(sign.slice(1))] : undefined;
  return name ?? (/^(?:ik|mij|me|i|mijn|my)$/.test(sign) ? 'self' : 'before');
}

/** Who is named in a question, each once, in its order. */
const partiesIn = (shape: string, names: readonly FoundName[]): Party[] => [
  ...new Set((shape.match(signs) ?? []).map((sign) => partyOf(sign, names))),
];

/** "Anna" and "Anna Berg" in one question are one. */
const isOther = (one: Party, other: Party) =>
  typeof one === 'string' || typeof other === 'string' || !one.ids.some((id) => other.ids.includes(id));

/**
 * Which way round a question about deputies is, from its words and the people who are named in it; undefined when its words tell
 * nothing about that. What may be either is never answered as one of them.
 */
export function replacingIn(words: readonly Word[], named: readonly FoundName[]): Replacing | undefined {
  const names = named.toSorted((a, b) => a.from - b.from);
  const shape = shapeOf(words, names);
  if (!says.test(shape)) return undefined;
  const [first, second, ...more] = partiesIn(shape, names);
  if (first === undefined) return undefined;
  if (second !== undefined)
    return more.length === 0 && isOther(first, second) && !asksWho.test(shape)
      ? whetherIn(shape, names, [first, second])
      : undefined;
  if (bothWays.test(shape)) return { asks: 'either', party: first };
  const isPassive = /\b(?:word|wordt|worden)\b/.test(shape) && !byAgent.test(shape);
  if (!isPassive && byPatterns.some((pattern) => pattern.test(shape)))
    return { asks: 'replaced', deputy: first };
  if (first !== 'self') return undefined;
  if (ofSelf.test(shape)) return { asks: 'deputy' };
  return /\b(?:ik|i)\b/.test(shape) && asksWho.test(shape) ? { asks: 'either', party: 'self' } : undefined;
}

/** Whether one of two stands in for the other, and which; undefined for what is no such question. */
function whetherIn(
  shape: string,
  names: readonly FoundName[],
  [first, second]: readonly [Party, Party],
): Replacing | undefined {
  if (!whether.test(shape)) return undefined;
  const other = (party: Party) => (party === first ? second : first);
  const by = (deputy: Party): Replacing => ({ asks: 'whether', deputy, replaced: other(deputy) });
  const [, agent] = byAgent.exec(shape) ?? [];
  if (agent) return by(partyOf(agent, names));
  if (/\b(?:word|wordt|worden)\b/.test(shape)) return undefined;
  const replaced = replacedFirst.exec(shape)?.slice(1).find(Boolean);
  if (replaced) return by(other(partyOf(replaced, names)));
  const [known] = [first, second].filter((one) => one === 'self' || one === 'before');
  if (known === undefined) return by(first);
  // "Kan Anna mij vervangen" and "kan ik Anna vervangen" are told apart by the word, whichever comes first.
  const isReplaced = (known === 'self' ? selfReplaced : beforeReplaced).test(shape);
  if (known === 'self' && isReplaced && /\b(?:ik|i)\b/.test(shape)) return { asks: 'either', party: 'self' };
  return by(isReplaced ? other(known) : known);
}
