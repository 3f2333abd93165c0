import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { at, today, ZONE } from '../../../../src/calendar/clock.ts';
import { freeDays } from '../../../../src/calendar/holidays.ts';
import { type Weekday, weekdayOf, weekdays } from '../../../../src/calendar/weekdays.ts';
import { blockersOf } from '../../../../src/features/pilots/standup/blockers.ts';
import {
  cutAnswers,
  dueAfter,
  expectedOn,
  isNothing,
  LONGEST_ANSWER,
  overdueOn,
  phaseOf,
  windowOn,
} from '../../../../src/features/pilots/standup/rules.ts';
import { imported, somebody } from '../../../support/bot.ts';

const questions: [string, string, string] = ['Een?', 'Twee?', 'Drie?'];
const first = Temporal.PlainDate.from('2024-01-01');
const anyDay = fc.integer({ min: 0, max: 2_000 }).map((n) => first.add({ days: n }));
/** The Mondays to Fridays around the changes of the clock: last Sundays of March and October. */
const daysOfChange = ['2026-03-29', '2026-10-25', '2027-03-28', '2027-10-31'].flatMap((sunday) =>
  [-2, -1, 0, 1, 2].map((n) => Temporal.PlainDate.from(sunday).add({ days: n })),
);
const someDay = fc.oneof(anyDay, fc.constantFrom(...daysOfChange));
const minutes = fc.integer({ min: 7 * 60, max: 18 * 60 });
const time = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
const rhythm = fc
  .record({ days: fc.subarray(weekdays.slice(0, 5), { minLength: 1 }), times: fc.tuple(minutes, minutes) })
  .filter(({ times: [a, b] }) => a !== b)
  .map(({ days, times }) => {
    const [from = 0, until = 0] = [...times].sort((a, b) => a - b);
    return { days: days as Weekday[], from: time(from), until: time(until), questions };
  });
const pilotWith = (standup: ReturnType<typeof pilotRhythm>) => ({
  from: '2020-01-01',
  until: '2040-01-01',
  standup,
});
const pilotRhythm = () => ({ days: ['ma' as Weekday], from: '09:00', until: '11:00', questions });
const closures = fc.uniqueArray(anyDay.map(String), { maxLength: 10 }).map((list) => new Set(list));

describe('a window', () => {
  test('is never on a day that was not chosen, a public holiday or a day on which the municipality is closed', () => {
    fc.assert(
      fc.property(rhythm, someDay, closures, (standup, day, closed) => {
        const window = windowOn(pilotWith(standup), day, closed);
        const free = freeDays(day.year).has(day.toString()) || closed.has(day.toString());
        expect(window !== undefined).toBe(standup.days.includes(weekdayOf(day)) && !free);
      }),
    );
  });

  test('opens, reminds and closes in that order, on the local times of that day, also when the clock changes', () => {
    fc.assert(
      fc.property(rhythm, someDay, (standup, day) => {
        const window = windowOn(pilotWith({ ...standup, days: [weekdayOf(day)] }), day, new Set());
        if (!window) return;
        const local = (moment: Temporal.Instant) =>
          moment.toZonedDateTimeISO(ZONE).toPlainTime().toString().slice(0, 5);
        expect([local(window.opens), local(window.closes)]).toEqual([standup.from, standup.until]);
        const [opens, remind, closes] = [window.opens, window.remindAt, window.closes].map(
          ({ epochMilliseconds }) => epochMilliseconds,
        ) as [number, number, number];
        expect(remind).toBe(opens + Math.round(0.8 * (closes - opens)));
        expect(opens < remind && remind < closes).toBe(true);
        expect(today(window.opens).equals(day) && today(window.closes).equals(day)).toBe(true);
      }),
    );
  });

  test('is open from its first moment up to its last, and reminds only while it is open', () => {
    fc.assert(
      fc.property(rhythm, someDay, fc.integer({ min: -3_600, max: 50_000 }), (standup, day, seconds) => {
        const window = windowOn(pilotWith({ ...standup, days: [weekdayOf(day)] }), day, new Set());
        if (!window) return;
        const now = window.opens.add({ seconds });
        const inside = now.epochMilliseconds < window.closes.epochMilliseconds && seconds >= 0;
        expect(['open', 'remind'].includes(phaseOf(window, now))).toBe(inside);
      }),
    );
    const window = windowOn(pilotWith(pilotRhythm()), Temporal.PlainDate.from('2026-11-23'), new Set());
    if (!window) throw new Error('a Monday');
    const phaseAt = (clock: string) => phaseOf(window, at(Temporal.PlainDate.from('2026-11-23'), clock));
    expect(['08:59', '09:00', '10:35', '10:36', '10:59', '11:00'].map(phaseAt)).toEqual([
      'before',
      'open',
      'open',
      'remind',
      'remind',
      'closed',
    ]);
  });

  test('is there only while the pilot runs', () => {
    const pilot = { from: '2026-11-23', until: '2026-12-07', standup: pilotRhythm() };
    const on = (day: string, closedOn?: string) =>
      windowOn({ ...pilot, closedOn }, Temporal.PlainDate.from(day), new Set()) !== undefined;
    expect(['2026-11-16', '2026-11-23', '2026-12-07', '2026-12-14'].map((day) => on(day))).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(on('2026-11-23', '2026-11-20')).toBe(false);
  });
});

test('only members who work here and who work that day are expected', () => {
  const day = Temporal.PlainDate.from('2026-11-24');
  const people = [
    imported(somebody(1)),
    imported(somebody(2), { workdays: ['ma', 'wo'] }),
    imported(somebody(3), { absentFrom: '2026-11-23', absentUntil: '2026-11-24' }),
    imported(somebody(4), { removed: '2026-11-20' }),
    imported(somebody(5)),
    imported(somebody(6), { directoryId: undefined }),
  ];
  const members = [1, 2, 3, 4, 77].map((n) => ({ directoryId: somebody(n).account }));
  expect(expectedOn(members, people, day, new Set()).map(({ id }) => id)).toEqual(['p1']);
  expect(expectedOn(members, people, day, new Set(['2026-11-24']))).toEqual([]);
});

test('an action is due at the next stand-up, over holidays and the end of the year', () => {
  const pilot = {
    from: '2026-11-01',
    until: '2027-01-31',
    standup: { ...pilotRhythm(), days: ['vr' as const] },
  };
  const due = (day: string) => dueAfter(pilot, Temporal.PlainDate.from(day), new Set());
  expect(due('2026-11-24')).toBe('2026-11-27');
  // Christmas and New Year's Day are Fridays.
  expect(due('2026-12-18')).toBe('2027-01-08');
  expect(dueAfter({ ...pilot, until: '2026-11-24' }, Temporal.PlainDate.from('2026-11-24'), new Set())).toBe(
    '2026-12-01',
  );
});

test('an action is overdue from the day after its date, until it is done', () => {
  const todo = { id: 'a', text: '', source: 'standup' as const, day: '2026-11-20', due: '2026-11-23' };
  expect(overdueOn([todo], '2026-11-23')).toEqual([]);
  expect(overdueOn([todo], '2026-11-24')).toEqual([todo]);
  expect(overdueOn([{ ...todo, doneOn: '2026-11-24' }], '2026-11-25')).toEqual([]);
  expect(overdueOn([{ ...todo, due: undefined }], '2026-11-25')).toEqual([]);
});

test.each([
  '',
  ' - ',
  'Nee',
  'niks.',
  'Niets!',
  'n.v.t.',
  'Geen blokkades',
  'op dit moment niets',
  'gelukkig niks',
])('"%s" is nothing in the way', (text) => expect(isNothing(text)).toBe(true));
test.each([
  'geen toegang tot de BAG',
  'niets werkt',
  'nee, de server ligt eruit',
  '🔥',
  'geen idee wie beslist',
])('"%s" is in the way', (text) => expect(isNothing(text)).toBe(false));

test('an answer is cut between characters, and which one is told', () => {
  const { answers, cut } = cutAnswers([' kort ', '😀'.repeat(20_000), 'x'.repeat(LONGEST_ANSWER)]);
  expect(cut).toEqual([2]);
  expect(answers).toEqual(['kort', '😀'.repeat(LONGEST_ANSWER), 'x'.repeat(LONGEST_ANSWER)]);
});

describe('what is in the way', () => {
  const told = (n: number, blocker: string) => ({ directoryId: `d${n}`, done: '', next: '', blocker });

  test('is one thing for who say the same, the thing of most people first', () => {
    const blockers = blockersOf(
      'P-1',
      '2026-11-24',
      [told(1, 'Geen besluit'), told(2, 'niks'), told(3, 'De BAG ligt eruit.'), told(4, 'de BAG ligt eruit')],
      [],
    );
    expect(blockers.map(({ text, from }) => [text, from])).toEqual([
      ['De BAG ligt eruit.', ['d3', 'd4']],
      ['Geen besluit', ['d1']],
    ]);
  });

  test('has an id that is the same for the same words of that day, and leads to nobody', () => {
    const idOf = (pilot: string, day: string, n: number, text: string) =>
      blockersOf(pilot, day, [told(n, text)], [])[0]?.id;
    const id = idOf('P-1', '2026-11-24', 1, 'Geen besluit');
    expect(idOf('P-1', '2026-11-24', 2, 'geen besluit!')).toBe(id);
    expect(idOf('P-1', '2026-11-25', 1, 'Geen besluit')).not.toBe(id);
    expect(idOf('P-2', '2026-11-24', 1, 'Geen besluit')).not.toBe(id);
  });
});
