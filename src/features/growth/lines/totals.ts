import { today } from '../../../calendar/clock.ts';
import { unknownPerson } from '../../../conversation/cards/notice.ts';
import type { Message } from '../../../conversation/message.ts';
import type { Turn } from '../../../conversation/turn.ts';
import { type IbroRole, isLeaderOf, isPresent, oncePerAccount, respondents } from '../../../people/person.ts';
import type { Tools } from '../../module.ts';
import type { Line } from './line.ts';
import { areApart, renewed, toldIn } from './rules.ts';
import type { LineStore } from './store.ts';
import { totalsCard } from './totals-card.ts';

/**
 * The municipality, and the teams that somebody is in or leads: made once, whoever asks. Who leads a team does not count in it, and no
 * total tells about fewer than six when another is taken from it, or that everybody follows one (trust:fewest-six).
 */
export async function showTotals(
  { lines, everybody }: Pick<Tools, 'everybody'> & { lines: LineStore },
  turn: Turn,
): Promise<Message> {
  const [me, { teams }] = await Promise.all([turn.person(), turn.settings()]);
  if (!me) return unknownPerson;
  const day = today(turn.now).toString();
  const [followers, all, everyone] = await Promise.all([lines.followers(), lines.all(), everybody()]);
  const modules = Object.fromEntries(
    Object.entries(all).map(([role, { modules: own }]) => [role, own]),
  ) as Record<IbroRole, Line['modules']>;
  const once = oncePerAccount(everyone.filter(isPresent));
  const byTeam = new Map(
    teams.map((team) => {
      const members = respondents(
        team,
        once.filter((one) => one.team === team.key),
      );
      return [team.key, new Set(members.map(({ directoryId }) => directoryId))] as const;
    }),
  );
  const counted = new Set([...byTeam.values()].flatMap((ids) => [...ids]));
  const shown = await lines.everyTotals();
  const idsOf = (role: IbroRole, of: ReadonlySet<string | undefined>) =>
    new Set(followers.flatMap((one) => (one.role === role && of.has(one.id) ? [one.id] : [])));
  /** The followers of a role in each team of which there are totals, and in this one too. */
  const groups = (role: IbroRole, and?: string) =>
    [...byTeam].flatMap(([team, ids]) =>
      team === and || shown.get(team)?.roles[role] ? [idsOf(role, ids)] : [],
    );

  /** The totals as they stand, or new ones where they are due. */
  async function current(team: string | undefined, of: ReadonlySet<string | undefined>) {
    const last = shown.get(team);
    const made = renewed(
      last,
      { followings: followers.filter(({ id }) => of.has(id)), people: of.size },
      modules,
      day,
      // Of a team alone there is nothing to take apart as long as the municipality has no totals of that role.
      (role) =>
        (team !== undefined && !shown.get(undefined)?.roles[role]) ||
        areApart(idsOf(role, counted), groups(role, team)),
    );
    if (!made || made === last) return toldIn(of.size, last);
    const stands = (await lines.publish(team, made, last)) ? made : await lines.totals(team);
    if (stands) shown.set(team, stands);
    return toldIn(of.size, stands);
  }

  const named = [];
  for (const team of teams.filter((one) => one.key === me.team || isLeaderOf(one, me)))
    named.push({ name: team.name, totals: await current(team.key, byTeam.get(team.key) ?? new Set()) });
  return totalsCard([...named, { name: 'Gemeente', totals: await current(undefined, counted) }]);
}
