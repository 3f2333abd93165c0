import {
  type Answered,
  type Average,
  fewestSix,
  type Picture,
  pictureOf,
  type SnapshotRule,
} from './rules.ts';

/** What a group brings to the group above it: pictures that are shown, and answers that are in none of them. */
export interface ChildGroup {
  shown: readonly Picture[];
  hidden: readonly Answered[];
  /** Of whom it is, as far as teams: the keys of those in `shown`, and of all that are hidden, whether or not somebody in them answered. */
  of: { shown: readonly string[]; hidden: readonly string[] };
  /** It has a picture of its own, made of what it brings, that whoever sees the group above it sees as well. */
  isTold?: boolean;
}

/** How many people stand behind a picture, at the least, by the count that it tells. */
const weights = { '6-9': 6, '10-19': 10, '20+': 20, '6+': 6, '10+': 10 } as const;

/** A team, by its key, that is shown brings its picture, one that stays hidden its answers. */
export function partOf(team: string, picture: Picture | undefined, answers: readonly Answered[]): ChildGroup {
  return picture
    ? { shown: [picture], hidden: [], of: { shown: [team], hidden: [] } }
    : { shown: [], hidden: answers, of: { shown: [], hidden: [team] } };
}

/**
 * The picture of a department or the municipality, made of the pictures of its children and of what its hidden children
 * hold together (trust:fewest-six). It is made of pictures and not of answers: the exact sum of four teams of six, told
 * beside the four averages, would pin one of them down to the last point. There is no picture while what stays hidden
 * is neither nothing nor enough: the difference would show it. Then all of it goes one level up. A single picture that is
 * in none of the pictures beside it is left out: who sees the whole and those would know it, and may not see each team
 * (trust:direction-sees-departments). `teams` says of which teams the picture is: the keys of those of a department with a picture of
 * its own stand together, all others each by itself.
 */
export function parentOf(
  children: readonly ChildGroup[],
  rule: SnapshotRule = fewestSix,
): { picture: Picture | undefined; teams: string[][]; part: ChildGroup } {
  const shown = children.flatMap((child) => child.shown);
  const hidden = children.flatMap((child) => child.hidden);
  const of = {
    shown: children.flatMap((child) => child.of.shown),
    hidden: children.flatMap((child) => child.of.hidden),
  };
  if (hidden.length > 0 && hidden.length < rule.hidden)
    return { picture: undefined, teams: [], part: { shown, hidden, of } };
  const rest = hidden.length > 0 ? pictureOf(hidden, { ...rule, fewest: rule.hidden }) : undefined;
  const told = children.filter(({ isTold }) => isTold);
  const others = children.filter(({ isTold }) => !isTold);
  const inOthers = others.flatMap((child) => child.shown);
  const isAlone = inOthers.length === 1 && !rest;
  const single = [...(isAlone ? [] : others.flatMap((child) => child.of.shown)), ...(rest ? of.hidden : [])];
  return {
    picture: together([
      ...told.flatMap((child) => child.shown),
      ...(isAlone ? [] : inOthers),
      ...(rest ? [rest] : []),
    ]),
    teams: [...told.map((child) => [...child.of.shown]), ...single.map((team) => [team])],
    part: {
      shown: [...shown, ...(rest ? [rest] : [])],
      hidden: [],
      of: { shown: [...of.shown, ...(rest ? of.hidden : [])], hidden: [] },
    },
  };
}

function together(pictures: readonly Picture[]): Picture | undefined {
  const [only] = pictures;
  if (pictures.length <= 1) return only;
  const people = pictures.reduce((sum, { count }) => sum + weights[count], 0);
  const points = pictures.reduce((sum, { count, average }) => sum + weights[count] * average, 0);
  return {
    count: people < 10 ? '6-9' : people < 20 ? '10-19' : '20+',
    average: (Math.round((points / people) * 2) / 2) as Average,
    themes: [...new Set(pictures.flatMap(({ themes }) => themes))].sort(),
  };
}
