import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { questionOf, settled, understoodFrom } from '../../../../src/features/mandates/chat/question.ts';
import { answered, ask } from '../../../../src/features/mandates/questions/ask.ts';
import { createLookup } from '../../../../src/features/mandates/register/lookup.ts';
import { entry, town } from '../town.ts';

const day = Temporal.PlainDate.from('2026-11-24');
const areas = [
  ...town,
  { code: 'L', name: 'Linde', kind: 'wijk' as const, parent: 'G', aliases: [] },
  { code: 'H', name: 'Haren', kind: 'wijk' as const, parent: 'G', aliases: [] },
];
const holders = ['Carla Bakker', 'Dirk Vermeer', 'Hans Vos', 'Jan de Groot', 'Piet Visser'];
const lookup = createLookup({
  areas,
  entries: [
    ...holders.map((holder, n) => entry({ id: `P${n}`, holder })),
    entry({ id: 'L1', holder: 'Ans Bos', area: 'L', deputies: [] }),
    entry({ id: 'H1', holder: 'Ans Bos', area: 'H', deputies: [] }),
    entry({ id: 'F1', holder: 'Directeur Ruimte', deputies: ['Secretaris'] }),
    entry({ id: 'F2', holder: 'Medewerker burgerzaken', deputies: ['Secretaris'] }),
    entry({ id: 'F3', holder: 'Griffier', deputies: ['Secretaris'] }),
  ],
  tenures: [],
});
const answerTo = (question: string) => ask(question, lookup, day).answer;

describe('a name that is nearly that of somebody in the register', () => {
  test.each([
    ['Mag Carlo Bakker BAG valideren?', 'Carla Bakker'],
    ['Mag Carla Bakkers BAG valideren?', 'Carla Bakker'],
    ['Mag Vissers BAG valideren?', 'Piet Visser'],
    ['Mag Vermeir BAG valideren?', 'Dirk Vermeer'],
    ['Mag Carlo BAG valideren?', 'Carla Bakker'],
  ])('%s asks whether %s is meant', (question, name) => {
    expect(answerTo(question)).toMatchObject({
      outcome: 'ambiguous',
      reason: `Bedoel je ${name}?`,
      choices: { what: 'person', options: [name] },
    });
  });

  test('gets its answer once it is chosen, from a card that was sent and came back', () => {
    const { understood } = ask('Mag Carlo Bakker BAG valideren?', lookup, day);
    const question = understood && questionOf(understood);
    if (!question) throw new Error('not understood');
    const again = (asked: typeof question) =>
      answered('', understoodFrom(asked, lookup), undefined, lookup, day).answer.outcome;
    expect(again(question)).toBe('ambiguous');
    expect(again(settled(question, 'area', 'N'))).toBe('ambiguous');
    expect(again(settled(question, 'person', 'Carla Bakker'))).toBe('yes');
  });

  test.each(['Welke mandaten heeft Carla Bakkers?', 'Wie vervangt Vissers?'])(
    '%s is answered, since the answer shows who was meant',
    (question) => {
      expect(answerTo(question).outcome).toBe('found');
    },
  );
});

describe('a place that is nearly one of the register', () => {
  test.each([
    ['Mag Ans Bos BAG valideren in Linden?', 'Linde', 'L'],
    ['Mag Ans Bos BAG valideren in Linge?', 'Linde', 'L'],
    ['Mag Ans Bos BAG valideren in Harem?', 'Haren', 'H'],
  ])('%s asks whether %s is meant', (question, name, code) => {
    expect(answerTo(question)).toMatchObject({
      outcome: 'ambiguous',
      reason: `Bedoel je ${name}?`,
      choices: { what: 'area', options: [code] },
    });
  });

  test('is answered when it is typed right, and with who may', () => {
    expect(answerTo('Mag Ans Bos BAG valideren in Linde?').outcome).toBe('yes');
    expect(answerTo('Wie valideert BAG in Linden?').outcome).toBe('found');
  });
});

describe('an initial', () => {
  test.each([
    'Mag T. Vermeer BAG valideren?',
    'Mag J. Vos BAG valideren?',
    'Mag J Vos BAG valideren?',
    'Mag J.H. Vos BAG valideren?',
    'Mag Th. Vermeer BAG valideren?',
    'Mag P. de Groot BAG valideren?',
    'Mag Vermeer BV BAG valideren?',
    'Mag Vermeer B.V. BAG valideren?',
    'Mag Dirk Vermeer BV BAG valideren?',
    'Mag Vermeer VOF BAG valideren?',
    'Mag Vermeer en Zonen BAG valideren?',
    'Mag firma Vermeer BAG valideren?',
  ])('or a company makes it another: %s', (question) => {
    expect(answerTo(question).outcome).toBe('not-recorded');
  });

  test.each([
    'Mag D. Vermeer BAG valideren?',
    'Mag D Vermeer BAG valideren?',
    'Mag H.J. Vos BAG valideren?',
    'Mag J. de Groot BAG valideren?',
    'Mag dhr. Vos BAG valideren?',
    'Mag Vermeer BAG valideren?',
  ])('that fits is answered: %s', (question) => {
    expect(answerTo(question).outcome).toBe('yes');
  });
});

describe('a function of which only a part is said', () => {
  test.each([
    ['Mag de directeur BAG valideren?', 'Directeur Ruimte'],
    ['Mag een medewerker BAG valideren?', 'Medewerker burgerzaken'],
    ['Wie vervangt de directeur?', 'Directeur Ruimte'],
    ['Wat mag de directeur?', 'Directeur Ruimte'],
  ])('%s asks whether %s is meant', (question, name) => {
    expect(answerTo(question)).toMatchObject({
      outcome: 'ambiguous',
      reason: `Bedoel je ${name}?`,
      choices: { what: 'person', options: [name] },
    });
  });

  test.each([
    ['Mag de directeur Ruimte BAG valideren?', 'yes'],
    ['Mag de griffier BAG valideren?', 'yes'],
    ['Wie vervangt de directeur van Ruimte?', 'found'],
    ['Wie vervangt de griffier?', 'found'],
  ])('%s is the whole of it', (question, outcome) => {
    expect(answerTo(question).outcome).toBe(outcome);
  });
});
