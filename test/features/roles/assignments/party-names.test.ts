import { describe, expect, test, vi } from 'vitest';
import { colleagueProblems } from '../../../../src/features/roles/assignments/party-names.ts';
import { person } from '../../../support/town.ts';

const DAY = '2026-11-25';
const named = (n: number, name: string, change: object = {}) => ({
  ...person(`p${n}`),
  name,
  upn: `p${n}@gemeente.nl`,
  ...change,
});
const people = [
  named(1, 'Ellen Vermeulen'),
  named(2, 'Joost van der Meer'),
  named(3, 'Zoë Jansen-de Boer'),
  named(4, 'Groot, Anne Marie'),
  named(5, 'Gerda Gast', { upn: 'gerda_geobureau.nl#EXT#@gemeente.onmicrosoft.com' }),
  named(6, 'Lies Weg', { removed: '2026-10-26' }),
  named(7, 'Oude Rot', { removed: '2026-10-25' }),
];
const isRefused = (contact: string) =>
  colleagueProblems({ organisation: 'Geobureau Delta', contact }, people, DAY).length > 0;

describe('a colleague is no party outside', () => {
  test.each([
    'Ellen Vermeulen',
    'Vermeulen, Ellen',
    'VERMEULEN Ellen',
    'E. Vermeulen',
    'E.M. Vermeulen',
    'Ellen M. Vermeulen',
    'Vermeulen E.',
    'ellenvermeulen',
    'Ellen-Vermeulen',
    'Éllen Verméulen',
    'bel Ellen Vermeulen, 010 123 45 67',
    'ellen.vermeulen@elders.nl',
    'Joost Meer',
    'J. v.d. Meer',
    'Meer, Joost van der',
    'joostvandermeer',
    'Zoe Jansen',
    'Z. de Boer',
    'Zoë Jansen de Boer',
    'Anne Groot',
    'A.M. Groot',
    'loket@gemeente.nl',
    'Lies Weg',
  ])('%s is refused', (contact) => expect(isRefused(contact)).toBe(true));

  test.each([
    'Vermeulen Geo BV',
    'Piet Vermeulen',
    'P. Vermeulen',
    'M.E. Vermeulen',
    'Vermeulen, e-mail info@vermeulen.nl',
    'mevrouw Vermeulen',
    'Ellen, 010 123 45 67',
    'servicedesk@geobureau.nl',
    'Oude Rot',
    '',
  ])('%s is not', (contact) => expect(isRefused(contact)).toBe(false));

  test('the sentence names the field', () => {
    const [problem, ...more] = colleagueProblems(
      { organisation: 'Bureau E. Vermeulen', contact: '' },
      people,
      DAY,
    );
    expect(problem).toContain('Welke organisatie?');
    expect(more).toEqual([]);
  });
});

test('a text of one family name ten times as long takes ten times as many looks at the names, and not a hundred', () => {
  const looks = (words: number): number => {
    const has = vi.spyOn(Set.prototype, 'has');
    try {
      isRefused('vermeulen '.repeat(words));
      return has.mock.calls.length;
    } finally {
      has.mockRestore();
    }
  };
  expect(looks(200)).toBeGreaterThan(200);
  expect(looks(2_000)).toBeLessThan(11 * looks(200));
});
