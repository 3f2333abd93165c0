import type { Answered } from '../../src/features/team/snapshot/rules.ts';
import { type Theme, themes } from '../../src/people/themes.ts';

/** A team in one period: who answered what. */
export interface TeamPeriod {
  team: string;
  department?: string;
  manager: string;
  answers: Map<string, Answered>;
}

/** Numbers from 0 up to, not including, 1: the same for the same seed (mulberry32). */
export function numbersFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export const PERIODS = 12;
const DEPARTMENTS = ['ruimte', 'ruimte', 'dienstverlening', 'dienstverlening', undefined];
const allThemes = Object.keys(themes) as Theme[];

/**
 * A made-up municipality during twelve periods: people join, leave, move and skip weeks, and the mood of a team goes
 * from everybody at the bottom to everybody at the top, since that is where a picture tells most.
 */
export function historyOf(seed: number): TeamPeriod[][] {
  const random = numbersFrom(seed);
  const whole = (from: number, to: number) => from + Math.floor(random() * (to - from + 1));
  let hired = 0;
  const hire = () => {
    hired += 1;
    return `p${hired}`;
  };
  const teams = DEPARTMENTS.map((department, n) => ({
    team: `t${n}`,
    department,
    manager: hire(),
    members: Array.from({ length: whole(5, 14) }, hire),
  }));
  const diligence = 0.45 + random() * 0.5;

  function answerAround(mood: number, spread: number, talkative: number): Answered {
    const score = Math.min(5, Math.max(1, Math.round(mood + (random() - 0.5) * spread)));
    const named = random() < talkative ? [allThemes[whole(0, 2)], allThemes[whole(0, 5)]] : [];
    return { score, themes: [...new Set(named.slice(0, whole(0, 2)))] as Theme[] };
  }

  return Array.from({ length: PERIODS }, () =>
    teams.map((one) => {
      if (random() < 0.2) one.members = one.members.filter(() => random() < 0.85);
      if (random() < 0.3) one.members = [...one.members, hire()];
      const other = teams[whole(0, teams.length - 1)];
      const mover = random() < 0.1 ? one.members[0] : undefined;
      if (mover && other && other !== one) {
        one.members = one.members.filter((member) => member !== mover);
        other.members = [...other.members, mover];
      }
      const [mood, spread, talkative] = [1 + random() * 4, random() < 0.4 ? 1 : random() * 5, random()];
      const present = [one.manager, ...one.members].filter(() => random() < diligence);
      const answers = new Map(present.map((person) => [person, answerAround(mood, spread, talkative)]));
      return { team: one.team, department: one.department, manager: one.manager, answers };
    }),
  );
}
