import { describe, expect, test } from 'vitest';
import { agreers, type Learning, mayAgree } from '../../../../src/features/pilots/learning/learning.ts';
import { ownMatches, queryOf, sharedMatches } from '../../../../src/features/pilots/learning/search.ts';
import { nameFinder } from '../../../../src/language/colleagues.ts';
import { lengthProblems } from '../../../../src/language/lengths.ts';

const { namesIn, withoutNames } = nameFinder([
  'Amira Sol',
  'Jan de Vries',
  'Roos Linde',
  'Persoon 1',
  'Zoë El Amrani',
  'Jo Bos',
]);

describe('a name in a text', () => {
  test.each([
    ['Amira belde eerst.', ['Amira']],
    ['Vraag het AMIRA of zoe.', ['AMIRA', 'zoe']],
    ['Amira Sol en Roos Linde weten het.', ['Amira Sol', 'Roos Linde']],
    ['Jans aanpak werkt.', ['Jans']],
    ["Amira's lijst", ['Amira']],
    ['Amrani, Zoë', ['Amrani', 'Zoë']],
    ['Mail amira.sol@gemeente.example even', ['amira.sol@gemeente.example']],
    ['Mail (info@buro.example), of bel', ['info@buro.example']],
    [`Mail ${'x'.repeat(70)}.amira@buro.example`, [`${'x'.repeat(58)}.amira@buro.example`]],
  ])('%s', (text, found) => {
    expect(namesIn(text)).toEqual(found);
  });

  test.each([
    'Een persoon met een linde en een bos rozen.',
    'De vries is streng, van den beginne.',
    'Sol en roos',
    'Januari was druk.',
    'Bel de klant',
    '',
    'Jo is te kort om zeker te zijn',
  ])('is not found in: %s', (text) => {
    expect(namesIn(text)).toEqual([]);
  });

  test('is taken out', () => {
    expect(withoutNames('Amira Sol belde Jan: zoë was er niet. Mail a@b.nl.')).toBe(
      'een collega belde een collega: een collega was er niet. Mail een collega',
    );
    expect(withoutNames('Bel eerst.')).toBe('Bel eerst.');
  });
});

const learning = (change: Partial<Learning>): Learning => ({
  id: 'L-1',
  pilot: 'P-1',
  text: 'Eerst bellen, dan terugsturen',
  step: 3,
  source: 'retro',
  day: '2026-11-20',
  state: 'own',
  ...change,
});

describe('a search', () => {
  const list = [
    learning({ id: 'a', registration: 'BAG', role: 'Objectregisseur' }),
    learning({ id: 'b', text: 'De overdracht van BAG naar WOZ liep vast', step: 7 }),
    learning({
      id: 'c',
      text: 'Privé',
      state: 'shared',
      title: 'Overdrachten plannen',
      why: 'Rust',
      team: 't',
    }),
  ];
  const found = (typed: string) => {
    const query = queryOf(typed);
    return query && ownMatches(list, query).map(({ id }) => id);
  };
  test.each([
    ['bellen', ['a']],
    ['BELLEN terugst', ['a']],
    ['gebeld', ['a']],
    ['ellen', []],
    ['bag', ['a', 'b']],
    ['bag overdracht', ['b']],
    ['de overdrachten van de bag', ['b']],
    ['overdracht', ['b', 'c']],
    ['objectregisseur', ['a']],
    ['regisseur', ['a']],
    ['stap 7', ['b']],
    ['stap 3 bellen', ['a']],
    ['stap 5', []],
    ['prive', ['c']],
    ['bag zeppelin', []],
    ['(.*) ${x} <b>', []],
  ])('for "%s" finds %j', (typed, ids) => {
    expect(found(typed)).toEqual(ids);
  });

  test.each(['', '   ', '?!', '😀'])('for "%s" is none', (typed) => {
    expect(queryOf(typed)).toBeUndefined();
  });

  test('in the library never looks at what was not shared', () => {
    const shared = (typed: string) => {
      const query = queryOf(typed);
      return query && sharedMatches(list, query, () => 'Objecten West').map(({ id }) => id);
    };
    expect(shared('prive')).toEqual([]);
    expect(shared('bellen')).toEqual([]);
    expect(shared('overdracht rust')).toEqual(['c']);
    expect(shared('objecten west')).toEqual(['c']);
  });
});

describe('who says yes', () => {
  const members = [
    { directoryId: 'lead', role: 'lead' as const },
    { directoryId: 'a', role: 'member' as const },
    { directoryId: 'b', role: 'member' as const },
  ];
  test('is any other member in a channel, and else the lead', () => {
    expect(agreers('a', members, true)).toEqual(['lead', 'b']);
    expect(agreers('a', members, false)).toEqual(['lead']);
    expect(agreers('lead', members, false)).toEqual(['a', 'b']);
  });
  test('is never who asked, nor anybody when it is not known who asked', () => {
    expect(mayAgree('a', 'a', members, true)).toBe(false);
    expect(mayAgree('b', undefined, members, true)).toBe(false);
    expect(mayAgree('stranger', 'a', members, true)).toBe(false);
  });
});

test('a text that is too long says how long it may be', () => {
  const problems = (title: string) => lengthProblems({ title }, [['title', 'Titel', 300]]);
  expect(problems('x'.repeat(20_000))).toEqual([
    'Titel: hooguit 300 tekens. Het zijn er 20.000. Alleen het begin staat er nog.',
  ]);
  expect(problems(` ${'😀'.repeat(300)} `)).toEqual([]);
});
