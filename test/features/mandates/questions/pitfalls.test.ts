import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { ask } from '../../../../src/features/mandates/questions/ask.ts';
import { demoLookup } from '../registers.ts';

const day = Temporal.PlainDate.from('2026-11-24');
const lookup = demoLookup();
const outcomeOf = (question: string, me?: string) => ask(question, lookup, day, me).answer.outcome;
const answersTo = (question: string) => ask(question, lookup, day).answer.answers;

/** A wrong "yes" is the worst that a register can say: these must never be one. */
describe('a question with more in it than one answer holds', () => {
  test.each([
    'Mogen Driss Haven en Bert Kade BAG valideren in Noord?',
    'Mag Driss Haven BAG valideren in Noord en Delfshaven?',
    'Mag Driss Haven BAG valideren, niet alleen in Delfshaven maar ook in Noord?',
    'Mag Chantal Duin BAG en BGT valideren in Delfshaven?',
    'Wie valideert BAG en WOZ in Charlois?',
    'Welke mandaten hebben Driss Haven en Chantal Duin?',
    'Wie valideert BAG in Noord en wie verwerkt BAG in Delfshaven?',
  ])('%s', (question) => {
    expect(outcomeOf(question)).toBe('ambiguous');
  });

  test('names a place and what it lies in: the narrower one counts', () => {
    expect(answersTo('Wie valideert BAG in gemeente Rotterdam, wijk Charlois?')).toEqual(['Eefje Polder']);
    expect(answersTo('Wie valideert BAG in Charlois, Rotterdam?')).toEqual(['Eefje Polder']);
  });
});

describe('"mag ik" is about whoever asks, whatever else is named', () => {
  test.each([
    'Mag ik de dijk in Crooswijk verwerken in de BGT?',
    'Mag ik de kaart van Crooswijk goedkeuren voor de BGT?',
    'Mag ik de brug valideren voor de WOZ?',
    'Mag ik namens Farid Brug WOZ valideren?',
    'Mag ik in plaats van Farid Brug WOZ valideren?',
  ])('%s', (question) => {
    expect(outcomeOf(question, 'Bert Kade')).not.toBe('yes');
  });
});

describe('somebody who is only named, and somebody else', () => {
  test.each([
    'Mag Peter namens Farid Brug WOZ valideren?',
    'Mag iemand anders dan Farid Brug WOZ valideren?',
    'Mag Henk Vaart BGT goedkeuren in Kralingen-Crooswijk?',
    'Mag Chantal Bos BAG valideren in Delfshaven?',
    'Mag Amira Jansen BAG verwerken in Delfshaven?',
    'Mag Anna Sol BAG verwerken in Delfshaven?',
  ])('%s is not yes', (question) => {
    expect(outcomeOf(question)).not.toBe('yes');
  });

  test('"wie behalve" is asked back', () => {
    expect(outcomeOf('Wie behalve Driss Haven mag BAG valideren in Noord?')).toBe('ambiguous');
  });
});

describe('one’s own work', () => {
  test.each([
    'Mag Driss Haven in Noord de BAG valideren die hij net heeft ingevoerd?',
    'Mag Driss Haven een door hem verwerkte BAG-mutatie valideren in Noord?',
    'Mag Driss Haven in Noord BAG valideren wat hij daar zelf invoerde?',
    'Mag Driss Haven BAG valideren in Noord als hij het zelf heeft gedaan?',
    'May Driss Haven validate his own BAG entries in Noord?',
    'Mag ik BAG valideren in Noord die ik heb verwerkt?',
  ])('%s', (question) => {
    expect(outcomeOf(question, 'Driss Haven')).toBe('no');
  });
});

describe('what the register does not cover', () => {
  test.each([
    'Mag Lotte Vaart bouwvergunningen goedkeuren in Kralingen-Crooswijk?',
    'Mag Lotte Vaart verlof goedkeuren in Kralingen-Crooswijk?',
    'Mag Driss Haven rijbewijzen valideren in Noord?',
    'Mag Driss Haven BAG niet valideren in Noord?',
    'Wie mag BAG in Noord niet valideren?',
    'Mag Farid Brug WOZ valideren voor Schiedam?',
  ])('%s is neither yes nor a name', (question) => {
    expect(['yes', 'found']).not.toContain(outcomeOf(question));
  });

  test.each(['welke mandaten staan er op naam van piet jansen?', 'mandaten van piet jansen'])(
    '%s gives nobody else’s',
    (question) => {
      expect(outcomeOf(question)).not.toBe('found');
    },
  );
});

test('a day that only the asker knows is asked back', () => {
  const { answer } = ask('wie valideert BAG in Noord over enkele weken?', lookup, day);
  expect(answer.outcome).toBe('ambiguous');
  expect(answer.reason).toContain('Welke dag bedoel je met "over enkele weken"?');
});

describe('what somebody may while another is away', () => {
  const asked = (question: string) => ask(question, lookup, day).answer;

  test('is yes for a deputy of exactly that holder, and only then', () => {
    expect(asked('mag Driss BAG valideren in Charlois als Eefje er niet is?')).toMatchObject({
      outcome: 'yes',
      reason: 'Alleen als vervanger, en alleen zolang Eefje Polder er niet is.',
      entries: [{ id: 'R06' }],
    });
  });

  test.each([
    ['mag Bert BAG valideren in Charlois als Eefje er niet is', 'Bert Kade staat hier niet als vervanger'],
    ['mag Driss BAG valideren in Charlois als Chantal ziek is', 'Driss Haven staat hier niet als vervanger'],
    ['mag Eefje BAG valideren in Noord als Driss er niet is', 'Eefje Polder staat hier niet als vervanger'],
    ['mag Driss BGT valideren in Charlois als Eefje er niet is', 'Driss Haven staat hier niet als vervanger'],
  ])('%s: no', (question, reason) => {
    expect(asked(question)).toMatchObject({ outcome: 'no', reason: expect.stringContaining(reason) });
  });

  test.each([
    'mag Eefje BAG valideren in Charlois als Eefje er niet is',
    'mag Driss BAG valideren in Charlois als Jan er niet is',
    'mag Driss BAG valideren in Charlois als Eefje en Chantal er niet zijn',
    'mag Driss BAG valideren in Charlois als Eefje Bos er niet is',
  ])('%s: never yes', (question) => {
    expect(asked(question).outcome).not.toBe('yes');
  });
});

test('somebody who is not in the register is named as they were typed', () => {
  const reasonOf = (question: string) => ask(question, lookup, day).answer.reason;
  expect(reasonOf('mag jan de vries valideren')).toBe('jan de vries staat niet in het register.');
  expect(reasonOf('mag jan BAG valideren')).toBe('jan staat niet in het register.');
});

test('a question without an activity offers the same as it says', () => {
  const { reason, choices } = ask('wie doet de bag', lookup, day).answer;
  expect(reason).toBe('Om welke activiteit gaat het?');
  expect(choices?.options).toContain('valideren');
});

test.each([
  ['tot wanneer geldt het mandaat van Driss', ['R04', 'R16', 'R17']],
  ['wanneer loopt het mandaat van Farid Brug af?', ['R08']],
])('%s is about the mandates of somebody', (question, ids) => {
  expect(answersTo(question)).toEqual(ids);
});
