import { type Weekday, weekdays } from '../calendar/weekdays.ts';
import { dayNamed, parseWorkdays } from '../language/workdays.ts';

/** What a cell says who works from Monday up to Friday. */
const everyWorkday =
  /^(?:(?:alle|elke|iedere) (?:werkdag(?:en)?|doordeweekse dag(?:en)?)|(?:de )?hele (?:werk)?week|fulltime|full time|voltijds?)$/;
const workweek: readonly Weekday[] = ['ma', 'di', 'wo', 'do', 'vr'];
/** Days without anything between them: "madido". */
const inARow = /^(?:(?:ma|di|wo|do|vr|za|zo)){2,}$/;
const upTo = /\bt\s*[./]?\s*(?:e\.?)?m\b\.?|\btot (?:en met|aan)\b/g;
const hyphen = /\s*[-–—]\s*/;

/** Days with a dash between each two, more than two of them: "ma-di-do". */
function inChain(part: string): Weekday[] | undefined {
  const words = part.split(hyphen);
  const days = words.flatMap((word) => dayNamed(word.trim()) ?? []);
  return words.length > 2 && days.length === words.length ? days : undefined;
}

function listed(text: string): Weekday[] | undefined {
  const found = new Set<Weekday>();
  for (const part of text.split(/[,;/|&+\n]|\ben\b/)) {
    const words = part.trim();
    if (words === '') continue;
    const days = everyWorkday.test(words)
      ? workweek
      : inARow.test(words)
        ? weekdays.filter((day) => (words.match(/../g) ?? []).some((two) => two === day))
        : (inChain(words) ?? parseWorkdays(words));
    if (!days) return undefined;
    for (const day of days) found.add(day);
  }
  return found.size > 0 ? weekdays.filter((day) => found.has(day)) : undefined;
}

/**
 * The working days that a cell of a list says, in the order of the week: "ma/di/do", "maandag t/m vrijdag", "ma-vr", "alle
 * werkdagen behalve wo". Undefined when anything in it is no day, such as a number of hours.
 */
export function daysInCell(cell: string): Weekday[] | undefined {
  const text = cell.toLowerCase().replace(upTo, ' tot ').replace(/\s+/g, ' ').trim();
  const [all = '', ...without] = text.split(/\b(?:behalve|maar niet|zonder)\b/);
  const days = listed(all.replace(/\.(?=\s|$)/g, ' ').trim());
  const not = without.map((part) => listed(part.trim()));
  if (!days || not.some((part) => part === undefined)) return undefined;
  const left = days.filter((day) => !not.some((part) => part?.includes(day)));
  return left.length > 0 ? left : undefined;
}

/** True for days with dashes between more than two of them: where one cell is such a list, "ma-do" in another may be one as well. */
export const isChainOfDays = (cell: string): boolean => inChain(cell.toLowerCase().trim()) !== undefined;

/** True for two days with a dash between them, which are not next to each other: a stretch of days, or those two. */
export function isEitherWay(cell: string): boolean {
  const [first, last, ...more] = cell
    .toLowerCase()
    .trim()
    .split(hyphen)
    .map((word) => dayNamed(word));
  if (!first || !last || more.length > 0) return false;
  return weekdays.indexOf(last) - weekdays.indexOf(first) > 1;
}
