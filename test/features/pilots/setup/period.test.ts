import { Temporal } from 'temporal-polyfill';
import { afterEach, describe, expect, test } from 'vitest';
import { isWorkday } from '../../../../src/calendar/holidays.ts';
import { datesProblems, firstDates, longerBy } from '../../../../src/features/pilots/pilot/dates.ts';
import { periodNote } from '../../../../src/features/pilots/setup/period.ts';
import { pilotOf } from '../../../support/pilot.ts';
import { amira, type Course, gijs, petra, startCourse } from '../course.ts';

const date = (iso: string) => Temporal.PlainDate.from(iso);
const open = new Set<string>();

describe('the days that a new pilot is offered', () => {
  test.each([
    ['on a Monday: this week', '2026-11-23', [], '2026-11-23', '2026-11-27'],
    ['on a Wednesday: next week', '2026-11-25', [], '2026-11-30', '2026-12-04'],
    ['on a Sunday: the week that comes', '2026-11-29', [], '2026-11-30', '2026-12-04'],
    ['with Easter Monday', '2027-03-26', [], '2027-03-30', '2027-04-02'],
    ['with Christmas on a Friday', '2026-12-21', [], '2026-12-21', '2026-12-24'],
    [
      'with a Friday on which the municipality is closed',
      '2026-11-23',
      ['2026-11-27'],
      '2026-11-23',
      '2026-11-26',
    ],
    [
      'with a whole week closed',
      '2026-11-23',
      ['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27'],
      '2026-11-30',
      '2026-12-04',
    ],
  ])('for a proefweek %s', (_, day, closures, from, until) => {
    expect(firstDates('proefweek', date(day), new Set(closures))).toEqual({ from, until });
  });

  test('are working days, for every kind and on every day of two years', () => {
    for (let n = 0; n < 730; n += 1) {
      const day = date('2026-01-01').add({ days: n });
      for (const kind of ['proefweek', 'rolpilot', undefined] as const) {
        const { from, until } = firstDates(kind, day, open);
        expect([isWorkday(date(from), open), isWorkday(date(until), open)]).toEqual([true, true]);
        expect(from >= day.toString() && from <= until).toBe(true);
      }
    }
  });

  test('a week longer ends on a working day too, counted from today when the last day is over', () => {
    expect(longerBy(1, '2026-12-18', '2026-12-18', open)).toBe('2026-12-24');
    expect(longerBy(1, '2026-11-20', '2026-11-25', open)).toBe('2026-12-02');
  });
});

describe('days that are no working days', () => {
  const wrong = (from: string, until: string, before?: { from: string; until: string }) =>
    datesProblems({ from, until }, '2026-11-25', new Set(['2026-12-07']), before);

  test.each([
    ['a Sunday', '2026-11-25', '2026-12-06', ['De laatste dag valt op zondag 6 december.']],
    ['Christmas', '2026-11-25', '2026-12-25', ['De laatste dag valt op een vrije dag, vrijdag 25 december.']],
    [
      'a day closed',
      '2026-12-07',
      '2026-12-11',
      ['De eerste dag valt op een vrije dag, maandag 7 december.'],
    ],
    ['both', '2026-11-28', '2026-11-29', ['De eerste dag valt op zaterdag', 'De laatste dag valt op zondag']],
  ])('%s: says which would be', (_, from, until, beginnings) => {
    const problems = wrong(from, until);
    expect(problems).toHaveLength(beginnings.length);
    for (const [n, words] of beginnings.entries()) {
      expect(problems[n]).toContain(words);
      expect(problems[n]).toContain('Kies een werkdag, bijvoorbeeld');
    }
  });

  test('are left alone where they were so already, and in the past too', () => {
    expect(wrong('2026-11-15', '2026-11-22', { from: '2026-11-15', until: '2026-11-22' })).toEqual([]);
    expect(wrong('2026-11-15', '2026-11-24', { from: '2026-11-15', until: '2026-11-22' })).toEqual([
      'De laatste dag is al voorbij.',
    ]);
  });
});

test('what it means for stand-ups and a proefweek is said', () => {
  const standup = {
    days: ['ma' as const],
    from: '09:00',
    until: '10:00',
    questions: ['a', 'b', 'c'] as [string, string, string],
  };
  const channel = { serviceUrl: '', conversation: '19:pilot', bot: '' };
  const note = (change: object, day = '2026-11-25') => periodNote(pilotOf(change), day);
  expect(note({ standup, channel })).toBe('Bewaard. De stand-up gaat door tot en met 18 december 2026.');
  expect(note({ standup, channel, from: '2026-11-30' })).toContain('De stand-up begint op 30 november 2026');
  expect(note({ standup })).toBe('Bewaard.');
  expect(note({ kind: 'proefweek', from: '2026-11-30', until: '2026-12-04' })).toBe('Bewaard.');
  expect(note({ kind: 'proefweek', from: '2026-11-30', until: '2026-12-01' })).toContain(
    'Korter dan een week',
  );
  expect(note({ kind: 'proefweek', from: '2026-11-30', until: '2026-12-18' })).toContain(
    'langer dan een week',
  );
});

describe('a pilot that is changed', () => {
  let town: Course;
  afterEach(() => town.stop());
  const period = { name: 'Adressen Noord', kind: 'mini-pilot', from: '2026-11-16', until: '2026-12-11' };

  test('gets other days, another name and another kind by who leads it', async () => {
    town = await startCourse();
    const form = await town.taps(gijs, 'pilot.edit-period');
    for (const part of ['Periode en naam', 'Mutaties West', '2026-12-18']) expect(form).toContain(part);
    expect(await town.taps(amira, 'pilot.save-period', period)).toContain(
      'Alleen wie de pilot leidt, kan dit',
    );
    expect(await town.taps(gijs, 'pilot.save-period', period)).toContain('Adressen Noord');
    expect(await town.stored()).toMatchObject(period);
    expect((await town.logged()).map(([, what]) => what)).toEqual(['pilot: periode en naam gewijzigd']);
  });

  test.each([
    [{ name: ' ' }, 'Geef de pilot een naam.'],
    [{ kind: 'grote pilot' }, 'Kies wat voor pilot het is.'],
    [{ until: '2026-11-24' }, 'De laatste dag is al voorbij.'],
    [{ until: '2026-12-13' }, 'De laatste dag valt op zondag 13 december.'],
    [{ until: '2026-11-10' }, 'De laatste dag ligt vóór de eerste.'],
    [{ until: 'morgen' }, 'Kies een eerste en een laatste dag.'],
    [{ until: '2028-12-08' }, 'Een pilot duurt hooguit een jaar.'],
    [{ name: 'x'.repeat(81) }, 'hooguit 80 tekens'],
  ])('says what is wrong with %j, and nothing changes', async (change, problem) => {
    town = await startCourse();
    const words = await town.taps(gijs, 'pilot.save-period', { ...period, ...change });
    expect(words).toContain(problem);
    expect(await town.stored()).toMatchObject({ name: 'Mutaties West', until: '2026-12-18' });
  });

  test('past its last day says so to each who looks, and can be renamed all the same', async () => {
    town = await startCourse({ until: '2026-11-20' });
    const [mine, theirs] = [await town.taps(gijs, 'pilot.show'), await town.taps(amira, 'pilot.show')];
    expect(mine).toContain('De laatste dag is voorbij. Verleng of rond af.');
    expect(mine).toContain('pilot.last-day');
    expect(theirs).toContain('Wie de pilot leidt, verlengt hem of rondt hem af.');
    expect(theirs).not.toContain('pilot.last-day');
    expect(await town.taps(gijs, 'pilot.save-period', { ...period, until: '2026-11-20' })).toContain(
      'Adressen Noord',
    );
  });

  test('a week longer is one week, however often and by whomever it is tapped, and can be taken back', async () => {
    town = await startCourse({ until: '2026-11-25' });
    expect(await town.says(gijs, 'pilot verlengen')).toContain('Vandaag is de laatste dag');
    const longer = (who = gijs) => town.taps(who, 'pilot.longer', { until: '2026-11-25' });
    const answers = await Promise.all([longer(), longer(petra)]);
    expect(answers.filter((words) => words.includes('Verlengd tot en met 2 december 2026'))).toHaveLength(1);
    expect(await longer()).toContain('De laatste dag was al gewijzigd');
    expect((await town.stored()).until).toBe('2026-12-02');
    const back = { until: '2026-12-02', back: '2026-11-25' };
    expect(await town.taps(gijs, 'pilot.shorter', back)).toContain('De laatste dag is weer 25 november 2026');
    expect(await town.taps(gijs, 'pilot.shorter', back)).toContain('intussen gewijzigd');
    expect((await town.stored()).until).toBe('2026-11-25');
  });
});
