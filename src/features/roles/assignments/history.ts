import {
  type Assigned,
  type Assignment,
  learningFor,
  MOST_PAST,
  type Past,
  type RoleFor,
  roleInWords,
} from './assignment.ts';

/** One role of somebody over a time. ISO dates; `until` is the first day on which it holds no more. */
interface Stretch {
  role: RoleFor;
  team: string;
  areas: readonly string[] | undefined;
  from: string;
  until?: string;
}

/** The day from which a role holds (ISO date): that on which it was first agreed to, where it went on unchanged since. */
export const sinceOf = ({ since }: RoleFor, { from }: Pick<Assigned, 'from'>): string => since ?? from;

const plain = ({ role, registrations }: RoleFor): RoleFor => ({ role, registrations });

const stretchesOf = ({ held, past }: Pick<Assignment, 'held' | 'past'>): Stretch[] => [
  ...(held?.roles ?? []).map((one) => ({
    role: plain(one),
    team: held?.team ?? '',
    areas: held?.areas,
    from: held ? sinceOf(one, held) : '',
  })),
  ...past.flatMap(({ roles, team, areas, from, until }) =>
    roles.map((one) => ({ role: plain(one), team, areas, from, until })),
  ),
];

/** What is left of it where something else begins on a day. What ended by today is over, and stays as it was. */
function cut(all: readonly Stretch[], begins: string, today: string): Required<Stretch>[] {
  return all.flatMap((one) => {
    const { from, until = begins } = one;
    const end = until <= today || until < begins ? until : begins;
    return from < end ? [{ ...one, until: end }] : [];
  });
}

/** Stretches as they are kept: those of the same time together, the last first. */
function kept(stretches: readonly Required<Stretch>[]): Past[] {
  const times = Map.groupBy(stretches, ({ team, areas, from, until }) =>
    JSON.stringify([team, areas, from, until]),
  );
  return [...times.values()]
    .flatMap((some): Past[] => {
      const [first] = some;
      if (!first) return [];
      const { team, areas, from, until } = first;
      return [{ roles: some.map(({ role }) => role), team, ...(areas ? { areas } : {}), from, until }];
    })
    .sort((a, b) => b.until.localeCompare(a.until) || b.from.localeCompare(a.from))
    .slice(0, MOST_PAST);
}

const goesOn = (one: Required<Stretch>, role: RoleFor, { team, areas, from }: Assigned): boolean =>
  one.team === team &&
  one.areas?.join() === areas.join() &&
  roleInWords(one.role) === roleInWords(role) &&
  one.from <= from &&
  one.until >= from;

/**
 * What somebody holds and held once they agree on `today` to `next` (ISO dates). What stood holds until the day on which the next
 * begins; what would have begun on that day or later never was. A role that goes on unchanged keeps its first day.
 */
export function followedBy(
  now: Pick<Assignment, 'held' | 'past'>,
  next: Assigned,
  today: string,
): { roles: RoleFor[]; past: Past[] } {
  const before = cut(stretchesOf(now), next.from, today);
  const first = next.roles.map((role) => before.find((one) => goesOn(one, role, next)));
  return {
    roles: next.roles.map((role, n) => ({
      ...plain(role),
      ...(first[n] && first[n].from < next.from ? { since: first[n].from } : {}),
    })),
    past: kept(before.filter((one) => !first.includes(one))),
  };
}

/** What somebody held once nothing stands any more from a day on (ISO date). */
export const ended = (now: Pick<Assignment, 'held' | 'past'>, on: string): Past[] =>
  kept(cut(stretchesOf(now), on, on));

/** What was before, and what still holds, or is to begin, until something else does. `today`: ISO date. */
export function periodsOf(past: readonly Past[], today: string): { over: Past[]; still: Past[] } {
  // Rows of an older version may hold what ended before it began.
  const real = past.filter(({ from, until }) => from < until);
  return {
    over: real.filter(({ until }) => until <= today),
    still: real.filter(({ until }) => until > today),
  };
}

/** The same person with what they were asked as what they hold. `today`: the day on which they agreed (ISO date). */
export function agreedOn(now: Assignment, today: string): Assignment {
  const { asked } = now;
  if (!asked) return now;
  const { day: _asked, refused: _refused, ...assigned } = asked;
  const { roles, past } = followedBy(now, assigned, today);
  const learning = learningFor(now, asked.team);
  return {
    version: now.version + 1,
    held: { ...assigned, roles, agreed: today },
    past,
    learning,
    unheard: true,
  };
}
