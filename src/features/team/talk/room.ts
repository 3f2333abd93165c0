import { createHash } from 'node:crypto';
import { today } from '../../../calendar/clock.ts';
import { notice, unknownPerson, withTyped } from '../../../conversation/cards/notice.ts';
import type { Message } from '../../../conversation/message.ts';
import type { Turn } from '../../../conversation/turn.ts';
import { assignedCard, toldAtOnce, unreachedWords } from '../../../people/assigned.ts';
import type { Settings, Team } from '../../../people/municipality.ts';
import { channelOf, isPresent, type Person } from '../../../people/person.ts';
import type { Tools } from '../../module.ts';
import { type Posting, type PostTools, postOnce } from '../groups/channel-posts.ts';
import { type Group, teamGroup } from '../groups/group.ts';
import { seatOf } from '../groups/rights.ts';
import { assignedOf } from './assigned.ts';
import type { NamesById } from './cards.ts';
import type { TalkPoint } from './point.ts';
import type { Colleague } from './rules.ts';
import type { PointReads, PointStore } from './store.ts';

export interface RoomTools extends PostTools, Pick<Tools, 'everybody'> {
  groups: PointReads & PointStore;
}

/** A team as somebody who belongs to it finds it. */
export interface Room {
  group: Group;
  team: Team;
  points: TalkPoint[];
  people: readonly Person[];
  /** Who may take on a point: who works in the team or leads it. */
  colleagues: Colleague[];
  names: NamesById;
  /** ISO date. */
  day: string;
}

const notYours = notice(
  'team',
  'Dit is van een ander team',
  'Er is niets veranderd. Alleen wie in dat team werkt of het leidt, kan hier iets mee.',
);
const noTeam = notice(
  'team',
  'Je team staat nog niet in Kompas',
  'Vraag je beheerder om je team toe te voegen. Daarna kunnen jullie een teamgesprek houden.',
);

const postingWords: Record<Posting, string> = {
  sent: 'Bewaard, en in het kanaal gezet.',
  failed: 'Bewaard. In het kanaal zetten lukte niet: vertel het je team zelf.',
  unsure: 'Bewaard. Ik weet nog niet of het in het kanaal staat. Kijk daar zo even.',
  before: 'Bewaard.',
};

/** The beginnings of what was typed, to give back. */
const beginnings = (typed: readonly string[]): string[] =>
  typed.filter((one) => one.trim() !== '').map((one) => [...one].slice(0, 300).join(''));

/** The teams that somebody belongs to, their own first, then those they lead. */
export function teamsOf(person: Person, settings: Settings): Team[] {
  const { own, leads } = seatOf(person, settings);
  const keys = new Set([...(own ? [own] : []), ...leads].map(({ key }) => key));
  return [...keys].flatMap((key) => settings.teams.find((team) => team.key === key) ?? []);
}

/** Who belongs to a team: who works in it or leads it, and still works here. */
export const insideOf = (
  { key, managers }: Pick<Team, 'key' | 'managers'>,
  people: readonly Person[],
): Person[] => people.filter((one) => isPresent(one) && (one.team === key || managers?.includes(one.upn)));

/** True in the team's channel; in any channel or group chat while none was chosen. */
export function isAtHome({ scope, address }: Turn, { channel }: Team): boolean {
  if (scope === 'personal') return false;
  return !channel || channelOf(channel.conversation) === channelOf(address.conversation);
}

/** Opens rooms for who belongs there (trust:rights-on-verified-id). */
export function rooms(tools: RoomTools) {
  const { groups, everybody } = tools;

  async function roomOf(turn: Turn, team: Team): Promise<Room> {
    const group = teamGroup(team);
    const [{ points }, all] = await Promise.all([groups.content(group), everybody()]);
    const colleagues = insideOf(team, all)
      .map(({ id, directoryId, name, upn }) => ({ id, directoryId, name, upn }))
      .sort((a, b) => a.name.localeCompare(b.name, 'nl'));
    const names = new Map(
      colleagues.flatMap(({ directoryId, name }) => (directoryId ? [[directoryId, name]] : [])),
    );
    return { group, team, points, people: all, colleagues, names, day: today(turn.now).toString() };
  }

  return {
    /** The teams of who is here; a message for somebody who has none. */
    async mine(turn: Turn): Promise<{ teams: Team[] } | { message: Message }> {
      const [me, settings] = await Promise.all([turn.person(), turn.settings()]);
      if (!me) return { message: unknownPerson };
      const teams = teamsOf(me, settings);
      return teams.length > 0 ? { teams } : { message: noTeam };
    },

    /** Runs `then` in the team's room, if this person belongs there. They get back what they `typed` if not. */
    async inRoom<R = Message>(
      turn: Turn,
      key: string,
      then: (room: Room) => Promise<R>,
      typed: readonly string[] = [],
    ): Promise<R | Message> {
      const [me, settings] = await Promise.all([turn.person(), turn.settings()]);
      if (!me) return withTyped(unknownPerson, beginnings(typed));
      const team = teamsOf(me, settings).find((one) => one.key === key);
      return team ? then(await roomOf(turn, team)) : withTyped(notYours, beginnings(typed));
    },

    /**
     * Lets somebody know that a point is theirs from now on: at once when it is due today, and otherwise by the clock. Gives
     * whether they can be told at all.
     */
    async handOver(turn: Turn, { group, people }: Room, point: TalkPoint): Promise<boolean> {
      const { id, owner, due } = point;
      if (owner === undefined) return true;
      const { municipality } = await turn.settings();
      const told = await toldAtOnce(
        { owner, due },
        turn.directoryId,
        (day) => assignedCard([assignedOf(groups, group, { ...point, owner })], [], day),
        { people, now: turn.now, closures: new Set(municipality.closures), send: tools.send },
      );
      if (told !== point.told || point.askedFor !== undefined)
        await groups.changePoint(group, id, (now) => ({ ...now, told, askedFor: undefined }));
      return unreachedWords(owner, turn.directoryId, people) === '';
    },

    /**
     * Posts today's outcome of a talk where the team reads it, the same outcome once. Gives what to tell this person
     * about that, and whether anything was posted. Only the chosen channel is the team's: who reads along in the
     * conversation where somebody taps is not known.
     */
    async post(
      turn: Turn,
      { team, day }: Room,
      message: Message,
    ): Promise<{ words: string; isNew: boolean }> {
      if (!team.channel)
        return {
          words: 'Bewaard. Jullie team heeft nog geen kanaal: vertel het je team zelf.',
          isNew: false,
        };
      const { serviceUrl, conversation, bot } = turn.address;
      const to = isAtHome(turn, team) ? { serviceUrl, conversation, bot } : team.channel;
      const outcome = createHash('sha256').update(JSON.stringify(message)).digest('hex').slice(0, 16);
      const posting = await postOnce(
        tools,
        { what: 'talk-outcome', about: team.key, period: `${day} ${outcome}` },
        { to: { ...to, user: '' }, message },
      );
      return { words: postingWords[posting], isNew: posting !== 'before' };
    },
  };
}
