import { today } from '../../../calendar/clock.ts';
import { notice, unknownPerson } from '../../../conversation/cards/notice.ts';
import type { Message } from '../../../conversation/message.ts';
import type { Turn } from '../../../conversation/turn.ts';
import { weeksBetweenFeedback } from '../../../people/municipality.ts';
import { choosingCard, meant } from '../cards/choosing.ts';
import type { Group } from '../groups/group.ts';
import { seenGroup } from '../groups/rights.ts';
import { type Seated, seated } from '../groups/seated.ts';
import { readableByTeam } from '../signals/in-its-week.ts';
import type { SignalReads } from '../signals/store.ts';
import { reportCard } from './cards.ts';
import { isHere } from './channel.ts';
import { howToLink } from './channel-cards.ts';
import { reportOf } from './rules.ts';

export interface AskTools {
  groups: SignalReads;
}

const noTeam = notice(
  'team',
  'Je team staat nog niet in Kompas',
  'Vraag je beheerder om je team toe te voegen. Daarna lees je hier wat er met signalen is gedaan.',
);
const otherTeam = notice(
  'team',
  'Dit is van een ander team',
  'Typ “terugkoppeling”, dan zie je die van je eigen team.',
);
const elsewhere = notice(
  'team',
  'Dit staat in het kanaal van je team',
  'Hier lezen misschien anderen mee. Typ “terugkoppeling” in het kanaal van je team, of in je eigen chat met mij.',
);

/** Said whether or not there is one: that one came today is told to nobody before tomorrow (trust:no-trace). */
const comesTomorrow = 'Een signaal van vandaag komt er morgen bij.';

/** The teams of which somebody may read the report here: in a channel only that of the team itself. */
function inReach(turn: Turn, { seat, settings }: Seated): Group[] {
  const teams = seat.sees.filter(({ kind }) => kind === 'team');
  if (turn.scope === 'personal') return teams;
  const here = new Set(settings.teams.filter((team) => isHere(team, turn)).map(({ key }) => key));
  return teams.filter(({ key }) => here.has(key));
}

/**
 * The teams that somebody means: those they named, otherwise their own and those they lead, otherwise all that are in
 * reach. Words behind the question that name no team at all are just words; undefined when they name a team out of reach.
 */
function wantedOf(reach: Group[], rest: string, { seat, settings }: Seated): Group[] | undefined {
  const nearest = reach.filter(
    ({ key }) => key === seat.own?.key || seat.leads.some((led) => led.key === key),
  );
  const named = rest ? meant(reach, rest) : [];
  if (rest && named.length === 0 && meant(settings.teams, rest).length > 0) return undefined;
  return [named, nearest, reach].find((list) => list.length > 0) ?? [];
}

/** "Wat is ermee gedaan?", for who asks now. */
export function asking({ groups }: AskTools) {
  async function card(turn: Turn, group: Group, { seat, settings }: Seated): Promise<Message> {
    const { municipality, teams } = settings;
    const weeks = weeksBetweenFeedback(municipality);
    const day = today(turn.now);
    const { signals } = await groups.content(group);
    const leads = seat.leads.some(({ key }) => key === group.key);
    const linked = teams.some((team) => team.key === group.key && team.channel !== undefined);
    return reportCard(reportOf(readableByTeam(signals, day.toString()), day.subtract({ weeks }).toString()), {
      team: group,
      weeks,
      day: day.toString(),
      closures: new Set(municipality.closures),
      small: [comesTomorrow, leads && !linked ? howToLink : ''].filter(Boolean).join(' '),
    });
  }

  return {
    /** `terugkoppeling`, with or without the name of a team. */
    typed: async (turn: Turn, rest: string): Promise<Message> => {
      const found = await seated(turn);
      if (!found) return unknownPerson;
      if (!found.seat.sees.some(({ kind }) => kind === 'team')) return noTeam;
      const reach = inReach(turn, found);
      if (reach.length === 0) return elsewhere;
      const wanted = wantedOf(reach, rest, found);
      if (!wanted) return otherTeam;
      const [first] = wanted;
      if (wanted.length === 1 && first) return card(turn, first, found);
      return choosingCard(
        'Van welk team?',
        wanted.map(({ key, name }) => ({ name, data: { team: key } })),
        { verb: 'feedback.show', title: 'Bekijk' },
      );
    },

    /** The report of the team with this key. */
    show: async (turn: Turn, key: string): Promise<Message> => {
      const found = await seated(turn);
      if (!found) return unknownPerson;
      const group = seenGroup(found.seat, { kind: 'team', key });
      return group ? card(turn, group, found) : otherTeam;
    },
  };
}
