import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { carried, field, perhaps, schemaKinds } from '../../src/conversation/field.ts';
import { effort } from '../support/effort.ts';

const toggle = field.toggle('ja', 'nee');
const all = { ...field, toggle };
const each = Object.entries(all);

describe('a field', () => {
  test.each(each)('of the kind %s takes whatever comes, and gives text', (_, schema) => {
    fc.assert(
      fc.property(fc.anything(), (sent) => {
        const read = z.object({ it: schema }).safeParse({ it: sent });
        expect(typeof read.data?.it).toBe('string');
      }),
    );
  });

  test.each(each)('of the kind %s reads what it gave as the same', (_, schema) => {
    fc.assert(
      fc.property(fc.oneof(fc.anything(), fc.string({ unit: 'binary' })), (sent) => {
        const once = schema.parse(sent);
        expect(schema.parse(once)).toBe(once);
      }),
    );
  });

  test.each(each)(
    'of the kind %s is read up to 20,000 characters, and in time that grows with those',
    (_, schema) => {
      for (const piece of [' ', '\n', ' \n', ',', ', ', ';', '1', '\t', '\u200b ']) {
        const long = `a${piece.repeat(100_000)}b`;
        expect(schema.parse(long)).toBe(schema.parse(long.slice(0, 20_000)));
        // The same work twenty times over: with the square of the length it would be four hundred times as much.
        const text = (size: number) => `a${piece.repeat(Math.ceil(size / piece.length))}b`;
        const least = (size: number) =>
          Math.min(...[1, 2, 3].map(() => effort(() => schema.parse(text(size)))));
        least(1_000);
        expect(least(19_000)).toBeLessThan(100 * least(950) + 20);
      }
    },
  );

  test.each(each)('of the kind %s that was left empty is empty', (kind, schema) => {
    for (const sent of [
      undefined,
      null,
      '',
      ' ',
      '\u00A0',
      '\u200B',
      '\u200D\uFEFF',
      '\u00AD',
      '\u3164\u2800',
      '\u202E\u202C',
      '\r\n',
      [],
      [null],
      [''],
    ])
      expect(schema.parse(sent), JSON.stringify(sent)).toBe(kind === 'toggle' ? 'nee' : '');
    expect(z.object({ it: schema }).parse({})).toEqual({ it: kind === 'toggle' ? 'nee' : '' });
  });

  test('that nests deeper than anybody can type is empty or text, and breaks nothing', () => {
    const deep: unknown = JSON.parse(`${'['.repeat(50_000)}${']'.repeat(50_000)}`);
    for (const [, schema] of each) expect(typeof schema.parse(deep)).toBe('string');
  });
});

describe('typed text', () => {
  test.each([
    ['twee\r\nregels\rdrie', 'twee\nregels\ndrie'],
    ['hard\u00A0en\u202Fsmal', 'hard en smal'],
    ['\uFEFFon\u200Bzicht\u2060baar ', 'onzichtbaar'],
    ['half \uD83D', 'half'],
    ['heel 😀', 'heel 😀'],
    ['gezin 👨‍👩‍👧', 'gezin 👨‍👩‍👧'],
    ['tab\tblijft', 'tab\tblijft'],
    ['bel\u0007gaat', 'belgaat'],
    ['tot \u202E000.01 orue\u202C', 'tot 000.01 orue'],
    ['af\u00ADge\u2063bro\u200Cken\u061C', 'afgebroken'],
    ['leeg\u3000vak\u2800hier\u3164', 'leeg vak hier'],
    [12, '12'],
    [false, 'false'],
    [['een', 'twee'], 'een, twee'],
    [{ a: 1 }, '{"a":1}'],
  ])('%j is read as %j', (sent, read) => {
    expect(field.long.parse(sent)).toBe(read);
  });

  test.each([field.text, field.long])(
    'holds no mark that turns its direction or that nobody sees',
    (kind) => {
      const marks = fc.constantFrom(
        ...'\u00AD\u034F\u061C\u115F\u180E\u200B\u200E\u200F\u202A\u202E\u2061\u2064\u2066\u2069\u3164\uFEFF\uFFA0',
      );
      const typed = fc.array(fc.oneof(marks, fc.string()));
      fc.assert(
        fc.property(typed, (parts) => {
          const seen = (text: string) => text.replace(/[\s\p{Cf}\p{DI}\u2800]/gu, '');
          const text = kind.parse(parts.join(''));
          expect(seen(text)).toBe(seen(parts.join('')));
          expect(text).not.toMatch(/[\p{Cf}\p{DI}]/u);
        }),
      );
    },
  );

  test('of one line has one line', () => {
    expect(field.text.parse(' een \r\n twee\nMet drie ')).toBe('een twee Met drie');
  });

  test('is not cut: the form says that it is too long, and how long it is', () => {
    expect(field.long.parse('x'.repeat(15_000))).toHaveLength(15_000);
  });
});

describe('a number', () => {
  test.each([
    [3, '3'],
    ['3', '3'],
    ['3,5', '3.5'],
    ['3.50', '3.5'],
    [' 7 ', '7'],
    [-2, '-2'],
    ['\u22122', '-2'],
    [0, '0'],
    [['4'], '4'],
    // What is no number stays as it was typed.
    ['drie', 'drie'],
    ['12k5', '12k5'],
    [1e21, '1e+21'],
    [true, 'true'],
  ])('%j is read as %j', (sent, read) => {
    expect(field.number.parse(sent)).toBe(read);
  });
});

describe('a day', () => {
  test.each([
    ['2026-12-01', '2026-12-01'],
    ['2026-12-01T00:00:00Z', '2026-12-01'],
    ['2026-12-01T00:00:00.000+01:00', '2026-12-01'],
    ['2026-12-01T23:30:00-05:00', '2026-12-01'],
    ['2026-12-01T00:00:00+14:00', '2026-12-01'],
    ['2026-12-01T00:00', '2026-12-01'],
    ['2026-12-01 00:00:00', '2026-12-01'],
    ['2026-02-30T00:00:00Z', '2026-02-30'],
    // Nobody knows which of the two is the month.
    ['01/12/2026', '01/12/2026'],
    ['1 december', '1 december'],
    ['2026-12-01 of later', '2026-12-01 of later'],
    [1_764_547_200_000, '1764547200000'],
  ])('%j is the day that it says: %j', (sent, read) => {
    expect(field.date.parse(sent)).toBe(read);
  });

  test('is never moved by a time zone', () => {
    const day = fc.date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });
    const two = (n: number) => `${n}`.padStart(2, '0');
    fc.assert(
      fc.property(day, fc.nat(23), fc.nat(59), fc.integer({ min: -12, max: 14 }), (date, h, m, zone) => {
        const iso = date.toISOString().slice(0, 10);
        const offset = `${zone < 0 ? '-' : '+'}${two(Math.abs(zone))}:00`;
        expect(field.date.parse(`${iso}T${two(h)}:${two(m)}:00${offset}`)).toBe(iso);
      }),
    );
  });
});

describe('a time', () => {
  test.each([
    ['09:30', '09:30'],
    ['9:30', '09:30'],
    ['09:30:00', '09:30'],
    ['09:30:00.000', '09:30'],
    ['2026-12-01T09:30:00Z', '09:30'],
    ['2026-12-01T09:30:00.000+01:00', '09:30'],
    ['9:30 AM', '09:30'],
    ['1:05\u202FPM', '13:05'],
    ['12:00 AM', '00:00'],
    ['12:15 p.m.', '12:15'],
    ['0:30 PM', '12:30'],
    // What is no time stays as it was typed.
    ['13:05 PM', '13:05 PM'],
    ['13:05 AM', '13:05 AM'],
    ['25:00', '25:00'],
    ['9:75', '9:75'],
    ['half tien', 'half tien'],
  ])('%j is read as %j', (sent, read) => {
    expect(field.time.parse(sent)).toBe(read);
  });
});

describe('what was chosen', () => {
  test.each([
    ['a', 'a'],
    [2, '2'],
    [['a'], 'a'],
    [',a', 'a'],
    ['a,', 'a'],
    [',', ''],
    // The value is ours: with a comma or a hard space in it, it is still one of the list.
    ['Bos, J.', 'Bos, J.'],
    ['BAG\u00A0oud', 'BAG\u00A0oud'],
  ])('%j from a list of which one may be chosen is %j', (sent, read) => {
    expect(field.choice.parse(sent)).toBe(read);
  });

  test.each([
    ['a,b', 'a,b'],
    [',a,b', 'a,b'],
    ['a, b,', 'a,b'],
    ['a;b', 'a,b'],
    [['a', 'b'], 'a,b'],
    [['a,b', null, 'a'], 'a,b'],
    [[1, 2], '1,2'],
    [7, '7'],
  ])('%j from a list of boxes is %j', (sent, read) => {
    expect(field.choices.parse(sent)).toBe(read);
  });

  test.each([
    [true, 'ja'],
    ['true', 'ja'],
    ['True', 'ja'],
    ['JA', 'ja'],
    [1, 'ja'],
    [false, 'nee'],
    ['False', 'nee'],
    [0, 'nee'],
    // Neither is said: that is not taken for a no.
    ['misschien', 'misschien'],
  ])('%j of a box is %j', (sent, read) => {
    expect(toggle.parse(sent)).toBe(read);
  });
});

describe('what a button carries', () => {
  const schema = z.object({
    id: z.string().min(1),
    page: carried(z.number().int().min(0), 0),
    seen: perhaps(z.string()),
    text: field.text,
  });

  test('may be left out or null where it says so', () => {
    expect(schema.parse({ id: 'x' })).toEqual({ id: 'x', page: 0, text: '' });
    expect(schema.parse({ id: 'x', page: null, seen: null })).toEqual({ id: 'x', page: 0, text: '' });
    expect(schema.parse({ id: 'x', page: 3, seen: 'y' })).toEqual({ id: 'x', page: 3, seen: 'y', text: '' });
  });

  test.each([[{}], [{ id: null }], [{ id: 7 }], [{ id: 'x', page: '0' }], [{ id: 'x', page: -1 }]])(
    'is not typed by anybody, so %j is refused',
    (sent) => {
      expect(schema.safeParse(sent).success).toBe(false);
    },
  );

  test('is told from the fields', () => {
    expect(schemaKinds(schema)).toEqual({ id: 'carried', page: 'carried', seen: 'carried', text: 'text' });
    expect(schemaKinds()).toEqual({});
  });
});
