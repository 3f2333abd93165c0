import { type Weekday, weekdays } from '../calendar/weekdays.ts';
import { normalise } from './normalise.ts';

const names: Record<Weekday, string[]> = {
  ma: ['ma', 'maandag', 'maandags', 'maandagen', 'mon', 'monday'],
  di: ['di', 'dinsdag', 'dinsdags', 'dinsdagen', 'tue', 'tuesday'],
  wo: ['wo', 'woensdag', 'woensdags', 'woensdagen', 'wed', 'wednesday'],
  do: ['do', 'donderdag', 'donderdags', 'donderdagen', 'thu', 'thursday'],
  vr: ['vr', 'vrijdag', 'vrijdags', 'vrijdagen', 'fri', 'friday'],
  za: ['za', 'zaterdag', 'zaterdags', 'zaterdagen', 'sat', 'saturday'],
  zo: ['zo', 'zondag', 'zondags', 'zondagen', 'sun', 'sunday'],
};
const filler = ['en', 'zijn', 'op', 'de', 'and', 'werk', 'ik'];

/** The weekday that a lower-case word names: "ma", "maandag", "maandags"; undefined for any other word. */
export function dayNamed(word: string): Weekday | undefined {
  return weekdays.find((day) => names[day].includes(word));
}

/**
 * Working days from typed Dutch: "ma di do", "maandag t/m donderdag", "ma, wo en vr". In the order of the week,
 * each once. Undefined when a word is no day or when there is none.
 */
export function parseWorkdays(text: string): Weekday[] | undefined {
  const ranges = text.replace(
    /\b(t\s*\/\s*m|t\.?e?\.?m\.?|tot en met|tot|through)\b|(?<=\p{L})\s*[-–]\s*(?=\p{L})/giu,
    ' .. ',
  );
  const words = ranges
    .split(/\s+|,/)
    .flatMap((word) => (word === '..' ? ['..'] : normalise(word).split(' ')))
    .filter((word) => word !== '' && !filler.includes(word));
  const found = new Set<Weekday>();
  for (const [index, word] of words.entries()) {
    if (word === '..') {
      const first = dayNamed(words[index - 1] ?? '');
      const last = dayNamed(words[index + 1] ?? '');
      if (!first || !last || weekdays.indexOf(first) > weekdays.indexOf(last)) return undefined;
      for (const day of weekdays.slice(weekdays.indexOf(first), weekdays.indexOf(last) + 1)) found.add(day);
      continue;
    }
    const day = dayNamed(word);
    if (!day) return undefined;
    found.add(day);
  }
  return found.size > 0 ? weekdays.filter((day) => found.has(day)) : undefined;
}
