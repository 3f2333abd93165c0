import type { Temporal } from 'temporal-polyfill';
import { today } from '../../../calendar/clock.ts';
import { windowOf } from '../../../calendar/schedule.ts';
import { mondayOf, periodOf, previousPeriods } from '../../../calendar/weeks.ts';
import type { JobContext } from '../../../delivery/jobs.ts';
import type { Settings, Team } from '../../../people/municipality.ts';
import { isPlaced, isPresent, oncePerAccount, type Person, respondents } from '../../../people/person.ts';
import type { Services } from '../../module.ts';
import { departmentsOf, municipalityGroup, teamGroup } from '../groups/group.ts';
import type { GroupPlace } from '../groups/place.ts';
import type { GroupReads } from '../groups/rows.ts';
import type { Signal } from '../signals/signal.ts';
import type { SignalStore } from '../signals/store.ts';
import { foundIn, newIn } from './found-signals.ts';
import { type ChildGroup, parentOf, partOf } from './parents.ts';
import { type Answered, pictureOf, withoutEverybody } from './rules.ts';
import type { Snapshot } from './snapshot.ts';
import type { SnapshotStore } from './store.ts';

/** What is published of groups, and the signals that it tells. */
type PublishedGroups = GroupReads<{ snapshots: Snapshot[]; signals: Signal[] }> &
  SnapshotStore &
  Pick<SignalStore, 'addSignal'>;

/** What pictures are made of. */
export interface SnapshotSources extends Pick<Services, 'pseudonymise'> {
  groups: PublishedGroups;
  /** What was answered in a team's period, by pseudonym. */
  scored(team: string, period: string): Promise<ReadonlyMap<string, Answered>>;
}

/** What came of a team's window: the answers that count, and how many people could have answered. */
interface GroupAnswers {
  answers: readonly Answered[];
  members: number;
}

/** When nothing ran for a while, windows of up to this many weeks back still get their picture. */
const WEEKS_BACK = 3;

/** The longest time between two windows of a team. */
const SEEN_WEEKS = 4;

/** The periods, oldest first, whose windows have closed: every window closes at the same moment of its week. */
function closedPeriods(teams: readonly Team[], now: Temporal.Instant): string[] {
  const day = today(now);
  const thisWeek = periodOf(day);
  return [...previousPeriods(thisWeek, WEEKS_BACK, 1), thisWeek].filter((period) => {
    const windows = teams.flatMap(({ schedule }) => windowOf(schedule, period) ?? []);
    return (
      windows.length > 0 && windows.every(({ closes }) => closes.epochMilliseconds <= now.epochMilliseconds)
    );
  });
}

/**
 * Makes the pictures of every window that closed: of each team, then of what lies above it, once
 * (trust:fewest-six). May run twice and on two instances: what was published first stays, and everything
 * above it is made of that.
 */
export async function makeSnapshots(
  tools: SnapshotSources,
  { now, settings: read, everybody, once }: Pick<JobContext, 'now' | 'settings' | 'everybody' | 'once'>,
): Promise<void> {
  const settings = await read();
  const periods = closedPeriods(settings.teams, now);
  for (const period of periods)
    await once({ what: 'snapshots', about: 'all', period }, async () => {
      const given = await answersByTeam(tools, settings, await everybody(), period);
      const anybody = [...given.values()].some(({ answers }) => answers.length > 0);
      if (anybody || (await wasShownBefore(tools.groups, period)))
        await makePeriod(tools.groups, settings, given, period, today(now).toString());
    });
}

/**
 * Whether there was anything to show in the weeks before. If not, a week without answers gets no picture: it may be
 * from before Kompas was used here.
 */
async function wasShownBefore(groups: PublishedGroups, period: string): Promise<boolean> {
  const weeks = await Promise.all(
    previousPeriods(period, SEEN_WEEKS, 1).map((week) => groups.overview(week)),
  );
  return weeks.some((week) => week.size > 0);
}

/** What counts in a period, of each team that has a window in it and somebody who could answer. */
async function answersByTeam(
  tools: SnapshotSources,
  { teams }: Settings,
  everybody: readonly Person[],
  period: string,
): Promise<Map<string, GroupAnswers>> {
  const people = Map.groupBy(oncePerAccount(everybody), ({ team }) => team);
  const given = new Map<string, GroupAnswers>();
  for (const team of teams) {
    const members = people.get(team.key) ?? [];
    if (members.some(isPresent) && windowOf(team.schedule, period))
      given.set(team.key, await givenIn(tools, team, period, members));
  }
  return given;
}

async function makePeriod(
  groups: PublishedGroups,
  settings: Settings,
  given: ReadonlyMap<string, GroupAnswers>,
  period: string,
  day: string,
): Promise<void> {
  const teams = settings.teams.filter(({ key }) => given.has(key));
  const parts = new Map<string, ChildGroup>();
  for (const team of teams) {
    const { answers, members } = given.get(team.key) ?? { answers: [], members: 0 };
    const place = teamGroup(team);
    const made = pictureOf(answers);
    const told = made && withoutEverybody(made, members);
    const { picture } = await groups.publish(place, { period, picture: told, members });
    parts.set(team.key, partOf(team.key, picture, answers));
    await addSignals(groups, place, period, day);
  }

  const of = (list: readonly Team[]) => list.flatMap(({ key }) => parts.get(key) ?? []);
  const inDepartments: ChildGroup[] = [];
  for (const department of departmentsOf({ ...settings, teams })) {
    const { part, ...made } = parentOf(of(department.teams));
    const { picture } = await groups.publish(department, { period, ...made });
    inDepartments.push({ ...part, isTold: picture !== undefined });
  }
  const { picture, teams: madeOf } = parentOf([
    ...inDepartments,
    ...of(teams.filter(({ department }) => !department)),
  ]);
  await groups.publish(municipalityGroup(settings), { period, picture, teams: madeOf });
}

/**
 * The answers that count: those of who is in the team now and does not lead it. Somebody who moved counts in the team
 * they are in, so that nobody is twice in what lies above.
 */
async function givenIn(
  { scored, pseudonymise }: SnapshotSources,
  team: Team,
  period: string,
  members: readonly Person[],
): Promise<GroupAnswers> {
  const given = await scored(team.key, period);
  // Who leads a team in Teams may take anybody out of it: whoever left by that alone in the week counts as they did, or those
  // who are left would be so few that a picture tells that each of them answered (trust:fewest-six).
  const monday = mondayOf(period).toString();
  const counting = respondents(
    team,
    members.map((one) =>
      isPlaced(one) && one.source === 'teams' && (one.removed ?? '') >= monday
        ? { ...one, removed: undefined }
        : one,
    ),
  );
  return {
    answers: counting.flatMap(({ directoryId }) => {
      const answer = directoryId && given.get(pseudonymise(team.key, directoryId, 'answer'));
      return answer ? [answer] : [];
    }),
    members: counting.length,
  };
}

/** Adds what the newest picture tells. The same picture gives the same ids, so that a repeat adds nothing. */
async function addSignals(
  groups: PublishedGroups,
  place: GroupPlace,
  period: string,
  day: string,
): Promise<void> {
  const { snapshots, signals } = await groups.content(place);
  const upTo = snapshots.filter((snapshot) => snapshot.period <= period);
  for (const { source, theme } of newIn(foundIn(upTo), signals))
    await groups.addSignal(place, {
      id: [period, source, theme].filter(Boolean).join('-'),
      source,
      theme,
      state: 'received',
      day,
      moved: day,
      words: {},
    });
}
