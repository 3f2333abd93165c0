import { describe, expect, test } from 'vitest';
import {
  type Counting,
  type MadeOf,
  pictureMarks,
  type Reader,
} from '../../../../src/features/roles/picture/made-of.ts';
import {
  isAboutFew,
  mayFollow,
  readerOf,
  type Standing,
} from '../../../../src/features/roles/picture/readers.ts';
import { confirmedOf } from '../matrix/office.ts';

const FIRST = '2026-11-01';
const LATER = '2026-12-01';
const secret = Buffer.alloc(32, 1);
const marks = pictureMarks(secret);

type Somebody = Counting & { one: ReturnType<typeof confirmedOf> };
const somebody = (n: number, day = '2026-10-01'): Somebody => ({
  id: `account-${n}`,
  one: confirmedOf({}, { day }),
});
/** Those from a number up to another. */
const some = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, n) => somebody(from + n));
const changes = (people: readonly Somebody[]): Somebody[] =>
  people.map(({ id, one }) => ({
    id,
    one: { ...one, answers: { ...one.answers, scripting: 'do' }, day: '2026-11-20' },
  }));
const reading = (people: readonly Counting[], id = 'manager') => {
  const reads = people.map((one) => one.id);
  return { id, former: [], reads, mayKnow: reads };
};

/** A picture of these people, of whom the manager read some at that moment. */
function pictureOf(
  people: readonly Counting[],
  read: readonly Counting[] = [],
  day = FIRST,
  before?: MadeOf,
  manager = 'manager',
): Standing & { marks: string[] } {
  return pictureBy(people, [reading(read, manager)], day, before);
}

/** A picture of these people, with what several knew of it. */
function pictureBy(
  people: readonly Counting[],
  readers: readonly Reader[],
  day = FIRST,
  before?: MadeOf,
): Standing & { marks: string[] } {
  const picture = { day, people: people.length };
  const made = marks.make({ team: 'west', day }, people, readers, before);
  return { picture, marks: made, madeOf: marks.open({ team: 'west', day }, { ...picture, marks: made }) };
}

/** What a manager knows who read these, by directory id, each until a day. */
const readBy = (read: ReadonlyMap<string, string>, now: readonly Somebody[]) =>
  readerOf({ id: 'manager', former: [], readAlong: () => read }, now);

describe('who read somebody along until another came in their place', () => {
  const until = (day: string) => new Map(some(1, 7).map(({ id }) => [id, day]));
  const eight = some(1, 8);
  const seenBy = (day: string) => {
    const reader = readBy(until(day), eight);
    return isAboutFew(
      pictureOf(
        eight,
        some(1, 7).filter(({ id }) => reader.reads.includes(id)),
      ),
      eight,
      reader,
    );
  };

  test.each([
    ['knows what was confirmed before', '2026-10-02'],
    ['may know what was confirmed that day', '2026-10-01'],
    ['may have known what reads as it did before', '2026-09-01'],
  ])('%s', (_what, day) => {
    expect(seenBy(day)).toBe(true);
  });

  test('who read all, and not what one confirmed since, does not read that one off the picture', () => {
    const [first = somebody(1), ...rest] = eight;
    const now = [...changes([first]), ...rest];
    const reader = readBy(new Map(eight.map(({ id }) => [id, '2026-11-01'])), now);
    expect(reader.reads).not.toContain(first.id);
    expect(isAboutFew(pictureOf(now, rest), now, reader)).toBe(true);
  });

  test('what an account of before read may be known and may not: it hides, and shows nothing', () => {
    const seven = new Map(some(1, 7).map(({ id }) => [id, '']));
    const six = new Map(some(1, 6).map(({ id }) => [id, '']));
    const successor = readerOf(
      { id: 'manager', former: ['before'], readAlong: (account) => (account === 'before' ? seven : six) },
      some(1, 7),
    );
    const ofThen = pictureOf(some(1, 7), some(1, 7), FIRST, undefined, 'before');
    expect(isAboutFew(ofThen, some(1, 7), successor)).toBe(true);
    expect(isAboutFew(pictureOf(some(1, 7), some(1, 6)), some(1, 7), successor)).toBe(true);
  });

  test('who has the account of a colleague among those of before still counts that one as another', () => {
    const [last = somebody(7)] = some(7, 7);
    const six = new Map(some(1, 6).map(({ id }) => [id, '']));
    const reader = readerOf(
      { id: 'manager', former: [last.id], readAlong: (one) => (one === 'manager' ? six : undefined) },
      some(1, 7),
    );
    expect(isAboutFew(pictureOf(some(1, 7), some(1, 6)), some(1, 7), reader)).toBe(true);
  });

  test('whom an account of before read, and who is gone, does not let the next picture come sooner', () => {
    const ten = some(1, 10);
    // The account of before read three, who are gone; two came whom the account of now reads, and one of the others changed.
    const last = pictureOf(ten, some(1, 3), FIRST, undefined, 'before');
    const now = [...changes(some(4, 4)), ...some(5, 10), ...some(11, 12)];
    const own = new Map(some(11, 12).map(({ id }) => [id, '']));
    const earlier = new Map(some(1, 3).map(({ id }) => [id, '']));
    const readerWith = (former: readonly string[], all: Record<string, ReadonlyMap<string, string>>) =>
      readerOf({ id: 'manager', former, readAlong: (account) => all[account] }, now);
    const next = pictureOf(now, some(11, 12), '2026-11-25');
    expect(mayFollow(last, next, now, [readerWith(['before'], { before: earlier, manager: own })])).toBe(
      false,
    );
    expect(mayFollow(last, next, now, [readerWith([], { manager: own })])).toBe(true);
  });

  test('what the accounts of before and of now read is counted for each: whoever is there is not gone', () => {
    const last = pictureBy(some(1, 14), [reading(some(1, 2), 'before'), reading(some(4, 5))]);
    const reader = (now: readonly Somebody[]) =>
      readerOf(
        {
          id: 'manager',
          former: ['before'],
          readAlong: (account) =>
            new Map((account === 'before' ? some(1, 2) : some(4, 5)).map(({ id }) => [id, ''])),
        },
        now,
      );
    const follows = (now: readonly Somebody[]) =>
      mayFollow(last, pictureBy(now, [reader(now)], '2026-11-25'), now, [reader(now)]);
    const others = [...some(1, 3), somebody(6), ...some(8, 14)];
    expect(follows([...others, ...changes([...some(4, 5), somebody(7)])])).toBe(false);
    const without = (...gone: number[]) =>
      some(1, 14).filter(({ id }) => !gone.some((n) => id === `account-${n}`));
    // One whom each had read left, and with them two or three whom neither had.
    expect(follows(without(2, 5, 13, 14))).toBe(false);
    expect(follows(without(2, 5, 12, 13, 14))).toBe(true);
  });

  test('who is read along still is known, whatever the day', () => {
    expect(readBy(until(''), eight).reads).toEqual(some(1, 7).map(({ id }) => id));
  });

  test('a picture waits while those who changed may be known to them, and may not', () => {
    const twelve = some(1, 12);
    const last = pictureOf(twelve, some(1, 1), '2026-10-05');
    const now = [...changes(twelve.slice(0, 3)), ...twelve.slice(3)];
    const next = pictureOf(now, [], '2026-11-25');
    const readUntil = (day: string) => readBy(new Map(some(1, 1).map(({ id }) => [id, day])), now);
    expect(mayFollow(last, next, now, [readUntil('2026-11-01')])).toBe(false);
    expect(mayFollow(last, next, now, [reading([])])).toBe(true);
  });
});

describe('who knows all matrices of a picture but a few', () => {
  const twelve = some(1, 12);

  test.each([
    ['reads seven of eight', some(1, 8), some(1, 7), true],
    ['reads all', some(1, 8), some(1, 8), false],
    ['reads none', some(1, 8), [], false],
    ['reads two of eight', some(1, 8), some(1, 2), false],
    ['reads two of seven, so that five are left', some(1, 7), some(1, 2), true],
    ['reads one of seven, so that six are left', some(1, 7), some(1, 1), false],
  ])('%s', (_who, people, read, few) => {
    for (const then of [read, []])
      expect(isAboutFew(pictureOf(people, then), people, reading(read))).toBe(few);
  });

  test('a seventh who was not read left, and an eighth came who is read', () => {
    const picture = pictureOf(some(1, 7), some(1, 6));
    expect(isAboutFew(picture, [...some(1, 6), somebody(8)], reading([...some(1, 6), somebody(8)]))).toBe(
      true,
    );
  });

  test('one who was read when it was made left: all of it is known', () => {
    const picture = pictureOf(some(1, 8), some(1, 8));
    expect(isAboutFew(picture, some(1, 7), reading(some(1, 7)))).toBe(false);
  });

  test('all who were read are gone: who read them still knows them', () => {
    const now = some(7, 13);
    expect(isAboutFew(pictureOf(some(1, 11), some(1, 6)), now, reading([]))).toBe(true);
  });

  test('others came, of whom some are read: those are not in it', () => {
    const picture = pictureOf(some(1, 6), some(1, 3));
    expect(isAboutFew(picture, twelve, reading([...some(1, 3), ...some(7, 9)]))).toBe(true);
  });

  test('who is gone protects nobody: seven of thirteen, of whom five are left beside them', () => {
    expect(isAboutFew(pictureOf(some(1, 13), some(1, 7)), some(1, 13), reading(some(1, 7)))).toBe(false);
    expect(isAboutFew(pictureOf(some(1, 13), some(1, 7)), twelve, reading(some(1, 7)))).toBe(true);
  });

  test('what somebody said before they chose this reader is not known', () => {
    const eight = some(1, 8);
    const picture = pictureOf(eight, some(1, 7));
    expect(isAboutFew(picture, eight, reading(eight))).toBe(false);
    const now = [...some(1, 7), ...changes([somebody(8)])];
    expect(isAboutFew(picture, now, reading(now))).toBe(true);
  });

  test('what a reader read before it was changed is known', () => {
    const now = [...some(1, 7), ...changes([somebody(8)])];
    expect(isAboutFew(pictureOf(some(1, 8), some(1, 8)), now, reading(now))).toBe(false);
  });

  test('somebody who chose another reader since stays known, also in the next picture while nothing changed', () => {
    const first = pictureOf(twelve, some(1, 7));
    expect(isAboutFew(first, twelve, reading(some(1, 6)))).toBe(true);
    const next = pictureOf(twelve, some(1, 6), LATER, first.madeOf);
    expect(isAboutFew(next, twelve, reading(some(1, 6)))).toBe(true);
    const now = [...some(1, 6), ...changes([somebody(7)]), ...some(8, 12)];
    const changed = pictureOf(now, some(1, 6), LATER, first.madeOf);
    expect(isAboutFew(changed, now, reading(some(1, 6)))).toBe(false);
  });

  test('their own counts for who reads along, and hides nothing from the six of a picture of six', () => {
    const me = 'account-1';
    expect(isAboutFew(pictureOf(some(1, 6)), some(1, 6), reading([], me))).toBe(false);
    expect(
      isAboutFew(pictureOf(some(1, 8), [], FIRST, undefined, me), some(1, 8), reading(some(2, 2), me)),
    ).toBe(false);
    expect(
      isAboutFew(pictureOf(some(1, 7), [], FIRST, undefined, me), some(1, 7), reading(some(2, 2), me)),
    ).toBe(true);
    expect(isAboutFew(pictureOf(some(1, 7)), some(1, 7), reading(some(2, 7), me))).toBe(false);
    const then = pictureOf(some(1, 7), some(2, 2), FIRST, undefined, me);
    expect(isAboutFew(then, some(1, 7), reading(some(2, 2), me))).toBe(true);
  });

  test('a picture that does not tell of whom it was made is for nobody who reads along', () => {
    const old = { picture: { day: FIRST, people: 8 }, madeOf: undefined };
    expect(isAboutFew(old, some(1, 8), reading(some(1, 8)))).toBe(true);
    expect(isAboutFew(old, some(1, 8), reading([]))).toBe(false);
  });
});

describe('a new picture beside the last one', () => {
  const thirteen = some(1, 13);
  const read = some(1, 6);
  const last = pictureOf(thirteen, read);
  const follows = (now: readonly Somebody[], reads: readonly Counting[] = read, before: Standing = last) =>
    mayFollow(before, pictureOf(now, reads, LATER, before.madeOf), now, [reading(reads)]);
  /** The same people, of whom some changed. */
  const changed = (...numbers: readonly number[]) =>
    thirteen.map((one, n) => (numbers.includes(n + 1) ? (changes([one])[0] ?? one) : one));

  test.each([
    ['three who are read', [1, 2, 3], true],
    ['three who are read and one who is not', [1, 2, 3, 7], false],
    ['three who are read and two who are not', [1, 2, 3, 7, 8], false],
    ['three who are not read', [7, 8, 9], true],
  ])('%s changed', (_who, numbers, may) => expect(follows(changed(...numbers))).toBe(may));

  test('one who was not read left: the others give away what that one did', () => {
    const now = changed(1, 2, 3).filter(({ id }) => id !== 'account-13');
    expect(follows(now)).toBe(false);
    const without = now.filter(({ id }) => !['account-11', 'account-12'].includes(id));
    expect(without).toHaveLength(10);
    expect(follows(without)).toBe(true);
  });

  test('one who was read left: nothing becomes known', () =>
    expect(follows(changed(1, 2, 3).filter(({ id }) => id !== 'account-6'))).toBe(true));

  test('one who was not read changed and then chose this reader: what they said before would become known', () => {
    const now = changed(1, 2, 3, 7);
    expect(follows(now, some(1, 7))).toBe(false);
    expect(follows([...changed(1, 2, 3), somebody(14)], [...read, somebody(14)])).toBe(true);
  });

  test('who began to read three since may know what those said before: the one beside them would become known', () => {
    const before = pictureOf(thirteen);
    expect(follows(changed(1, 2, 3, 7), some(1, 3), before)).toBe(false);
    expect(
      follows(
        changed(1, 2, 3).filter(({ id }) => id !== 'account-13'),
        some(1, 3),
        before,
      ),
    ).toBe(false);
    expect(follows(changed(1, 2, 3, 7, 8, 9), some(1, 3), before)).toBe(true);
    expect(follows(changed(7, 8, 9), some(1, 3), before)).toBe(true);
  });

  test('who reads all by now learns nothing by the next one, and keeps it from nobody', () => {
    expect(follows(changed(1, 2, 3), thirteen, pictureOf(thirteen))).toBe(true);
    expect(follows(changed(1, 2, 3), some(1, 7), pictureOf(thirteen))).toBe(false);
  });

  test('who will not see the next one compares nothing, and keeps no picture from the team', () => {
    const all = pictureOf(some(1, 8), some(1, 7));
    const now = [...changes(some(1, 3)), ...some(4, 7), ...changes([somebody(8)])];
    expect(follows(now, some(1, 7), all)).toBe(true);
    const known = pictureOf(some(1, 8), some(1, 8));
    expect(follows([...changes(some(1, 3)), ...some(4, 9)], some(1, 8), known)).toBe(true);
  });

  test('after a picture that does not tell of whom it was made, three must be new to who reads some', () => {
    const old = { picture: { day: FIRST, people: 13 }, madeOf: undefined };
    expect(follows(changed(1, 2, 3), read, old)).toBe(false);
    expect(follows(changed(7, 8), read, old)).toBe(false);
    expect(follows(changed(7, 8, 9), read, old)).toBe(true);
    expect(follows(changed(1, 2, 3), thirteen, old)).toBe(true);
  });
});

describe('the marks of a picture', () => {
  test('name nobody, and are others in each picture, each team and under each key', () => {
    const place = { team: 'west', day: FIRST };
    const made = (at: typeof place, by = marks) => by.make(at, some(1, 6), [reading(some(1, 2))], undefined);
    const own = made(place);
    expect(JSON.stringify(own)).not.toMatch(/account|manager/);
    for (const other of [
      made({ ...place, day: LATER }),
      made({ ...place, team: 'oost' }),
      made(place, pictureMarks(Buffer.alloc(32, 2))),
    ])
      expect(own.filter((mark) => other.includes(mark))).toEqual([]);
  });

  test('stand in no order that tells who is who', () => {
    const { marks: made } = pictureOf(some(1, 6), some(1, 2));
    expect(made).toEqual([...made].sort());
  });

  test('are told with an older key, and with no key that is gone', () => {
    const { picture, marks: made } = pictureOf(some(1, 6));
    const place = { team: 'west', day: FIRST };
    const next = Buffer.alloc(32, 2);
    const opened = (by: typeof marks) => by.open(place, { ...picture, marks: made });
    expect(opened(pictureMarks(next, [secret]))?.holds('account-1')).toBe(true);
    expect(opened(pictureMarks(next))).toBeUndefined();
    expect(marks.open(place, picture)).toBeUndefined();
  });
});
