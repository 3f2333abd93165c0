import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normalise } from '../../src/language/normalise.ts';

describe('typed text as it is compared', () => {
  test.each([
    ['Check-In!', 'check in'],
    ['  HELP  ', 'help'],
    ['Kompas, help graag', 'help'],
    ['hé Kompas: help a.u.b.', 'help'],
    ['Eén béétje', 'een beetje'],
    ['E\u0301e\u0301n', 'een'],
    ['commando’s', 'commando s'],
    ['hoi', ''],
    ['🙂🙂', ''],
    ['hechten', 'hechten'],
  ])('"%s" is "%s"', (text, expected) => {
    expect(normalise(text)).toBe(expected);
  });

  test('has single spaces and nothing around it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(normalise(text)).toMatch(/^(\S+( \S+)*)?$/u);
      }),
    );
  });
});
