import type { Temporal } from 'temporal-polyfill';
import { today } from '../../calendar/clock.ts';
import type { Audit } from '../../people/audit.ts';
import { endedOn, reopened } from '../../people/changing/team-settings.ts';
import type { Settings, Team } from '../../people/municipality.ts';
import { isPresent, type Person, teamKey } from '../../people/person.ts';
import type { SettingsStore } from '../../people/settings.ts';
import type { Ending } from './contract.ts';
import { isOpen } from './signals/signal.ts';
import type { GroupStore } from './store.ts';

/** What somebody should know who brings a team back. */
export const reopenedWords = ({ name }: Pick<Team, 'name'>): string =>
  `Wie in ${name} komt, ziet ook wat het team eerder deelde. Is het een ander team? Kies dan een andere naam.`;

/** Ending a team and bringing it back, and what stands in the way of that. */
export function endingTeams({
  groups,
  settings,
  audit,
  now,
}: {
  groups: Pick<GroupStore, 'content'>;
  settings: SettingsStore;
  audit: Audit;
  now(): Temporal.Instant;
}): Ending {
  /** Whether signals of a group wait for an answer, also those of today that nobody may read yet: and so not how many. */
  async function isWaitingIn(kind: 'team' | 'department', key: string): Promise<boolean> {
    const { signals } = await groups.content({ kind, key });
    return signals.some(isOpen);
  }

  async function leavingProblem(team: Team, next: Team, { teams }: Settings): Promise<string | undefined> {
    const { department } = team;
    if (!department || next.department === department) return undefined;
    if (teams.some((one) => one.key !== team.key && one.department === department)) return undefined;
    return (await isWaitingIn('department', teamKey(department)))
      ? `${team.name} is het laatste team van ${department}. Bij die afdeling staan nog signalen open. Laat het afdelingshoofd daar eerst antwoord op geven.`
      : undefined;
  }

  return {
    leavingProblem,
    endingProblem: async (team, people: readonly Person[], current) => {
      const inside = people.filter((one) => one.team === team.key && isPresent(one)).length;
      if (inside > 0)
        return `In ${team.name} ${inside === 1 ? 'zit nog 1 persoon' : `zitten nog ${inside} mensen`}. Zet eerst iedereen in een ander team.`;
      if (await isWaitingIn('team', team.key))
        return `In ${team.name} staan nog signalen open. Laat wie het team leidt daar eerst antwoord op geven. Leidt niemand het team? Wijs dan eerst iemand aan.`;
      return leavingProblem(team, { ...team, department: undefined }, current);
    },
    end: async ({ key }, who) => {
      await audit.record(who, 'instellingen opheffen', key);
      await settings.changeTeam(key, endedOn(today(now()).toString()));
    },
    reopen: async ({ key }, who) => {
      await audit.record(who, 'instellingen heropenen', key);
      await settings.changeTeam(key, reopened);
    },
  };
}
