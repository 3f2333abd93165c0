import { describe, expect, test } from 'vitest';
import { knownUpns } from '../../../src/people/changing/known-upns.ts';
import { person } from '../../support/town.ts';

describe('an address that was typed', () => {
  const amira = person('p1');

  test('is found in whatever letters, and one that is nearly right is suggested', () => {
    expect(knownUpns([` ${amira.upn.toUpperCase()} `], [amira])).toEqual({ upns: [amira.upn] });
    expect(knownUpns([`${amira.upn}x`], [amira])).toHaveProperty(
      'problem',
      expect.stringContaining(`Bedoel je ${amira.upn}?`),
    );
  });

  test('is compared no further than an address can be long', () => {
    const { problem = '' } = { problem: undefined, ...knownUpns(['a'.repeat(20_000)], [amira]) };
    expect(problem).toContain('Ik ken aaa');
    expect(problem.length).toBeLessThan(400);
  });
});
