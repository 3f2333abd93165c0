import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readRegister } from '../../../../src/features/mandates/import/read-register.ts';
import { writeRegister } from '../../../../src/features/mandates/import/write.ts';
import {
  areaKinds,
  entryKinds,
  type Register,
  type RegisterEntry,
} from '../../../../src/features/mandates/register/register.ts';
import { readCsv } from '../../../../src/files/csv.ts';
import { guard, unguarded } from '../../../../src/files/write-csv.ts';
import { demoLookup } from '../registers.ts';

function read(text: string) {
  const file = readCsv(Buffer.from(text));
  if ('problems' in file) throw new Error(JSON.stringify(file.problems));
  return file;
}

/** What comes back when a register is written and read. */
function roundTrip(register: Register): Register {
  const { mandaten, gebieden, functies } = writeRegister(register);
  const back = readRegister(read(mandaten), read(gebieden), read(functies));
  if ('problems' in back) throw new Error(JSON.stringify(back.problems));
  return back.register;
}

// What the reader can give: no spaces around, one kind of line end, and no mark that separates names.
const text = fc
  .oneof(
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom('=1+1', "'=x", "''@x", '+31', '-', '@me', "'t Hart", 'a;b', 'a"b', 'a\nb', 'a,b'),
  )
  .map((raw) => raw.replace(/[\r|\uFEFF]/g, '').trim());
const filled = text.map((raw) => raw || 'x');
const day = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const period = fc
  .tuple(day, optional(day))
  .map(([a, b]) => (b === undefined || a <= b ? { from: a, until: b } : { from: b, until: a }));

const areas = fc.uniqueArray(filled, { minLength: 1, maxLength: 6 }).chain((codes) =>
  fc.tuple(
    ...codes.map((code, n) =>
      fc.record({
        code: fc.constant(code),
        name: filled,
        kind: fc.constantFrom(...areaKinds),
        parent: n === 0 ? fc.constant(undefined) : optional(fc.constantFrom(...codes.slice(0, n))),
        aliases: fc.array(filled, { maxLength: 2 }),
      }),
    ),
  ),
);

const register: fc.Arbitrary<Register> = areas.chain((places) =>
  fc.record({
    areas: fc.constant(places),
    entries: fc.uniqueArray(
      fc
        .record({
          id: filled,
          kind: fc.constantFrom(...entryKinds),
          parent: fc.constant(undefined),
          activity: filled,
          registration: text,
          area: fc.constantFrom(...places.map(({ code }) => code)),
          role: text,
          holder: filled,
          deputies: fc.array(filled, { maxLength: 3 }),
          organisation: text,
          contact: optional(filled),
          basis: text,
          publication: text,
          limit: optional(fc.nat(999_999_999_999)),
          fourEyes: fc.boolean(),
          fourEyesBy: optional(filled),
          subGranting: fc.boolean(),
          conditions: text,
          when: period,
        })
        .map(({ when, ...entry }): RegisterEntry => ({ ...entry, ...when })),
      { selector: ({ id }) => id, maxLength: 8 },
    ),
    tenures: fc.uniqueArray(
      fc
        .record({ function: filled, person: filled, when: period })
        .map(({ function: name, person, when }) => ({ function: `F ${name}`, person, ...when })),
      { selector: ({ function: name, person, from }) => [name, person, from].join('\n'), maxLength: 4 },
    ),
  }),
);

describe('a written register', () => {
  test('is read back as it was, whatever is in it', () => {
    fc.assert(
      fc.property(register, (one) => {
        expect(roundTrip(one)).toEqual(one);
      }),
      { numRuns: 300 },
    );
  });

  test('of the demo is the same register', () => {
    const { register: demo } = demoLookup();
    expect(roundTrip(demo)).toEqual(demo);
  });

  test('opens in Dutch Excel: byte order mark, semicolons, Windows line ends, areas by name', () => {
    const { mandaten, functies } = writeRegister(demoLookup().register);
    expect(mandaten.startsWith('\uFEFF"id";"soort";')).toBe(true);
    expect(mandaten).toContain('\r\n"R01";"machtiging";"";"verwerken";"BAG";"Delfshaven";');
    expect(functies).toBe('\uFEFF"functie";"persoon";"van";"tot_en_met"\r\n');
  });

  test('names an area by its code where its name would not do', () => {
    const area = (code: string, name: string) => ({ code, name, kind: 'wijk' as const, aliases: [] });
    const one = { ...demoLookup().register.entries[0], area: 'A' } as RegisterEntry;
    const twins = { entries: [one], areas: [area('A', 'Noord'), area('B', 'noord')], tenures: [] };
    expect(writeRegister(twins).mandaten).toContain('"BAG";"A";');
    expect(roundTrip(twins).entries[0]?.area).toBe('A');
  });

  test.each(['=HYPERLINK("x")', '+1', '-1', '@SUM(A1)', ' =1', "'=1"])(
    'keeps Excel from calculating %j',
    (formula) => {
      expect(guard(formula)).toBe(`'${formula}`);
      const file = { columns: ['a'], rows: [{ line: 2, fields: { a: guard(formula) } }] };
      expect(unguarded(file).rows[0]?.fields.a).toBe(formula);
    },
  );

  test.each(["'t Hart", 'a=b', '', '1-2'])('leaves %j alone', (plain) => {
    expect(guard(plain)).toBe(plain);
    const file = { columns: ['a'], rows: [{ line: 2, fields: { a: plain } }] };
    expect(unguarded(file).rows[0]?.fields.a).toBe(plain);
  });
});
