import {
  type Answered,
  type Picture,
  pictureOf,
  type SnapshotRule,
} from '../../src/features/team/snapshot/rules.ts';
import { type Theme, themes } from '../../src/people/themes.ts';

/** A picture beside the answers it was made of, by person. Everything that is ever shown is such a picture or made of them. */
export interface Piece {
  picture: Picture;
  answers: ReadonlyMap<string, Answered>;
}

/** Fewer answers of somebody else left open than this is a violation (trust:fewest-six). */
const FEWEST_LEFT = 3;
const SCORES = [1, 2, 3, 4, 5] as const;
const MOST_THEMES = 2;
const allThemes = Object.keys(themes) as Theme[];

/** How many chose each score. */
type Tally = readonly number[];

function tallies(people: number, scores: number = SCORES.length): number[][] {
  if (scores === 1) return [[people]];
  return Array.from({ length: people + 1 }, (_, first) =>
    tallies(people - first, scores - 1).map((rest) => [first, ...rest]),
  ).flat();
}

const tallyOf = (scores: readonly number[]): number[] =>
  SCORES.map((score) => scores.filter((other) => other === score).length);

/** What is said about scores; themes are looked at apart, since nothing told joins the two. */
const told = ({ count, average, bands }: Picture): string => JSON.stringify([count, average, bands ?? []]);

/** All sets of at most two themes. */
const themeSets: Theme[][] = [
  [],
  ...allThemes.map((one) => [one]),
  ...allThemes.flatMap((one, n) => allThemes.slice(n + 1).map((other) => [one, other])),
];

/**
 * Somebody who reads every picture, knows the rule by which it was made, who answered and what they answered
 * themselves, and reasons without mistake: every way to fill in the others' answers that leads to the same picture is
 * tried. Knows nothing of how somebody usually answers.
 */
export function adversary(rule: SnapshotRule) {
  const behind = new Map<number, Map<string, Tally[]>>();

  /** Every tally of so many answers, by what would be told of it. */
  function explanations(people: number, picture: Picture): readonly Tally[] {
    let known = behind.get(people);
    if (!known) {
      known = Map.groupBy(tallies(people), (tally) => {
        const answers = SCORES.flatMap((score, at) =>
          Array.from({ length: tally[at] ?? 0 }, () => ({ score, themes: [] })),
        );
        const made = pictureOf(answers, rule);
        return made ? told(made) : '';
      });
      behind.set(people, known);
    }
    return known.get(told(picture)) ?? [];
  }

  const scoresLeft = new Map<string, number>();
  /** How many scores somebody else may have, to whom knows these ones. */
  function openScores(people: number, picture: Picture, known: readonly number[]): number {
    const mine = tallyOf(known);
    const name = `${people} ${told(picture)} ${mine}`;
    const before = scoresLeft.get(name);
    if (before !== undefined) return before;
    const fitting = explanations(people, picture).filter((tally) =>
      mine.every((times, at) => times <= (tally[at] ?? 0)),
    );
    const open = SCORES.filter((_, at) => fitting.some((tally) => (tally[at] ?? 0) > (mine[at] ?? 0))).length;
    scoresLeft.set(name, open);
    return open;
  }

  const setsLeft = new Map<string, number>();
  /** How many sets of themes somebody else may have named, to whom knows these sets. */
  function openThemes(people: number, picture: Picture, known: readonly (readonly Theme[])[]): number {
    const name = `${people} ${picture.themes} ${JSON.stringify(known)}`;
    const before = setsLeft.get(name);
    if (before !== undefined) return before;
    const others = people - known.length - 1;
    const open = themeSets.filter((set) => {
      const named = (theme: Theme) => [...known, set].filter((one) => one.includes(theme)).length;
      const missing = picture.themes.map((theme) => Math.max(0, rule.namings - named(theme)));
      const fits = missing.every((times) => times <= others);
      const enough = missing.reduce((sum, times) => sum + times, 0) <= MOST_THEMES * others;
      const unsaid = allThemes.filter((theme) => !picture.themes.includes(theme));
      return fits && enough && unsaid.every((theme) => named(theme) < rule.namings);
    }).length;
    setsLeft.set(name, open);
    return open;
  }

  /**
   * How many pairs of a viewer and a piece leave fewer than three answers of somebody else open. `knownToAll` are people
   * whose answers everybody knows: what a manager answers is heard in the team.
   */
  return function violations(piece: Piece, knownToAll: ReadonlySet<string>): number {
    const { picture, answers } = piece;
    const common = [...answers].filter(([person]) => knownToAll.has(person)).map(([, answer]) => answer);
    const rest = [...answers].filter(([person]) => !knownToAll.has(person)).map(([, answer]) => answer);
    const views = [common, ...rest.map((own) => [...common, own])];
    return views.filter((known) => {
      if (known.length >= answers.size) return false;
      const scores = openScores(
        answers.size,
        picture,
        known.map(({ score }) => score),
      );
      const sets = openThemes(
        answers.size,
        picture,
        known.map((answer) => answer.themes),
      );
      return scores < FEWEST_LEFT || sets < FEWEST_LEFT;
    }).length;
  };
}
