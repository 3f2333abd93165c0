import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import type { Weekday } from '../../../../src/calendar/weekdays.ts';
import type { Turn } from '../../../../src/conversation/turn.ts';
import type { RegisterEntry } from '../../../../src/features/mandates/register/register.ts';
import { oversight } from '../../../../src/features/mandates/review/oversight.ts';
import type { Person } from '../../../../src/people/person.ts';
import { imported, somebody } from '../../../support/bot.ts';
import { entry, town, townLookup } from '../town.ts';

const now = Temporal.Instant.from('2026-11-25T10:00:00Z');
const workdays: Weekday[] = ['ma', 'di', 'wo', 'do', 'vr'];
/** The manager and a colleague of the own team, who is away; the others work in two other teams. */
const mara = imported(somebody(70, 'Mara Leider'), { access: ['manager'], workdays: ['ma', 'di', 'do'] });
const lies = imported(somebody(71, 'Lies West'), { absentFrom: '2026-11-25', absentUntil: '2026-12-04' });
const others = ['Xavi Zuid', 'Yara Zuid', 'Zeb Oost'];

interface Days {
  workdays: Weekday[];
  away?: [number, number];
}

const dayOf = (n: number) => Temporal.PlainDate.from('2026-11-25').add({ days: n }).toString();

const withDays = (days: readonly Days[]): Person[] =>
  others.map((name, n) => {
    const { workdays: on = [], away } = days[n] ?? {};
    const absence = away ? { absentFrom: dayOf(away[0]), absentUntil: dayOf(away[0] + away[1]) } : {};
    return imported(somebody(80 + n, name), {
      team: n < 2 ? 'zuid' : 'oost',
      workdays: on,
      ...absence,
    });
  });

/** What the manager reads, when the others work on these days. */
async function card(entries: RegisterEntry[], days: readonly Days[]): Promise<string> {
  const lookup = townLookup(entries);
  const watch = oversight({
    store: { current: async () => ({ lookup }) },
    gaps: { all: async () => [] },
    proposals: { open: async () => [] },
    everybody: async () => [mara, lies, ...withDays(days)],
    settings: { read: async () => ({ municipality: { closures: [] } }) },
  });
  const turn = { now, directoryId: 'mara', person: async () => mara };
  return JSON.stringify(await watch.cover(turn as unknown as Turn));
}

const anyName = fc.constantFrom(mara.name, lies.name, ...others, 'Partner Buiten');
const anyEntry = fc.record({
  activity: fc.constantFrom('valideren', 'verwerken'),
  registration: fc.constantFrom('', 'BAG', 'BGT'),
  area: fc.constantFrom(...town.map(({ code }) => code)),
  holder: anyName,
  deputies: fc.array(anyName, { maxLength: 2 }),
});
const someDays: fc.Arbitrary<Days[]> = fc.array(
  fc.record(
    {
      workdays: fc.subarray(workdays),
      away: fc.tuple(fc.nat(12), fc.nat(12)),
    },
    { requiredKeys: ['workdays'] },
  ),
  { minLength: 3, maxLength: 3 },
);

test('nothing that a manager reads at bezetting depends on the days of people of other teams', async () => {
  let told = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(anyEntry, { minLength: 1, maxLength: 6 }),
      someDays,
      someDays,
      async (list, one, other) => {
        const entries = list.map((fields, n) => entry({ ...fields, id: `M${n}` }));
        const read = await card(entries, one);
        if (read.includes('niemand')) told += 1;
        expect(await card(entries, other)).toBe(read);
      },
    ),
    { numRuns: 400 },
  );
  // Not because there is nothing to read.
  expect(told).toBeGreaterThan(20);
});

test('a gap of the own team stays told where people of another team do the same in a part of the area', async () => {
  const entries = [
    entry({ id: 'M1', holder: lies.name, deputies: [] }),
    entry({ id: 'M2', area: 'N', holder: 'Xavi Zuid', deputies: [] }),
  ];
  const read = await card(entries, [{ workdays: [] }, { workdays: [] }, { workdays: [] }]);
  expect(read).toMatch(/valideert niemand BAG in Stad, behalve in Noord/);
  expect(read).toContain('alsof ze er elke dag zijn');
});
