import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { ZONE } from '../../../src/calendar/clock.ts';
import { defaultSchedule, type Schedule } from '../../../src/calendar/schedule.ts';
import { mondayOf } from '../../../src/calendar/weeks.ts';
import {
  cardsDue,
  fitComment,
  getsCard,
  getsReminder,
  hasScale,
  mayBeWrittenTo,
  optionOf,
  options,
  periodState,
  remindersDue,
  thisWeek,
} from '../../../src/features/checkin/rules.ts';
import { emptyMunicipality, type Team } from '../../../src/people/municipality.ts';
import type { Person } from '../../../src/people/person.ts';
import { account, person } from '../../support/town.ts';

const team = (schedule: Partial<Schedule> = {}): Team => ({
  key: 'objecten-west',
  name: 'Objecten West',
  schedule: { ...defaultSchedule, ...schedule },
});
const west = team();
/** A local moment: '2026-11-23 10:00'. */
const local = (text: string) =>
  Temporal.PlainDateTime.from(text.replace(' ', 'T')).toZonedDateTime(ZONE).toInstant();

/** Whether somebody gets a card or a reminder at a local moment. */
const at = (
  moment: string,
  change: Partial<Person> = {},
  { closures = [] as string[], schedule = {} as Partial<Schedule> } = {},
) => {
  const context = {
    team: team(schedule),
    now: local(moment),
    municipality: { ...emptyMunicipality, closures },
  };
  const one = person('p01', change);
  return { card: getsCard(context)(one), reminder: getsReminder(context)(one) };
};
const cardDays = (days: readonly string[], change: Partial<Person> = {}, more = {}) =>
  days.filter((day) => at(`${day} 10:30`, change, more).card);
const reminderDays = (days: readonly string[], change: Partial<Person> = {}, more = {}) =>
  days.filter((day) => at(`${day} 10:30`, change, more).reminder);
/** Monday to Sunday of an ISO week. */
const week = (period: string) =>
  Array.from({ length: 7 }, (_, days) => mondayOf(period).add({ days }).toString());
const w48 = week('2026-W48');

describe('a scale is offered', () => {
  const members = (count: number) => Array.from({ length: count }, (_, n) => person(`p${n}`));

  test('from exactly six people who count', () => {
    expect(hasScale(west, members(5))).toBe(false);
    expect(hasScale(west, members(6))).toBe(true);
  });

  test('whoever stopped check-ins: the form may not tell that somebody stopped', () => {
    for (const stopped of [1, 3, 6])
      expect(
        hasScale(
          west,
          members(6).map((one, n) => ({ ...one, checkins: n >= stopped })),
        ),
      ).toBe(true);
  });

  test('not to five and a manager, nor to five and somebody who left', () => {
    expect(hasScale(west, [...members(5), person('p9', { access: ['manager'] })])).toBe(false);
    expect(hasScale(west, [...members(5), person('p9', { removed: '2026-11-01' })])).toBe(false);
  });

  test('not to five of whom one has two rows, as an import that broke off leaves: the picture counts them once', () => {
    expect(hasScale(west, [...members(5), person('p9', { directoryId: account(4) })])).toBe(false);
  });

  test('not to five and a member who is recorded as leading the team: only five can ever count', () => {
    const led = { ...west, managers: ['p5@gemeente.example', 'van.buiten@gemeente.example'] };
    expect(hasScale(led, members(6))).toBe(false);
    expect(hasScale(led, members(7))).toBe(true);
  });
});

describe('an answer', () => {
  test('belongs to each score', () => {
    expect(options.map(({ score }) => optionOf(score).word)).toEqual([
      'heel zwaar',
      'zwaar',
      'gaat wel',
      'goed',
      'heel goed',
    ]);
  });
});

describe('a period', () => {
  const state = (period: string, moment: string, schedule: Partial<Schedule> = {}) =>
    periodState(team(schedule), period, local(moment)).state;

  test('opens on the minute and closes on the minute', () => {
    expect(state('2026-W48', '2026-11-23 09:59:59')).toBe('early');
    expect(state('2026-W48', '2026-11-23 10:00')).toBe('open');
    expect(state('2026-W48', '2026-11-27 14:59:59')).toBe('open');
    expect(state('2026-W48', '2026-11-27 15:00')).toBe('closed');
  });

  test.each(['2026-W13', '2026-W14', '2026-W43', '2026-W44'])(
    'opens at ten and closes at three on the clock around the change of the clock: %s',
    (period) => {
      const [monday, , , , friday] = week(period);
      expect(state(period, `${monday} 09:59`)).toBe('early');
      expect(state(period, `${monday} 10:00`)).toBe('open');
      expect(state(period, `${friday} 14:59`)).toBe('open');
      expect(state(period, `${friday} 15:00`)).toBe('closed');
    },
  );

  test('that does not exist is none, whatever a card sends', () => {
    for (const period of ['2026-W54', '2025-W53', 'x', '', '2026-W4', '2026-W48|p', '__proto__', '9999-W01'])
      expect(state(period, '2026-11-23 10:00')).toBe('none');
    expect(state('2026-W53', '2026-12-28 10:00')).toBe('open');
  });

  test('is none in a week in which the team has no check-in', () => {
    const fortnightly = { everyWeeks: 2, anchor: '2026-11-23' } as const;
    expect(state('2026-W48', '2026-11-24 12:00', fortnightly)).toBe('open');
    expect(state('2026-W49', '2026-12-01 12:00', fortnightly)).toBe('none');
    expect(thisWeek(team(fortnightly), local('2026-12-01 12:00'))).toBeUndefined();
  });

  test('of this week is found before it opens, while it is open and after it closed', () => {
    for (const moment of ['2026-11-23 00:01', '2026-11-25 12:00', '2026-11-29 23:59'])
      expect(thisWeek(west, local(moment))?.period).toBe('2026-W48');
    expect(thisWeek(west, local('2026-11-30 00:00'))?.period).toBe('2026-W49');
  });
});

describe('a comment', () => {
  test('of exactly a thousand characters is kept whole; the one after it is cut', () => {
    expect(fitComment('x'.repeat(1_000))).toEqual({ comment: 'x'.repeat(1_000), cut: false });
    expect(fitComment('x'.repeat(1_001))).toEqual({ comment: 'x'.repeat(1_000), cut: true });
  });

  test('counts a character outside the basic plane once and never halves it', () => {
    expect(fitComment('😀'.repeat(1_000))).toEqual({ comment: '😀'.repeat(1_000), cut: false });
    expect(fitComment(`x${'😀'.repeat(1_000)}`)).toEqual({ comment: `x${'😀'.repeat(999)}`, cut: true });
  });

  test('loses the white space around it before it is measured', () => {
    expect(fitComment(` \n${'x'.repeat(1_000)}\t `)).toEqual({ comment: 'x'.repeat(1_000), cut: false });
    expect(fitComment(' \n ')).toEqual({ comment: '', cut: false });
  });

  test('is never longer than a thousand characters and is always the beginning of what was written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 1_200, size: 'max' }), (text) => {
        const { comment, cut } = fitComment(text);
        expect([...comment].length).toBeLessThanOrEqual(1_000);
        expect(text.trim().startsWith(comment)).toBe(true);
        expect(cut).toBe(comment !== text.trim());
        if (text.isWellFormed()) expect(comment.isWellFormed()).toBe(true);
      }),
    );
  });
});

describe('who may be written to', () => {
  test.each<[string, Partial<Person>]>([
    ['who stopped check-ins', { checkins: false }],
    ['who never installed the app', { reach: 'none', address: undefined }],
    ['who blocked it', { reach: 'blocked' }],
    ['who left', { removed: '2026-11-01' }],
    ['without an account', { directoryId: undefined }],
    ['without an address', { address: undefined }],
  ])('nobody %s', (_who, change) => {
    expect(mayBeWrittenTo(person('p01'))).toBe(true);
    expect(mayBeWrittenTo(person('p01', change))).toBe(false);
    expect(cardDays(w48, change)).toEqual([]);
    expect(reminderDays(w48, change)).toEqual([]);
  });
});

describe('the card of somebody who has not had it', () => {
  test('comes on Monday at ten, and is made up every later day of the window', () => {
    expect(at('2026-11-23 09:59').card).toBe(false);
    expect(at('2026-11-23 10:00').card).toBe(true);
    expect(cardDays(w48)).toEqual(w48.slice(0, 5));
  });

  test('comes no later than six o’clock, and on Friday not after the window closed', () => {
    expect(at('2026-11-23 17:59').card).toBe(true);
    expect(at('2026-11-23 18:00').card).toBe(false);
    expect(at('2026-11-27 14:59').card).toBe(true);
    expect(at('2026-11-27 15:00').card).toBe(false);
  });

  test('comes on Tuesday when Monday is Tweede paasdag', () => {
    expect(cardDays(week('2026-W15'))[0]).toBe('2026-04-07');
  });

  test('comes on a part-timer’s own days only', () => {
    expect(cardDays(w48, { workdays: ['di', 'do', 'za'] })).toEqual(['2026-11-24', '2026-11-26']);
  });

  test('waits until somebody is back', () => {
    expect(cardDays(w48, { absentUntil: '2026-11-25' })).toEqual(['2026-11-26', '2026-11-27']);
    expect(cardDays(w48, { absentFrom: '2026-11-01' })).toEqual([]);
  });

  test('waits while the municipality is closed', () => {
    expect(cardDays(w48, {}, { closures: ['2026-11-23', '2026-11-24'] })).toEqual(w48.slice(2, 5));
  });

  test('comes at the team’s own day and time', () => {
    const schedule = { day: 'wo', time: '13:30' } as const;
    expect(at('2026-11-25 13:29', {}, { schedule }).card).toBe(false);
    expect(at('2026-11-25 13:30', {}, { schedule }).card).toBe(true);
    expect(at('2026-11-24 14:00', {}, { schedule }).card).toBe(false);
  });

  test('does not come in a week without a check-in', () => {
    const schedule = { everyWeeks: 2, anchor: '2026-11-16' } as const;
    expect(cardDays(w48, {}, { schedule })).toEqual([]);
    expect(cardDays(week('2026-W49'), {}, { schedule })).not.toEqual([]);
  });
});

describe('the reminder', () => {
  test('comes on the last working day, once, at ten', () => {
    expect(reminderDays(w48)).toEqual(['2026-11-27']);
    expect(at('2026-11-27 09:59').reminder).toBe(false);
    expect(at('2026-11-27 10:00').reminder).toBe(true);
    expect(reminderDays(w48, { workdays: ['ma', 'wo'] })).toEqual(['2026-11-25']);
  });

  test('does not come to who works one day: that is the day of the card', () => {
    expect(reminderDays(w48, { workdays: ['wo'] })).toEqual([]);
  });
});

describe('what is due now', () => {
  test('holds until six o’clock, or until the window closes', () => {
    expect(cardsDue(west, local('2026-11-23 10:00'))?.until.toString()).toBe(
      local('2026-11-23 18:00').toString(),
    );
    expect(cardsDue(west, local('2026-11-27 10:00'))?.until.toString()).toBe(
      local('2026-11-27 15:00').toString(),
    );
    expect(remindersDue(west, local('2026-11-27 09:00'))).toBeUndefined();
    expect(cardsDue(west, local('2026-11-28 10:00'))).toBeUndefined();
  });
});
