import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { ask } from '../../../../src/features/mandates/questions/ask.ts';
import { demoLookup } from '../registers.ts';

const today = Temporal.PlainDate.from('2026-11-30');
const lookup = demoLookup();
const asked = (question: string, me = 'Amira Sol') => ask(question, lookup, today, me).answer;
/** Who is named, and by which entries. */
const told = (question: string, me?: string) => {
  const { outcome, answers, entries } = asked(question, me);
  return [outcome, answers.join(' '), entries.map(({ id }) => id).join(' ')];
};

describe('for whom somebody stands in', () => {
  test.each([
    'wie vervang ik?',
    'voor wie ben ik vervanger?',
    'van wie ben ik de vervanger?',
    'ben ik ergens vervanger?',
    'waar ben ik vervanger',
    'bij wie ben ik vervanger',
    'ik ben vervanger van wie?',
    'voor wie val ik in?',
    'wie neem ik waar',
    'wie moet ik vervangen?',
    'wie mag ik vervangen',
    'vervang ik iemand?',
    'moet ik ergens invallen',
    'van wie ben ik backup?',
    'sta ik ergens als vervanger in het register?',
    'voor wie moet ik invallen als hij ziek is',
    'wat mag ik als vervanger',
    'who do I replace?',
  ])('%s', (question) => {
    expect(told(question)).toEqual(['found', 'Bert Kade', 'R02']);
  });

  test.each([
    ['waar is Eefje vervanger?', 'Chantal Duin', 'R07'],
    ['voor wie is Gijs vervanger', 'Hanna Kering', 'R10'],
    ['van wie is Lotte Vaart de vervanger', 'Karim Dijk', 'R14'],
    ['Lotte is vervanger van wie?', 'Karim Dijk', 'R14'],
    ['wiens vervanger is Hanna?', 'Gijs Toren', 'R09'],
    ['waar vervangt Eefje', 'Chantal Duin', 'R07'],
    ['wat mag Bert als vervanger', 'Amira Sol', 'R01'],
    ['wie wordt door Driss vervangen', 'Chantal Duin Eefje Polder', 'R03 R06'],
    ['hoeveel mensen vervangt Driss?', 'Chantal Duin Eefje Polder', 'R03 R06'],
    ['voor wie is Driss vervanger in Charlois', 'Eefje Polder', 'R06'],
    ['who does Bert replace?', 'Amira Sol', 'R01'],
  ])('%s', (question, names, ids) => {
    expect(told(question)).toEqual(['found', names, ids]);
  });

  test('who stands in nowhere hears that', () => {
    expect(told('wie vervang ik?', 'Karim Dijk')[0]).toBe('not-recorded');
  });
});

describe('who stands in', () => {
  test.each([
    'wie vervangt mij?',
    'wie is mijn vervanger',
    'heb ik een vervanger?',
    'door wie word ik vervangen',
    'is er iemand die mij vervangt?',
    'kan iemand mij vervangen?',
    'wie neemt mij dan waar?',
    'wie vervangt mij als ik er niet ben?',
    'als ik ziek ben, wie vervangt mij dan?',
    'wie vervangt mij tijdens mijn vakantie',
    'wie doet mijn werk als ik er niet ben?',
    'wie pakt mijn werk op als ik vrij ben',
    'wie verwerkt de mutaties in Delfshaven als ik er niet ben?',
    'wie mag BAG verwerken in Delfshaven als ik met verlof ben',
    'who replaces Amira Sol?',
    'wie vervangt Amira als zij er niet is?',
  ])('%s', (question) => {
    expect(told(question)).toEqual(['found', 'Bert Kade', 'R01']);
  });

  test('a day in the condition is the day that is asked about', () => {
    const { understood } = ask('wie vervangt mij als ik er morgen niet ben?', lookup, today, 'Amira Sol');
    expect(understood).toMatchObject({ kind: 'deputy', date: '2026-12-01' });
  });
});

describe('whether one stands in for the other', () => {
  test.each([
    ['kan Amira Bert vervangen?', 'yes', 'R02'],
    ['vervangt Lotte Karim?', 'yes', 'R14'],
    ['mag Karim Lotte vervangen?', 'no', 'R15'],
    ['kan Bert mij vervangen?', 'yes', 'R01'],
    ['kan ik Bert vervangen', 'yes', 'R02'],
    ['ben ik de vervanger van Bert Kade?', 'yes', 'R02'],
    ['is Driss mijn vervanger?', 'no', 'R01'],
    ['wordt Bert Kade door Amira Sol vervangen?', 'yes', 'R02'],
    ['kan Eefje door Driss vervangen worden?', 'yes', 'R06'],
    ['heeft Bert Amira als vervanger?', 'yes', 'R02'],
    ['klopt het dat Lotte Karim vervangt?', 'yes', 'R14'],
    ['mag Driss invallen voor Eefje?', 'yes', 'R06'],
    ['mag ik voor Bert invallen als hij ziek is?', 'yes', 'R02'],
    ['is Eefje de vervanger van Driss?', 'no', 'R04 R16 R17'],
  ])('%s', (question, outcome, ids) => {
    const { outcome: got, entries } = asked(question);
    expect([got, entries.map(({ id }) => id).join(' ')]).toEqual([outcome, ids]);
  });

  test('a no says who does, and that it is so the other way round', () => {
    expect(asked('is Eefje de vervanger van Driss?').reason).toBe(
      'Andersom wel: Driss Haven vervangt Eefje Polder. Chantal Duin vervangt Driss Haven.',
    );
  });

  test.each(['wie moet Amira vervangen', 'wie mag Bert vervangen?'])(
    '%s may be either, and is asked',
    (question) => {
      const { understood, answer } = ask(question, lookup, today, 'Noud Kreek');
      expect([understood?.unclear, answer.outcome]).toEqual(['either', 'ambiguous']);
    },
  );
});

describe('what somebody may while another is away', () => {
  test.each([
    ['wat mag ik als Bert er niet is?', 'R02'],
    ['wat mag ik als Bert ziek is?', 'R02'],
    ['als Bert er niet is, wat mag ik dan?', 'R02'],
    ['wat mag ik tijdens de vakantie van Bert', 'R02'],
    ['welke mandaten heb ik zolang Bert afwezig is', 'R02'],
    ['wat doe ik als Bert ziek is', 'R02'],
    ['wat mag Lotte als Karim er niet is?', 'R14'],
    ['wat doet Hanna als Gijs er niet is', 'R09'],
    ['wat kan Joris als Ilse op vakantie is?', 'R11'],
    ['wat mag Bert als ik er niet ben?', 'R01'],
    ['mag Bert dat als ik er niet ben?', 'R01'],
  ])('%s', (question, id) => {
    expect(told(question)).toEqual(['found', id, id]);
  });

  test('nothing is added where they are no deputy', () => {
    expect(told('wat mag ik als Chantal er niet is?')[0]).toBe('not-recorded');
  });

  test.each([
    ['mag ik BAG verwerken in Charlois als Bert er niet is?', 'yes'],
    ['mag Bert BAG verwerken in Delfshaven als ik op vakantie ben?', 'yes'],
    ['mag Driss BAG verwerken in Delfshaven als ik er niet ben?', 'no'],
  ])('%s: %s', (question, outcome) => {
    expect(asked(question).outcome).toBe(outcome);
  });
});

describe('what has no deputy', () => {
  const all = 'R08 R12 R13 R15 R16 R17';
  test.each([
    ['wie heeft er nog geen vervanger?', all],
    ['wie heeft geen vervanger', all],
    ['welke mandaten hebben geen vervanger', all],
    ['waar ontbreekt een vervanger?', all],
    ['bij welke mandaten is geen vervanger geregeld', all],
    ['zijn er mandaten zonder vervanger?', all],
    ['heeft iedereen een vervanger?', all],
    ['welke taken hebben nog geen vervanger', all],
    ['wie heeft er geen vervanger bij opdrachten', 'R12 R13'],
    ['welke mandaten van Chantal hebben geen vervanger?', 'R13'],
  ])('%s', (question, ids) => {
    expect(told(question)).toEqual(['found', ids, ids]);
  });

  test('of oneself', () => {
    expect(told('waar heb ik geen vervanger', 'Driss Haven')).toEqual(['found', 'R16 R17', 'R16 R17']);
  });

  test.each(['wie is geen vervanger van Bert?', 'wie mag Bert niet vervangen?'])(
    '%s is asked back',
    (question) => {
      expect(asked(question).outcome).toBe('ambiguous');
    },
  );
});
