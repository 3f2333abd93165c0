import { Temporal } from 'temporal-polyfill';
import { weekdays } from '../../calendar/weekdays.ts';
import { notice } from '../../conversation/cards/notice.ts';
import type { Message } from '../../conversation/message.ts';
import type { BeingThere } from '../../language/being-there.ts';
import type { Person } from '../../people/person.ts';
import { type Absence, say, spanOf, spanWords } from './absence-words.ts';

type Away = Pick<Person, 'absentFrom' | 'absentUntil' | 'workdays'>;

/** True when somebody works on none of these days, both included: a weekend that is left over is no absence. A week has all days there are. */
function isFree({ workdays }: Away, first: Temporal.PlainDate, last: Temporal.PlainDate): boolean {
  const days = Math.min(first.until(last).days + 1, weekdays.length);
  return Array.from({ length: days }, (_, n) => weekdays[(first.dayOfWeek - 1 + n) % weekdays.length]).every(
    (day) => day === undefined || !workdays.includes(day),
  );
}

/**
 * What stays of an absence when somebody is there after all: nothing, its first or its last days. 'in between' where both would
 * stay, since one period is kept; undefined where they are not away then. Pure.
 */
export function leftOf(
  away: Away,
  there: Exclude<BeingThere, { kind: 'unread' }>,
  now: Temporal.PlainDate,
): Absence | 'in between' | undefined {
  const old = spanOf(away, now);
  if (!old) return undefined;
  if (there.kind === 'all') return {};
  const { first, last } = there.days;
  const { compare } = Temporal.PlainDate;
  const isApart = (old.last && compare(first, old.last) > 0) || compare(last, old.first) < 0;
  if (isApart) return undefined;
  const before = first.subtract({ days: 1 });
  const next = last.add({ days: 1 });
  const hasBefore = compare(old.first, before) <= 0 && !isFree(away, old.first, before);
  const hasAfter = !old.last || (compare(next, old.last) <= 0 && !isFree(away, next, old.last));
  if (hasBefore && hasAfter) return 'in between';
  if (hasBefore) return { absentFrom: old.first.toString(), absentUntil: before.toString() };
  if (!hasAfter) return {};
  return { absentFrom: next.toString(), ...(old.last ? { absentUntil: old.last.toString() } : {}) };
}

/** Which days were taken out, where nothing stands any more: somebody may have meant others. */
export function goneWords(away: Away, left: Absence, now: Temporal.PlainDate): string {
  const old = left.absentFrom === undefined && left.absentUntil === undefined ? spanOf(away, now) : undefined;
  return old?.last ? `Dit staat er niet meer: ${spanWords({ first: old.first, last: old.last }, now)}. ` : '';
}

/** For somebody who is there on days in the middle: nothing has changed yet. */
export function inBetween(away: Away, now: Temporal.PlainDate): Message {
  const old = spanOf(away, now);
  const stands = old?.last ? ` Nu staat er: ${spanWords({ first: old.first, last: old.last }, now)}.` : '';
  return notice(
    'presence',
    'Welke dagen ben je er niet?',
    `Ik kan maar één periode bewaren.${stands} Er is nog niets veranderd. Typ de dagen die ik moet bewaren. Bijvoorbeeld: afwezig maandag en dinsdag.`,
    [say('Mijn afwezigheid', 'mijn afwezigheid')],
  );
}
