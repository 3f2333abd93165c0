import { Temporal } from 'temporal-polyfill';
import { today } from '../calendar/clock.ts';
import { weekdays } from '../calendar/weekdays.ts';
import { hasAccess } from './access.ts';
import { type Audit, BY_ITSELF } from './audit.ts';
import { endDuties } from './duties.ts';
import type { Address, Person } from './person.ts';
import { isPresent, isSameTeam } from './person.ts';
import type { SettingsStore } from './settings.ts';
import type { PeopleStore } from './store.ts';

/** A member of a conversation as Teams' roster gives it. */
export interface RosterMember {
  directoryId: string;
  name: string;
  upn: string;
  /** Invited from another organisation. */
  guest: boolean;
}

/** What an install means for the person. */
export type Installed =
  /** To be welcomed, by this caller alone, who tells `greeted` what came of it. */
  | { kind: 'welcome'; person: Person }
  /** Known and welcomed before, or being welcomed at this moment: say nothing. */
  | { kind: 'known'; person: Person }
  /** No administrator added this person, or they erased themselves: nothing is stored and nothing is said. */
  | { kind: 'stranger' };

/** What adding the app to a Teams team came to. */
export type Linked =
  | 'linked'
  /** None of our teams has this name. */
  | 'unknown'
  /** Whoever added it is no administrator and does not manage our team. */
  | 'not allowed'
  /** Another Teams team is linked to our team already. */
  | 'taken';

export interface LifecycleTools {
  people: PeopleStore;
  settings: SettingsStore;
  now(): Temporal.Instant;
  /** Directory ids of the first administrators. */
  administrators: readonly string[];
  audit: Audit;
}

export interface Lifecycle {
  /** The app was installed for a person, or the event came again: reach is open from now on. */
  installed(
    directoryId: string,
    address: Address,
    lookUp: () => Promise<RosterMember | undefined>,
  ): Promise<Installed>;
  /** The welcome was sent, or failed: then the next event of an install tries again. */
  greeted(person: Person, sent: boolean): Promise<void>;
  /** The person removed the app. */
  uninstalled(directoryId: string): Promise<void>;
  /** Somebody who blocked or removed us writes again. */
  returned(person: Person, address: Address): Promise<void>;
  /** Something could not be sent because the person blocked the bot. */
  blocked(person: Person): Promise<void>;
  /**
   * Somebody added the app to a Teams team: links it to our team of that name, when they may. Anybody can make a Teams
   * team of any name, and a linked one says who is in ours. `addedBy` is the directory id of the verified activity.
   */
  teamAdded(
    teamsTeamId: string,
    name: string,
    addedBy: string | undefined,
    roster: () => Promise<readonly RosterMember[]>,
  ): Promise<Linked>;
  /** The app was removed from a Teams team: the link ends, and nobody leaves our team by that. */
  teamRemoved(teamsTeamId: string): Promise<void>;
  /** Members of a Teams team that is not linked change nothing, and neither do guests who are in no file. */
  membersJoined(teamsTeamId: string, members: readonly RosterMember[]): Promise<void>;
  membersLeft(teamsTeamId: string, directoryIds: readonly string[]): Promise<void>;
}

/** A welcome that is neither sent nor given up after this was left by a process that ended in between. */
const WELCOME_SECONDS = 60;

const workingWeek = weekdays.filter((day) => day !== 'za' && day !== 'zo');

function sameAddress(a: Address | undefined, b: Address): boolean {
  return a !== undefined && JSON.stringify(a) === JSON.stringify(b);
}

function isAhead(moment: string, now: Temporal.Instant): boolean {
  return Temporal.Instant.compare(Temporal.Instant.from(moment), now) > 0;
}

/** Keeps people right as the app is installed and removed and as members join and leave. Repeats change nothing. */
export function lifecycle({
  people,
  settings,
  now: clock,
  administrators,
  audit,
}: LifecycleTools): Lifecycle {
  async function mayLink(team: string, directoryId: string | undefined): Promise<boolean> {
    if (!directoryId) return false;
    const person = await people.find(directoryId);
    return (
      hasAccess('beheerder', directoryId, person, administrators) ||
      (person?.team === team && hasAccess('manager', directoryId, person, administrators))
    );
  }

  /** Binds a person from the import to an account: once, and only on exactly this UPN. */
  async function bind({ directoryId, upn }: RosterMember): Promise<Person | undefined> {
    const person = await people.byUpn(upn);
    if (!person || (person.directoryId !== undefined && person.directoryId !== directoryId)) return undefined;
    const bound = await people.change(person.team, person.id, (now) =>
      now.directoryId === undefined ? { ...now, directoryId } : now,
    );
    if (bound?.directoryId !== directoryId) return undefined;
    // Done also when the row was bound before, since a crash may have come between the row and what points at
    // it. The row itself is left alone: the other event of the same install may be changing it.
    await people.point(bound);
    return bound;
  }

  async function join(team: string, member: RosterMember): Promise<void> {
    const { directoryId, name, upn, guest } = member;
    const before = await people.lastOf(directoryId);
    const isKnown = (before && isPresent(before)) || (await bind(member));
    // Anybody in a Teams team may invite a guest: whether one takes part is for an administrator to say, in the file.
    if (isKnown || guest) return;
    if (before?.team === team) {
      await people.change(team, before.id, (now) => (now.removed ? { ...now, removed: undefined } : now));
      return;
    }
    await people.save([
      {
        id: directoryId,
        workdays: [...workingWeek],
        checkins: true,
        reach: 'none',
        // Whoever moves takes along what they set themselves, such as that they stopped check-ins, but no rights.
        ...before,
        directoryId,
        name,
        upn: upn.toLowerCase(),
        team,
        source: 'teams',
        access: ['medewerker'],
        removed: undefined,
        moved: undefined,
      },
    ]);
    // The old row goes last: when this breaks off, it stays, says that they left, and expires in time.
    if (before) await people.drop(before.team, before.id);
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
      const moment = clock();
      const welcoming = moment.add({ seconds: WELCOME_SECONDS }).toString();
      let first = false;
      const open = await people.change(person.team, person.id, (now) => {
        first = !now.welcomed && !(now.welcoming && isAhead(now.welcoming, moment));
        const same = now.reach === 'open' && !first && sameAddress(now.address, address);
        return same ? now : { ...now, reach: 'open', address, ...(first ? { welcoming } : {}) };
      });
      if (!open) return { kind: 'stranger' };
      return { kind: first ? 'welcome' : 'known', person: open };
    },
    greeted: async ({ team, id }, sent) => {
      await people.change(team, id, ({ welcoming: _welcoming, ...now }) =>
        sent ? { ...now, welcomed: true } : now,
      );
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
    teamAdded: async (teamsTeamId, name, addedBy, roster) => {
      const { teams } = await settings.read();
      const team = teams.find((team) => isSameTeam(team.name, name))?.key;
      if (!team) return 'unknown';
      if (!addedBy || !(await mayLink(team, addedBy))) return 'not allowed';
      const before = await people.linkedTeam(teamsTeamId);
      if (!(await people.linkTeam(teamsTeamId, team))) return 'taken';
      if (before !== team) await audit.record(addedBy, 'team in Teams gekoppeld', team);
      for (const member of await roster()) await join(team, member);
      return 'linked';
    },
    teamRemoved: (teamsTeamId) => people.unlinkTeam(teamsTeamId),
    membersJoined: async (teamsTeamId, members) => {
      const [team, { teams }] = await Promise.all([people.linkedTeam(teamsTeamId), settings.read()]);
      if (!team || !teams.some(({ key }) => key === team)) return;
      for (const member of members) await join(team, member);
    },
    membersLeft: async (teamsTeamId, directoryIds) => {
      const team = await people.linkedTeam(teamsTeamId);
      if (!team) return;
      for (const directoryId of directoryIds) {
        const person = await people.find(directoryId);
        if (person?.team !== team) continue;
        // Duties end first: when this breaks off, Teams tells again, and finds somebody who is still here.
        await endDuties({ settings, audit }, BY_ITSELF, [person.upn]);
        await people.change(team, person.id, (now) =>
          now.removed ? now : { ...now, removed: today(clock()).toString() },
        );
      }
    },
  };
}
