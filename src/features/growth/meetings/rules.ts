import type { Temporal } from 'temporal-polyfill';
import { weekdays } from '../../../calendar/weekdays.ts';
import type { NameFinder } from '../../../language/colleagues.ts';
import { lengthProblems } from '../../../language/lengths.ts';
import { type Lesson, LONGEST, meetingDays, type Rhythm, weeksOfMonth } from './meeting.ts';

/** So many days after it a card still comes, such as after a holiday. */
const LATEST_DAYS = 4;

/** The day of the intervisie in the month of this day. */
export function meetingIn(
  month: Temporal.PlainDate,
  { week, day }: Pick<Rhythm, 'week' | 'day'>,
): Temporal.PlainDate {
  const first = month.with({ day: 1 });
  const ahead = (weekdays.indexOf(day) + 1 - first.dayOfWeek + 7) % 7;
  return first.add({ days: ahead + 7 * (week - 1) });
}

/** Whether a card is due on this day: on the day itself, or within four days after it, and not for a day before it was chosen. */
export function isDue(rhythm: Rhythm, today: Temporal.PlainDate): boolean {
  const day = meetingIn(today, rhythm);
  const late = day.until(today, { largestUnit: 'days' }).days;
  return late >= 0 && late <= LATEST_DAYS && day.toString() >= rhythm.since;
}

type Typed = Readonly<Record<string, string | undefined>>;

/** The rhythm that a form chose; undefined where it chose none. */
export function rhythmIn({ week, day }: Typed): Pick<Rhythm, 'week' | 'day'> | undefined {
  const [inMonth, onDay] = [
    weeksOfMonth.find((one) => `${one}` === week),
    meetingDays.find((one) => one === day),
  ];
  return inMonth && onDay ? { week: inMonth, day: onDay } : undefined;
}

/** What is wrong with what a team keeps, in Dutch. Names of colleagues are looked for in texts of a normal length only. */
export function lessonProblems(typed: Typed, { namesIn }: Pick<NameFinder, 'namesIn'>): string[] {
  const fields = ['keep', 'change'] as const;
  if (fields.every((id) => (typed[id] ?? '') === ''))
    return ['Schrijf op wat jullie zo houden, of wat jullie anders doen.'];
  const tooLong = lengthProblems(typed, [
    ['keep', 'Wat houden jullie zo?', LONGEST],
    ['change', 'Wat doen jullie anders?', LONGEST],
  ]);
  if (tooLong.length > 0) return tooLong;
  const names = fields.flatMap((id) => namesIn(typed[id] ?? ''));
  return names.length > 0 ? [`Haal namen van collega’s weg: ${names.join(', ')}.`] : [];
}

/** What a team keeps, of what a form sent. */
export const lessonsIn = (typed: Typed, team: string, day: string): Lesson[] =>
  (['keep', 'change'] as const).flatMap((kind) => {
    const text = typed[kind] ?? '';
    return text === '' ? [] : [{ team, kind, text, day }];
  });
