import type { FoundName } from '../../../../language/names.ts';
import type { Word } from '../../../../language/words.ts';
import type { Lookup } from '../../register/lookup.ts';
import { isCapital } from './capital.ts';

/** Words behind which a place stands. */
export const leadsToPlace = /^(in|wijk|buurt|gebied|gemeente|stadsdeel|te|district|area|neighbourhood)$/;

/** Words that join two places, and those that may stand before the second. */
const joins = /^(en|of|and|or|alsook|plus|tot|t|m)$/;
const before = /^(in|de|het|wijk|buurt|stadsdeel|dorp|kern|the|te|voor|for)$/;

/** True when a place is named to leave it out or as where something ends: "buiten Noord", "rondom Noord". */
export function isLeftOut({ from }: FoundName, words: readonly Word[]): boolean {
  const apart =
    /^(buiten|behalve|uitgezonderd|exclusief|rond|rondom|langs|naast|boven|onder|tegen|vanaf|tot|except|outside|around|near)$/;
  const near = [words[from - 1], words[from - 2], words[from - 3]].map((word) => word?.plain ?? '');
  const [first = '', second = '', third = ''] = near;
  return (
    apart.test(first) ||
    (before.test(first) && (apart.test(second) || (before.test(second) && apart.test(third))))
  );
}

/**
 * A place that stands beside one that is known but is another: "Amsterdam-Noord", "in amsterdam noord", "Noord en
 * Schiedam", "het noorden van Noord". `isUnknown` tells which words nothing is known about.
 */
export function placeBeside(
  areas: readonly FoundName[],
  words: readonly Word[],
  text: string,
  isUnknown: (index: number) => boolean,
): string | undefined {
  const gap = (left: number) => text.slice(words[left]?.end, words[left + 1]?.start);
  const typed = (from: number, to: number) => text.slice(words[from]?.start, words[to]?.end);
  for (const { from, to } of areas) {
    const [left, right] = [from - 1, to];
    if (isUnknown(left) && /^\s?-\s?$/.test(gap(left))) return typed(left, to - 1);
    if (isUnknown(right) && gap(to - 1) === '-') return typed(from, right);
    const isName = isCapital(words[left]) || leadsToPlace.test(words[left - 1]?.plain ?? '');
    if (left > 0 && isUnknown(left) && gap(left) === ' ' && isName) return typed(left, to - 1);
    if (isUnknown(right) && gap(to - 1) === ' ' && isCapital(words[right])) return typed(from, right);
    const van = words[from - 1]?.plain === 'van' || words[from - 1]?.plain === 'of' ? from - 2 : -1;
    if (isUnknown(van) && /^(het|de|the)$/.test(words[van - 1]?.plain ?? '')) {
      if (leadsToPlace.test(words[van - 2]?.plain ?? '')) return typed(van, to - 1);
    }
    let at = to;
    if (!joins.test(words[at]?.plain ?? '') && !/^\s?[,/&+]\s?$/.test(gap(to - 1))) continue;
    const joined = joins.test(words[at]?.plain ?? '');
    if (joined) at += 1;
    const leads = before.test(words[at]?.plain ?? '');
    while (before.test(words[at]?.plain ?? '')) at += 1;
    if (isUnknown(at) && (isCapital(words[at]) || (leads && joined))) return words[at]?.typed;
  }
  return undefined;
}

/** The codes of the innermost places, where some of those named lie in others; otherwise of all that were named. */
export function narrowest(found: readonly FoundName[], lookup: Lookup): string[] {
  const groups = found.map(({ ids }) => [...new Set(ids)]);
  const inside = (code: string, others: readonly string[]) =>
    others.some((other) => lookup.chain(code).includes(other));
  const innermost = groups.flatMap((ids, n) =>
    ids.filter((code) => groups.every((others, m) => m === n || inside(code, others))),
  );
  return [...new Set(innermost.length > 0 ? innermost : groups.flat())];
}
