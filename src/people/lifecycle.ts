import { Temporal } from 'temporal-polyfill';
import { today } from '../calendar/clock.ts';
import { hasAccess } from './access.ts';
import { BY_ITSELF } from './actors.ts';
import type { Audit } from './audit.ts';
import { bind } from './binding.ts';
import type { Address, Person } from './person.ts';
import { isPresent, isSameTeam } from './person.ts';
import type { RosterMember } from './roster-member.ts';
import type { SettingsStore } from './settings.ts';
import type { Silence } from './silence.ts';
import type { PeopleStore } from './store.ts';
import type { TeamLink } from './tables.ts';
import type { TeamLinks } from './team-links.ts';
import { changedLink, type TeamChange, type TeamNews } from './team-news.ts';

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

/** A team in Teams to which the app was added. */
export interface TeamsTeam {
  id: string;
  name: string;
  serviceUrl: string;
  bot: string;
  /** The moment of the event, as Teams gives it. */
  at: string;
}

export interface LifecycleTools {
  people: PeopleStore;
  teamLinks: TeamLinks;
  settings: SettingsStore;
  silence: Silence;
  now(): Temporal.Instant;
  /** Directory ids of the first administrators. */
  administrators: readonly string[];
  audit: Audit;
}

export interface Lifecycle {
  /** The app was installed for a person, at that moment where it is known, or the event came again: reach is open from now on. */
  installed(
    directoryId: string,
    address: Address,
    lookUp: () => Promise<RosterMember | undefined>,
    at?: string,
  ): Promise<Installed>;
  /** A chat was opened with somebody who had none. */
  reachable(person: Pick<Person, 'team' | 'id'>, address: Address): Promise<void>;
  /** The welcome was sent, or failed: then the next event of an install tries again. */
  greeted(person: Person, sent: boolean): Promise<void>;
  /** The person removed the app at that moment. Of before their last install it changes nothing. */
  uninstalled(directoryId: string, at: string): Promise<void>;
  /** Somebody writes to us in their own chat: they can be reached there, also who had blocked or removed us. */
  returned(person: Person, address: Address): Promise<void>;
  /** Something could not be sent because the person blocked the bot. */
  blocked(person: Person): Promise<void>;
  /** That proved to be not about them. */
  unblocked(person: Person): Promise<void>;
  /**
   * Somebody added the app to a Teams team: links it to our team of that name, when they may, and leaves its roster to be
   * read. Anybody can make a Teams team of any name, and a linked one says who is in ours. `addedBy` is the directory id
   * of the verified activity.
   */
  teamAdded(team: TeamsTeam, addedBy: string | undefined): Promise<Linked>;
  /**
   * The app was removed from a Teams team, by the account of the event: the link ends, and nobody leaves our team by that.
   * Old news changes nothing. Gives what an administrator should know of it.
   */
  teamRemoved(teamsTeamId: string, at: string, removedBy?: string): Promise<TeamNews | undefined>;
  /**
   * Members of a linked team in Teams may have joined or left: leaves its roster to be read, and gives whether there is
   * one. Ids within Teams or the directory; `by` is the account of the event.
   */
  membersChanged(
    teamsTeamId: string,
    change: { joined: readonly string[]; left: readonly string[]; by?: string },
  ): Promise<boolean>;
  /** A linked team itself changed in Teams. Gives what an administrator should know of it; undefined when that is nothing new. */
  teamChanged(teamsTeamId: string, change: TeamChange): Promise<TeamNews | undefined>;
}

/** A welcome that is neither sent nor given up after this was left by a process that ended in between. */
const WELCOME_SECONDS = 60;

/** So many ids are told of one by one: with more, a row would not hold them all. */
const MOST_TOLD = 200;

/** What there is to read of a roster once more members joined or left, told at this moment. */
export function toLook(
  before: TeamLink['look'],
  { at, joined, left, by }: { at: string; joined: readonly string[]; left: readonly string[]; by?: string },
): TeamLink['look'] {
  const allJoined = [...new Set([...(before?.joined ?? []), ...joined])];
  const isMany = allJoined.length > MOST_TOLD;
  return {
    at,
    joined: isMany ? [] : allJoined,
    // Of those that are not told of, whoever was seen in the roster leaves all the same.
    left: [...new Set([...(before?.left ?? []), ...left])].slice(0, MOST_TOLD),
    whole: isMany || (before?.whole ?? false),
    // Of two who changed it before it was read, the log cannot tell which of them did what.
    by: before === undefined || before.by === by ? by : undefined,
  };
}

function sameAddress(a: Address | undefined, b: Address): boolean {
  return a !== undefined && JSON.stringify(a) === JSON.stringify(b);
}

/** Somebody who can be written to at an address from now on. */
function reachedAt({ unreached: _unreached, ...person }: Person, address: Address): Person {
  return { ...person, reach: 'open', address };
}

function isAhead(moment: string, now: Temporal.Instant): boolean {
  return Temporal.Instant.compare(Temporal.Instant.from(moment), now) > 0;
}

/** Keeps people right as the app is installed and removed and as members join and leave. Repeats change nothing. */
export function lifecycle({
  people,
  teamLinks: links,
  settings,
  silence,
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

  return {
    installed: async (directoryId, address, lookUp, at) => {
      let person = await people.find(directoryId);
      if (!person) {
        const member = await lookUp();
        person = member && member.directoryId === directoryId ? await bind(people, member) : undefined;
      }
      if (!person || !isPresent(person)) return { kind: 'stranger' };
      // Whoever erased themselves is not written to until they write first: a policy of the municipality may install the app.
      if (await silence.of(directoryId)) return { kind: 'stranger' };
      // Teams tells of one install twice, at the same moment: the row's ETag decides which of them welcomes.
      const moment = clock();
      const welcoming = moment.add({ seconds: WELCOME_SECONDS }).toString();
      let first = false;
      const open = await people.change(person.team, person.id, (now) => {
        first = !now.welcomed && !(now.welcoming && isAhead(now.welcoming, moment));
        const isNews =
          at !== undefined && !(now.installed && !isAhead(at, Temporal.Instant.from(now.installed)));
        const same = now.reach === 'open' && !first && !isNews && sameAddress(now.address, address);
        if (same) return now;
        return {
          ...reachedAt(now, address),
          ...(isNews ? { installed: at } : {}),
          ...(first ? { welcoming } : {}),
        };
      });
      if (!open) return { kind: 'stranger' };
      return { kind: first ? 'welcome' : 'known', person: open };
    },
    reachable: async ({ team, id }, address) => {
      await people.change(team, id, (now) => (now.reach === 'none' ? reachedAt(now, address) : now));
    },
    greeted: async ({ team, id }, sent) => {
      await people.change(team, id, ({ welcoming: _welcoming, ...now }) =>
        sent ? { ...now, welcomed: true } : now,
      );
    },
    uninstalled: async (directoryId, at) => {
      const person = await people.find(directoryId);
      if (!person) return;
      await people.change(person.team, person.id, (now) => {
        const isOld = now.installed !== undefined && isAhead(now.installed, Temporal.Instant.from(at));
        return isOld || now.reach === 'blocked' ? now : { ...now, reach: 'blocked' };
      });
    },
    returned: async (person, address) => {
      if (person.reach === 'open' && sameAddress(person.address, address)) return;
      if (person.reach !== 'open') await silence.end(person.directoryId ?? '');
      await people.change(person.team, person.id, (now) => reachedAt(now, address));
    },
    blocked: async (person) => {
      await people.change(person.team, person.id, (now) =>
        now.reach === 'blocked' ? now : { ...now, reach: 'blocked' },
      );
    },
    unblocked: async ({ team, id }) => {
      await people.change(team, id, (now) => (now.reach === 'blocked' ? { ...now, reach: 'open' } : now));
    },
    teamAdded: async ({ id, name, serviceUrl, bot, at }, addedBy) => {
      const { teams } = await settings.read();
      const team = teams.find((team) => isSameTeam(team.name, name))?.key;
      if (!team) return 'unknown';
      if (!addedBy || !(await mayLink(team, addedBy))) return 'not allowed';
      const all = await links.all();
      const before = all.find((one) => one.teamsTeamId === id);
      if (all.some((one) => one.team === team && one.teamsTeamId !== id && one.deleted === undefined))
        return 'taken';
      if (before?.team !== team || before.deleted !== undefined)
        await audit.record(addedBy, 'team in Teams gekoppeld', team);
      const look = { at: clock().toString(), joined: [], left: [], whole: true, by: addedBy };
      const link = { team, teamsTeamId: id, name, serviceUrl, bot, since: at, look };
      return (await links.link(link)) ? 'linked' : 'taken';
    },
    teamRemoved: async (teamsTeamId, at, removedBy = BY_ITSELF) => {
      const link = await links.of(teamsTeamId);
      // With a team that is deleted the bot goes too: should the team come back, then it is linked again.
      if (!link || link.deleted !== undefined) return undefined;
      if (isAhead(link.since, Temporal.Instant.from(at))) return undefined;
      const { teams } = await settings.read();
      await audit.record(removedBy, 'team in Teams ontkoppeld', link.team);
      await links.unlink(teamsTeamId);
      return {
        kind: 'unlinked',
        team: teams.find(({ key }) => key === link.team)?.name ?? link.team,
        name: link.name,
      };
    },
    membersChanged: async (teamsTeamId, { joined, left, by }) => {
      const at = clock().toString();
      const { teams } = await settings.read();
      // Nobody reads the roster of a team that ended: who came or left there is not kept.
      const isOurs = ({ team }: { team: string }) => teams.some(({ key }) => key === team);
      const link = await links.change(teamsTeamId, ({ look, ...now }) => ({
        ...now,
        look: isOurs(now) ? toLook(look, { at, joined, left, by }) : undefined,
      }));
      return link !== undefined && link.deleted === undefined && isOurs(link);
    },
    teamChanged: async (teamsTeamId, change) => {
      const { teams } = await settings.read();
      let news: TeamNews | undefined;
      const all = await links.all();
      await links.change(teamsTeamId, (link) => {
        const team = teams.find(({ key }) => key === link.team);
        const next = team && changedLink(link, change, all, today(clock()).toString(), clock().toString());
        news = team && next ? { kind: next.kind, team: team.name, name: next.link.name } : undefined;
        return next?.link ?? link;
      });
      // Our team belongs to another one by now: the old link is of no use any more.
      if (news?.kind === 'taken') await links.unlink(teamsTeamId);
      return news;
    },
  };
}
