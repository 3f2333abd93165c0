import { weekdays } from '../calendar/weekdays.ts';
import type { Settings } from './municipality.ts';
import type { Address, Person } from './person.ts';
import { isPresent, teamKey } from './person.ts';
import type { PeopleStore } from './store.ts';

/** A member of a conversation as Teams' roster gives it. */
export interface RosterMember {
  directoryId: string;
  name: string;
  upn: string;
}

/** What an install means for the person. */
export type Installed =
  | { kind: 'welcome'; person: Person }
  /** Known and welcomed before: say nothing. */
  | { kind: 'known'; person: Person }
  /** No administrator added this person, or they erased themselves: nothing is stored and nothing is said. */
  | { kind: 'stranger' };

export interface Lifecycle {
  /** The app was installed for a person, or the event came again: reach is open from now on. */
  installed(
    directoryId: string,
    address: Address,
    lookUp: () => Promise<RosterMember | undefined>,
  ): Promise<Installed>;
  /** The person removed the app. */
  uninstalled(directoryId: string): Promise<void>;
  /** Somebody who blocked or removed us writes again. */
  returned(person: Person, address: Address): Promise<void>;
  /** A send met a block. */
  blocked(person: Person): Promise<void>;
  /** The app was added to a Teams team: links it to ours by name. Gives our team's key, or undefined. */
  teamAdded(teamsTeamId: string, name: string, roster: readonly RosterMember[]): Promise<string | undefined>;
  membersJoined(teamsTeamId: string, members: readonly RosterMember[]): Promise<void>;
  membersLeft(teamsTeamId: string, directoryIds: readonly string[]): Promise<void>;
}

const workingWeek = weekdays.filter((day) => day !== 'za' && day !== 'zo');

function sameAddress(a: Address | undefined, b: Address): boolean {
  return a !== undefined && JSON.stringify(a) === JSON.stringify(b);
}

/** Keeps people right as the app is installed and removed and as members join and leave. Repeats change nothing. */
export function lifecycle(
  people: PeopleStore,
  readSettings: () => Promise<Settings>,
  today: () => string,
): Lifecycle {
  /** Binds a person from the import to an account: once, and only on exactly this UPN. */
  async function bind({ directoryId, upn }: RosterMember): Promise<Person | undefined> {
    const person = await people.byUpn(upn);
    if (!person || (person.directoryId !== undefined && person.directoryId !== directoryId)) return undefined;
    const bound = await people.change(person.team, person.id, (now) =>
      now.directoryId === undefined ? { ...now, directoryId } : now,
    );
    if (bound?.directoryId !== directoryId) return undefined;
    // Also when the row was bound before: then a crash came between the row and what points at it. The row itself is
    // left alone, since the other event of the same install may be changing it.
    await people.point(bound);
    return bound;
  }

  async function join(team: string, member: RosterMember): Promise<void> {
    const known = (await people.find(member.directoryId)) ?? (await bind(member));
    if (known) return;
    const members = await people.members(team);
    const before = members.find(({ directoryId }) => directoryId === member.directoryId);
    if (before) {
      await people.change(team, before.id, (now) => (now.removed ? { ...now, removed: undefined } : now));
      return;
    }
    const { directoryId, name, upn } = member;
    await people.save([
      {
        ...{ id: directoryId, directoryId, name, upn: upn.toLowerCase(), team, source: 'teams' },
        ...{ access: ['medewerker'], workdays: [...workingWeek], checkins: true, reach: 'none' },
      },
    ]);
  }

  return {
    installed: async (directoryId, address, lookUp) => {
      let person = await people.find(directoryId);
      if (!person) {
        const member = await lookUp();
        person = member && member.directoryId === directoryId ? await bind(member) : undefined;
      }
      if (!person || !isPresent(person)) return { kind: 'stranger' };
      // Teams tells of one install twice, at the same moment: the row's ETag decides which of them welcomes.
      let first = false;
      const open = await people.change(person.team, person.id, (now) => {
        first = !now.welcomed;
        const same = now.reach === 'open' && now.welcomed && sameAddress(now.address, address);
        return same ? now : { ...now, reach: 'open', address, welcomed: true };
      });
      if (!open) return { kind: 'stranger' };
      return { kind: first ? 'welcome' : 'known', person: open };
    },
    uninstalled: async (directoryId) => {
      const person = await people.find(directoryId);
      if (!person) return;
      await people.change(person.team, person.id, (now) =>
        now.reach === 'blocked' ? now : { ...now, reach: 'blocked' },
      );
    },
    returned: async (person, address) => {
      if (person.reach === 'open') return;
      await people.change(person.team, person.id, (now) => ({ ...now, reach: 'open', address }));
    },
    blocked: async (person) => {
      await people.change(person.team, person.id, (now) =>
        now.reach === 'blocked' ? now : { ...now, reach: 'blocked' },
      );
    },
    teamAdded: async (teamsTeamId, name, roster) => {
      const { teams } = await readSettings();
      const team = teams.find(({ key }) => key === teamKey(name))?.key;
      if (!team) return undefined;
      await people.linkTeam(teamsTeamId, team);
      for (const member of roster) await join(team, member);
      return team;
    },
    membersJoined: async (teamsTeamId, members) => {
      const team = await people.linkedTeam(teamsTeamId);
      if (!team) return;
      for (const member of members) await join(team, member);
    },
    membersLeft: async (teamsTeamId, directoryIds) => {
      const team = await people.linkedTeam(teamsTeamId);
      if (!team) return;
      for (const directoryId of directoryIds) {
        const person = await people.find(directoryId);
        if (person?.team !== team) continue;
        await people.change(team, person.id, (now) => (now.removed ? now : { ...now, removed: today() }));
      }
    },
  };
}
