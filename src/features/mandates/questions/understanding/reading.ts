import type { FoundName } from '../../../../language/names.ts';
import { nameKey, plainText } from '../../../../language/words.ts';
import { isCommonName } from '../../vocabulary/activities.ts';
import { type Claim, claimedPositions, claimsOf, withoutClaimed } from './claims.ts';
import { kindOf, type QuestionKind } from './kinds.ts';
import { asksLone } from './lone.ts';
import { asksOthers } from './others.ts';
import { isDone, isOwnWork } from './own-work.ts';
import { isOwner, isPerson, isReceiver, isSubject, namedAgain } from './people.ts';
import type { QuestionText } from './question-text.ts';
import { type Replacing, replacingIn } from './replacing.ts';
import { isInQuestion, sentencesOf } from './sentences.ts';
import { unexplained } from './unexplained.ts';
import { type UnknownNames, unknownNames } from './unknown-names.ts';

/** A question of a known kind, with what was recognised in it and what was not: its parts are decided from this. */
export interface Reading extends QuestionText {
  kind: QuestionKind;
  claims: readonly Claim[];
  /** The positions of the words that were recognised as something. */
  claimed: ReadonlySet<number>;
  areas: readonly FoundName[];
  /** "Mag ik": the question is about the asker, whoever else is named. */
  asksSelf: boolean;
  /** True when somebody of the register is named whom the question may be about. */
  namesPerson: boolean;
  /** Who the question is about, without those who are named to say whose. */
  people: readonly FoundName[];
  /** True when somebody is only named to leave them out, or to act for them. */
  leavesOut: boolean;
  /** The question is about somebody's own mutation. */
  own: boolean;
  unknown: UnknownNames;
  /** Which way round a question about deputies is, where its words tell. */
  replacing: Replacing | undefined;
  /** It is asked what has no deputy. */
  lone: boolean;
  /** It is asked who may beside those who were named. */
  others: boolean;
  /** True when a registration, a role, an amount or an activity of this register alone is named. */
  namesSubject: boolean;
  /** The words that nothing explains, as they were typed. */
  unused: readonly string[];
  /** The same in sentences in which nothing is asked. */
  aside: readonly string[];
}

/** A second one who does it: "mag iemand met mandaat van Anna". */
const somebodyElse =
  /\b(?:mag|mogen|kan|may|can) (?:iemand|men|je|u|jij|de gemeente|een (?:collega|ander)|anyone|somebody|someone)\b/;

const aboutAsker = /\b(mag|kan|mogen|mocht|ben|heb|may|can|could|am|have) (ik|i)\b/;

const asksWho = /\b(?:wie|who)\b/;
const someWork = /\b(?:werk|taken|taak|dienst|dit|dat|het|work|this|that|it)\b/;

const asksWhat = /^\W*(?:(?:en|dan) )?(?:wat|waar\w*|mag|mogen|kan)\b/;

/** The kind of a question about the time in which somebody is away. */
function whileAway(
  alone: QuestionKind | undefined,
  { plain, absentSelf }: QuestionText,
  { activity, person, self }: { activity: boolean; person: boolean; self: boolean },
): QuestionKind | undefined {
  // "Wat doet Anna als Bas er niet is", "mag Anna dat": what she does in his place.
  const isOfOne = asksWhat.test(plain.trim()) && (person || (self && !absentSelf));
  if (isOfOne && !activity && (alone === undefined || alone === 'may')) return 'which';
  if (!absentSelf || !asksWho.test(plain)) return alone;
  if (alone === undefined) return someWork.test(plain) ? 'deputy' : undefined;
  return alone === 'who' || alone === 'role' ? 'deputy' : alone;
}

/**
 * A question with what was recognised in it; undefined when it is of no kind, so not about mandates. `known` is the kind of
 * what goes on about an earlier question.
 */
export function readingOf(
  asked: QuestionText,
  claims: readonly Claim[],
  known?: QuestionKind,
): Reading | undefined {
  const { plain, words } = asked;
  const areas = claimsOf(claims, 'area').map(({ name }) => name);
  const named = claimsOf(claims, 'person').map(({ name }) => name);
  const subjects = named.filter((one) => isPerson(one, words) && isSubject(one, words));
  const asksSelf = aboutAsker.test(plain);
  const namesPerson = subjects.length > 0 && !asksSelf;
  const has = (kind: Claim['kind']) => claimsOf(claims, kind).length > 0;
  // What a function, a mandate or an activity is called says nothing about what is asked: "backup terugzetten".
  const titles = claims.filter(
    (one) =>
      one.kind === 'reference' ||
      (one.kind === 'person' && (one.name.isFunction === true || one.name.typos === 0)) ||
      (one.kind === 'activity' && !isCommonName(one.activity)),
  );
  const told = plainText(withoutClaimed(asked.text, words, titles)).replace(/\s+/g, ' ');
  const replacing = replacingIn(
    words,
    named.filter((one) => isPerson(one, words)),
  );
  const lone = asksLone(told.trim());
  const clues = {
    replacing: replacing !== undefined,
    lone: lone && (!namesPerson || /\b(?:waar\w*|welke?)\b/.test(plain)),
    office: named.some(({ isFunction }) => isFunction),
    reference: has('reference'),
    role: has('role'),
    activity: has('activity'),
    registration: has('registration'),
    amount: has('amount'),
    person: namesPerson,
    area: areas.length > 0,
  };
  const alone = known ?? kindOf(told, clues);
  // "Wie doet dat als ik er niet ben" asks who replaces whoever asks.
  const isAway = asked.absentSelf === true || asked.absent !== undefined;
  const isOfOthers = asksOthers(told) && (alone === 'may' || alone === 'who') && !namesPerson;
  const kind = isOfOthers
    ? isAway
      ? 'deputy'
      : 'who'
    : isAway && known === undefined
      ? whileAway(alone, asked, { ...clues, self: asksSelf || /\b(?:ik|i)\b/.test(plain) })
      : alone;
  if (!kind) return undefined;

  const owners = kind === 'may' ? subjects.filter((one) => isOwner(one, words)) : [];
  const receivers = kind === 'may' ? subjects.filter((one) => isReceiver(one, words)) : [];
  const people = asksSelf ? [] : subjects.filter((one) => !owners.includes(one) && !receivers.includes(one));
  const nameParts = people.flatMap(({ ids }) => ids.flatMap((id) => nameKey(id).split(' ')));
  const claimed = claimedPositions(claims);
  const [activity] = claimsOf(claims, 'activity');
  const own = isOwnWork(plain) || (kind === 'may' && namedAgain(people, owners, words, isDone(plain)));
  // "Mag iemand voor Anna", "wie geeft Anna mandaat": who is named is not who does it.
  const isAnother =
    receivers.length > 0 ||
    (kind === 'may' && people.length > 0 && somebodyElse.test(plain)) ||
    (kind === 'who' &&
      !/\bdegene\b/.test(plain) &&
      people.some((one) => !isOwner(one, words)) &&
      claimsOf(claims, 'activity').length > 0);
  const left = unexplained({
    plain,
    words,
    claimed,
    kind,
    lone: clues.lone,
    others: asksOthers(told),
    nameParts,
    activity: activity?.activity,
    terms: activity && asked.lookup.termsOf(activity.activity),
  });
  const sentences = sentencesOf(asked.text);
  const isAsked = (at: number) => isInQuestion(words[at]?.start ?? 0, sentences);
  const typed = (at: number) => words[at]?.typed ?? '';
  return {
    ...asked,
    kind,
    claims,
    claimed,
    areas,
    asksSelf,
    namesPerson,
    people,
    leavesOut: (named.length > subjects.length || isAnother) && !asksSelf,
    own,
    unknown: unknownNames(words, claimed, kind),
    replacing: kind === 'deputy' ? replacing : undefined,
    lone: clues.lone && kind === 'which',
    others: kind === 'who' && asksOthers(told),
    namesSubject:
      has('registration') ||
      has('role') ||
      has('amount') ||
      (activity !== undefined && !isCommonName(activity.activity)),
    unused: left.filter(isAsked).map(typed),
    aside: left.filter((at) => !isAsked(at)).map(typed),
  };
}
