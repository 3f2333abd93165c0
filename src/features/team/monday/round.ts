import type { Message } from '../../../conversation/message.ts';
import type { Prepared, Round } from '../../../delivery/round.ts';
import type { Person } from '../../../people/person.ts';
import type { Pseudonymise } from '../../../people/pseudonym.ts';
import { type Group, municipalityGroup } from '../groups/group.ts';
import { placeKey } from '../groups/place.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import type { SnapshotStore } from '../snapshot/store.ts';
import { type ShownTeam, teamCard, teamsCard } from './cards.ts';
import { concerns, groupsOf, isToldToday, pictureDay } from './rules.ts';

export const MONDAY_ROUND = 'team-monday';

/** The message for somebody with these teams, of which some may have nothing to show; undefined when none has. */
function messageFor(
  { own, leads }: ReturnType<typeof groupsOf>,
  pictures: ReadonlyMap<string, Snapshot>,
): Message | undefined {
  const groups = new Map([...(own ? [own] : []), ...leads].map((group) => [placeKey(group), group]));
  const shown = [...groups].flatMap(([key, group]): ShownTeam[] => {
    const picture = pictures.get(key)?.picture;
    return picture ? [{ group, picture }] : [];
  });
  const [only] = shown;
  if (!only) return undefined;
  const isLed = ({ key }: Group) => leads.some((led) => led.key === key);
  return shown.length > 1 ? teamsCard(shown) : teamCard(only, isLed(only.group));
}

/**
 * How the team was, for the team and who leads it, on the first working day after a window (docs/method.md step 5.5). It is
 * made of published snapshots alone, and the same for everybody in a team (trust:fewest-six). Of a team that shows nothing
 * nobody is told: a message that says so would ask for answers. That is written down as if it had been sent, so that it
 * is looked at once.
 */
export function mondayRound(groups: Pick<SnapshotStore, 'overview'>, pseudonymise: Pseudonymise): Round {
  const outcomeKey = ({ team, directoryId = '' }: Person) => pseudonymise(team, directoryId, 'round');
  return {
    name: MONDAY_ROUND,
    discreet: false,
    outcomeKey,
    due: ({ team, teams, now }) => {
      const found = pictureDay(now);
      if (!found || !concerns(team, teams, found.period)) return undefined;
      const { period, day, until } = found;
      return { round: MONDAY_ROUND, team: team.key, period, day: day.toString(), until };
    },
    recipients: (context, members, had) => {
      const period = pictureDay(context.now)?.period ?? '';
      const hasTeams = (person: Person) => {
        const { own, leads } = groupsOf(person, context, period);
        return own !== undefined || leads.length > 0;
      };
      return members
        .filter(isToldToday(context))
        .filter((person) => !had.has(outcomeKey(person)))
        .filter(hasTeams);
    },
    prepare: async (context, { period }) => {
      const pictures = await groups.overview(period);
      const told = isToldToday(context);
      // It is published last. As long as it is missing the others may be too, and the next working day makes up for it.
      const areMade = pictures.has(placeKey(municipalityGroup(context)));
      return (person): Prepared => {
        if (!told(person)) return { skip: 'not today' };
        if (!areMade) return { skip: 'no picture yet' };
        const message = messageFor(groupsOf(person, context, period), pictures);
        return message ? { message } : 'quiet';
      };
    },
  };
}
