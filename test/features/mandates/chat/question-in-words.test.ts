import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { questionInWords } from '../../../../src/features/mandates/chat/question-in-words.ts';
import { ask } from '../../../../src/features/mandates/questions/ask.ts';
import type { Understood } from '../../../../src/features/mandates/questions/understanding/understood.ts';
import { demoLookup } from '../registers.ts';

const lookup = demoLookup();
const day = Temporal.PlainDate.from('2026-11-25');
const understoodFrom = (line: string): Understood => {
  const { understood } = ask(line, lookup, day, 'Karim Dijk');
  if (!understood) throw new Error(`not understood: ${line}`);
  return understood;
};
const inWords = (asked: Understood) => questionInWords(asked, lookup, day.toString());
const ofDriss = understoodFrom('welke mandaten heeft Driss Haven?');

describe('a question about what somebody may is a whole Dutch sentence', () => {
  test.each<[Partial<Understood>, string]>([
    [{}, 'welke mandaten heeft Driss Haven?'],
    [{ activity: 'valideren' }, 'wat mag Driss Haven valideren?'],
    [{ activity: 'controleren' }, 'wat mag Driss Haven valideren?'],
    [
      { activity: 'valideren', absent: 'Bert Kade' },
      'wat mag Driss Haven valideren als Bert Kade er niet is?',
    ],
    [{ absent: 'Bert Kade' }, 'wat mag Driss Haven als Bert Kade er niet is?'],
    [
      { absent: 'Bert Kade', registration: 'BAG' },
      'welke mandaten heeft Driss Haven voor BAG als Bert Kade er niet is?',
    ],
    [
      { activity: 'valideren', registration: 'BAG' },
      'welke mandaten heeft Driss Haven voor het valideren van BAG?',
    ],
    [{ activity: 'koppelen' }, 'welke mandaten heeft Driss Haven voor het koppelen van registraties?'],
    [
      { activity: 'regie', registration: 'BGT' },
      'welke mandaten heeft Driss Haven voor het voeren van regie over BGT?',
    ],
    [
      { activity: 'opdracht verstrekken', amount: 500 },
      'welke mandaten heeft Driss Haven voor het verstrekken van opdrachten van € 500?',
    ],
    [
      { activity: 'Verlenen van ontheffingen' },
      'welke mandaten heeft Driss Haven voor “verlenen van ontheffingen”?',
    ],
    [
      { activity: 'valideren', lone: true },
      'welke mandaten van Driss Haven voor het valideren van mutaties hebben geen vervanger?',
    ],
    [
      { activity: 'valideren', expiring: true, date: '2026-12-31' },
      'welke mandaten van Driss Haven voor het valideren van mutaties lopen af vóór 31 december 2026?',
    ],
    [{ activity: 'valideren', people: [] }, 'welke mandaten zijn er voor het valideren van mutaties?'],
  ])('%j', (part, whole) => {
    expect(inWords({ ...ofDriss, ...part })).toBe(whole);
  });

  test('as it is asked in the chat', () => {
    expect(inWords(understoodFrom('welke mandaten heeft Driss Haven voor BAG valideren in Noord?'))).toBe(
      'welke mandaten heeft Driss Haven voor het valideren van BAG in Noord?',
    );
  });
});
