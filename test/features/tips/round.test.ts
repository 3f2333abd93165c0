import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { worksOn } from '../../../src/calendar/availability.ts';
import { at } from '../../../src/calendar/clock.ts';
import { freeDays } from '../../../src/calendar/holidays.ts';
import { defaultSchedule } from '../../../src/calendar/schedule.ts';
import { type Weekday, weekdayOf, weekdays } from '../../../src/calendar/weekdays.ts';
import { periodOf } from '../../../src/calendar/weeks.ts';
import type { RoundContext } from '../../../src/delivery/round.ts';
import { weeklyTips } from '../../../src/features/tips/advice/round.ts';
import { emptyMunicipality } from '../../../src/people/municipality.ts';
import type { Person } from '../../../src/people/person.ts';
import { imported, somebody } from '../../support/bot.ts';

const round = weeklyTips((team, who) => `${team} ${who}`);
const address = { serviceUrl: 'http://127.0.0.1:9', conversation: 'c', user: 'u', bot: 'b' };
const amira = (change: Partial<Person> = {}) =>
  imported(somebody(1), { tipDay: 'ma', reach: 'open', address, ...change });
const contextAt = (now: Temporal.Instant, closures: string[] = []): RoundContext => ({
  team: { key: 'objecten-west', name: 'Objecten West', schedule: defaultSchedule },
  municipality: { ...emptyMunicipality, closures },
  now,
});
const dayAt = (day: string, time = '11:00') => at(Temporal.PlainDate.from(day), time);

/** The days from the first on, a week by default, on which somebody gets the message. */
function daysOf(person: Person, { from = '2026-11-30', days = 7, closures = [] as string[] } = {}): string[] {
  const first = Temporal.PlainDate.from(from);
  const had = new Set<string>();
  return Array.from({ length: days }, (_, n) => first.add({ days: n })).flatMap((day) => {
    const context = contextAt(at(day, '11:00'), closures);
    if (!round.due(context)) return [];
    const got = round.recipients(context, [person], had);
    for (const one of got) had.add(round.outcomeKey(one));
    return got.length > 0 ? [day.toString()] : [];
  });
}

describe('the weekly message', () => {
  test.each<[string, Partial<Person>, string[]]>([
    ['on the chosen day', { tipDay: 'di' }, ['2026-12-01']],
    ['to nobody who did not choose a day', { tipDay: undefined }, []],
    ['on the next working day of a part-timer who is off', { workdays: ['wo', 'do'] }, ['2026-12-02']],
    ['not at all when Friday was chosen and is no working day', { tipDay: 'vr', workdays: ['ma', 'di'] }, []],
    ['not on a day before the chosen one', { tipDay: 'do', workdays: ['ma', 'vr'] }, ['2026-12-04']],
    ['not in the weekend, not even to who works then', { tipDay: 'vr', workdays: ['za', 'zo'] }, []],
    [
      'after an absence, on the first day back in that week',
      { absentFrom: '2026-11-25', absentUntil: '2026-12-01' },
      ['2026-12-02'],
    ],
    ['not to somebody who is away all week', { absentFrom: '2026-11-30', absentUntil: '2026-12-06' }, []],
    ['not to somebody who is away until further notice', { absentFrom: '2026-11-25' }, []],
    ['not to somebody who removed the app', { reach: 'blocked' }, []],
    ['not to somebody who never installed it', { reach: 'none', address: undefined }, []],
    ['not to somebody who left', { removed: '2026-11-20' }, []],
    ['to somebody who stopped check-ins: that is another message', { checkins: false }, ['2026-11-30']],
  ])('goes %s', (_, change, days) => {
    expect(daysOf(amira(change))).toEqual(days);
  });

  test('moves to the next working day on a closure and on a holiday, and drops out when the week is over', () => {
    expect(daysOf(amira(), { closures: ['2026-11-30', '2026-12-01'] })).toEqual(['2026-12-02']);
    // Easter Monday.
    expect(daysOf(amira(), { from: '2027-03-29' })).toEqual(['2027-03-30']);
    // Christmas 2026 is on Friday and Saturday.
    expect(daysOf(amira({ tipDay: 'vr' }), { from: '2026-12-21' })).toEqual([]);
  });

  test('goes out between nine and five, on no day of the weekend, and nothing is sent after that', () => {
    const due = (moment: Temporal.Instant) => round.due(contextAt(moment));
    expect(due(dayAt('2026-11-30', '08:59'))).toBeUndefined();
    expect(due(dayAt('2026-11-30', '09:00'))).toMatchObject({ until: dayAt('2026-11-30', '17:00') });
    expect(due(dayAt('2026-11-30', '16:59'))).toBeDefined();
    expect(due(dayAt('2026-11-30', '17:00'))).toBeUndefined();
    for (const day of ['2026-12-05', '2026-12-06']) expect(due(dayAt(day))).toBeUndefined();
  });

  test('is looked at again right before sending: whoever stopped or went since then gets none', async () => {
    const context = contextAt(dayAt('2026-11-30'));
    const occurrence = round.due(context);
    if (!occurrence) throw new Error('a round is due on Monday at eleven');
    const prepare = await round.prepare(context, occurrence, []);
    expect(prepare(amira())).toHaveProperty('message');
    for (const change of [
      { tipDay: undefined },
      { reach: 'blocked' as const },
      { absentFrom: '2026-11-30' },
      { removed: '2026-11-30' },
      { tipDay: 'di' as const },
    ])
      expect(prepare(amira(change))).toEqual({ skip: 'not today' });
  });

  test('is one and the same for everybody, and tells nothing about anybody', async () => {
    const context = contextAt(dayAt('2026-11-30'));
    const occurrence = round.due(context);
    if (!occurrence) throw new Error('a round is due on Monday at eleven');
    const prepare = await round.prepare(context, occurrence, []);
    const everybody = [
      amira(),
      amira({ access: ['manager'], role: 'Objectregisseur', name: 'Bert' }),
      amira({ team: 'objecten-oost', checkins: false, workdays: ['ma'] }),
    ];
    const messages = everybody.map((person) => prepare(person));
    expect(messages[0]).toMatchObject({
      message: {
        text: 'Er is een tip voor je.',
        card: {
          template: 'notice',
          data: {
            title: 'Er is een tip voor je',
            actions: [{ verb: 'tips.show', title: 'Laat zien', data: {} }],
          },
          seenBy: expect.stringContaining('Alleen jij ziet welke tip het is'),
        },
      },
    });
    for (const message of messages) expect(message).toEqual(messages[0]);
  });
});

describe('whatever somebody chooses and changes', () => {
  const START = Temporal.PlainDate.from('2026-12-14');
  const DAYS = 28;
  const dayOf = (n: number) => START.add({ days: n });
  const someDay = fc.integer({ min: 0, max: DAYS }).map((n) => dayOf(n).toString());
  const offered = weekdays.slice(0, 5);
  const change = fc.record(
    {
      tipDay: fc.option(fc.constantFrom<Weekday>(...offered), { nil: undefined }),
      workdays: fc.subarray([...weekdays]),
      absentFrom: fc.option(someDay, { nil: undefined }),
      absentUntil: fc.option(someDay, { nil: undefined }),
      reach: fc.constantFrom('open' as const, 'open' as const, 'blocked' as const),
    },
    { requiredKeys: [] },
  );

  test('at most one message a week comes, and only on a day on which they work', () => {
    const closures = fc.array(someDay, { maxLength: 4 });
    const story = fc.record({
      changes: fc.array(fc.tuple(fc.integer({ min: 0, max: DAYS - 1 }), change), { maxLength: 12 }),
      closures,
    });
    let messages = 0;
    fc.assert(
      fc.property(story, ({ changes, closures: closed }) => {
        let person = amira();
        const had = new Map<string, Set<string>>();
        for (let n = 0; n < DAYS; n += 1) {
          const day = dayOf(n);
          // Two looks a day: what changes in between may not bring a second one.
          for (const time of ['09:00', '15:00']) {
            const context = contextAt(at(day, time), closed);
            const period = periodOf(day);
            const sent = had.get(period) ?? new Set();
            had.set(period, sent);
            for (const one of round.due(context) ? round.recipients(context, [person], sent) : []) {
              messages += 1;
              expect(sent.size).toBe(0);
              sent.add(round.outcomeKey(one));
              expect(worksOn(person, day, new Set(closed))).toBe(true);
              expect(offered).toContain(weekdayOf(day));
              expect(freeDays(day.year).has(day.toString())).toBe(false);
              expect([person.reach, person.tipDay === undefined]).toEqual(['open', false]);
            }
            for (const [on, what] of changes) if (on === n) person = { ...person, ...what };
          }
        }
      }),
      { numRuns: 300 },
    );
    expect(messages).toBeGreaterThan(300);
  });

  test('one message comes in each week in which nothing changes and a day is left to work on', () => {
    fc.assert(
      fc.property(
        fc.constantFrom<Weekday>(...offered),
        fc.subarray([...offered]),
        fc.integer({ min: 0, max: 60 }),
        (tipDay, workdays, weeks) => {
          const monday = Temporal.PlainDate.from('2026-01-05').add({ weeks });
          const person = amira({ tipDay, workdays });
          const left = offered
            .map((_, n) => monday.add({ days: n }))
            .filter((day) => offered.indexOf(weekdayOf(day)) >= offered.indexOf(tipDay))
            .filter((day) => worksOn(person, day, new Set()));
          expect(daysOf(person, { from: monday.toString() })).toEqual(left.slice(0, 1).map(String));
        },
      ),
    );
  });

  test('summer and winter time make no difference', () => {
    for (const from of ['2026-03-23', '2026-03-30', '2026-10-19', '2026-10-26'])
      expect(daysOf(amira({ tipDay: 'vr' }), { from })).toEqual([
        Temporal.PlainDate.from(from).add({ days: 4 }).toString(),
      ]);
  });
});
