import { Temporal } from 'temporal-polyfill';

/** Every date and time a person sees is Dutch local time; only instants are stored. */
export const ZONE = 'Europe/Amsterdam';

// Written out instead of asked from Intl: a Node built with less language data must not change the texts.
const dayNames = ['maandag', 'dinsdag', 'woensdag', 'donderdag', 'vrijdag', 'zaterdag', 'zondag'];
const monthNames = [
  'januari',
  'februari',
  'maart',
  'april',
  'mei',
  'juni',
  'juli',
  'augustus',
  'september',
  'oktober',
  'november',
  'december',
];

/** Takes the instant that counts as now, gives the date in Europe/Amsterdam at that instant. Throws nothing. */
export function today(now: Temporal.Instant): Temporal.PlainDate {
  return now.toZonedDateTimeISO(ZONE).toPlainDate();
}

/** A local time 'HH:MM' as people here read it: '10.30'. */
export const dutchTime = (time: string): string => time.replace(':', '.');

/** Takes the instant that counts as now, gives the time of day in Europe/Amsterdam as 'HH:MM'. Throws nothing. */
export function timeOfDay(now: Temporal.Instant): string {
  return now
    .toZonedDateTimeISO(ZONE)
    .toPlainTime()
    .toString({ smallestUnit: 'minute', roundingMode: 'trunc' });
}

/** Takes any text, tells whether it is a 24-hour time 'HH:MM' from 00:00 to 23:59. Throws nothing. */
export function isTime(text: string): boolean {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(text);
}

/** Takes any text, tells whether it is an existing date 'YYYY-MM-DD'. Throws nothing. */
export function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  try {
    return Temporal.PlainDate.from(text).toString() === text;
  } catch {
    return false;
  }
}

/**
 * Takes a date and a time 'HH:MM', both local in Europe/Amsterdam, and gives that instant.
 * The hour that is skipped in March moves one hour on, the hour that comes twice in October is the first one
 * (Temporal's 'compatible', the rule of RFC 5545 for calendars).
 * Throws RangeError when the time is not 'HH:MM'.
 */
export function at(date: Temporal.PlainDate, time: string): Temporal.Instant {
  if (!isTime(time)) throw new RangeError(`Not a time HH:MM: ${time}`);
  return date
    .toPlainDateTime(Temporal.PlainTime.from(time))
    .toZonedDateTime(ZONE, { disambiguation: 'compatible' })
    .toInstant();
}

/**
 * Takes a local date, gives it in Dutch: '30 november', with weekday 'maandag 30 november', with year
 * '30 november 2026'. Throws nothing.
 */
export function dutchDate(
  date: Temporal.PlainDate,
  show: { weekday?: boolean; year?: boolean } = {},
): string {
  const weekday = show.weekday ? `${dayNames[date.dayOfWeek - 1]} ` : '';
  const year = show.year ? ` ${date.year}` : '';
  return `${weekday}${date.day} ${monthNames[date.month - 1]}${year}`;
}

/**
 * Takes an ISO date, or an ISO instant of which the day is meant, and gives it in Dutch: '23 november 2026'. What is
 * neither comes back as it is. Throws nothing.
 */
export function dutchDay(iso: string): string {
  if (isDate(iso)) return dutchDate(Temporal.PlainDate.from(iso), { year: true });
  try {
    return dutchDate(today(Temporal.Instant.from(iso)), { year: true });
  } catch {
    return isDate(iso.slice(0, 10)) ? dutchDay(iso.slice(0, 10)) : iso;
  }
}

/**
 * Takes an instant, gives its local date and time in Europe/Amsterdam in Dutch, with the full stop the Dutch
 * write in times: 'vrijdag 27 november om 15.00 uur'. Throws nothing.
 */
export function dutchMoment(instant: Temporal.Instant): string {
  const local = instant.toZonedDateTimeISO(ZONE);
  const time = [local.hour, local.minute].map((part) => String(part).padStart(2, '0')).join('.');
  return `${dutchDate(local.toPlainDate(), { weekday: true })} om ${time} uur`;
}
