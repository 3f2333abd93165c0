import { createHash } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import { isDate } from '../../../calendar/clock.ts';
import { type Choosing, chosenIn } from '../../../conversation/choosing.ts';
import type { Choosable } from '../../../conversation/finding.ts';
import type { FormValues } from '../../../conversation/form.ts';
import { nameFinder } from '../../../language/colleagues.ts';
import { fitted, manyOf } from '../../../language/fitted.ts';
import type { Settings, Team } from '../../../people/municipality.ts';
import { ibroRoles, type Person } from '../../../people/person.ts';
import { departmentsOf } from '../groups/group.ts';
import {
  type Act,
  type CalendarChange,
  type Details,
  type Impact,
  impacts,
  longest,
  type Scope,
  type When,
} from './change.ts';

/** A change stays on the calendar for this long after it is over. */
const PAST = { months: 1 };

/** A scope as a choice in a form. */
export const scopeValue = ({ kind, key }: Scope): string => `${kind}|${key}`;

/** Whom a change may be for, as a form offers it: the municipality, departments and teams, which are found by their names too. */
export function scopesOf(settings: Settings): Choosable[] {
  return [
    { value: scopeValue({ kind: 'municipality', key: '' }), title: 'De hele gemeente' },
    ...departmentsOf(settings).map(({ kind, key, name }) => ({
      value: scopeValue({ kind, key }),
      title: `Afdeling ${name}`,
      also: [name],
    })),
    ...settings.teams.map(({ key, name }) => ({
      value: scopeValue({ kind: 'team', key }),
      title: `Team ${name}`,
      also: [name],
    })),
  ];
}

/** The choice of whom a change is for. Where there are many teams they are found by their names. */
export function scopeChoosing(settings: Settings): Choosing {
  const choices = scopesOf(settings);
  const wide = choices.filter(({ value }) => !value.startsWith('team|'));
  return {
    id: 'scope',
    label: 'Voor wie?',
    choices,
    near: new Set(wide.map(({ value }) => value)),
    required: true,
  };
}

/** The teams that a change is for. */
export function teamsIn({ kind, key }: Scope, settings: Settings): Team[] {
  if (kind === 'municipality') return settings.teams;
  if (kind === 'team') return settings.teams.filter((team) => team.key === key);
  return departmentsOf(settings).find((department) => department.key === key)?.teams ?? [];
}

const tidy = (text: string | undefined) => (text ?? '').replace(/\s+/g, ' ').trim();

/** How the text fields are called in a problem. */
const labels = {
  title: 'Wat verandert er?',
  effect: 'Wat merk je ervan?',
  unknown: 'Wat weten we nog niet?',
  around: 'Ongeveer wanneer?',
  reason: 'Waarom?',
} as const;

function tooLong(typed: FormValues, fields: readonly (keyof typeof labels)[]): string[] {
  return fields.flatMap((field) =>
    [...tidy(typed[field])].length > longest[field]
      ? [`${labels[field]} is te lang. Er passen ${longest[field]} tekens in. De rest is weggehaald.`]
      : [],
  );
}

/**
 * Takes what a form sent; gives the details of the change and, in Dutch, what is wrong with them. `typed` is what the form
 * shows when it comes back.
 */
export function detailsIn(
  sent: FormValues,
  settings: Settings,
): { details: Details; problems: string[]; typed: FormValues } {
  const { sent: typed, problems: unclear } = chosenIn([scopeChoosing(settings)], sent);
  const title = fitted(tidy(typed.title), longest.title);
  const effect = fitted(tidy(typed.effect), longest.effect);
  const scope = scopesOf(settings).find(({ value }) => value === typed.scope)?.value;
  const impact = (Object.keys(impacts) as Impact[]).find((one) => one === typed.impact);
  const [kind = 'municipality', key = ''] = (scope ?? '').split('|');
  return {
    typed,
    details: {
      title,
      effect,
      unknown: fitted(tidy(typed.unknown), longest.unknown),
      scope: { kind: (scope ? kind : 'municipality') as Scope['kind'], key },
      roles: ibroRoles.filter((role) => manyOf(typed.roles ?? '').includes(role)),
      impact: impact ?? 'small',
    },
    problems: [
      ...(title === '' ? ['Schrijf op wat er verandert.'] : []),
      ...unclear,
      ...(scope || unclear.length > 0 ? [] : ['Kies voor wie het is.']),
      ...(impact ? [] : ['Kies hoe groot het is.']),
      ...(effect === '' ? ['Schrijf in één zin op wat je ervan merkt.'] : []),
      ...tooLong(typed, ['title', 'effect', 'unknown']),
    ],
  };
}

/**
 * Takes what a form sent; gives when the change is (a date from `today`, an ISO date, or words) and, in Dutch, what is
 * wrong with it.
 */
export function whenIn(typed: FormValues, today: string): { when: When; problems: string[] } {
  const date = tidy(typed.date);
  const around = fitted(tidy(typed.around), longest.around);
  const problems = [
    ...(date !== '' && !isDate(date) ? ['De datum klopt niet.'] : []),
    ...(isDate(date) && date < today ? ['Die dag is al voorbij. Kies een dag vanaf vandaag.'] : []),
    ...(date !== '' && around !== '' ? ['Kies een datum of schrijf ongeveer wanneer. Niet allebei.'] : []),
    ...(date === '' && around === ''
      ? ['Kies een datum. Weet je die nog niet? Schrijf dan ongeveer wanneer, zoals: maart.']
      : []),
    ...tooLong(typed, ['around']),
  ];
  return { when: date === '' ? { around } : { date }, problems };
}

/** Takes what a form sent; gives why something is moved or called off and, in Dutch, what is wrong with it. */
export function reasonIn(typed: FormValues): { reason: string; problems: string[] } {
  const reason = fitted(tidy(typed.reason), longest.reason);
  return {
    reason,
    problems: [...(reason === '' ? ['Schrijf op waarom.'] : []), ...tooLong(typed, ['reason'])],
  };
}

/** At most this many names are reported at once; the next try reports the rest. */
const MOST_NAMES = 5;

/**
 * Takes the typed texts, which everybody will read, and the names of colleagues. Gives a sentence for each name that
 * has to go.
 */
export function nameProblems(typed: FormValues, colleagues: readonly string[]): string[] {
  const { namesIn } = nameFinder(colleagues);
  const found = (Object.keys(labels) as (keyof typeof labels)[]).flatMap((field) =>
    namesIn(tidy(typed[field])),
  );
  return [...new Set(found)]
    .slice(0, MOST_NAMES)
    .map((name) => `Haal de naam ${name} weg: iedereen bij de gemeente leest dit.`);
}

/** The calendar of one person: what concerns them, what concerns others, and what was in the past month. */
export interface Calendar {
  mine: CalendarChange[];
  others: CalendarChange[];
  past: CalendarChange[];
}

/** True when a change is for this person: for their team or wider, and for their role or for everybody. */
function concerns({ scope, roles }: CalendarChange, person: Person, settings: Settings): boolean {
  const isForTeam =
    scope.kind === 'municipality' || teamsIn(scope, settings).some(({ key }) => key === person.team);
  const isForRole =
    roles.length === 0 || roles.some((role) => role === person.role || role === person.secondRole);
  return isForTeam && isForRole;
}

const dateOf = ({ when }: CalendarChange): string => ('date' in when ? when.date : '9999');
const byDate = (a: CalendarChange, b: CalendarChange) =>
  dateOf(a) === dateOf(b) ? (a.id < b.id ? -1 : 1) : dateOf(a) < dateOf(b) ? -1 : 1;

/**
 * Upcoming changes come first by date, those without a date last; then the past month, newest first. `today`: ISO date.
 */
export function calendarFor(
  changes: readonly CalendarChange[],
  person: Person,
  settings: Settings,
  today: string,
): Calendar {
  const since = Temporal.PlainDate.from(today).subtract(PAST).toString();
  const upcoming = changes.filter((change) => !change.withdrawn && dateOf(change) >= today).sort(byDate);
  const endOf = (change: CalendarChange) => change.withdrawn?.day ?? dateOf(change);
  return {
    mine: upcoming.filter((change) => concerns(change, person, settings)),
    others: upcoming.filter((change) => !concerns(change, person, settings)),
    past: changes
      .filter((change) => (change.withdrawn || dateOf(change) < today) && endOf(change) >= since)
      .sort((a, b) => (endOf(a) < endOf(b) ? 1 : -1)),
  };
}

/** A short hash of what people read of a change. A form that was opened on another version may not overwrite it. */
export function versionOf({ title, scope, roles, impact, effect, unknown, when }: CalendarChange): string {
  const parts = [title, scopeValue(scope), roles.join(), impact, effect, unknown, whenKey(when)];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 16);
}

/** True when `did` was the last thing done with a change and it stands as wanted: a second tap changes nothing. */
export function isDone(now: CalendarChange, wanted: CalendarChange, did: Act['did']): boolean {
  return (
    now.act?.did === did &&
    versionOf(now) === versionOf(wanted) &&
    now.moved?.reason === wanted.moved?.reason &&
    now.withdrawn?.reason === wanted.withdrawn?.reason
  );
}

/**
 * True for a day after something was done: in that time a second tap finishes what broke off. Which channels were told
 * is remembered for longer, so nothing is told twice.
 */
export function mayFinish({ at }: Act, now: Temporal.Instant): boolean {
  return now.since(Temporal.Instant.from(at)).total('hours') < 24;
}

/** Two moments are the same when their keys are. */
export const whenKey = (when: When): string => ('date' in when ? when.date : when.around.toLowerCase());
