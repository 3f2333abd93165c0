import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { ask } from '../../../../src/features/mandates/questions/ask.ts';
import { ASSIGNMENT } from '../../../../src/features/mandates/vocabulary/activities.ts';
import { entry, townLookup } from '../town.ts';

const today = Temporal.PlainDate.from('2026-11-22');
const withLimit = (limit: number) =>
  townLookup([
    entry({ activity: ASSIGNMENT, registration: '', limit, deputies: [] }),
    entry({ id: 'M2', holder: 'Cor Dam', deputies: [] }),
  ]);
const outcome = (question: string, limit: number) => ask(question, withLimit(limit), today).answer.outcome;

describe('a bare number is an amount where money is asked about', () => {
  test.each([
    'mag Ans Bos een opdracht geven van 900',
    'mag Ans Bos een opdracht van 750 geven',
    'mag Ans Bos een opdracht geven van 501,00',
    'mag Ans Bos een opdracht van 501,00 geven',
    'mag Ans Bos een opdracht verstrekken voor 600',
    'mag Ans Bos voor 600 opdracht geven',
    'mag Ans Bos een opdracht geven tot 600',
    'mag Ans Bos een opdracht geven à 600',
    'mag Ans Bos een opdracht geven van ongeveer 600',
    'mag Ans Bos een opdracht van 600 in Noord geven',
    'mag Ans Bos een opdracht geven van 600,-',
    'mag Ans Bos een opdracht geven tussen 400 en 600',
    'may Ans Bos give an order of 600',
    'mag Ans Bos een opdracht geven van 1950',
    'mag Ans Bos een opdracht van 1950 geven',
    'mag Ans Bos een opdracht van 501 geven',
    'mag Ans Bos een opdracht geven (600)',
    'mag Ans Bos een opdracht geven: 600',
    'mag Ans Bos een opdracht geven. Het gaat om 600',
    'mag Ans Bos opdracht geven 500+',
    'mag Ans Bos een opdracht 600 geven',
    'mag Ans Bos 600 uitgeven',
    'mag Ans Bos opdracht geven van 400 tot 600',
    'mag Ans Bos opdracht geven van 400-600',
    'mag Ans Bos een opdracht van 2 x 400 geven',
    'mag Ans Bos een opdracht van 600 op 1 december geven',
  ])('"%s" is too much for 500', (question) => {
    expect(outcome(question, 500)).toBe('no');
  });

  test.each([
    ['mag Ans Bos een opdracht geven van 60', 50, 'no'],
    ['mag Ans Bos een opdracht geven van 60', 60, 'yes'],
    ['mag Ans Bos een opdracht geven van 500', 500, 'yes'],
    ['mag Ans Bos een opdracht van 1950 geven', 2000, 'yes'],
    ['mag Ans Bos een opdracht van 2050 geven', 1000, 'ambiguous'],
    ['mag Ans Bos een opdracht van 2026 geven', 1000, 'ambiguous'],
    ['mag Ans Bos een 600 opdracht geven', 500, 'ambiguous'],
    ['mag Ans Bos een opdracht van 3 x 150 geven', 500, 'yes'],
  ] as const)('"%s" with a limit of %d: %s', (question, limit, expected) => {
    expect(outcome(question, limit)).toBe(expected);
  });
});

test.each(['mag Ans Bos een opdracht geven van max 600', 'mag Ans Bos een opdracht geven van maximaal 600?'])(
  '"%s" gets the limit, and no yes',
  (question) => {
    expect(outcome(question, 500)).not.toBe('yes');
    expect(ask(question, withLimit(500), today).understood?.amount).toBe(600);
  },
);

describe('from an amount on is more than that amount', () => {
  test.each([
    'mag Ans Bos een opdracht geven van > 30.000',
    'mag Ans Bos een opdracht geven >30.000',
    'mag Ans Bos een opdracht geven van >= 30.000',
    'mag Ans Bos een opdracht geven ≥ € 30.000',
    'mag Ans Bos een opdracht geven van 30.000+',
    'mag Ans Bos een opdracht geven van 30.000 +',
    'mag Ans Bos een opdracht geven vanaf 30.000',
    'mag Ans Bos een opdracht geven van 30.000 of meer',
    'mag Ans Bos een opdracht geven van 30.000 euro of meer',
    'mag Ans Bos een opdracht geven van 30k en hoger',
    'mag Ans Bos een opdracht geven van minstens 30.000',
    'mag Ans Bos een opdracht geven van minimaal 30.000 euro',
    'mag Ans Bos een opdracht geven van meer dan 30.000',
    'mag Ans Bos een opdracht geven van meer dan dertigduizend euro',
    'may Ans Bos sign an order of at least 30.000',
  ])('"%s": no, with a limit of just that', (question) => {
    expect(outcome(question, 30_000)).toBe('no');
    expect(outcome(question, 40_000)).toBe('yes');
  });

  test.each([
    'mag Ans Bos een opdracht geven van niet meer dan 30.000',
    'mag Ans Bos een opdracht geven tot 30.000',
    'mag Ans Bos een opdracht geven van minder dan 30.000',
    'mag Ans Bos een opdracht geven van <= 30.000',
    'mag Ans Bos een opdracht geven van < 30.000',
    'mag Ans Bos een opdracht geven van hoogstens 30.000',
  ])('"%s": within it', (question) => {
    expect(outcome(question, 30_000)).not.toBe('no');
  });

  test('the words of a comparison belong to the amount', () => {
    const { understood, answer } = ask(
      'wie mag een opdracht geven van meer dan 5000',
      withLimit(9_000),
      today,
    );
    expect(understood?.unused).toBeUndefined();
    expect(answer.outcome).toBe('found');
  });
});

test.each([
  'mag Ans Bos een opdracht geven aan De Kamp 60000',
  'mag Ans Bos een opdracht aan De Kamp 60000 geven',
  'mag Ans Bos een opdracht geven aan Van der Weg 6000',
])('"%s" names a firm and an amount, and no address', (question) => {
  expect(outcome(question, 500)).not.toBe('yes');
  expect(ask(question, withLimit(500), today).understood?.amount).toBeGreaterThan(500);
});

test.each([
  'mag Cor Dam BAG valideren van 3 mutaties',
  'mag Cor Dam 3 mutaties valideren in de BAG',
  'mag Cor Dam de BAG valideren voor 30 adressen',
  'mag Cor Dam BAG valideren op de Dorpsstraat 14',
  'mag Cor Dam BAG valideren voor huisnummer 12',
])('"%s" holds no amount', (question) => {
  expect(ask(question, withLimit(500), today).understood?.amount).toBeUndefined();
});
