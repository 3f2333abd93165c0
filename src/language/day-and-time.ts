import type { Weekday } from '../calendar/weekdays.ts';
import { plainText } from './words.ts';
import { dayNamed } from './workdays.ts';

const hours = 'een twee drie vier vijf zes zeven acht negen tien elf twaalf'.split(' ');
const hourNamed = (word: string): number | undefined => {
  const number = /^\d{1,2}$/.test(word) ? Number(word) : hours.indexOf(word) + 1;
  return number >= 1 && number <= 24 ? number : undefined;
};

/** An hour of an office day: who says "om twee uur" or "half vier" means the afternoon. */
const ofOfficeDay = (hour: number): number => (hour < 7 ? hour + 12 : hour);

const clock = (hour: number, minute = 0): string =>
  `${`${hour % 24}`.padStart(2, '0')}:${`${minute}`.padStart(2, '0')}`;

const word = String.raw`(?:\d{1,2}|${hours.join('|')})`;
const withMinutes = /(?<![\d.:])(\d{1,2})[:.u](\d{2})(?![\d])/;
const half = new RegExp(String.raw`\bhalf\s?(${word})\b`);
const quarter = new RegExp(String.raw`\bkwart (over|voor) (${word})\b`);
const whole = new RegExp(String.raw`\b(${word})\s?(?:uur|u|h)\b`);
const atHour = new RegExp(String.raw`\b(?:om|rond|vanaf)\s(${word})\b`);

function timeIn(text: string): string | undefined {
  const [, hour = '', minute = ''] = withMinutes.exec(text) ?? [];
  if (hour !== '')
    return Number(hour) < 24 && Number(minute) < 60 ? clock(Number(hour), Number(minute)) : undefined;
  const [, before = ''] = half.exec(text) ?? [];
  if (before !== '') return clock(ofOfficeDay(hourNamed(before) ?? 0) - 1, 30);
  const [, side = '', near = ''] = quarter.exec(text) ?? [];
  const quarterHour = ofOfficeDay(hourNamed(near) ?? 0);
  if (side !== '') return side === 'over' ? clock(quarterHour, 15) : clock(quarterHour - 1, 45);
  const [, said = ''] = whole.exec(text) ?? atHour.exec(text) ?? [];
  const found = hourNamed(said);
  return found === undefined ? undefined : clock(ofOfficeDay(found));
}

/** Two letters may be another word ("do I", "ma belt"), so they are a day only behind one of these, or where the text begins. */
const shortDay = /(?:^|\bop\s|\btijd\s|\bdag\s|,\s*)(ma|di|wo|do|vr|za|zo)\b(?!\s(?:i|you|we)\b)/;

function dayIn(text: string): Weekday | undefined {
  const named = text
    .split(/[^\p{L}]+/u)
    .map((one) => one.replace(/(?<=dag)(?:ochtend|morgen|middag|avond)s?$/, ''))
    .flatMap((one) => (one.length > 2 ? (dayNamed(one) ?? []) : []))
    .at(0);
  return named ?? dayNamed(shortDay.exec(text)?.[1] ?? '');
}

/** A weekday and a time of day ('HH:MM'); missing is what a text does not name. */
export interface DayAndTime {
  day?: Weekday;
  time?: string;
}

/** The weekday and the time that typed Dutch names: "dinsdag om half elf", "do 14.30", "om drie uur". Of several the first. */
export function dayAndTime(typed: string): DayAndTime {
  const text = plainText(typed).trim();
  const [day, time] = [dayIn(text), timeIn(text)];
  return { ...(day ? { day } : {}), ...(time ? { time } : {}) };
}
