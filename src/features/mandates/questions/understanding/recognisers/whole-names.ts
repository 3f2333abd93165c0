import type { Availability, FoundName } from '../../../../../language/names.ts';
import { stopWords } from '../../../vocabulary/stop-words.ts';
import { type Claim, claimedPositions } from '../claims.ts';
import { leadsToPlace } from '../places.ts';
import type { QuestionText } from '../question-text.ts';

/** The positions that a name takes. */
export const positionsOf = ({ from, to }: FoundName): number[] =>
  Array.from({ length: to - from }, (_, step) => from + step);

const article = /^(de|het|een|the|wijk|buurt|kern|dorp|gemeente|polder)$/;

/** Before a function these make it another one, or nobody in particular: "ex-directeur", "welke medewerker". */
const another =
  /^(?:welke?|which|elke?|iedere?|alle|ex|oud|voormalig|voormalige|vorige|nieuwe|toekomstige|waarnemend|waarnemende|plaatsvervangend|plaatsvervangende|plv|adjunct|assistent|loco|vice|senior|junior|former|deputy|acting)$/;

/**
 * Names of which nobody doubts that they are meant, so that no word of them is a part of an activity: functions, people
 * by their whole name, and places behind "in".
 */
export function recogniseWholeNames({ words, lookup }: QuestionText, claims: readonly Claim[]): Claim[] {
  const claimed = claimedPositions(claims);
  const taken = new Set(claimed);
  const availability = (position: number): Availability => {
    if (taken.has(position)) return 'taken';
    return stopWords.has(words[position]?.plain ?? '') ? 'common' : 'free';
  };
  const isLed = ({ from }: FoundName) => {
    const [before = '', further = ''] = [words[from - 1]?.plain, words[from - 2]?.plain];
    return leadsToPlace.test(before) || (article.test(before) && leadsToPlace.test(further));
  };
  const areas = lookup.areas.find(words, availability).filter((name) => name.typos === 0 && isLed(name));
  for (const name of areas) for (const position of positionsOf(name)) taken.add(position);
  const people = lookup.people
    .find(words, availability)
    .filter(({ from, to, typos }) => typos === 0 && to - from > 1);
  for (const name of people) for (const position of positionsOf(name)) taken.add(position);
  const functions = lookup.functions
    .find(words, availability)
    .filter(({ from }) => !another.test(words[from - 1]?.plain ?? ''));
  return [
    ...areas.map((name): Claim => ({ kind: 'area', name, positions: positionsOf(name) })),
    ...[...people, ...functions].map(
      (name): Claim => ({ kind: 'person', name, positions: positionsOf(name) }),
    ),
  ];
}
