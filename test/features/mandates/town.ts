import fc from 'fast-check';
import { createLookup, type Lookup } from '../../../src/features/mandates/register/lookup.ts';
import {
  type Area,
  entryKinds,
  type RegisterEntry,
  type Tenure,
} from '../../../src/features/mandates/register/register.ts';

/** A town of two wijken, one of which has two buurten. */
export const town: Area[] = [
  { code: 'G', name: 'Stad', kind: 'gemeente', aliases: [] },
  { code: 'N', name: 'Noord', kind: 'wijk', parent: 'G', aliases: [] },
  { code: 'Z', name: 'Zuid', kind: 'wijk', parent: 'G', aliases: [] },
  { code: 'Z1', name: 'Haven', kind: 'buurt', parent: 'Z', aliases: [] },
  { code: 'Z2', name: 'Kade', kind: 'buurt', parent: 'Z', aliases: [] },
];

/** An entry with no more than it must have: Ans Bos validates BAG. */
export const bareEntry = (change: Partial<RegisterEntry> = {}): RegisterEntry => ({
  id: 'M1',
  kind: 'mandaat',
  activity: 'valideren',
  registration: 'BAG',
  area: 'GM1',
  role: '',
  holder: 'Ans Bos',
  deputies: [],
  organisation: '',
  basis: '',
  publication: '',
  fourEyes: false,
  subGranting: false,
  conditions: '',
  from: '2026-01-01',
  ...change,
});

/** An entry about which nothing is to be said: Ans Bos validates BAG in the whole town. */
export const entry = (change: Partial<RegisterEntry> = {}): RegisterEntry => ({
  ...bareEntry({
    kind: 'machtiging',
    area: 'G',
    deputies: ['Bo Vis'],
    organisation: 'Stad',
    basis: 'Besluit 2026',
    publication: 'GMB-1',
  }),
  ...change,
});

/** A register of these entries, in the town unless other areas are given. */
export function townLookup(
  entries: RegisterEntry[],
  { areas = town, tenures = [] }: { areas?: Area[]; tenures?: Tenure[] } = {},
): Lookup {
  return createLookup({ entries, areas, tenures });
}

const person = fc.constantFrom('Ans Bos', 'Bo Vis', 'Cor Dam', 'Teamleider');
const day = fc.constantFrom('2025-06-01', '2026-01-01', '2026-11-22', '2026-11-30', '2027-03-01');

/** Any entries in the town: parents in circles, ends before beginnings, functions that nobody fulfils. */
export const anyEntries: fc.Arbitrary<RegisterEntry[]> = fc
  .array(
    fc.record({
      kind: fc.constantFrom(...entryKinds),
      parent: fc.option(fc.constantFrom('M0', 'M1', 'M2', 'M3', 'M9'), { nil: undefined }),
      activity: fc.constantFrom(
        'verwerken',
        'valideren',
        'goedkeuren',
        'regie',
        'opdracht verstrekken',
        'wegen',
      ),
      registration: fc.constantFrom('', 'BAG', 'BGT'),
      area: fc.constantFrom(...town.map(({ code }) => code)),
      holder: person,
      deputies: fc.array(person, { maxLength: 2 }),
      basis: fc.constantFrom('', 'Besluit'),
      publication: fc.constantFrom('', 'GMB-1'),
      limit: fc.option(fc.nat(9_999), { nil: undefined }),
      fourEyes: fc.boolean(),
      subGranting: fc.boolean(),
      from: day,
      until: fc.option(day, { nil: undefined }),
    }),
    { maxLength: 8 },
  )
  .map((list) => list.map((one, index) => entry({ ...one, id: `M${index}` })));

/** Who fulfils the function in any of those registers. */
export const anyTenures: fc.Arbitrary<Tenure[]> = fc.array(
  fc.record({
    function: fc.constant('Teamleider'),
    person: fc.constantFrom('Ans Bos', 'Cor Dam'),
    from: day,
    until: fc.option(day, { nil: undefined }),
  }),
  { maxLength: 2 },
);
