import { dutchDay } from '../../../calendar/clock.ts';
import type { DetailSection } from '../../../conversation/cards/detail.ts';
import { aspects, type Criterion, type PastRound, type Pilot, type Round } from '../pilot/pilot.ts';

/** How a round is told of: what was changed in it, when it was, and what it did. */
export interface RoundTold {
  number: number;
  /** What was changed, with what precisely. */
  changed: string;
  /** ISO dates; without `until` it goes on. */
  from: string;
  until?: string;
  /** What each criterion was before and after, where it was measured in this round. */
  measured: string[];
}

/** So many rounds are kept of a pilot: it lasts a year at most. */
export const MOST_ROUNDS = 30;

const number = (value: number) => `${value}`.replace('.', ',');

/** "doorlooptijd: 12 → 10 dagen": the last figure before a round and the last one in it; undefined where nothing was measured in it. */
export function beforeAndAfter(
  { name, start, unit, measured }: Criterion,
  round: number,
): string | undefined {
  const after = measured.findLast((one) => (one.round ?? 1) === round);
  if (!after) return undefined;
  const before = measured.findLast((one) => (one.round ?? 1) < round)?.value ?? start;
  return `${name}: ${number(before)} → ${number(after.value)}${unit ? ` ${unit}` : ''}`;
}

function changedWords({ changed, precisely = {}, until }: Round & Partial<PastRound>): string {
  const each = changed.map((aspect) => {
    const precise = precisely[aspect];
    return precise ? `${aspects[aspect]} (${precise})` : aspects[aspect];
  });
  return each.join(' en ') || (until === undefined ? 'nog niets veranderd' : 'niets veranderd');
}

/** The rounds of a pilot, oldest first; none of a pilot in which nothing was changed and no round was begun. */
export function roundsOf({ iteration, pastRounds = [], criteria, closedOn }: Pilot): RoundTold[] {
  const isKnown = pastRounds.length > 0 || iteration.changed.length > 0 || iteration.number > 1;
  if (!isKnown) return [];
  const all: (Round & Partial<PastRound>)[] = [...pastRounds, { ...iteration, until: closedOn }];
  return all.map((round) => ({
    number: round.number,
    changed: changedWords(round),
    from: round.day,
    until: round.until,
    measured: criteria.flatMap((criterion) => beforeAndAfter(criterion, round.number) ?? []),
  }));
}

/** "16 november 2026 tot en met 24 november 2026" */
export function roundDays({ from, until }: Pick<RoundTold, 'from' | 'until'>): string {
  if (until === undefined) return `vanaf ${dutchDay(from)}`;
  return from === until ? `op ${dutchDay(from)}` : `${dutchDay(from)} tot en met ${dutchDay(until)}`;
}

/** True for a round in which nothing was changed and nothing measured: there is nothing to end. */
export const isEmptyRound = ({ iteration: { number, changed }, criteria }: Pilot): boolean =>
  changed.length === 0 &&
  !criteria.some(({ measured }) => measured.some(({ round = 1 }) => round === number));

/**
 * The criteria when the first thing is changed in a round (its number): what was measured in it so far tells how it was before
 * that, and counts for what was there until then.
 */
export const measuredBefore = (criteria: readonly Criterion[], number: number): Criterion[] =>
  criteria.map((criterion) => ({
    ...criterion,
    measured: criterion.measured.map((one) =>
      (one.round ?? 1) === number ? { ...one, round: number - 1 } : one,
    ),
  }));

/** A round as a line of a card. */
export const roundLine = (round: RoundTold) => ({
  text: `Ronde ${round.number}: ${round.changed}`,
  detail: [roundDays(round), ...round.measured].join(' · '),
});

/** So many of them stand on the card of a pilot, the newest first. */
const MOST_SHOWN = 3;

/** The last rounds of a pilot, with the way to the others. */
export function roundsSection(pilot: Pilot): DetailSection {
  const rounds = roundsOf(pilot).toReversed();
  const more = rounds.length - MOST_SHOWN;
  return {
    title: 'Rondes',
    lines: [
      ...rounds.slice(0, MOST_SHOWN).map(roundLine),
      ...(more > 0
        ? [
            {
              text: more === 1 ? 'En nog 1 ronde.' : `En nog ${more} rondes.`,
              actions: [{ verb: 'pilot.rounds', title: 'Alle rondes', data: { pilot: pilot.id, page: 0 } }],
            },
          ]
        : []),
    ],
  };
}
