import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nearestIn } from '../../../../src/features/mandates/questions/answering/holding.ts';
import type { RegisterEntry, Tenure } from '../../../../src/features/mandates/register/register.ts';
import { isValidOn } from '../../../../src/features/mandates/register/register.ts';
import { coverGaps, gapInWords } from '../../../../src/features/mandates/review/cover.ts';
import { anyEntries, anyTenures, entry, townLookup } from '../town.ts';

/** Two working weeks: 30 November up to and including 11 December 2026. */
const weeks = ['11-30', '12-01', '12-02', '12-03', '12-04', '12-07', '12-08', '12-09', '12-10', '12-11'].map(
  (day) => `2026-${day}`,
);
const [week = [], nextWeek = []] = [weeks.slice(0, 5), weeks.slice(5)];

/** Who is away on which days: always, or only then. */
type Away = Record<string, readonly string[]>;
const presence = (away: Away) => (name: string, day: string) => !(away[name] ?? []).includes(day);
const gaps = (entries: RegisterEntry[], away: Away, { days = weeks, tenures = [] as Tenure[] } = {}) =>
  coverGaps(townLookup(entries, { tenures }), days, presence(away));
/** The gaps as sentences, seen from a day in the week before. */
const said = (
  entries: RegisterEntry[],
  away: Away,
  { days = weeks, from = '2026-11-26', tenures = [] as Tenure[] } = {},
) => gaps(entries, away, { days, tenures }).map((gap) => gapInWords(gap, townLookup(entries), from));

const inNoord = entry({ area: 'N' });
const inTown = entry({ id: 'M2', holder: 'Cor Dam', deputies: [] });

describe('nobody works who may', () => {
  test('holder and deputy both away make a gap, with everything it rests on', () => {
    const days = weeks.slice(1, 5);
    expect(gaps([inNoord], { 'Ans Bos': weeks, 'Bo Vis': days })).toEqual([
      {
        activity: 'valideren',
        registrations: ['BAG'],
        areas: ['N'],
        except: [],
        days,
        holders: ['Ans Bos'],
        deputies: ['Bo Vis'],
        ids: ['M1'],
      },
    ]);
  });

  test('a deputy at work closes it, and so does a holder further up', () => {
    expect(gaps([inNoord], { 'Ans Bos': weeks })).toEqual([]);
    expect(gaps([inNoord, inTown], { 'Ans Bos': weeks, 'Bo Vis': weeks })).toEqual([]);
  });

  test('somebody for another registration, activity or wijk does not', () => {
    const others = [
      entry({ id: 'M2', area: 'N', holder: 'Cor Dam', registration: 'BGT' }),
      entry({ id: 'M3', area: 'N', holder: 'Cor Dam', activity: 'verwerken' }),
      entry({ id: 'M4', area: 'Z', holder: 'Cor Dam' }),
    ];
    expect(said([inNoord, ...others], { 'Ans Bos': week, 'Bo Vis': week })).toEqual([
      'Volgende week valideert niemand BAG in Noord.',
    ]);
  });

  test('somebody for all registrations does', () => {
    const all = entry({ id: 'M2', area: 'N', holder: 'Cor Dam', registration: '' });
    expect(gaps([inNoord, all], { 'Ans Bos': week, 'Bo Vis': week })).toEqual([]);
  });

  test('an entry that is over helps nobody', () => {
    const over = { ...inTown, until: '2026-12-02' };
    const [gap] = gaps([inNoord, over], { 'Ans Bos': week, 'Bo Vis': week });
    expect(gap?.days).toEqual(['2026-12-03', '2026-12-04']);
  });

  test('who holds a function is asked day by day', () => {
    const tenures = [
      { function: 'Teamleider', person: 'Ans Bos', from: '2026-01-01', until: '2026-12-01' },
      { function: 'Teamleider', person: 'Cor Dam', from: '2026-12-02' },
    ];
    const led = entry({ holder: 'Teamleider', deputies: [] });
    const found = gaps([led], { 'Ans Bos': weeks }, { tenures });
    expect(found.map(({ days, holders }) => [days, holders])).toEqual([
      [['2026-11-30', '2026-12-01'], ['Ans Bos']],
    ]);
  });

  test('a wijk of its own that does work is left out of the wider gap', () => {
    expect(said([inNoord, inTown], { 'Cor Dam': week })).toEqual([
      'Volgende week valideert niemand BAG in Stad, behalve in Noord.',
    ]);
  });

  test('no gap is left where all parts work', () => {
    const parts = ['N', 'Z1', 'Z2'].map((area) => entry({ id: area, area }));
    expect(gaps([inTown, ...parts], { 'Cor Dam': week })).toEqual([]);
    expect(gaps([inTown, ...parts.slice(1)], { 'Cor Dam': week })).toHaveLength(1);
  });
});

describe('what belongs together', () => {
  const away = { 'Ans Bos': week, 'Bo Vis': week };

  test('areas with the same people come in one sentence', () => {
    const both = [inNoord, entry({ id: 'M3', area: 'Z' })];
    expect(said(both, away)).toEqual(['Volgende week valideert niemand BAG in Noord en Zuid.']);
  });

  test('registrations too', () => {
    const both = [inNoord, entry({ id: 'M3', area: 'N', registration: 'BGT' })];
    expect(said(both, away)).toEqual(['Volgende week valideert niemand BAG en BGT in Noord.']);
  });

  test('other people do not', () => {
    const both = [inNoord, entry({ id: 'M3', area: 'Z', holder: 'Cor Dam' })];
    expect(said(both, { ...away, 'Cor Dam': week })).toHaveLength(2);
  });

  test('days with a working day between them do not', () => {
    const days = ['2026-11-30', '2026-12-02'];
    expect(said([inNoord], { 'Ans Bos': days, 'Bo Vis': days })).toEqual([
      'Op maandag 30 november valideert niemand BAG in Noord.',
      'Op woensdag 2 december valideert niemand BAG in Noord.',
    ]);
  });

  test('a weekend between them does not part them', () => {
    const days = ['2026-12-03', '2026-12-04', '2026-12-07'];
    expect(said([inNoord], { 'Ans Bos': days, 'Bo Vis': days })).toEqual([
      'Van 3 tot en met 7 december valideert niemand BAG in Noord.',
    ]);
  });
});

describe('when', () => {
  const words = (days: string[], from: string) =>
    said([inNoord], { 'Ans Bos': days, 'Bo Vis': days }, { days, from })[0];

  test.each([
    [week, '2026-11-23', 'Volgende week valideert'],
    [week, '2026-11-29', 'Volgende week valideert'],
    [week, '2026-11-30', 'Van 30 november tot en met 4 december valideert'],
    [nextWeek, '2026-11-23', 'Van 7 tot en met 11 december valideert'],
    [week.slice(0, 4), '2026-11-23', 'Van 30 november tot en met 3 december valideert'],
    [week.slice(1, 3), '2026-11-23', 'Op 1 en 2 december valideert'],
    [['2026-12-01'], '2026-11-23', 'Op dinsdag 1 december valideert'],
    [['2026-12-01'], '2026-12-01', 'Vandaag valideert'],
    [['2026-12-01'], '2026-11-30', 'Morgen valideert'],
    [
      ['2026-12-30', '2026-12-31', '2027-01-04'],
      '2026-12-01',
      'Van 30 december tot en met 4 januari 2027 valideert',
    ],
  ])('%j seen from %s', (days, from, start) => {
    expect(words(days, from)).toBe(`${start} niemand BAG in Noord.`);
  });

  test.each([
    ['verwerken', 'verwerkt niemand BAG'],
    ['goedkeuren', 'keurt niemand BAG goed'],
    ['regie', 'voert niemand regie over BAG'],
    ['koppelen', 'koppelt niemand BAG'],
    ['opdracht verstrekken', 'verstrekt niemand opdrachten voor BAG'],
    ['vergunningen', 'doet niemand vergunningen voor BAG'],
  ])('%s', (activity, text) => {
    const one = entry({ activity, area: 'N', deputies: [] });
    expect(said([one], { 'Ans Bos': week })).toEqual([`Volgende week ${text} in Noord.`]);
  });
});

describe('any register', () => {
  test('has a gap exactly where, place by place, nobody who may works', () => {
    const away = fc.uniqueArray(fc.constantFrom<string>('Ans Bos', 'Bo Vis', 'Cor Dam'));
    const [day = ''] = weeks;
    fc.assert(
      fc.property(anyEntries, anyTenures, away, (entries, tenures, absent) => {
        const lookup = townLookup(entries, { tenures });
        const found = coverGaps(lookup, [day], (name) => !absent.includes(name));
        for (const activity of lookup.activities) {
          const valid = lookup.ofActivity(activity).filter((one) => isValidOn(one, day));
          const named = new Set(valid.map(({ registration }) => registration).filter(Boolean));
          for (const registration of named.size > 0 ? named : ['']) {
            for (const area of ['N', 'Z1', 'Z2']) {
              const { entries: near, broader } = nearestIn(
                lookup,
                lookup.chain(area),
                activity,
                registration,
                day,
              );
              const people = [...near, ...broader].flatMap((one) => [
                ...lookup.holders(one, day),
                ...lookup.deputies(one, day),
              ]);
              const isOpen =
                near.some((one) => one.area === area) && people.every((name) => absent.includes(name));
              const isTold = found.some(
                (gap) =>
                  gap.activity === activity &&
                  gap.registrations.includes(registration) &&
                  gap.areas.includes(area),
              );
              expect([activity, registration, area, isTold]).toEqual([activity, registration, area, isOpen]);
            }
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  test('has no gap when everybody works and every function is fulfilled', () => {
    const tenures = [{ function: 'Teamleider', person: 'Cor Dam', from: '2020-01-01' }];
    fc.assert(
      fc.property(anyEntries, (entries) => {
        expect(gaps(entries, {}, { tenures })).toEqual([]);
      }),
    );
  });

  test('has only gaps of which nobody who may works, in words that say when and where', () => {
    const away = fc.dictionary(
      fc.constantFrom('Ans Bos', 'Bo Vis', 'Cor Dam', 'Teamleider'),
      fc.subarray(weeks),
    );
    fc.assert(
      fc.property(anyEntries, anyTenures, away, (entries, tenures, absences) => {
        const works = presence(absences);
        for (const gap of gaps(entries, absences, { tenures })) {
          const people = [...gap.holders, ...gap.deputies];
          expect(gap.days.flatMap((day) => people.filter((name) => works(name, day)))).toEqual([]);
          expect(gapInWords(gap, townLookup(entries), '2026-11-26')).toMatch(
            /^(Volgende|Op|Van) .* in \w+.*\.$/,
          );
        }
      }),
      { numRuns: 300 },
    );
  });
});
