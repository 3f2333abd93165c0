import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { ask } from '../../../../src/features/mandates/questions/ask.ts';
import { createLookup } from '../../../../src/features/mandates/register/lookup.ts';
import { bareEntry } from '../town.ts';

const today = Temporal.PlainDate.from('2026-11-24');

const entry = bareEntry({
  id: 'F1',
  holder: 'Teammanager Gegevens',
  deputies: ['Coördinator'],
  organisation: 'Gemeente Zandstad',
  from: '2025-01-01',
});
const lookup = createLookup({
  entries: [entry],
  areas: [{ code: 'GM1', name: 'Zandstad', kind: 'gemeente', aliases: [] }],
  tenures: [
    { function: 'Teammanager Gegevens', person: 'Anna Berg', from: '2025-01-01', until: '2026-06-30' },
    { function: 'Teammanager Gegevens', person: 'Bo Dijk', from: '2026-09-01' },
    { function: 'Coördinator', person: 'Cas Eik', from: '2025-01-01' },
  ],
});
const answerTo = (question: string) => ask(question, lookup, today).answer;

describe('an entry that names a function', () => {
  test('is answered with who holds the function on that day', () => {
    expect(answerTo('wie valideert BAG?').answers).toEqual(['Bo Dijk']);
    expect(answerTo('wie valideert BAG op 1 maart 2026?').answers).toEqual(['Anna Berg']);
  });

  test('while nobody holds the function is not recorded for anybody, and says so', () => {
    const { outcome, answers, reason } = answerTo('wie valideert BAG op 1 augustus 2026?');
    expect([outcome, answers]).toEqual(['not-recorded', []]);
    expect(reason).toContain('Niemand vervult dan de functie Teammanager Gegevens');
  });

  test('lets whoever holds the function now, and nobody who held it before', () => {
    expect(answerTo('mag Bo Dijk BAG valideren?').outcome).toBe('yes');
    expect(answerTo('mag Anna Berg BAG valideren?').outcome).toBe('no');
    expect(answerTo('mocht Anna Berg BAG valideren op 1 maart 2026?').outcome).toBe('yes');
  });

  test('says who has the function on the day that was asked, when it went to somebody else', () => {
    expect(answerTo('mag Anna Berg BAG valideren?').reason).toBe(
      'Op die dag heeft Bo Dijk de functie Teammanager Gegevens.',
    );
    expect(answerTo('mag Bo Dijk BAG valideren op 1 maart 2026?')).toMatchObject({
      outcome: 'no',
      reason: 'Op die dag heeft Anna Berg de functie Teammanager Gegevens.',
    });
    expect(answerTo('mag Anna Berg BAG valideren op 1 augustus 2026?').reason).toBe(
      'Op die dag heeft niemand de functie Teammanager Gegevens.',
    );
    expect(answerTo('mag Anna Berg BAG valideren op 1 maart 2024?').reason).toContain(
      'geldt niet op deze dag',
    );
  });

  test('is among the mandates of who holds the function, and is deputised by who holds that one', () => {
    expect(answerTo('welke mandaten heeft Bo Dijk?').answers).toEqual(['F1']);
    expect(answerTo('welke mandaten heeft Anna Berg?').outcome).toBe('not-recorded');
    expect(answerTo('wie vervangt Bo Dijk?').answers).toEqual(['Cas Eik']);
  });
});
