import { type ChildGroup, parentOf, partOf } from '../src/features/team/snapshot/parents.ts';
import {
  type Answered,
  fewestSix,
  pictureOf,
  type SnapshotRule,
} from '../src/features/team/snapshot/rules.ts';
import { adversary, type Piece } from './privacy/adversary.ts';
import { historyOf, type TeamPeriod } from './privacy/history.ts';

/** trust:fewest-six with one part switched off at a time. */
export const withoutPart: Record<string, Partial<SnapshotRule>> = {
  minimum: { fewest: 1 },
  clamp: { clamp: [1, 5] },
  themes: { namings: 1 },
  bands: { bandSize: 0 },
  parents: { hidden: 1 },
  managerCounts: { managers: true },
};

type ByPerson = ReadonlyMap<string, Answered>;

/** A group's part, and by whom its hidden answers were given. */
interface Held {
  part: ChildGroup;
  hidden: ByPerson;
}

/**
 * Every picture of one period that is made of answers: those of teams, and those of what hidden teams hold together,
 * which parents are made of. All that is shown of a parent follows from these.
 */
export function piecesOf(teams: readonly TeamPeriod[], rule: SnapshotRule): Piece[] {
  const pieces: Piece[] = [];

  function heldBy({ answers, manager }: TeamPeriod): Held & Pick<TeamPeriod, 'department'> {
    const counted = new Map([...answers].filter(([person]) => rule.managers || person !== manager));
    const picture = pictureOf([...counted.values()], rule);
    if (picture) pieces.push({ picture, answers: counted });
    return { part: partOf('', picture, [...counted.values()]), hidden: picture ? new Map() : counted };
  }

  function above(children: readonly Held[]): Held {
    const hidden = new Map(children.flatMap((child) => [...child.hidden]));
    const before = children.reduce((sum, { part }) => sum + part.shown.length, 0);
    const { part } = parentOf(
      children.map((child) => child.part),
      rule,
    );
    const rest = part.shown[before];
    if (rest) pieces.push({ picture: rest, answers: hidden });
    return { part, hidden: part.hidden.length > 0 ? hidden : new Map() };
  }

  const held = teams.map((team) => ({ ...heldBy(team), department: team.department }));
  const departments = Map.groupBy(held, ({ department }) => department);
  above([...departments].flatMap(([name, children]) => (name ? [above(children)] : children)));
  return pieces;
}

/** How often the adversary finds too little left open in so many made-up histories. */
export function violationsIn(histories: number, rule: SnapshotRule, firstSeed = 1): number {
  const look = adversary(rule);
  let found = 0;
  for (let seed = firstSeed; seed < firstSeed + histories; seed += 1)
    for (const teams of historyOf(seed)) {
      // What a manager answers is heard in the team: it hides nobody.
      const managers = new Set(teams.map(({ manager }) => manager));
      for (const piece of piecesOf(teams, rule)) found += look(piece, managers);
    }
  return found;
}

/** The adversary on trust:fewest-six as it is, and with each of its parts switched off. */
export function benchPrivacy({ histories }: { histories: number }): Record<string, unknown> {
  return {
    bench: 'privacy',
    histories,
    violations: violationsIn(histories, fewestSix),
    withoutRule: Object.fromEntries(
      Object.entries(withoutPart).map(([name, off]) => [
        name,
        violationsIn(histories, { ...fewestSix, ...off }),
      ]),
    ),
  };
}
