import { isPurchase, isUsual } from '../../../vocabulary/ordinary-words.ts';
import { qualifiersOf } from '../../../vocabulary/qualifiers.ts';
import { stopWords } from '../../../vocabulary/stop-words.ts';
import { activitiesSaid, type SaidActivity } from '../activities-said.ts';
import { type Claim, type ClaimOf, claimedPositions, claimsOf } from '../claims.ts';
import { areJoined, isTold } from '../joined.ts';
import type { QuestionText } from '../question-text.ts';
import { spokenWords } from '../spoken-words.ts';

const samePositions = (one: SaidActivity, other: SaidActivity) =>
  one.positions.length === other.positions.length &&
  one.positions.every((at) => other.positions.includes(at));

/**
 * The activities of which the words say most: the one that is said whole, else all that the words are a part of. What
 * the register has goes before what only other municipalities have.
 */
function bestOf(said: readonly SaidActivity[], isRecorded: (name: string) => boolean): SaidActivity[] {
  const [first] = said;
  if (!first) return [];
  const alike = said.filter((one) => samePositions(one, first));
  const whole = alike.filter((one) => one.whole);
  const recorded = whole.filter(({ name }) => isRecorded(name));
  const groups = [
    // As it is said before what is like it, and without what stands before a colon before with it.
    recorded.filter(({ exact, unlabelled }) => exact && !unlabelled),
    recorded.filter(({ unlabelled }) => !unlabelled),
    recorded,
    alike.filter(({ name }) => isRecorded(name)),
    whole,
  ];
  return groups.find((group) => group.length > 0) ?? alike;
}

/**
 * The activity that the question speaks of, and others that it speaks of as well. Finding it is a search: the words of
 * the question against the words of the register, where rare words tell most.
 */
export function recogniseActivities(asked: QuestionText, claims: readonly Claim[]): ClaimOf<'activity'>[] {
  const { plains, lookup } = asked;
  const claimed = claimedPositions(claims);
  const isOpen = (position: number) => !claimed.has(position) && !stopWords.has(plains[position] ?? '');
  const isSmall = (position: number) => !claimed.has(position) && stopWords.has(plains[position] ?? '');
  const isRecorded = (name: string) => lookup.ofActivity(name).length > 0;
  const telling = new Set(
    plains.flatMap((plain, position) =>
      isOpen(position) && (!isUsual(plain) || isPurchase(plain)) ? [position] : [],
    ),
  );
  const found: SaidActivity[] = [];
  const taken = new Set<number>();
  /** Words that no activity took yet, and that say more than "geven" alone. */
  const restOf = ({ positions }: SaidActivity) => positions.filter((at) => !taken.has(at) && telling.has(at));
  const says = (one: SaidActivity) =>
    restOf(one).length > 0 || (one.whole && one.positions.some((at) => !taken.has(at)));
  const registrations = claimsOf(claims, 'registration').map(({ registration }) => registration);
  const isAbout = (one: SaidActivity) =>
    registrations.length === 0 ||
    one.registrations.length === 0 ||
    registrations.some((name) => one.registrations.includes(name));
  const qualified = qualifiersOf(plains, (position) => !claimed.has(position));
  let left = activitiesSaid(spokenWords(plains, isOpen, isSmall), lookup, qualified).filter(
    (one) => says(one) && isAbout(one) && (!one.isPhrase || isRecorded(one.name)),
  );
  while (left.length > 0) {
    const best = bestOf(left, isRecorded);
    const isFirst = found.length === 0;
    const before = new Set(taken);
    found.push(
      ...best.filter((one) => {
        if (isFirst) return true;
        const rest = one.positions.filter((at) => !before.has(at));
        const isJoined = found.some(({ positions }) =>
          areJoined(asked, rest, positions, (at) => claimed.has(at)),
        );
        const isApart = one.whole && rest.length === one.positions.length;
        return isJoined || (isApart && !rest.every((at) => isTold(asked, at)));
      }),
    );
    for (const { positions } of best) for (const at of positions) taken.add(at);
    left = left.filter((one) => !best.includes(one) && says(one));
  }
  return found.map(({ name, positions, whole, turned }) => ({
    kind: 'activity',
    activity: name,
    positions,
    whole,
    turned,
  }));
}
