import type { Temporal } from 'temporal-polyfill';
import { today } from '../../calendar/clock.ts';
import { nextWindow, type Window, windowAt } from '../../calendar/schedule.ts';
import { planOccurrence } from '../../delivery/planner.ts';
import type { Round } from '../../delivery/round.ts';
import { deliveryStore, occurrenceKey } from '../../delivery/store.ts';
import { consentGiven, type Settings, type Team } from '../../people/municipality.ts';
import { reachCount } from '../../people/reach.ts';
import type { Services } from '../module.ts';
import type { CheckinOpened } from './open.ts';
import { checkinRounds, NOW_ROUND } from './rounds.ts';

export type SendingTools = Pick<
  Services,
  'storage' | 'tenant' | 'people' | 'audit' | 'pseudonymise' | 'now' | 'settings'
> &
  Pick<CheckinOpened, 'store'>;

/** What sending the cards of a team now would come to. */
export type SendingNow =
  | { kind: 'no consent' }
  /** No check-in is open; the next one opens then. */
  | { kind: 'closed'; opens: Temporal.Instant }
  /** Nobody in the team can be reached. */
  | { kind: 'nobody' }
  /** `reach`: how many are in the team, and how many of them can be reached, whether they want check-ins or not. */
  | {
      kind: 'open';
      window: Window;
      count: number;
      reach: { all: number; reached: number };
      isSentToday: boolean;
    };

function roundNow(rounds: readonly Round[]): Round {
  const round = rounds.find(({ name }) => name === NOW_ROUND);
  if (!round) throw new Error('the round is missing');
  return round;
}

/** The cards of the open check-in of a team, sent now to everybody who can be reached. */
export function sendingNow({
  storage,
  tenant,
  people,
  audit,
  pseudonymise,
  now: clock,
  settings,
  store,
}: SendingTools) {
  const delivery = deliveryStore(storage, tenant);
  // Nothing is sent from here: what the card says is made where it goes out.
  const rounds = checkinRounds(store, pseudonymise, delivery.sentBefore, async () => undefined);
  const round = roundNow(rounds);
  const planner = {
    store: delivery,
    rounds,
    readSettings: () => settings.read(),
    members: (key: string) => people.members(key),
  };
  const on = (team: Team, { period, closes }: Window, day: string) => ({
    round: round.name,
    team: team.key,
    period,
    day,
    until: closes,
  });

  /** What it would come to, at this moment. Nothing is sent or written. */
  async function look(team: Team, { municipality, teams }: Settings): Promise<SendingNow> {
    if (!consentGiven(municipality)) return { kind: 'no consent' };
    const now = clock();
    const window = windowAt(team.schedule, now);
    if (!window) return { kind: 'closed', opens: nextWindow(team.schedule, now).opens };
    const members = await people.members(team.key);
    const count = round.recipients({ team, teams, municipality, now }, members, new Set()).length;
    if (count === 0) return { kind: 'nobody' };
    const day = today(now).toString();
    const isSentToday = (await delivery.occurrencesOf(day)).has(occurrenceKey(on(team, window, day)));
    return { kind: 'open', window, count, reach: reachCount(members), isSentToday };
  }

  /**
   * Puts the cards in the queue, once that is in the log. Gives how many; undefined when they were sent so today and `again` is not
   * asked.
   */
  async function send(
    team: Team,
    { municipality, teams }: Settings,
    window: Window,
    { who, again }: { who: string; again: boolean },
  ): Promise<number | undefined> {
    const now = clock();
    const day = today(now).toString();
    const context = { team, teams, municipality, now };
    const plan = (of: string) => planOccurrence(planner, round, on(team, window, of), context);
    const isSent = (await delivery.occurrencesOf(day)).has(occurrenceKey(on(team, window, day)));
    if (isSent && !again) return undefined;
    await audit.record(who, 'checkin nu', team.key);
    // The first of a day is the occurrence of that day, which there is once; each one after it is its own.
    const first = await plan(day);
    return first ?? (again ? plan(`${day}T${now.toString().slice(11, 23)}`) : undefined);
  }

  return { look, send };
}
