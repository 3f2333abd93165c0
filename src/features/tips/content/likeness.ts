import { wordsOf } from '../../../language/reading-ease.ts';
import type { Tip } from './types.ts';

/** Two tips that share at least this part of their words say the same. */
const NEARLY_THE_SAME = 0.5;
/**
 * Two tips that are this much alike, in their telling words, the fact they rest on and their step, ask for the same thing. Of a tip
 * for employees and one for managers, which nobody gets both of, only the words count.
 */
const ALIKE = 0.36;
const FOR_THE_SAME_FACT = 0.12;
const FOR_THE_SAME_STEP = 0.06;
/** So many tips of one step may rest on one fact, of those for everybody and of those for the four roles: more repeat each other. */
const MOST_OF_ONE_FACT = 2;
const MOST_OF_ONE_FACT_IN_ROLES = 3;
/** Words of fewer letters tell nothing of what a text is about. */
const TELLING = 4;
/** Letters that are looked at: what comes after them is mostly an ending. */
const STEM = 7;

/** What is wrong with one tip or with the set: `id` is empty for the set. */
export interface TipProblem {
  id: string;
  reason: string;
}

const tellingWords = (tip: Tip) =>
  new Set(wordsOf(`${tip.act} ${tip.why}`.toLowerCase()).filter((word) => word.length >= TELLING));

/** How much two sets of words share: 0 for nothing, 1 for all. */
function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shared = [...a].filter((word) => b.has(word)).length;
  return shared === 0 ? 0 : shared / (a.size + b.size - shared);
}

/** Runs `found` on each two tips once, the later one first. */
function pairs<T>(tips: readonly Tip[], found: (n: number, m: number) => T[]): T[] {
  return tips.flatMap((_, n) => tips.slice(0, n).flatMap((_, m) => found(n, m)));
}

/** Pairs that say the same or nearly the same word for word, and ids that stand there twice. */
export function doubles(tips: readonly Tip[]): TipProblem[] {
  const words = tips.map(tellingWords);
  return pairs(tips, (n, m) => {
    const [tip, other, mine, theirs] = [tips[n], tips[m], words[n], words[m]];
    if (!tip || !other || !mine || !theirs) return [];
    if (tip.id === other.id) return [{ id: tip.id, reason: 'staat er twee keer' }];
    return overlap(mine, theirs) >= NEARLY_THE_SAME
      ? [{ id: tip.id, reason: `zegt bijna hetzelfde als ${other.id}` }]
      : [];
  });
}

/** A word without its ending, so that "mutaties" counts as "mutatie". */
const stemOf = (word: string) =>
  word
    .replace(/(en|e|t|s)$/, '')
    .replace(/([bdfgklmnprst])\1$/, '$1')
    .slice(0, STEM);

/** Where the words of each tip point: rare words count for more, and what to do counts for more than why. */
function directions(tips: readonly Tip[]): Map<string, number>[] {
  const stems = (text: string) =>
    wordsOf(text.toLowerCase())
      .filter((word) => word.length >= TELLING)
      .map(stemOf);
  const counts = tips.map(({ act, why }) => {
    const count = new Map<string, number>();
    for (const stem of stems(act)) count.set(stem, Math.min(1.5, (count.get(stem) ?? 0) + 1));
    for (const stem of stems(why)) count.set(stem, Math.min(1.5, (count.get(stem) ?? 0) + 0.7));
    return count;
  });
  const inTips = new Map<string, number>();
  for (const count of counts) for (const stem of count.keys()) inTips.set(stem, (inTips.get(stem) ?? 0) + 1);
  return counts.map((count) => {
    const weights = [...count].map(
      ([stem, n]) => [stem, n * Math.log(1 + tips.length / (inTips.get(stem) ?? 1))] as const,
    );
    const length = Math.hypot(...weights.map(([, weight]) => weight)) || 1;
    return new Map(weights.map(([stem, weight]) => [stem, weight / length]));
  });
}

const factOf = ({ basis }: Tip) => ('fact' in basis ? basis.fact : undefined);

/** Pairs that ask for the same thing in other words, and facts that too many tips of one step lean on. */
export function repeats(tips: readonly Tip[]): TipProblem[] {
  const ways = directions(tips);
  const alike = pairs(tips, (n, m) => {
    const [tip, other, mine, theirs] = [tips[n], tips[m], ways[n], ways[m]];
    if (!tip || !other || !mine || !theirs || tip.id === other.id) return [];
    const words = [...mine].reduce((sum, [stem, weight]) => sum + weight * (theirs.get(stem) ?? 0), 0);
    const isForOthers = tip.for !== other.for;
    const likeness =
      words +
      (!isForOthers && factOf(tip) !== undefined && factOf(tip) === factOf(other) ? FOR_THE_SAME_FACT : 0) +
      (!isForOthers && tip.step !== undefined && tip.step === other.step ? FOR_THE_SAME_STEP : 0);
    return likeness >= ALIKE ? [{ id: tip.id, reason: `vraagt hetzelfde als ${other.id}` }] : [];
  });
  const byFact = Map.groupBy(
    tips.filter((tip) => factOf(tip) !== undefined && tip.step !== undefined),
    (tip) => [tip.for, tip.role !== undefined, tip.step, factOf(tip)].join(' '),
  );
  const worn = [...byFact.values()].flatMap((list) => {
    const most = list[0]?.role ? MOST_OF_ONE_FACT_IN_ROLES : MOST_OF_ONE_FACT;
    const others = list.slice(0, most).map(({ id }) => id);
    return list.slice(most).map(({ id }) => ({
      id,
      reason: `steunt bij dezelfde stap op hetzelfde feit als ${others.join(', ')}`,
    }));
  });
  return [...alike, ...worn];
}
