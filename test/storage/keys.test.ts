import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  below,
  defineTable,
  exactly,
  isKey,
  type KeyRange,
  key,
  partsOf,
  type Table,
} from '../../src/storage/index.ts';
import { testStorage } from '../support/storage.ts';

const LONGEST = 512;

const isIn = ({ from, below: end }: KeyRange, whole: string) => whole >= from && whole < end;
/** Texts of everything that there is: half surrogate pairs, controls, emoji; often short, at times very long. */
const anything = fc.oneof(
  fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)) }),
  fc.string({ unit: 'grapheme', maxLength: 300, size: 'max' }),
  fc.string({ minLength: 200, maxLength: 900, size: 'max' }),
);
const lists = fc.array(anything, { minLength: 1, maxLength: 8 });
/** As many parts as any key has, and one more. */
const keyLike = fc.array(anything, { minLength: 1, maxLength: 5 });

describe('a key', () => {
  test('is as long as Azure Tables takes at most, holds no character that it forbids, and tells its parts apart', () => {
    fc.assert(
      fc.property(lists, lists, (a, b) => {
        expect(key(...a)).toMatch(/^[A-Za-z0-9._:@|=-]*$/);
        expect(key(...a).length).toBeLessThanOrEqual(LONGEST);
        expect(isKey(key(...a))).toBe(key(...a) !== '');
        if (JSON.stringify(a) !== JSON.stringify(b)) expect(key(...a)).not.toBe(key(...b));
      }),
    );
  });

  test.each(['', '\u0000', '\n', 'a\n', '\ud800', 'a/b', 'a?b', 'é', 'x'.repeat(LONGEST + 1)])(
    'is not what comes from outside and no key can be: %j',
    (text) => expect(isKey(text)).toBe(false),
  );

  test.each([
    [['objecten-west']],
    [['local', 'objecten-west']],
    [['w', '2026-W48', 'AbC_d-9.x']],
    [['u', `${'a'.repeat(170)}#EXT#@gemeente.example`]],
    [['Valideren van mutaties', 'BAG', 'WIJK-1']],
    [['é€👩‍👩‍👧', '|/\\#?=%', '']],
    [['x'.repeat(300), 'y'.repeat(30), 'z'.repeat(30)]],
    [['k', 'x'.repeat(LONGEST - 2)]],
  ])('that is short enough is written as ever: %j', (parts) => {
    const asEver = (part: string) =>
      part.replace(/[^A-Za-z0-9._:@-]/gu, (char) =>
        [...Buffer.from(char)].map((byte) => `=${byte.toString(16).padStart(2, '0')}`).join(''),
      );
    expect(key(...parts)).toBe(parts.map(asEver).join('|'));
  });

  test.each([
    ['halves of different pairs', '\ud83c', '\ud83d'],
    ['half a pair and the sign for what cannot be read', '\ud83c', '\ufffd'],
    ['the two halves in another order', '\udf0a\ud83c', '\ud83c\udf0a'],
    ['emoji', '🌊', '🌳'],
    ['long texts that differ at the end', `${'x'.repeat(900)}a`, `${'x'.repeat(900)}b`],
    ['long texts that differ in half a pair', `${'x'.repeat(900)}\ud83c`, `${'x'.repeat(900)}\ud83d`],
  ])('tells %s apart', (_, one, other) => {
    expect(key('a', one, 'b')).not.toBe(key('a', other, 'b'));
    expect(key(one)).not.toBe(key(other));
  });

  test('of long parts is not the key of the hashes that stand for them', () => {
    const long = 'x'.repeat(900);
    const hashed = key(long);
    expect(key(hashed)).not.toBe(hashed);
    expect(key(long, 'a')).not.toBe(key(partsOf(key(long, 'a'))[0] ?? '', 'a'));
  });

  test('comes apart into the parts it was made of', () => {
    const text = fc.string({ unit: 'binary', maxLength: 10 });
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 4 }), (parts) => {
        expect(partsOf(key(...parts))).toEqual(parts);
      }),
    );
    for (const parts of [
      ['='],
      ['=7c', '|'],
      ['', ''],
      ['é', '€', '👩‍👩‍👧'],
      ['\u0000%41'],
      ['\ud83c', '\udf0a\ud83c', 'a\udf0aí\ufffd'],
      ['=.'],
    ])
      expect(partsOf(key(...parts))).toEqual(parts);
  });

  test('comes apart into its short parts also when another is long', () => {
    const long = '€'.repeat(400);
    expect(partsOf(key('w', '2026-W48', long)).slice(0, 2)).toEqual(['w', '2026-W48']);
    expect(partsOf(key('n', long, 'b-1', 'p-2')).slice(2)).toEqual(['b-1', 'p-2']);
  });

  test('that was put together by somebody else stays as it is', () => {
    expect(partsOf('a=|b=7|100%')).toEqual(['a=', 'b=7', '100%']);
  });

  test('lies within the range of its first parts, and in that of no others', () => {
    fc.assert(
      fc.property(keyLike, keyLike, anything, (parts, others, last) => {
        const whole = key(...parts, last);
        for (let n = 1; n <= parts.length; n += 1)
          expect(isIn(below(...parts.slice(0, n)), whole)).toBe(true);
        const isBelow = JSON.stringify([...parts, last].slice(0, others.length)) === JSON.stringify(others);
        if (!isBelow) expect(isIn(below(...others), whole)).toBe(false);
      }),
    );
  });

  test('lies in its own exact range, with no other', () => {
    fc.assert(
      fc.property(keyLike, keyLike, (one, other) => {
        expect(isIn(exactly(...one), key(...one))).toBe(true);
        if (JSON.stringify(one) !== JSON.stringify(other))
          expect(isIn(exactly(...one), key(...other))).toBe(false);
      }),
    );
  });
});

describe('rows under long keys', () => {
  const things = defineTable<{ n: number }>({
    name: 'longkeys',
    owner: 'test',
    namesPeople: false,
    holds: 'van alles',
    seenBy: 'niemand',
    retention: { forever: 'test' },
    person: { kind: 'none', why: 'test' },
  });
  let table: Table<{ n: number }>;
  beforeAll(async () => {
    const { storage } = await testStorage([things]);
    table = storage.table(things);
  });

  test('are written, found and listed below what they begin with', async () => {
    const [one, other] = [`één ${'lang '.repeat(150)}`, `één ${'lang '.repeat(150)}!`];
    const partition = key('tenant', one);
    for (const [n, first] of [one, other, 'kort'].entries()) {
      await table.insert(partition, key(first, one, 'a'), { n });
      await table.insert(partition, key(first, 'kort', other), { n });
    }
    for (const [n, first] of [one, other, 'kort'].entries()) {
      expect((await table.get(partition, key(first, one, 'a')))?.value).toEqual({ n });
      const listed = await table.range({ partition, ...below(first) });
      expect(listed.map(({ value }) => value)).toEqual([{ n }, { n }]);
      expect(await table.range({ partition, ...below(first, one) })).toHaveLength(1);
      expect(await table.range({ partition, ...exactly(first, 'kort', other) })).toHaveLength(1);
    }
    expect(await table.range({ partition: key('tenant', other) })).toEqual([]);
  });
});
