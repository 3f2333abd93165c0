import { Temporal } from 'temporal-polyfill';
import { dutchDate } from '../../calendar/clock.ts';
import { notice, noticeCard } from '../../conversation/cards/notice.ts';
import type { Message, NoticeAction } from '../../conversation/message.ts';
import type { DateSpan } from '../../language/dates.ts';
import type { Person } from '../../people/person.ts';

/** The absence of somebody, as their row has it. */
export type Absence = Pick<Person, 'absentFrom' | 'absentUntil'>;

/** A button that says something for the person. */
export const say = (title: string, text: string): NoticeAction => ({
  verb: 'help.say',
  title,
  data: { text },
});

const named = (date: Temporal.PlainDate, now: Temporal.PlainDate) =>
  dutchDate(date, { weekday: true, year: date.year !== now.year });

/** The first day after another on which most people work: after a Friday the Monday. */
function nextWorkday(last: Temporal.PlainDate): Temporal.PlainDate {
  const next = last.add({ days: 1 });
  return next.dayOfWeek > 5 ? next.add({ days: 8 - next.dayOfWeek }) : next;
}

/** What an absence means in words: when it starts, its last day, and the first day back. */
export function absenceWords({ first, last }: DateSpan, now: Temporal.PlainDate): string {
  const from = first.equals(now) ? 'vanaf vandaag' : `vanaf ${named(first, now)}`;
  const span = first.equals(last) ? `op ${named(first, now)}` : `${from} tot en met ${named(last, now)}`;
  return `Je bent er niet ${span}. Dan stuur ik je geen berichten. Vanaf ${named(nextWorkday(last), now)} ben je er weer.`;
}

/** The absence that somebody has, as far as it is not behind us; `last` is missing for one without an end. */
export function spanOf({ absentFrom, absentUntil }: Absence, now: Temporal.PlainDate) {
  if (absentFrom === undefined && absentUntil === undefined) return undefined;
  const last = absentUntil === undefined ? undefined : Temporal.PlainDate.from(absentUntil);
  if (last && Temporal.PlainDate.compare(last, now) < 0) return undefined;
  const begin = absentFrom === undefined ? now : Temporal.PlainDate.from(absentFrom);
  return { first: Temporal.PlainDate.compare(begin, now) < 0 ? now : begin, last };
}

/** True for an absence that has begun and is not over on this day. */
export function isAwayOn(absence: Absence, day: Temporal.PlainDate): boolean {
  const span = spanOf(absence, day);
  return span !== undefined && Temporal.PlainDate.compare(span.first, day) <= 0;
}

/** Days beside words that nobody understood: they may be about a colleague, so nothing is written yet. */
export const isThatYou = ({ first, last }: DateSpan, now: Temporal.PlainDate): Message =>
  notice(
    'presence',
    'Ben je dan zelf weg?',
    `Het gaat om ${spanWords({ first, last }, now)}. Er is nog niets veranderd.`,
    [say('Ja, ik ben dan weg', `afwezig van ${first} t/m ${last}`)],
  );

/** "van … tot en met …", or one day. */
export const spanWords = ({ first, last }: DateSpan, now: Temporal.PlainDate): string =>
  first.equals(last) ? named(first, now) : `${named(first, now)} tot en met ${named(last, now)}`;

/** One period is kept: the one that stands there, when it lies apart from new days and would be lost; undefined otherwise. */
export function lostBy(
  before: Absence,
  { first, last }: DateSpan,
  now: Temporal.PlainDate,
): DateSpan | undefined {
  const old = spanOf(before, now);
  if (!old?.last) return undefined;
  const isApart =
    Temporal.PlainDate.compare(old.last.add({ days: 1 }), first) < 0 ||
    Temporal.PlainDate.compare(last.add({ days: 1 }), old.first) < 0;
  return isApart ? { first: old.first, last: old.last } : undefined;
}

/** Before days that stand there go: which go for which. Nothing has changed yet. */
export function askToReplace(old: DateSpan, next: DateSpan, now: Temporal.PlainDate): Message {
  const days = { absentFrom: next.first.toString(), absentUntil: next.last.toString() };
  return noticeCard({
    kind: 'presence',
    text: 'Ik kan maar één periode bewaren. Er is nog niets veranderd. Tik op de kaart aan wat moet blijven.',
    title: 'Welke dagen moet ik bewaren?',
    body: `Ik kan maar één periode bewaren. Nu staat er: ${spanWords(old, now)}. Kies je nieuwe dagen, dan vallen de andere weg. Die geef je later weer door. Er is nog niets veranderd.`,
    actions: [
      say('Laat staan wat er stond', 'mijn afwezigheid'),
      { verb: 'presence.replace', title: `Bewaar ${spanWords(next, now)}`, data: days },
    ],
  });
}

/** How somebody stands now. */
export function standingWords(absence: Absence, now: Temporal.PlainDate): string {
  const span = spanOf(absence, now);
  if (!span) return 'Je staat niet als afwezig. Ik stuur je berichten op je werkdagen.';
  const { first, last } = span;
  return last
    ? absenceWords({ first, last }, now)
    : `Je bent er niet vanaf ${named(first, now)}. Dan stuur ik je geen berichten. Ben je er weer? Laat het me weten.`;
}

/** For somebody who named no day: one tap for the next working day, and one for the rest of that week or the next. */
export function longerButtons(now: Temporal.PlainDate): NoticeAction[] {
  const next = now.add({ days: now.dayOfWeek >= 5 ? 8 - now.dayOfWeek : 1 });
  const friday = next.add({ days: 5 - next.dayOfWeek });
  const until = friday.equals(next) ? friday.add({ weeks: 1 }) : friday;
  const upTo = (date: Temporal.PlainDate) => `afwezig van ${now} t/m ${date}`;
  return [
    say(`Ook ${dutchDate(next, { weekday: true })}`, upTo(next)),
    say(`Tot en met ${dutchDate(until)}`, upTo(until)),
  ];
}
