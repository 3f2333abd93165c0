import { dutchDate, today } from '../../../calendar/clock.ts';
import { notice } from '../../../conversation/cards/notice.ts';
import type { Message } from '../../../conversation/message.ts';
import type { Turn } from '../../../conversation/turn.ts';
import { hasAccess } from '../../../people/access.ts';
import { type Team, weeksBetweenFeedback } from '../../../people/municipality.ts';
import { channelOf } from '../../../people/person.ts';
import type { Tools } from '../../module.ts';
import { choosingCard, meant } from '../cards/choosing.ts';
import { seatOf } from '../groups/rights.ts';
import { chosenCard, hereCard, questionCard, unlinkedCard } from './channel-cards.ts';
import { dueMonday } from './rules.ts';

export type ChannelTools = Pick<Tools, 'settings' | 'audit' | 'administrators'>;

export const notForYou = notice(
  'team',
  'Alleen wie het team leidt of een beheerder kan dit',
  'Er is niets veranderd. Vraag het je leidinggevende.',
);
export const onlyInChannel = notice(
  'team',
  'Dit doe je in het kanaal zelf',
  'Ga naar het kanaal van je team en typ daar: @Kompas teamkanaal. Weghalen kan ook hier: typ “teamkanaal weg”.',
);
const unknownTeam = notice(
  'team',
  'Dit team vind ik niet',
  'Er is niets veranderd. Het kan ook een team zijn dat jij niet leidt. Kijk of je de naam goed schreef.',
);
const noChannel = notice('team', 'Er is hier geen teamkanaal', 'Er is niets veranderd.');
const kept = notice('team', 'Er is niets veranderd', 'Alles is zoals het was.');

/** True when somebody speaks in the channel of this team. */
export function isHere({ channel }: Pick<Team, 'channel'>, turn: Turn): boolean {
  return (
    turn.scope === 'channel' &&
    channel !== undefined &&
    channelOf(channel.conversation) === channelOf(turn.address.conversation)
  );
}

/** The teams of which somebody may choose the channel, and every how many weeks a report comes. */
interface MayChoose {
  leads: Team[];
  /** All of them, those that they lead among them. */
  all: Team[];
  weeks: number;
}

/** Choosing the channel in which a team reads what was done: in that channel, by who leads the team. */
export function teamChannel({ settings, audit, administrators }: ChannelTools) {
  async function mayChoose(turn: Turn): Promise<MayChoose> {
    const [me, current] = await Promise.all([turn.person(), turn.settings()]);
    const led = new Set(me ? seatOf(me, current).leads.map(({ key }) => key) : []);
    const leads = current.teams.filter(({ key }) => led.has(key));
    const isBeheerder = hasAccess('beheerder', turn.directoryId, me, administrators);
    return {
      leads,
      all: isBeheerder ? current.teams : leads,
      weeks: weeksBetweenFeedback(current.municipality),
    };
  }

  /**
   * Written before the change itself. A channel that already is the team's is not chosen again, so after a break in
   * between nothing would write the entry. Two taps at the same moment give one entry.
   */
  const record = ({ directoryId, now }: Turn, what: string, { key }: Team) =>
    audit.record(directoryId, what, key, { at: now, name: `${what} ${key}` });

  /** Runs `then` on a team of which somebody may choose the channel. */
  async function inTeam(
    turn: Turn,
    key: string,
    then: (team: Team, weeks: number) => Message | Promise<Message>,
  ): Promise<Message> {
    const { all, weeks } = await mayChoose(turn);
    const team = all.find((one) => one.key === key);
    return team ? then(team, weeks) : notForYou;
  }

  const question = (turn: Turn, team: Team, weeks: number): Message =>
    isHere(team, turn)
      ? hereCard(team, weeks)
      : questionCard({ ...team, moves: team.channel !== undefined }, weeks);

  async function unlinked(turn: Turn, team: Team): Promise<Message> {
    if (!team.channel) return noChannel;
    await record(turn, 'teamkanaal weggehaald', team);
    await settings.changeTeam(team.key, ({ channel: _, ...rest }) => rest);
    return unlinkedCard(team);
  }

  const choose = (teams: readonly Team[], verb: string, title: string) =>
    choosingCard(
      'Welk team bedoel je?',
      teams.map(({ key, name }) => ({ name, data: { team: key } })),
      { verb, title },
    );

  /** `teamkanaal weg`: in the own chat somebody sees first which team it is about. */
  function typedOff(turn: Turn, name: string, all: readonly Team[]): Message | Promise<Message> {
    const linked = all.filter((team) => (turn.scope === 'personal' ? team.channel : isHere(team, turn)));
    const found = meant(linked, name);
    const [first] = found;
    if (!first) return noChannel;
    return found.length === 1 && turn.scope === 'channel'
      ? unlinked(turn, first)
      : choose(found, 'feedback.unlink', 'Haal weg');
  }

  /** `teamkanaal` in a channel: the team whose channel it is, the team that is named, or those that somebody leads. */
  function typedOn(turn: Turn, name: string, { leads, all, weeks }: MayChoose): Message {
    const here = name ? [] : all.filter((team) => isHere(team, turn));
    const found = here.length > 0 ? here : name || leads.length === 0 ? meant(all, name) : leads;
    const [first] = found;
    if (!first) return unknownTeam;
    return found.length === 1 ? question(turn, first, weeks) : choose(found, 'feedback.ask', 'Kies');
  }

  return {
    /** `teamkanaal`, `teamkanaal weg`, each with or without the name of a team. */
    typed: async (turn: Turn, rest: string): Promise<Message> => {
      const may = await mayChoose(turn);
      if (may.all.length === 0) return notForYou;
      const [, off, name = ''] = /^(weg\b)?\s*(.*)$/is.exec(rest) ?? [];
      if (off) return typedOff(turn, name, may.all);
      return turn.scope === 'channel' ? typedOn(turn, name, may) : onlyInChannel;
    },
    ask: (turn: Turn, key: string) => inTeam(turn, key, (team, weeks) => question(turn, team, weeks)),
    link: (turn: Turn, key: string) =>
      inTeam(turn, key, async (team, weeks) => {
        if (isHere(team, turn)) return hereCard(team, weeks);
        const { serviceUrl, conversation, bot } = turn.address;
        const channel = { serviceUrl, conversation: channelOf(conversation), bot };
        await record(turn, team.channel ? 'teamkanaal verplaatst' : 'teamkanaal gekozen', team);
        await settings.changeTeam(team.key, (now) => ({ ...now, channel }));
        const next = dueMonday(today(turn.now), weeks).add({ weeks });
        return chosenCard(team, dutchDate(next, { weekday: true }));
      }),
    unlink: (turn: Turn, key: string) => inTeam(turn, key, (team) => unlinked(turn, team)),
    keep: async (): Promise<Message> => kept,
  };
}
