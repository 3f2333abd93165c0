import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { ask } from '../../../../src/features/mandates/questions/ask.ts';
import { demoLookup } from '../registers.ts';

const lookup = demoLookup();
const answerTo = (question: string) =>
  ask(question, lookup, Temporal.PlainDate.from('2026-11-24'), 'Driss Haven').answer;

describe('two activities in one question', () => {
  test.each([
    'wie mag verwerken en valideren in Noord?',
    'Wie verwerkt/valideert de BAG in Noord',
    'Wie verwerkt en wie valideert BAG in Noord?',
    'wie mag in Noord BAG verwerken, en wie BAG valideren?',
    'wie mag in Noord verwerken en in Noord valideren',
    'wie voert in en kijkt na in Noord?',
    'Mag Driss Haven BAG verwerken of valideren in Noord?',
    'Mag Driss Haven zowel BAG verwerken als valideren in Noord?',
    'Mag Driss Haven BAG verwerken maar ook valideren in Noord?',
    'Wie mogen BAG verwerken dan wel valideren in Charlois?',
    'Who may process and validate BAG in Noord?',
  ])('"%s" are asked back, both to choose from', (question) => {
    const { outcome, choices } = answerTo(question);
    expect(outcome).toBe('ambiguous');
    expect(choices?.what).toBe('activity');
    expect([...(choices?.options ?? [])].sort()).toEqual(['valideren', 'verwerken']);
  });

  test('are all offered when there are three', () => {
    const { choices } = answerTo('wie verwerkt, valideert en keurt goed in Noord?');
    expect([...(choices?.options ?? [])].sort()).toEqual(['goedkeuren', 'valideren', 'verwerken']);
  });

  test.each([
    ['wie valideert en controleert BAG in Noord?', 'found'],
    ['wie valideert de verwerkte BAG-mutaties in Noord?', 'found'],
    ['Mag Driss Haven BAG valideren die hij net heeft verwerkt in Noord?', 'no'],
    ['mag ik BAG verwerken en valideren wat ik zelf heb ingevoerd?', 'no'],
    ['Kun je controleren of Driss Haven BAG mag verwerken in Noord?', 'yes'],
    ['kun je even checken wie BAG verwerkt in Noord?', 'found'],
  ])('are not seen in "%s"', (question, outcome) => {
    expect(answerTo(question).outcome).toBe(outcome);
  });
});
