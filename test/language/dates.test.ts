import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { areDaysApart, parseAbsence, parseDate } from '../../src/language/dates.ts';
import { effort } from '../support/effort.ts';

const day = (iso: string) => Temporal.PlainDate.from(iso);
/** A Wednesday, unless a test says otherwise. */
const WEDNESDAY = '2026-11-25';

/** "first..last", or undefined when it could not be read. */
function away(text: string, today = WEDNESDAY): string | undefined {
  const span = parseAbsence(text, day(today));
  return span && `${span.first}..${span.last}`;
}

describe('one date', () => {
  test.each([
    ['1 december', '2026-12-01'],
    ['1 dec', '2026-12-01'],
    ['1e december', '2026-12-01'],
    ['op dinsdag 1 december', '2026-12-01'],
    ['1 december 2027', '2027-12-01'],
    ['24-12', '2026-12-24'],
    ['24/12', '2026-12-24'],
    ['24.12.2026', '2026-12-24'],
    ['24-12-2026', '2026-12-24'],
    ['24-11-26', '2026-11-24'],
    ['2026-12-24', '2026-12-24'],
    ['vandaag', '2026-11-25'],
    ['morgen', '2026-11-26'],
    ['overmorgen', '2026-11-27'],
    ['woensdag', '2026-11-25'],
    ['vrijdag', '2026-11-27'],
    ['vr', '2026-11-27'],
    ['maandag', '2026-11-30'],
    ['volgende week maandag', '2026-11-30'],
    ['maandag volgende week', '2026-11-30'],
    ['volgende week vrijdag', '2026-12-04'],
    ['29 februari 2028', '2028-02-29'],
    ['over twee weken', '2026-12-09'],
    ['over 3 dagen', '2026-11-28'],
    ['morgenochtend', '2026-11-26'],
    ['vanmiddag', '2026-11-25'],
    ['deze vrijdag', '2026-11-27'],
    ['december 15', '2026-12-15'],
    ['tomorrow', '2026-11-26'],
  ])('"%s" is %s', (text, iso) => {
    expect(parseDate(text, day(WEDNESDAY))?.toString()).toBe(iso);
  });

  test('without a year is the next one, today included', () => {
    expect(parseDate('3 januari', day('2026-11-22'))?.toString()).toBe('2027-01-03');
    expect(parseDate('3-1', day('2026-11-22'))?.toString()).toBe('2027-01-03');
    expect(parseDate('25-11', day(WEDNESDAY))?.toString()).toBe('2026-11-25');
    expect(parseDate('24-11', day(WEDNESDAY))?.toString()).toBe('2027-11-24');
    expect(parseDate('29-2', day('2027-06-01'))?.toString()).toBe('2028-02-29');
  });

  test.each([
    '30 februari',
    '31 november',
    '30-2',
    '31-11-2026',
    '2026-02-30',
    '99-99',
    '0 december',
    '32 mei',
  ])('"%s" does not exist', (text) => {
    expect(parseDate(text, day(WEDNESDAY))).toBeUndefined();
  });

  test.each([
    '',
    'foo',
    'ziek',
    'ooit',
    '12',
    'om 15:00',
    '12.10 uur',
    'vorige week maandag',
    'volgende maand',
    'december',
    'eind december',
    'de komende 2 weken',
    'vrijdag over een week',
    '5 dagen na 1 december',
    'vrijdags',
  ])('"%s" is no date', (text) => {
    expect(parseDate(text, day(WEDNESDAY))).toBeUndefined();
  });

  test('this Friday is never one behind us', () => {
    expect(parseDate('deze vrijdag', day('2026-11-29'))?.toString()).toBe('2026-12-04');
  });

  test('the next week of a Sunday begins the day after', () => {
    expect(parseDate('volgende week maandag', day('2026-11-22'))?.toString()).toBe('2026-11-23');
  });

  test('without a year survives a leap day', () => {
    expect(parseDate('29-2', day('2028-03-01'))).toBeUndefined();
    expect(parseDate('1-3', day('2028-03-01'))?.toString()).toBe('2028-03-01');
  });
});

describe('days away', () => {
  test.each([
    ['tot 1 december', '2026-11-25..2026-11-30'],
    ['t/m 1 december', '2026-11-25..2026-12-01'],
    ['t/m1 december', '2026-11-25..2026-12-01'],
    ['T/M 1 december', '2026-11-25..2026-12-01'],
    ['tm 1 december', '2026-11-25..2026-12-01'],
    ['t.e.m. 1 december', '2026-11-25..2026-12-01'],
    ['tot en met 1 december', '2026-11-25..2026-12-01'],
    ['van 1 tot en met 5 december', '2026-12-01..2026-12-05'],
    ['van 1 tot 5 december', '2026-12-01..2026-12-04'],
    ['1 t/m 5 dec', '2026-12-01..2026-12-05'],
    ['1-5 december', '2026-12-01..2026-12-05'],
    ['1 december - 5 december', '2026-12-01..2026-12-05'],
    ['van 1-12 t/m 5-12', '2026-12-01..2026-12-05'],
    ['van 28 december t/m 3 januari', '2026-12-28..2027-01-03'],
    ['van 28 t/m 3 januari', '2026-12-28..2027-01-03'],
    ['t/m vrijdag', '2026-11-25..2026-11-27'],
    ['tot maandag', '2026-11-25..2026-11-29'],
    ['vanaf morgen t/m vrijdag', '2026-11-26..2026-11-27'],
    ['van maandag t/m woensdag', '2026-11-30..2026-12-02'],
    ['ma t/m wo', '2026-11-30..2026-12-02'],
    ['morgen', '2026-11-26..2026-11-26'],
    ['vandaag', '2026-11-25..2026-11-25'],
    ['24-12', '2026-12-24..2026-12-24'],
    ['tot 24-12-2026', '2026-11-25..2026-12-23'],
    ['t/m 2026-12-24', '2026-11-25..2026-12-24'],
    ['volgende week', '2026-11-30..2026-12-06'],
    ['de hele volgende week', '2026-11-30..2026-12-06'],
    ['deze week', '2026-11-25..2026-11-29'],
    ['tot volgende week', '2026-11-25..2026-11-29'],
    ['t/m volgende week', '2026-11-25..2026-12-06'],
    ['tot volgende week woensdag', '2026-11-25..2026-12-01'],
    ['maandag en dinsdag', '2026-11-30..2026-12-01'],
    ['maandag, dinsdag en woensdag', '2026-11-30..2026-12-02'],
    ['op donderdag en vrijdag', '2026-11-26..2026-11-27'],
    ['vandaag en morgen', '2026-11-25..2026-11-26'],
    ['morgen en overmorgen', '2026-11-26..2026-11-27'],
    ['vrijdag en maandag', '2026-11-27..2026-11-30'],
    ['1 en 2 december', '2026-12-01..2026-12-02'],
    ['1, 2 en 3 dec', '2026-12-01..2026-12-03'],
    ['31 december en 1 januari', '2026-12-31..2027-01-01'],
    ['ma en di', '2026-11-30..2026-12-01'],
    ['2 weken', '2026-11-25..2026-12-08'],
    ['twee weken', '2026-11-25..2026-12-08'],
    ['een week', '2026-11-25..2026-12-01'],
    ['3 dagen', '2026-11-25..2026-11-27'],
    ['een dag', '2026-11-25..2026-11-25'],
    ['een maand', '2026-11-25..2026-12-24'],
    ['de komende 2 weken', '2026-11-25..2026-12-08'],
    ['vanaf maandag 2 weken', '2026-11-30..2026-12-13'],
    ['vanaf 1 december drie dagen', '2026-12-01..2026-12-03'],
    ['twee weken vanaf maandag', '2026-11-30..2026-12-13'],
    ['tot de 15e', '2026-11-25..2026-12-14'],
    ['t/m de 3de', '2026-11-25..2026-12-03'],
    ['van de 1e t/m de 5e', '2026-12-01..2026-12-05'],
  ])('"%s" is %s', (text, expected) => {
    expect(away(text)).toBe(expected);
  });

  test('in the new year are found from the old one', () => {
    expect(away('tot 3 januari', '2026-11-22')).toBe('2026-11-22..2027-01-02');
    expect(away('van 20 december tot 3 januari', '2026-11-22')).toBe('2026-12-20..2027-01-02');
  });

  test('that are going on already begin today', () => {
    expect(away('van 20 t/m 30 november')).toBe('2026-11-25..2026-11-30');
    expect(away('van 20 november t/m 30 november')).toBe('2026-11-25..2026-11-30');
    expect(away('van 20 december t/m 3 januari', '2027-01-01')).toBe('2027-01-01..2027-01-03');
  });

  test('until the weekday that it is now end a week later', () => {
    expect(away('tot woensdag')).toBe('2026-11-25..2026-12-01');
    expect(away('t/m woensdag')).toBe('2026-11-25..2026-11-25');
  });

  test('that are behind us stay behind us, so that the person is told', () => {
    expect(away('gisteren')).toBe('2026-11-24..2026-11-24');
    expect(away('1 december 2025')).toBe('2025-12-01..2025-12-01');
  });

  test.each([
    '',
    'foo',
    'tot',
    'tot nader order',
    'tot 30 februari',
    'van 30 februari tot 5 maart',
    'tot 15:00',
    'tot 12.10 uur',
    'tot vandaag',
    'tot gisteren',
    'tot 25 november',
    'van 5 december tot 1 december 2026',
    'van 5 december tot 1 december',
    'van maandag tot gisteren',
    'vanaf morgen',
    'van 1 december',
    'a t/m b',
    'maandag en donderdag',
    'dinsdag, woensdag en vrijdag',
    'maandag t/m woensdag en vrijdag',
    'vanaf ooit 2 weken',
    'een paar weken',
    'vele weken',
    '0 weken',
    'tot de 32e',
  ])('"%s" cannot be read, or leaves no day', (text) => {
    expect(away(text)).toBeUndefined();
  });

  test('that are named one by one may lie apart, a weekend aside', () => {
    const apart = (text: string) => areDaysApart(text, day(WEDNESDAY));
    expect(['maandag en donderdag', '1 en 5 december', 'morgen en 24-12'].map(apart)).toEqual([
      true,
      true,
      true,
    ]);
    expect(['vrijdag en maandag', '1 en 2 december', 'morgen', 'a en b'].map(apart)).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });

  test('on a Tuesday, Monday and Tuesday are those of next week', () => {
    expect(away('maandag en dinsdag', '2026-11-24')).toBe('2026-11-30..2026-12-01');
  });

  const month = fc.constantFrom(
    'januari',
    'februari',
    'maart',
    'april',
    'mei',
    'juni',
    'juli',
    'augustus',
    'september',
    'oktober',
    'november',
    'december',
  );
  const weekday = fc.constantFrom(
    'maandag',
    'dinsdag',
    'woensdag',
    'donderdag',
    'vrijdag',
    'zaterdag',
    'zondag',
  );
  const date = fc.oneof(
    fc.tuple(fc.integer({ min: 0, max: 33 }), month).map(([number, name]) => `${number} ${name}`),
    fc
      .tuple(fc.integer({ min: 0, max: 33 }), fc.integer({ min: 0, max: 13 }))
      .map((parts) => parts.join('-')),
    weekday,
    weekday.map((name) => `volgende week ${name}`),
    fc.constantFrom('morgen', 'overmorgen', 'volgende week', 'vandaag', 'deze week'),
  );
  const sentence = fc.oneof(
    date,
    fc.tuple(fc.constantFrom('tot', 't/m', 'tot en met'), date).map((parts) => parts.join(' ')),
    fc
      .tuple(fc.constantFrom('van', 'vanaf', ''), date, fc.constantFrom('tot', 't/m'), date)
      .map((parts) => parts.join(' ')),
  );
  const anyDay = fc
    .integer({ min: 0, max: 3_000 })
    .map((days) => Temporal.PlainDate.from('2024-01-01').add({ days }));

  test('are never the wrong way round, and never begin before today', () => {
    fc.assert(
      fc.property(sentence, anyDay, (text, today) => {
        const span = parseAbsence(text, today);
        if (!span) return;
        expect(Temporal.PlainDate.compare(span.first, span.last), text).toBeLessThanOrEqual(0);
        expect(Temporal.PlainDate.compare(today, span.first), text).toBeLessThanOrEqual(0);
      }),
      { numRuns: 500 },
    );
  });

  test('until a day end the day before, and up to and including it on that day', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 300 }), (today, ahead) => {
        const end = today.add({ days: ahead });
        const text = `${end.day}-${end.month}`;
        expect(away(`tot ${text}`, today.toString())).toBe(`${today}..${end.subtract({ days: 1 })}`);
        expect(away(`t/m ${text}`, today.toString())).toBe(`${today}..${end}`);
      }),
    );
  });

  test('are read without a fault from whatever is typed', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => void away(text)));
    fc.assert(fc.property(fc.string({ maxLength: 60 }), (text) => void away(`tot ${text} t/m 31 ${text}`)));
  });

  test.each([
    '1 december ',
    'van maandag t/m ',
    '5 dagen ',
    'over een ',
    'vanaf maandag twee weken ',
    'maandag en ',
    '1, ',
    '1',
    'a ',
    '-',
    ' ',
  ])('many of "%s" take no time', (piece) => {
    const text = piece.repeat(2_000).slice(0, 2_000);
    away(text);
    expect(effort(() => away(text))).toBeLessThan(100);
  });

  test.each(['1-1-2027 en 31-12-9999', 'a a a a a a 0001-01-01 en 9999-12-31 vrij'])(
    'of two days that lie far apart nobody counts what is between: "%s"',
    (text) => {
      expect(effort(() => areDaysApart(text, day(WEDNESDAY)))).toBeLessThan(100);
      expect(effort(() => away(text))).toBeLessThan(100);
    },
  );

  test('are the same in every time zone of the machine', () => {
    const texts = [
      'tot 1 december',
      't/m vrijdag',
      'morgen',
      'volgende week maandag',
      '24-12',
      'tot 29 maart',
    ];
    const program = `
      import { Temporal } from 'temporal-polyfill';
      import { parseAbsence } from './src/language/dates.ts';
      const days = ['${WEDNESDAY}', '2027-03-27', '2026-10-25'].map((day) => Temporal.PlainDate.from(day));
      const spans = days.flatMap((day) => ${JSON.stringify(texts)}.map((text) => parseAbsence(text, day)));
      console.log(JSON.stringify(spans));`;
    const inZone = (TZ: string) =>
      execFileSync(process.execPath, ['--input-type=module-typescript', '--eval', program], {
        encoding: 'utf8',
        env: { ...process.env, TZ },
      });
    const here = inZone('Europe/Amsterdam');
    expect(JSON.parse(here)[0]).toEqual({ first: '2026-11-25', last: '2026-11-30' });
    for (const zone of ['Pacific/Auckland', 'Pacific/Kiritimati', 'America/Los_Angeles', 'UTC']) {
      expect(inZone(zone), zone).toBe(here);
    }
  });
});
