import { dutchMoment, dutchTime } from '../../calendar/clock.ts';
import { asChosen, nextWindow, type Schedule, scheduleProblem, windowAt } from '../../calendar/schedule.ts';
import { type Weekday, weekdayNames, weekdays } from '../../calendar/weekdays.ts';
import { weeksInWords } from '../../calendar/weeks.ts';
import { choosingForm, chosenIn } from '../../conversation/choosing.ts';
import type { FormValues } from '../../conversation/form.ts';
import { manyOf } from '../../language/fitted.ts';
import { spellingOfWords } from '../../language/words.ts';
import type { Settings, Team } from '../municipality.ts';
import { type Person, teamKey } from '../person.ts';
import { knownUpns } from './known-upns.ts';
import { colleagues } from './named-people.ts';
import { tooLong, typedAs } from './problems.ts';
import type { Setting } from './setting.ts';

const LONGEST_DEPARTMENT = 80;
/** Nobody is written to late in the day; a card that opens then would never be sent. */
const [EARLIEST, LATEST] = ['07:00', '17:00'];

/** The rhythm with what was filled in in place of what stood there. */
function rhythmOf(now: Schedule, sent: FormValues): Schedule {
  const [weeks, day, time, anchor] = ['everyWeeks', 'day', 'time', 'anchor'].map((id) => typedAs(sent, id));
  return {
    ...now,
    everyWeeks: weeks ? Number(weeks) : now.everyWeeks,
    day: (day || now.day) as Weekday,
    time: time || now.time,
    anchor: anchor || now.anchor,
  } as Schedule;
}

function rhythmProblem(schedule: Schedule): string | undefined {
  const isLate = schedule.time < EARLIEST || schedule.time > LATEST;
  return scheduleProblem(schedule) ?? (isLate ? 'Kies een tijd van 07.00 tot en met 17.00 uur.' : undefined);
}

/** When the check-in of a team opens. */
export const rhythm: Setting<Team> = {
  key: 'ritme',
  title: 'Ritme',
  fields: ['schedule'],
  words: ({ schedule: { everyWeeks, day, time } }) =>
    `elke ${weeksInWords(everyWeeks)}, ${weekdayNames[day]} om ${dutchTime(time)} uur`,
  isSet: () => true,
  lead: 'Kies wanneer de check-in opent. Wie op die dag niet werkt, krijgt de kaart op de eerste werkdag daarna. De check-in sluit altijd vrijdag om 15.00 uur.',
  form: ({ schedule }, typed) => [
    {
      id: 'everyWeeks',
      kind: 'one',
      label: 'Hoe vaak?',
      value: typed?.everyWeeks ?? `${schedule.everyWeeks}`,
      required: true,
      choices: ['1', '2', '4'].map((weeks) => ({
        value: weeks,
        title: `elke ${weeksInWords(Number(weeks))}`,
      })),
    },
    {
      id: 'day',
      kind: 'one',
      label: 'Op welke dag?',
      value: typed?.day ?? schedule.day,
      required: true,
      choices: weekdays.slice(0, 5).map((day) => ({ value: day, title: weekdayNames[day] })),
    },
    {
      id: 'time',
      kind: 'time',
      label: 'Hoe laat?',
      value: typed?.time ?? schedule.time,
      required: true,
    },
    {
      id: 'anchor',
      kind: 'date',
      label: 'Niet elke week? Een dag in een week met een check-in',
      value: typed?.anchor ?? (schedule.everyWeeks === 1 ? undefined : schedule.anchor),
    },
  ],
  read: (sent, now) => {
    const next = rhythmOf(now.schedule, sent);
    // From every week to fewer: then somebody has to say which weeks. A form sends a day that is not filled in as ''.
    if (next.everyWeeks > 1 && now.schedule.everyWeeks === 1 && sent.anchor === '')
      return { problems: ['Kies ook een dag in een week met een check-in.'] };
    const problem = rhythmProblem(next);
    if (problem) return { problems: [problem] };
    return { change: (then) => ({ ...then, schedule: rhythmOf(then.schedule, sent) }) };
  },
  settled: (before, next, at) => ({ ...next, schedule: asChosen(before.schedule, next.schedule, at) }),
  outcome: ({ schedule }, at) => {
    const open = windowAt(schedule, at);
    const next = dutchMoment(nextWindow(schedule, at).opens);
    return open
      ? `De check-in van deze week blijft open tot ${dutchMoment(open.closes)}. De volgende begint ${next}.`
      : `De eerstvolgende check-in begint ${next}.`;
  },
};

/**
 * The department as it is called already: two spellings of one name would be one group with two names. Or what is wrong with
 * another name that would be the same group all the same.
 */
function departmentNamed(
  name: string,
  { teams, ended }: Settings,
): { department: string } | { problem: string } {
  if (teamKey(name) === '') return { problem: 'Gebruik letters of cijfers in de naam van de afdeling.' };
  const [long] = tooLong(name, LONGEST_DEPARTMENT, 'De naam van een afdeling');
  if (long) return { problem: long };
  const departments = [...teams, ...ended].flatMap(({ department }) => department ?? []);
  const known = departments.find((department) => teamKey(department) === teamKey(name));
  if (known && spellingOfWords(known) !== spellingOfWords(name))
    return {
      problem: `De afdeling "${name}" kan ik niet onderscheiden van "${known}", die er al is: in een naam tellen alleen letters en cijfers. Is het dezelfde afdeling? Schrijf dan "${known}". Is het een andere? Geef die dan andere letters of cijfers.`,
    };
  return { department: known ?? name };
}

/** The department that a team belongs to; without one it hangs directly under the municipality. */
export const department: Setting<Team> = {
  key: 'afdeling',
  title: 'Afdeling',
  fields: ['department'],
  choice: (next, before) => `van ${department.words(before)} naar ${department.words(next)}`,
  words: (now) => now.department ?? 'geen',
  isSet: (now) => now.department !== undefined,
  lead: 'Teams van één afdeling hebben samen een beeld. Laat je dit leeg, dan hoort het team bij geen afdeling.',
  form: (now, typed) => [
    {
      id: 'name',
      kind: 'text',
      label: 'Naam van de afdeling',
      value: typed?.name ?? now.department,
      longest: LONGEST_DEPARTMENT,
    },
  ],
  read: (sent, _now, { settings }) => {
    const name = typedAs(sent, 'name');
    if (name === '') return { change: (then) => ({ ...then, department: undefined }) };
    const named = departmentNamed(name, settings);
    if ('problem' in named) return { problems: [named.problem] };
    return { change: (then) => ({ ...then, department: named.department }) };
  },
};

const leading = (people: readonly Person[]) =>
  colleagues(people, { id: 'people', label: 'Wie leiden dit team zonder erin te zitten?', many: true });

/** Who leads a team beside the managers who are in it. */
export const managers: Setting<Team> = {
  key: 'leidinggevenden',
  title: 'Leidinggevenden van buiten het team',
  fields: ['managers'],
  named: ({ managers: upns = [] }) => upns,
  choosesPeople: true,
  words: (now) => now.managers?.join(' en ') ?? 'niemand',
  isSet: (now) => now.managers !== undefined,
  lead: 'Zij zien het teambeeld en geven antwoord op signalen. Zij tellen zelf niet mee in het beeld.',
  form: (now, typed, { people }) =>
    choosingForm(leading(people), typed ?? { people: now.managers?.join(',') }),
  read: (sent, _now, { people }) => {
    const { sent: typed, problems } = chosenIn([leading(people)], sent);
    if (problems.length > 0) return { problems, typed };
    const known = knownUpns(manyOf(typed.people ?? ''), people);
    if ('problem' in known) return { problems: [known.problem] };
    const { upns } = known;
    return { change: (then) => ({ ...then, managers: upns.length > 0 ? upns : undefined }) };
  },
};

/** All that is set for one team by an administrator. Its channel is chosen in the channel itself. */
export const teamSettings: readonly Setting<Team>[] = [rhythm, department, managers];

/** A team that ends: nobody is in it any more. Its channel and who led it from outside end with it. */
export const endedOn =
  (day: string) =>
  ({ channel: _channel, managers: _managers, ...now }: Team): Team => ({ ...now, ended: day });

/** An ended team that comes back, with its rhythm and department. */
export const reopened = ({ ended: _ended, ...now }: Team): Team => now;
