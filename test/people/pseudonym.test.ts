import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pseudonymiser, purposes } from '../../src/people/pseudonym.ts';

const secret = Buffer.alloc(32, 1);
const tenant = 'gemeente-a';
const pseudonymise = pseudonymiser(secret, tenant);
const me = randomUUID();

describe('a pseudonym', () => {
  test('is always the same for the same person in the same team', () => {
    expect(pseudonymiser(Buffer.alloc(32, 1), tenant)('west', me, 'answer')).toBe(
      pseudonymise('west', me, 'answer'),
    );
  });

  test('is another one for another team, person, purpose, municipality or secret', () => {
    const all = [
      pseudonymise('west', me, 'answer'),
      pseudonymise('oost', me, 'answer'),
      pseudonymise('west', randomUUID(), 'answer'),
      pseudonymise('west', me, 'round'),
      pseudonymise('west', me, 'comment'),
      pseudonymiser(secret, 'gemeente-b')('west', me, 'answer'),
      pseudonymiser(Buffer.alloc(32, 2), tenant)('west', me, 'answer'),
    ];
    expect(new Set(all).size).toBe(all.length);
  });

  test('is 22 characters that a key and an address can hold as they are, and shows nothing of the person', () => {
    fc.assert(
      fc.property(fc.string(), fc.uuid(), fc.constantFrom(...purposes), (team, id, purpose) => {
        const name = pseudonymise(team, id, purpose);
        expect(name).toMatch(/^[A-Za-z0-9_-]{22}$/);
        expect(name).not.toContain(id.slice(0, 8));
      }),
    );
  });

  test('is never shared: not by many people, nor by words that only look alike when put together', () => {
    const names = new Set<string>();
    for (let team = 0; team < 20; team += 1)
      for (let person = 0; person < 1_000; person += 1)
        for (const purpose of purposes) names.add(pseudonymise(`team-${team}`, `id-${person}`, purpose));
    expect(names.size).toBe(20 * 1_000 * purposes.length);
    expect(pseudonymise('a', 'bc', 'answer')).not.toBe(pseudonymise('ab', 'c', 'answer'));
    expect(pseudonymise('a","b', 'c', 'answer')).not.toBe(pseudonymise('a', 'b","c', 'answer'));
  });
});
