import { createRosters } from '../../src/bot/rosters.ts';
import type { Wire } from '../../src/bot/wire.ts';
import { type Lifecycle, lifecycle } from '../../src/people/lifecycle.ts';
import type { RosterMember } from '../../src/people/roster-member.ts';
import type { RosterNews } from '../../src/people/roster-news.ts';
import type { Core } from '../support/core.ts';
import { account, type Town } from '../support/town.ts';

/** The administrator from the configuration. */
export const ADMINISTRATOR = account(90);

/** Somebody who is in every team: a team in Teams has at least one member. */
const owner: RosterMember = { user: '29:owner', directoryId: account(95), name: 'Eigenaar', guest: false };

/** Teams in Teams whose rosters a test fills, and what Teams tells of them. */
export interface TeamsTeams {
  life: Lifecycle;
  /** Who is in each, by its id. */
  rosters: Map<string, RosterMember[]>;
  /** What people were told of what rosters changed. */
  news: RosterNews[];
  /** Runs before a roster or somebody in it is read. */
  onRead: (teamsTeamId: string) => void;
  /** The app is added to a team with these members. */
  add(name: string, members?: readonly RosterMember[], by?: { by?: string; id?: string }): Promise<string>;
  /** Teams takes somebody in or out, and tells so. */
  joined(teamsTeamId: string, ...members: readonly RosterMember[]): Promise<void>;
  left(teamsTeamId: string, ...directoryIds: readonly string[]): Promise<void>;
  /** Teams tells of ids within Teams, whatever the roster says. */
  told(teamsTeamId: string, change: { joined?: string[]; left?: string[] }): Promise<void>;
  look(teamsTeamId: string): Promise<void>;
}

/** Makes them for a town. `core` may have parts of its own that fail. */
export function teamsTeams(town: Town, core: Core = town.core): TeamsTeams {
  const now = () => town.clock.now;
  const rosters = new Map<string, RosterMember[]>();
  const of = (id: string) => rosters.get(id) ?? [owner];
  const read = (id: string) => {
    here.onRead(id);
    return of(id);
  };
  const wire: Pick<Wire, 'member' | 'members'> = {
    member: async ({ conversation }, user) =>
      read(conversation).find((one) => one.user === user || one.directoryId === user),
    members: async ({ conversation }) => ({ accounts: read(conversation) }),
  };
  const life = lifecycle({ ...core, now, administrators: [ADMINISTRATOR] });
  const news: RosterNews[] = [];
  const reading = createRosters({
    ...core,
    now,
    wire: wire as Wire,
    tell: async (told) => {
      news.push(...told);
    },
    tellUnlinked: async () => {},
  });
  const look = (id: string) => reading.look(id, 'people');
  const here: TeamsTeams = {
    life,
    rosters,
    news,
    onRead: () => {},
    look,
    add: async (name, members = [], { by = ADMINISTRATOR, id = '19:t' } = {}) => {
      rosters.set(id, [owner, ...members]);
      const linked = await life.teamAdded(
        { id, name, serviceUrl: 'http://127.0.0.1:1', bot: '28:kompas', at: now().toString() },
        by,
      );
      if (linked === 'linked') await look(id);
      return linked;
    },
    told: async (id, { joined = [], left = [] }) => {
      if (await life.membersChanged(id, { joined, left })) await look(id);
    },
    joined: async (id, ...members) => {
      const ids = members.map(({ directoryId }) => directoryId);
      rosters.set(id, [...of(id).filter(({ directoryId }) => !ids.includes(directoryId)), ...members]);
      await here.told(id, { joined: members.map(({ user }) => user) });
    },
    left: async (id, ...ids) => {
      rosters.set(
        id,
        of(id).filter(({ directoryId }) => !ids.includes(directoryId)),
      );
      await here.told(id, { left: [...ids] });
    },
  };
  return here;
}
