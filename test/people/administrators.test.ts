import { describe, expect, test } from 'vitest';
import { losesAdministrators, staysByInstallation } from '../../src/people/administrators.ts';
import { account, person } from '../support/town.ts';

const known = person('p1', { access: ['beheerder'] });
const typed = person('p2', { access: ['beheerder'], address: undefined });
const colleague = person('p3');
const loses = (before: (typeof known)[], after: (typeof known)[], administrators: readonly string[] = []) =>
  losesAdministrators(before, after, { administrators, by: account(9) });

describe('the last administrator whose account is known', () => {
  test.each([
    ['nobody is named by the installation', []],
    ['the installation names somebody', [account(9)]],
  ])('stays, also where %s', (_, administrators) => {
    expect(loses([known, colleague], [colleague], administrators)).toBe(true);
    expect(loses([known], [typed], administrators)).toBe(true);
    expect(loses([known, colleague], [known], administrators)).toBe(false);
  });

  test('is not there yet where only the installation names one: then all may change', () => {
    expect(loses([typed], [typed], [account(9)])).toBe(false);
    expect(loses([typed], [], [account(9)])).toBe(false);
    expect(loses([typed], [])).toBe(true);
  });
});

test('that a right stays is said of whom the installation names alone', () => {
  expect(staysByInstallation(known, [account(1)])).toContain('blijft beheerder door de installatie');
  expect(staysByInstallation(known, [account(2)])).toBe('');
  expect(staysByInstallation({ directoryId: undefined }, [account(1)])).toBe('');
});
