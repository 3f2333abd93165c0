import { today } from '../../../calendar/clock.ts';
import type { Turn } from '../../../conversation/turn.ts';
import { oncePerAccount, respondents } from '../../../people/person.ts';
import type { Tools } from '../../module.ts';
import type { MatrixStore } from '../matrix/store.ts';
import type { TaskList } from '../matrix/task-list.ts';
import { isDue } from '../picture/rules.ts';
import type { consent } from './consent.ts';
import { type RoleTotals, totalsOf, wouldTell } from './rules.ts';
import type { RoleTotalsStore } from './store.ts';

export interface TotalsTools extends Pick<Tools, 'everybody'> {
  matrices: MatrixStore;
  taskList: TaskList;
  roleTotals: RoleTotalsStore;
}

/** The totals of roles of the municipality, made anew by the rule of the picture of a team (trust:fewest-six). */
export function totals(
  { everybody, matrices, taskList, roleTotals }: TotalsTools,
  { all }: Pick<ReturnType<typeof consent>, 'all'>,
): (turn: Turn) => Promise<RoleTotals | undefined> {
  /** Everybody who counts in their team, once, with what they confirmed. Who leads a team does not count. */
  async function counted(turn: Turn) {
    const [people, confirmed, { teams }] = await Promise.all([
      everybody(),
      matrices.allConfirmed(),
      turn.settings(),
    ]);
    const byTeam = Map.groupBy(oncePerAccount(people), ({ team }) => team);
    return teams.flatMap((team) =>
      respondents(team, byTeam.get(team.key) ?? []).flatMap(({ directoryId: id = '' }) => {
        const one = confirmed.get(id);
        return one ? [{ id, confirmed: one }] : [];
      }),
    );
  }

  return async (turn) => {
    const [those, shared, last] = await Promise.all([
      counted(turn),
      turn.settings().then(all),
      roleTotals.last(),
    ]);
    const read = new Set(shared.map(({ id }) => id));
    if (wouldTell(those.length, those.filter(({ id }) => read.has(id)).length)) return undefined;
    const list = those.map(({ confirmed }) => confirmed);
    const day = today(turn.now).toString();
    const days = list.map((one) => one.day);
    const next = isDue(last, days, day) ? totalsOf(list, await taskList.tasks(), day) : undefined;
    if (!next) return last;
    return (await roleTotals.publish(next, last)) ? next : roleTotals.last();
  };
}
