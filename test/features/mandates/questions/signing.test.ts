import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { ask } from '../../../../src/features/mandates/questions/ask.ts';
import { demoLookup } from '../registers.ts';

const lookup = demoLookup();
const day = Temporal.PlainDate.from('2026-11-25');
const asked = (question: string) => ask(question, lookup, day, 'Amira Sol');

test.each([
  'wie tekent voor de BAG in Noord?',
  'wie ondertekent in Delfshaven?',
  'wie mag tekenen voor de BGT?',
  'wie zet de handtekening voor de WOZ?',
])('%s asks back for what is signed', (question) => {
  const { understood, answer } = asked(question);
  expect(understood?.kind).toBe('who');
  expect(answer.choices?.what).toBe('activity');
});

test.each([
  ['heb ik een mandaat voor de BAG?', ['R01']],
  ['heb ik een mandaat?', ['R01']],
  ['Heb ik mandaten in Delfshaven', ['R01']],
  ['do I have a mandate for BAG?', ['R01']],
  ['heb ik een machtiging voor de BGT?', []],
])('%s is answered with what stands in the own name', (question, ids) => {
  const { understood, answer } = asked(question);
  expect(understood?.kind).toBe('which');
  expect(answer.answers).toEqual(ids);
});

test('heb ik mandaat om te valideren asks whether the asker may', () => {
  const { understood, answer } = asked('heb ik mandaat om de BAG te valideren in Delfshaven?');
  expect(understood?.kind).toBe('may');
  expect(answer.outcome).toBe('no');
});

test.each(['wie tekent mijn verlof?', 'ik heb een mandaat', 'heb ik morgen vrij?', 'wie tekent het mooist?'])(
  '%s is no question about mandates',
  (question) => {
    expect(asked(question).understood).toBeUndefined();
  },
);
