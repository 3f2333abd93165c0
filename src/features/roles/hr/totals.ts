import { today } from '../../../calendar/clock.ts';
import type { Turn } from '../../../conversation/turn.ts';
import { isPresent, oncePerAccount, type Person, respondents } from '../../../people/person.ts';
import type { Tools } from '../../module.ts';
import type { Confirmed } from '../matrix/matrix.ts';
import type { MatrixStore } from '../matrix/store.ts';
import type { TaskList } from '../matrix/task-list.ts';
import type { consent } from './consent.ts';
import { type Counted, mayBeMade, mayBeShown, type RoleTotals, totalsOf } from './rules.ts';
import type { RoleTotalsStore } from './store.ts';

export interface TotalsTools extends Pick<Tools, 'everybody'> {
  matrices: MatrixStore;
  taskList: TaskList;
  roleTotals: RoleTotalsStore;
}

/** The totals of roles of the municipality, as HR may see them (trust:fewest-six). */
export function totals(
  { everybody, matrices, taskList, roleTotals }: TotalsTools,
  { all }: Pick<ReturnType<typeof consent>, 'all'>,
): (turn: Turn) => Promise<RoleTotals | undefined> {
  /**
   * Of whom HR reads something now: who shared their indication, who is of HR, and whose matrix one of HR reads along as who leads their
   * team. One of HR is taken for all of them, since they work together.
   */
  async function readByHr(
    turn: Turn,
    people: readonly Person[],
    confirmed: ReadonlyMap<string, Confirmed>,
  ): Promise<ReadonlySet<string>> {
    const [shared, readers] = await Promise.all([turn.settings().then(all), matrices.readers()]);
    const ofHr = new Set([
      turn.directoryId,
      ...people.flatMap((one) =>
        one.directoryId && isPresent(one) && one.access.includes('hr') ? [one.directoryId] : [],
      ),
    ]);
    const along = [...readers].flatMap(([id, { manager }]) => (ofHr.has(manager) ? [id] : []));
    return new Set([...shared.map(({ id }) => id), ...ofHr, ...along].filter((id) => confirmed.has(id)));
  }

  /** Everybody who counts in their team, once, with what they confirmed. Who leads a team does not count. */
  async function counted(
    turn: Turn,
    people: readonly Person[],
    confirmed: ReadonlyMap<string, Confirmed>,
    read: ReadonlySet<string>,
  ): Promise<Counted[]> {
    const { teams } = await turn.settings();
    const byTeam = Map.groupBy(oncePerAccount(people), ({ team }) => team);
    return teams.flatMap((team) =>
      respondents(team, byTeam.get(team.key) ?? []).flatMap(({ directoryId: id = '' }) => {
        const one = confirmed.get(id);
        return one ? [{ confirmed: one, isRead: read.has(id) }] : [];
      }),
    );
  }

  /** The last totals, or new ones where they are due: made once, whoever asks. */
  async function current(those: readonly Counted[], day: string): Promise<RoleTotals | undefined> {
    const last = await roleTotals.last();
    if (!mayBeMade(last, those, day)) return last;
    const list = those.map(({ confirmed }) => confirmed);
    const next = totalsOf(list, await taskList.tasks(), day);
    return (await roleTotals.publish(next, last)) ? next : roleTotals.last();
  }

  return async (turn) => {
    const [people, confirmed] = await Promise.all([everybody(), matrices.allConfirmed()]);
    const read = await readByHr(turn, people, confirmed);
    const those = await counted(turn, people, confirmed, read);
    const made = await current(those, today(turn.now).toString());
    return made && mayBeShown(made, read.size) ? made : undefined;
  };
}
