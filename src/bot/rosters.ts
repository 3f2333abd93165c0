import { Temporal } from 'temporal-polyfill';
import { today } from '../calendar/clock.ts';
import { isBetween } from '../calendar/hours.ts';
import type { Job } from '../delivery/jobs.ts';
import { forEach } from '../lib/for-each.ts';
import { BY_ITSELF } from '../people/actors.ts';
import { agreeWithRoster, type RosterTools } from '../people/roster.ts';
import type { RosterMember } from '../people/roster-member.ts';
import type { TeamLink } from '../people/tables.ts';
import type { TeamNews } from '../people/team-news.ts';
import type { Lane } from './limiter.ts';
import { outcomeOf } from './refusal.ts';
import { withRetries } from './retry.ts';
import { type Account, attemptIn, type Place, type Wire } from './wire.ts';

export interface RostersTools extends Omit<RosterTools, 'memberOf'> {
  wire: Wire;
  /** Tells the administrators that the link of a team ended. */
  tellUnlinked(news: TeamNews): Promise<void>;
}

/** Reads rosters of linked teams in Teams and makes our teams agree with them. */
export interface Rosters {
  /** Reads what is left to be read of a team. Throws when that breaks off: the clock goes on with it then. */
  look(teamsTeamId: string, lane: Lane): Promise<void>;
  /** Somebody in the roster of a conversation; undefined when they are not, or have no account. */
  lookUp(of: Place, user: string): Promise<RosterMember | undefined>;
  /** Finishes what broke off, and reads every roster once a night: an event may have been missed. */
  job: Job;
}

/** What an event left to be read is read by that event first. */
const EVENTS_SECONDS = 60;
/** For so long the clock leaves a roster alone that could not be read: most often nothing has changed by then. */
const PAUSE_MINUTES = 5;
/** From when on the night's reading may begin. */
const NIGHT = ['02:00', '24:00'] as const;

/** The largest team in Teams has fewer pages, also when Teams gives few members at once. */
const MOST_PAGES = 1_000;

const isKnown = (account: Account): account is RosterMember => account.directoryId !== undefined;

/** Gives the rosters of one tenant. Of one team one reading goes on at a time, and what comes meanwhile shares the next. */
export function createRosters({ wire, ...tools }: RostersTools): Rosters {
  const { teamLinks: links, settings, now: clock } = tools;

  async function lookUp(of: Place, user: string, lane: Lane = 'people'): Promise<RosterMember | undefined> {
    const account = await withRetries(() => wire.member(of, user, attemptIn(lane)));
    return account && isKnown(account) ? account : undefined;
  }

  const placeOf = ({ serviceUrl, teamsTeamId }: TeamLink): Place => ({
    serviceUrl,
    conversation: teamsTeamId,
  });

  /** Everybody who could be read, page by page, and what broke that off. */
  async function read(link: TeamLink, lane: Lane): Promise<{ accounts: Account[]; failure?: unknown }> {
    const read: Account[] = [];
    const pages = new Set<string>();
    let page: string | undefined;
    try {
      do {
        const from = page;
        const { accounts, next } = await withRetries(() =>
          wire.members(placeOf(link), from, attemptIn(lane)),
        );
        read.push(...accounts);
        if (next !== undefined && (pages.has(next) || pages.size >= MOST_PAGES))
          throw new Error('a roster without end');
        if (next !== undefined) pages.add(next);
        page = next;
      } while (page !== undefined);
      return { accounts: read };
    } catch (failure) {
      return { accounts: read, failure };
    }
  }

  async function lookNow(teamsTeamId: string, lane: Lane): Promise<void> {
    const [link, { teams }] = await Promise.all([links.of(teamsTeamId), settings.read()]);
    if (!link || link.deleted !== undefined) return;
    if (!teams.some(({ key }) => key === link.team)) {
      // The team ended before this was read: who came or left is nobody's business any more.
      if (link.look) await links.change(teamsTeamId, ({ look: _look, ...now }) => now);
      return;
    }
    const { accounts, failure } = await read(link, lane);
    const complete = failure === undefined;
    if (!complete && outcomeOf(failure).kind === 'gone') {
      // The team or the bot in it is gone, and nobody told. Should the team come back, then it is linked again.
      await tools.audit.record(BY_ITSELF, 'team in Teams ontkoppeld', link.team);
      await links.change(teamsTeamId, ({ look: _look, ...now }) => ({
        ...now,
        deleted: today(clock()).toString(),
      }));
      const team = teams.find(({ key }) => key === link.team)?.name ?? link.team;
      await tools.tellUnlinked({ kind: 'unlinked', team, name: link.name });
      return;
    }
    const memberOf = (other: TeamLink, user: string) => lookUp(placeOf(other), user, lane);
    const users = accounts.map(({ user }) => user);
    await agreeWithRoster({ ...tools, memberOf }, link, {
      members: accounts.filter(isKnown),
      users,
      complete,
    });
    if (!complete) throw failure;
    // What came to be read meanwhile is left for the next reading.
    await links.change(teamsTeamId, ({ look, ...now }) =>
      look && look.at !== link.look?.at ? { ...now, look } : now,
    );
  }

  /** The reading of a team that goes on, and the one after that. */
  const running = new Map<string, { now: Promise<void>; next?: Promise<void> }>();

  async function look(teamsTeamId: string, lane: Lane): Promise<void> {
    const before = running.get(teamsTeamId);
    if (before?.next) return before.next;
    const after = before?.now.catch(() => {}) ?? Promise.resolve();
    const mine = after.then(() => {
      running.set(teamsTeamId, { now: mine });
      return lookNow(teamsTeamId, lane);
    });
    if (before) before.next = mine;
    else running.set(teamsTeamId, { now: mine });
    try {
      await mine;
    } finally {
      if (running.get(teamsTeamId)?.now === mine && !running.get(teamsTeamId)?.next)
        running.delete(teamsTeamId);
    }
  }

  /** Until when a roster that could not be read is left alone by the clock. */
  const paused = new Map<string, Temporal.Instant>();

  async function lookByClock(teamsTeamId: string, now: Temporal.Instant): Promise<void> {
    try {
      await look(teamsTeamId, 'round');
      paused.delete(teamsTeamId);
    } catch (error) {
      paused.set(teamsTeamId, now.add({ minutes: PAUSE_MINUTES }));
      throw error;
    }
  }

  return {
    look,
    lookUp,
    job: {
      name: 'rosters',
      when: 'always',
      everyMinutes: 1,
      run: async ({ now, once }) => {
        const isPaused = (id: string) => {
          const until = paused.get(id);
          return until !== undefined && Temporal.Instant.compare(now, until) < 0;
        };
        const all = (await links.all()).filter(
          ({ deleted, teamsTeamId }) => deleted === undefined && !isPaused(teamsTeamId),
        );
        const isWaiting = ({ look: left }: TeamLink) =>
          left !== undefined && now.subtract({ seconds: EVENTS_SECONDS }).toString() >= left.at;
        await forEach(all.filter(isWaiting), ({ teamsTeamId }) => lookByClock(teamsTeamId, now));
        if (!isBetween(now, NIGHT)) return;
        await forEach(all, ({ teamsTeamId }) =>
          once({ what: 'rosters', about: teamsTeamId, period: today(now).toString() }, () =>
            lookByClock(teamsTeamId, now),
          ),
        );
      },
    },
  };
}
