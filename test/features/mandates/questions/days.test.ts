import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { ask } from '../../../../src/features/mandates/questions/ask.ts';
import { entry, townLookup } from '../town.ts';

const today = Temporal.PlainDate.from('2026-11-22');
const lookup = townLookup([entry({ holder: 'Directeur', deputies: [], from: '2024-01-01' })], {
  tenures: [
    { function: 'Directeur', person: 'Piet Oud', from: '2024-01-01', until: '2026-06-30' },
    { function: 'Directeur', person: 'Fred Kok', from: '2026-07-01', until: '2026-12-31' },
    { function: 'Directeur', person: 'Greet Bos', from: '2027-01-01' },
  ],
});
const said = (question: string) => {
  const { outcome, answers } = ask(question, lookup, today).answer;
  return outcome === 'found' ? answers.join(' en ') : outcome;
};

describe('the side of a day that is meant decides who it was', () => {
  test.each([
    ['mag Fred Kok na 31 december BAG valideren', 'no'],
    ['mag Greet Bos na 31 december BAG valideren', 'yes'],
    ['wie mag BAG valideren na 31-12-2026', 'Greet Bos'],
    ['who may validate BAG after 31 December 2026', 'Greet Bos'],
    ['wie mag BAG valideren op 31 december', 'Fred Kok'],
    ['wie mag BAG valideren vóór 1 januari 2027', 'Fred Kok'],
    ['wie mag BAG valideren voor 1 januari 2027', 'Fred Kok'],
    ['mag Greet Bos voor 1 januari BAG valideren', 'no'],
    ['wie mag BAG valideren tot 1 januari', 'Fred Kok'],
    ['wie mag tot en met 1 januari BAG valideren', 'Greet Bos'],
    ['wie mag t/m 31-12 BAG valideren', 'Fred Kok'],
    ['who may validate BAG before 1 January 2027', 'Fred Kok'],
    ['wie mocht voor 1 juli BAG valideren', 'Piet Oud'],
    ['wie mocht tot 1 juli BAG valideren', 'Piet Oud'],
    ['mocht Fred Kok vóór 1 juli 2026 BAG valideren', 'no'],
    ['wie mag BAG valideren vanaf 1 januari', 'Greet Bos'],
    ['wie mag BAG valideren voor januari', 'ambiguous'],
    ['wie mag BAG valideren na december', 'ambiguous'],
    ['wie mag BAG valideren tot 2027', 'ambiguous'],
    ['wie mag BAG valideren twee weken na 31 december', 'ambiguous'],
    ['wie mag BAG valideren na volgende maand', 'ambiguous'],
    ['wie mag BAG valideren vanaf 2027', 'Greet Bos'],
    ['wie mag BAG valideren tot 1-1', 'Fred Kok'],
    ['wie mag BAG valideren tot en met 1-1', 'Greet Bos'],
    ['wie mag tot de 1e van volgende maand BAG valideren', 'Fred Kok'],
    ['wie mag de dag na 31 december BAG valideren', 'Greet Bos'],
    ['wie mag vóór nieuwjaar BAG valideren', 'Fred Kok'],
    ['wie is directeur na 31 december', 'Greet Bos'],
  ])('"%s": %s', (question, expected) => {
    expect(said(question)).toBe(expected);
  });
});

describe('a month without a year is the nearest one', () => {
  test.each([
    ['wie mag in januari BAG valideren', 'Greet Bos'],
    ['mag Fred Kok in januari BAG valideren', 'no'],
    ['wie mag in februari de BAG valideren', 'Greet Bos'],
    ['mag Greet Bos op 1 februari BAG valideren', 'yes'],
    ['wie mag in september BAG valideren', 'Fred Kok'],
    ['wie mag in november BAG valideren', 'Fred Kok'],
    ['wie mocht in januari BAG valideren', 'Piet Oud'],
    ['wie valideerde in januari BAG', 'Piet Oud'],
    ['wie heeft in januari de BAG gevalideerd', 'Piet Oud'],
    ['wie is in januari bevoegd om BAG te valideren', 'Greet Bos'],
    ['Beste collega, wie mag in januari BAG valideren?', 'Greet Bos'],
    ['wie heeft in januari het mandaat om BAG te valideren', 'Greet Bos'],
    ['wie heeft in januari mandaat voor BAG valideren', 'Greet Bos'],
    ['who validated BAG in January', 'Piet Oud'],
  ])('"%s": %s', (question, expected) => {
    expect(said(question)).toBe(expected);
  });
});

describe('a whole year and a second day are asked back', () => {
  test.each([
    'mag Fred Kok heel 2027 BAG valideren',
    'mag Fred Kok na dit jaar BAG valideren',
    'mag Fred Kok in 2027 BAG valideren',
    'mag Fred Kok 2027 BAG valideren',
    "mag Fred Kok in '27 BAG valideren",
    'mag Fred Kok na het jaar 2026 BAG valideren',
    'wie mag BAG valideren op of na 31 december',
    'wie mag BAG valideren voor volgend jaar',
    'mag Fred Kok het hele jaar 2027 BAG valideren',
    'mag Fred Kok na 2026 BAG valideren',
    'mag Fred Kok gedurende 2028 de BAG valideren',
    'mag Fred Kok na deze maand BAG valideren',
    'mag Fred Kok heel volgend jaar BAG valideren',
    'mag Fred Kok op 1-12-2026 en 1-2-2027 BAG valideren',
    'mag Fred Kok op 1 december en op 1 februari BAG valideren',
    'mag Fred Kok op 30 en 31 december BAG valideren',
    'mag Fred Kok in december en januari BAG valideren',
    'mag Fred Kok in december of in januari BAG valideren',
    'mag Fred Kok in 2026 en 2027 BAG valideren',
    'mag Fred Kok in 2026/2027 BAG valideren',
    'mag Fred Kok van 1 december 2026 tot 1 februari 2027 BAG valideren',
    'mag Fred Kok van 1 december tot en met februari BAG valideren',
    'mag Fred Kok tussen 1 december en 1 maart BAG valideren',
    'mag Fred Kok nu en op 1 februari BAG valideren',
    'mag Fred Kok morgen en overmorgen BAG valideren',
    'may Fred Kok validate BAG in 2026 and 2027',
  ])('"%s"', (question) => {
    expect(said(question)).toBe('ambiguous');
    expect(ask(question, lookup, today).answer.reason).toContain('Welke dag bedoel je');
  });

  test.each([
    ['mag Fred Kok op donderdag 31 december BAG valideren', 'yes'],
    ['mag Fred Kok morgen, 23 november, BAG valideren', 'yes'],
    ['mag Fred Kok nu ook op 1 februari 2027 BAG valideren', 'no'],
    ['Gisteren vroeg ik het nog. Mag Greet Bos op 1 februari 2027 BAG valideren?', 'yes'],
    ['mag Fred Kok dit jaar BAG valideren', 'yes'],
    ['mag Fred Kok in 2026 BAG valideren', 'yes'],
    ['wie valideerde in 2025 BAG', 'Piet Oud'],
  ])('"%s" names one day: %s', (question, expected) => {
    expect(said(question)).toBe(expected);
  });

  test('with the words as they were typed', () => {
    expect(ask('mag Fred Kok heel 2027 BAG valideren', lookup, today).answer.reason).toContain('"heel 2027"');
    expect(ask('mag Fred Kok op 1-12-2026 en 1-2-2027 BAG valideren', lookup, today).answer.reason).toContain(
      '"1-12-2026 en 1-2-2027"',
    );
  });
});

const dayOf = (question: string) => ask(question, lookup, today).understood?.date;

test.each([
  ['wie mag BAG valideren tot de 15e', '2026-12-14'],
  ['wie mag BAG valideren tot en met de 15e', '2026-12-15'],
  ['wie mag BAG valideren na de 15e', '2026-12-16'],
  ['wie mag BAG valideren tot vrijdag', '2026-11-26'],
  ['wie mag BAG valideren voor vrijdag', '2026-11-27'],
  ['wie mag BAG valideren vóór vrijdag', '2026-11-26'],
  ['wie mag BAG valideren voor morgen', '2026-11-23'],
  ['wie mag BAG valideren tot nu toe', '2026-11-22'],
  ['wie mag BAG valideren na eind december', '2027-01-01'],
])('"%s" is about %s', (question, expected) => {
  expect(dayOf(question)).toBe(expected);
});

test('what ends before a day is asked as it was', () => {
  const dated = townLookup([
    entry({ id: 'M1', until: '2026-12-30' }),
    entry({ id: 'M2', until: '2026-12-31' }),
    entry({ id: 'M3', until: '2027-01-01' }),
  ]);
  expect(ask('welke mandaten lopen af voor 1 januari', dated, today).answer.answers).toEqual(['M1', 'M2']);
  expect(ask('welke mandaten eindigen vóór 31 december', dated, today).answer.answers).toEqual(['M1']);
});
