import { expect, test } from 'vitest';
import { hashedIds } from '../../../../src/features/team/groups/hashed-ids.ts';
import { marksOf, passes } from '../../../../src/features/team/signals/exclusions.ts';
import type { Signal } from '../../../../src/features/team/signals/signal.ts';

const before = hashedIds(Buffer.alloc(32, 1));
const after = hashedIds(Buffer.alloc(32, 2));
const lead = { id: 'p1', directoryId: 'account-1' };
const other = { id: 'p2', directoryId: 'account-2' };
const later = { id: 'p4', directoryId: 'account-4' };
const past = {
  id: 'S-1',
  passed: marksOf(before, 'S-1', { passed: [lead], chosen: [other] }),
} as unknown as Signal;

test('a signal past somebody is read by others and never by them', () => {
  expect(passes(before, past, lead)).toBe(true);
  expect(passes(before, past, other)).toBe(false);
});

test('a signal past somebody is for who was chosen alone: not for who comes in their place, by the function or by their row', () => {
  expect(passes(before, past, later)).toBe(true);
  expect(
    passes(before, past, { id: other.id, directoryId: 'account-9', formerAccounts: ['account-2'] }),
  ).toBe(true);
  expect(passes(before, past, { ...other, id: 'p9' })).toBe(false);
  const unbound = { id: 'p5' };
  const toUnbound = { ...past, passed: marksOf(before, 'S-1', { passed: [], chosen: [unbound] }) };
  expect(passes(before, toUnbound, unbound)).toBe(false);
});

test('who has another account and another row by now is passed all the same', () => {
  expect(passes(before, past, { id: 'p9', directoryId: 'account-9', formerAccounts: ['account-1'] })).toBe(
    true,
  );
  expect(passes(before, past, { ...other, formerAccounts: ['account-3'] })).toBe(false);
});

test('after a new secret key nobody can tell whom it passed: then it is past everybody', () => {
  expect(passes(after, past, lead)).toBe(true);
  expect(passes(after, past, other)).toBe(true);
  expect(passes(after, { ...past, passed: undefined }, other)).toBe(false);
});

test('with the old secret key beside the new one it is known whom it passed, and who placed a change', () => {
  const both = hashedIds(Buffer.alloc(32, 2), [Buffer.alloc(32, 3), Buffer.alloc(32, 1)]);
  expect(passes(both, past, lead)).toBe(true);
  expect(passes(both, past, other)).toBe(false);
  const placed = before.placed('K-1', 'account-1');
  expect([both, after].map((ids) => ids.isPlaced(placed, 'K-1', 'account-1'))).toEqual([true, false]);
  expect([placed, undefined].map((mark) => both.isPlaced(mark, 'K-1', 'account-2'))).toEqual([false, false]);
});

test('the number of marks does not tell how many they pass', () => {
  const many = Array.from({ length: 6 }, (_, n) => ({ id: `p${n}`, directoryId: `account-${n}` }));
  expect(marksOf(before, 'S-1', { passed: many, chosen: [other] })).toHaveLength(past.passed?.length ?? 0);
});
