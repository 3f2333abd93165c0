import type { Theme } from '../../../people/themes.ts';

/** What somebody answered in a closed window: a score from 1 (heel zwaar) to 5 (heel goed), and at most two themes. */
export interface Answered {
  score: number;
  themes: readonly Theme[];
}

/** How many answered, as told to anybody; the last two of a team of exactly ten or twenty (`withoutEverybody`). */
export type Count = '6-9' | '10-19' | '20+' | '6+' | '10+';
/** Half points; the outer two stand for "2 of lager" and "4 of hoger". */
export type Average = 2 | 2.5 | 3 | 3.5 | 4;

/** A part of the scale, from one score up to and including another, with its share in steps of 10 %. */
export interface Band {
  from: number;
  to: number;
  percent: number;
}

/** All that is ever told about a group in a closed window. */
export interface Picture {
  count: Count;
  average: Average;
  /** From 10 answers, if at least two bands can be told. */
  bands?: Band[];
  themes: Theme[];
}

/** The parts of trust:fewest-six, so that a test can switch one off and see what goes wrong without it. */
export interface SnapshotRule {
  /** From so many answers a group is shown. */
  fewest: number;
  /** Averages outside these are told as these. */
  clamp: readonly [number, number];
  /** A theme is told when so many named it. */
  namings: number;
  /** A band holds at least so many. */
  bandSize: number;
  /** A parent is shown when what its hidden children hold together is nothing, or at least so many answers. */
  hidden: number;
  /** Whether a team's manager counts as respondent. */
  managers: boolean;
}

/** The rule as it holds (trust:fewest-six). */
export const fewestSix: SnapshotRule = {
  fewest: 6,
  clamp: [2, 4],
  namings: 3,
  bandSize: 3,
  hidden: 6,
  managers: false,
};

/** From so many answers bands are told. */
const BANDED_FROM = 10;
const [TENS, TWENTIES] = [10, 20];
/** Weighty, middle, good: what bands are made of. */
const BANDS = [
  [1, 2],
  [3, 3],
  [4, 5],
] as const;

const countOf = (answers: number): Count => (answers < TENS ? '6-9' : answers < TWENTIES ? '10-19' : '20+');

function averageOf(mean: number, [low, high]: SnapshotRule['clamp']): Average {
  const half = Math.round(mean * 2) / 2;
  return Math.min(high, Math.max(low, half)) as Average;
}

/** A band with how many are in it, which is never told. */
interface Sized {
  from: number;
  to: number;
  size: number;
}

/**
 * Shares in steps of 10 % that add up to 100. What rounding down leaves over goes to the bands that lost most by it.
 */
function percents(sizes: readonly number[]): number[] {
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const exact = sizes.map((size) => (size * 10) / total);
  const shares = exact.map(Math.floor);
  const order = exact
    .map((share, place) => ({ place, rest: share - Math.floor(share) }))
    .sort((a, b) => b.rest - a.rest || a.place - b.place);
  const missing = 10 - shares.reduce((sum, share) => sum + share, 0);
  for (const { place } of order.slice(0, missing)) shares[place] = (shares[place] ?? 0) + 1;
  return shares.map((share) => share * 10);
}

/**
 * The bands; one that is too small is joined to its smaller neighbour. An empty band is too small as well, which is
 * stricter than trust:fewest-six asks: of ten answers of which one is a five, "3 on average, nobody low" would tell
 * that one that all others are threes.
 */
function bandsOf(scores: readonly number[], smallest: number): Sized[] {
  let bands: Sized[] = BANDS.map(([from, to]) => ({
    from,
    to,
    size: scores.filter((score) => score >= from && score <= to).length,
  }));
  for (;;) {
    const small = bands.findIndex(({ size }) => size < smallest);
    if (small < 0 || bands.length === 1) break;
    const [before, after] = [bands[small - 1], bands[small + 1]];
    const left = after === undefined || (before !== undefined && before.size <= after.size);
    const at = left ? small - 1 : small;
    const [one, other] = [bands[at], bands[at + 1]];
    if (!one || !other) break;
    const joined = { from: one.from, to: other.to, size: one.size + other.size };
    bands = [...bands.slice(0, at), joined, ...bands.slice(at + 2)];
  }
  return bands;
}

/** The sums of scores that lead to the same average: the lowest and the highest, both included. */
function sumsBehind(average: Average, answers: number, [low, high]: SnapshotRule['clamp']): [number, number] {
  const [first, last] = [Math.ceil((average - 0.25) * answers), Math.ceil((average + 0.25) * answers) - 1];
  return [average <= low ? answers : first, average >= high ? 5 * answers : last];
}

/**
 * True when bands and average together leave somebody who knows their own answer fewer than three possible answers for
 * a colleague. An example: an average of four of which half the answers are three or lower makes all others threes and
 * fives.
 */
function pinsDown(bands: readonly Sized[], [first, last]: readonly [number, number]): boolean {
  const lowest = bands.reduce((sum, { from, size }) => sum + from * size, 0);
  const highest = bands.reduce((sum, { to, size }) => sum + to * size, 0);
  const fits = (values: readonly { band: Sized; score: number }[]) =>
    lowest + values.reduce((sum, { band, score }) => sum + score - band.from, 0) <= last &&
    highest - values.reduce((sum, { band, score }) => sum + band.to - score, 0) >= first;
  const each = bands.flatMap((band) =>
    Array.from({ length: band.to - band.from + 1 }, (_, n) => ({ band, score: band.from + n })),
  );
  return each
    .filter((own) => own.band.size > 0 && fits([own]))
    .some((own) => {
      const left = each.filter(
        (other) => other.band.size > (other.band === own.band ? 1 : 0) && fits([own, other]),
      );
      return left.length < 3;
    });
}

/** What may be told about these answers, or undefined when they are too few (trust:fewest-six). */
export function pictureOf(answers: readonly Answered[], rule: SnapshotRule = fewestSix): Picture | undefined {
  if (answers.length < rule.fewest || answers.length === 0) return undefined;
  const scores = answers.map(({ score }) => score);
  const namings = new Map<Theme, number>();
  for (const { themes } of answers)
    for (const theme of new Set(themes)) namings.set(theme, (namings.get(theme) ?? 0) + 1);
  const average = averageOf(scores.reduce((sum, score) => sum + score, 0) / scores.length, rule.clamp);
  const bands = bandsOf(scores, rule.bandSize);
  const told =
    answers.length >= BANDED_FROM &&
    (rule.bandSize === 0 ||
      (bands.length > 1 && !pinsDown(bands, sumsBehind(average, answers.length, rule.clamp))));
  const shares = percents(bands.map(({ size }) => size));
  return {
    count: countOf(answers.length),
    average,
    ...(told
      ? { bands: bands.map(({ from, to }, place) => ({ from, to, percent: shares[place] ?? 0 })) }
      : {}),
    themes: [...namings]
      .filter(([, times]) => times >= rule.namings)
      .map(([theme]) => theme)
      .sort(),
  };
}

/**
 * The picture of a team in which so many people could answer, without what tells that each of them did: of a team of ten
 * "10–19" would, and so would bands, which begin at ten; of a team of twenty "20+". Such a team says the same when one of
 * them did not answer. That all answered in a team of six no words can hide: without it there is no picture.
 */
export function withoutEverybody(picture: Picture, members: number): Picture {
  if (members === TENS) return { count: '6+', average: picture.average, themes: picture.themes };
  if (members === TWENTIES && picture.count !== '6-9') return { ...picture, count: '10+' };
  return picture;
}
