import { plainText } from '../../../../language/words.ts';
import { isCommonName } from '../../vocabulary/activities.ts';
import { claimsOf, withoutClaimed } from './claims.ts';
import { aboutMandates, turning } from './kinds.ts';
import { withoutLone } from './lone.ts';
import { isLeftOut } from './places.ts';
import type { Reading } from './reading.ts';

/**
 * Why a question cannot be answered as it stands: it leaves somebody or some place out, or turns things round. With
 * `more` there are words in it that nothing explains, with `either` nobody can tell who is replaced.
 */
export type Unclear = 'excluded' | 'negated' | 'more' | 'either';

const negation = /\b(niet|geen|nooit|niemand|onmogelijk|verboden|not|never|nobody|forbidden)\b/;
/** "Of niet" and the like turn nothing round. */
const noNegation =
  /\bof niet\b|\bor not\b|\bniet (?:alleen|weten|zeker|eens|met elkaar eens)\b|\b(?:er )?niet (?:er )?(?:is|zijn|ben|bent)\b|\bis er niet\b|\ber niet uit\w*|\bgeen (?:overeenstemming|idee)\b/g;
/** Why somebody is replaced turns nothing round either. */
const notThere =
  /\bniet (?:kan|kunnen|komt|werkt|aanwezig|beschikbaar|op kantoor)\b|\bis not\b|\bnot (?:there|in|available)\b/g;
/** "Mag alleen Anna": that asks about everybody else too. */
const only = /(?<!\bniet )\b(alleen|enkel|uitsluitend|slechts|only)\b/;
/** What somebody has to do or will do, which no register says. */
const otherVerb = /\b(moet|moeten|wil|willen|gaat|gaan|zal|zullen|hoeft|hoeven|must|should|will|wants?)\b/;
/** Words of having a right. */
const rights =
  /\b(mag|mogen|mocht|mochten|kan|kunnen|kon|may|can|could|allowed|\w*bevoegd\w*|gemachtigd|gemandateerd|toegestaan|mandaat|machtiging|volmacht)\b/;
/** Somebody's own affair, of another kind than a mutation: the law may forbid what the mandate gives. */
const ownAffair = /\b(eigen|own|zichzelf|himself|herself)\b/;

/** Another act than the one that is named: letting, asking and helping, or giving a mandate for it. */
const otherAct =
  /\b(?:laten|laat|vragen|vraagt|helpen|helpt|zoeken|zoekt|liggen|nodig|gezocht|krijgen|krijgt|aanvragen|indienen)\b/;
/** A mandate is given, and not used. */
const givesMandate =
  /\b(?:mandaat|machtiging|volmacht|bevoegdheid) (?:te )?(?:geven|verlenen|verstrekken)\b|\b(?:geeft|geven|gaf|verleent|verlenen)\b.{0,40}\b(?:mandaat|machtiging|volmacht)\b|\b(?:mandaat|machtiging|volmacht|bevoegdheid)\b.{0,80}\bgeven\b/;
/** What takes something away from what is asked, or makes it another thing. */
const limiting =
  /\b(?:zonder|tenzij|hoewel|mits|niets|nothing|without|unless)\b|\bbuiten (?:de|het|haar|zijn|hun|mijn|eigen)\b/;
/** Somebody's own affair, of another kind than a mutation: the law may forbid what the mandate gives. */
const forOneself =
  /\b(?:zichzelf|hemzelf|haarzelf|mezelf|mijzelf|himself|herself|myself)\b|\baan (?:mij|mijn|zijn|haar|een|de) ?(?:baas|chef|collega|partner|broer|zus|familie)?[\s?!.]*$/;
/** When or how much something may: no yes answers that. */
const asksMore =
  /(?<!\b(?:tot|sinds|vanaf|until|since) )\b(?:wanneer|hoe vaak|hoelang|hoe lang|waarom|when|why|how often)\b/;
/** Whoever has or wants a thing is not who gives it: "wie heeft een vergunning nodig". */
const having =
  /\b(?:nodig|krijgt|krijgen|ontvangt|bezit|wil|willen)\b|\bwie (?:heeft|hebben)\b(?! (?:die|dat|dit|daar|hier)\b)|\b(?:aan|namens|tegen) wie\b(?!.*\b(?:vraag|vragen|stuur|geef|richt|moet|kan)\b)/;
/** Nor does whoever may have it: "mag Anna een vergunning hebben". */
const mayHave = /\b(?:hebben|gaan|zijn)[\s?!.]*$|^\W*(?:heeft|hebben)\b/;
const participle = /^(?:\w{0,8}ge\w+|ver\w+|be\w+|ont\w+|her\w+)(?:d|t|en)$/;

const isParticiple = (word: string) => participle.test(word) && !word.endsWith('ingen');

/** Why a question cannot be answered as it stands; undefined when it can. */
export function unclearIn(reading: Reading): Unclear | undefined {
  const { kind, words, claims, areas, leavesOut, unused, own, lookup } = reading;
  const more = unused.length > 0 ? 'more' : undefined;
  if (leavesOut || areas.some((area) => isLeftOut(area, words))) return 'excluded';
  // "Niet ontvankelijk" is what an activity is called.
  const named = claims.filter((one) => one.kind === 'activity' || one.kind === 'person');
  const asked = plainText(withoutClaimed(reading.text, words, named)).replace(/\s+/g, ' ');
  if (kind === 'may' && only.test(asked)) return 'excluded';
  if (reading.replacing?.asks === 'either') return 'either';
  // Somebody else's deputy while whoever asks is away.
  if (kind === 'deputy' && reading.absentSelf && reading.people.length > 0 && /\bwie\b/.test(asked))
    return 'excluded';
  const left = kind === 'deputy' || reading.lone ? withoutLone(asked) : asked;
  const turned = left.replace(noNegation, ' ').replace(kind === 'deputy' ? notThere : noNegation, ' ');
  if (kind !== 'accountable' && negation.test(turned)) return 'negated';
  const [activity] = claimsOf(claims, 'activity');
  const isCommon = activity !== undefined && isCommonName(activity.activity);
  const isDone = activity?.positions.some((at) => isParticiple(words[at]?.plain ?? '')) === true;
  if (givesMandate.test(reading.plain) && (kind === 'who' || kind === 'may')) return 'more';
  const has = having.test(asked) && !turning.test(asked);
  if (kind === 'who' && !isCommon && !isDone && has && !aboutMandates.test(asked)) return 'more';
  if (kind !== 'may' || own) return more;
  // "Zonder geluid" is what the activity is called.
  const relations = activity && lookup.termsOf(activity.activity)?.qualifiers.relations;
  const isRelated = [...(relations?.values() ?? [])].includes('zonder');
  const isMore =
    ownAffair.test(asked) ||
    otherAct.test(asked) ||
    (limiting.test(asked) && !isRelated) ||
    forOneself.test(asked) ||
    asksMore.test(asked) ||
    (!isCommon && !isDone && mayHave.test(asked) && !aboutMandates.test(asked));
  return isMore || (otherVerb.test(asked) && !rights.test(asked)) ? 'more' : more;
}
