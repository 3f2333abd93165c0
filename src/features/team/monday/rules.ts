import { Temporal } from 'temporal-polyfill';
import { firstWorkingDay } from '../../../calendar/availability.ts';
import { at, today } from '../../../calendar/clock.ts';
import { newestClosed, windowOf } from '../../../calendar/schedule.ts';
import { mondayOf } from '../../../calendar/weeks.ts';
import type { Municipality, Team } from '../../../people/municipality.ts';
import { chatWith, type Person } from '../../../people/person.ts';
import type { Group } from '../groups/group.ts';
import { seatOf } from '../groups/rights.ts';

/** Local times between which people are written to. */
const [FROM, UNTIL] = ['09:00', '16:00'];
/** Monday to Friday of the week after the window. */
const DAYS = 5;

/** Today's part of the round about the window that closed last. */
export interface PictureDay {
  period: string;
  day: Temporal.PlainDate;
  /** Today and the days after it on which the round still goes out. */
  days: readonly Temporal.PlainDate[];
  until: Temporal.Instant;
}

/**
 * The day of the round about the period that closed last: in the week after it, in office hours. Undefined at every other
 * moment. Every window closes on Friday, so whoever works on Monday hears then, and the others on their first working day.
 */
export function pictureDay(now: Temporal.Instant): PictureDay | undefined {
  const period = newestClosed(now);
  const monday = mondayOf(period).add({ weeks: 1 });
  const day = today(now);
  const days = Array.from({ length: DAYS }, (_, n) => monday.add({ days: n })).filter(
    (one) => Temporal.PlainDate.compare(one, day) >= 0,
  );
  const until = at(day, UNTIL);
  const isNow =
    days[0]?.equals(day) &&
    Temporal.Instant.compare(at(day, FROM), now) <= 0 &&
    Temporal.Instant.compare(now, until) < 0;
  return isNow ? { period, day, days, until } : undefined;
}

/** True for a team that had a check-in in the period. */
const hadWindow = (period: string) => (team: Team) => windowOf(team.schedule, period) !== undefined;

/** True when somebody in this team may be told: it had a check-in, or somebody may lead another team that had. */
export function concerns(team: Team, teams: readonly Team[], period: string): boolean {
  const had = hadWindow(period);
  return had(team) || teams.some((other) => (other.managers?.length ?? 0) > 0 && had(other));
}

/** The teams of which somebody reads how they were: their own and those they lead, as far as these had a check-in. */
export function groupsOf(
  person: Person,
  { municipality, teams }: { municipality: Municipality; teams: readonly Team[] },
  period: string,
): { own?: Group; leads: readonly Group[] } {
  const asked = teams.filter(hadWindow(period));
  const { own, leads } = seatOf(person, { municipality, teams: asked, ended: [] });
  return { own, leads };
}

/**
 * Who is told today: whoever can be reached, did not stop check-ins, and has no earlier working day in this week on which
 * it can still come. Made once for a round.
 */
export function isToldToday({
  municipality,
  now,
}: {
  municipality: Municipality;
  now: Temporal.Instant;
}): (person: Person) => boolean {
  const found = pictureDay(now);
  if (!found) return () => false;
  const closures = new Set(municipality.closures);
  return (person) =>
    person.checkins &&
    person.directoryId !== undefined &&
    chatWith(person) !== undefined &&
    (firstWorkingDay(person, found.days, closures)?.equals(found.day) ?? false);
}
