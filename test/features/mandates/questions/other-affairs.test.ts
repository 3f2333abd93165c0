import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { beforeOf } from '../../../../src/features/mandates/chat/before.ts';
import { questionInWords } from '../../../../src/features/mandates/chat/question-in-words.ts';
import { ask } from '../../../../src/features/mandates/questions/ask.ts';
import { followUp, seemsToGoOn } from '../../../../src/features/mandates/questions/following/follow-up.ts';
import { asksPresence } from '../../../../src/features/mandates/questions/understanding/presence.ts';
import { demoLookup, withoutPeople } from '../registers.ts';

const lookup = demoLookup();
const day = Temporal.PlainDate.from('2026-12-07');
const firsts = [
  'wie valideert BAG in Noord?',
  'wat mag Hanna Kering?',
  'mag Bert BGT valideren?',
  'wie vervangt Amira Sol bij BAG goedkeuren in Delfshaven?',
  'welke mandaten lopen binnenkort af?',
  'tot welk bedrag mag Gijs Toren opdracht geven?',
];
const around = withoutPeople(lookup, day.toString());
const asked = firsts.map((first) => beforeOf(ask(first, lookup, day, 'Karim Dijk'), around));

/** As what a line is read behind each of the first questions: nothing where it is not read as going on. */
const readAs = (line: string) =>
  asked.flatMap((before) => {
    const read = before && followUp(line, before, lookup, day);
    return read ? [questionInWords(read.understood, lookup, day.toString(), read.beside)] : [];
  });

const ofOneself = [
  'wanneer ben ik weg?',
  'wanneer ben ik vrij?',
  'wanneer ga ik met vakantie?',
  'tot wanneer ben ik afwezig?',
  'ben ik morgen vrij?',
  'heb ik vrijdag vrij?',
  'mijn afwezigheid',
  'mijn vakantie',
  'mijn verlof',
  'afwezig',
  'ziek',
  'mijn signaal',
  'en mijn check-in?',
];
const ofKompas = [
  'kan mijn baas dit zien?',
  'kan mijn leidinggevende dat lezen?',
  'mag mijn chef dit weten?',
  'kan iedereen dit zien?',
  'wie kan dit lezen?',
  'kan ik dit terugdraaien?',
  'kan ik dat nog wijzigen?',
  'mag ik dit overslaan?',
  'kan dit weg?',
  'waarom vraag je dit?',
  'waarom krijg ik dit?',
  'hoe lang bewaar je dit?',
  'kun je dat uitleggen?',
  'wat kan je?',
  'wat is dat?',
  'can my boss see this?',
];
const ofOthers = [
  'is Bert ziek',
  'is Bert er vandaag?',
  'is Amira Sol morgen vrij?',
  'hoe vaak is Bert ziek',
  'hoe vaak was Amira afwezig?',
  'is Gijs vaak ziek?',
  'wanneer is Bert weg?',
  'wanneer heeft Chantal vakantie?',
  'wie is er ziek?',
  'wie is er vandaag?',
  'wie is afwezig',
  'werkt Bert maandag?',
  'wanneer werkt Driss',
  'is Bert sick today?',
];

describe('what is not about mandates', () => {
  test.each([...ofOneself, ...ofKompas, ...ofOthers, 'en hoe gaat het met Bert?'])(
    '%s goes on about no question, known or not',
    (line) => {
      expect(readAs(line)).toEqual([]);
      expect(seemsToGoOn(line, lookup, day)).toBe(false);
    },
  );

  test.each(ofOthers)('%s asks for what is told of nobody', (line) => {
    expect(asksPresence(line.toLowerCase())).toBe(true);
  });

  test.each([
    'wie vervangt Bert als hij ziek is?',
    'Bert is ziek, wie vervangt hem?',
    'eefje polder is ziek wie dan',
    'mag Driss BAG valideren als Eefje er niet is?',
    'is Bert bevoegd voor de BAG?',
    'is Amira vervanger van Bert?',
    'wie valideert BAG in Noord morgen?',
    'wie is mandaatbeheerder',
    'is Noord van Driss?',
    ...ofOneself,
    ...ofKompas,
  ])('%s does not', (line) => {
    expect(asksPresence(line.toLowerCase())).toBe(false);
  });
});

describe('a question about what ends', () => {
  test.each([
    ['welke mandaten lopen af', 'welke mandaten lopen af vóór 7 januari 2027?'],
    ['wat loopt er af?', 'welke mandaten lopen af vóór 7 januari 2027?'],
    ['wanneer lopen mandaten af?', 'welke mandaten lopen af vóór 7 januari 2027?'],
    ['aflopende mandaten', 'welke mandaten lopen af vóór 7 januari 2027?'],
    ['lopen binnenkort af', 'welke mandaten lopen af vóór 8 maart 2027?'],
    ['welke mandaten lopen binnenkort af', 'welke mandaten lopen af vóór 8 maart 2027?'],
    ['welke mandaten eindigen snel?', 'welke mandaten lopen af vóór 8 maart 2027?'],
    ['welke mandaten verlopen dit jaar?', 'welke mandaten lopen af vóór 1 januari 2027?'],
    ['welke mandaten lopen af in Noord', 'welke mandaten in Noord lopen af vóór 7 januari 2027?'],
  ])('%s is whole, whatever was asked before', (line, whole) => {
    expect(readAs(line)).toEqual([]);
    const { understood } = ask(line, lookup, day);
    expect(understood && questionInWords(understood, lookup, day.toString())).toBe(whole);
  });

  test('goes on about somebody only where it points back, and within a term of its own', () => {
    const [before] = asked.slice(1, 2);
    const read = before && followUp('en welke lopen binnenkort af?', before, lookup, day);
    expect(read && questionInWords(read.understood, lookup, day.toString())).toBe(
      'welke mandaten van Hanna Kering lopen af vóór 8 maart 2027?',
    );
  });

  test('says before which day nothing ends', () => {
    const reasons = [...firsts.slice(4, 5), 'welke mandaten lopen af voor 15 december?'].map(
      (line) => ask(line, lookup, day).answer.reason,
    );
    expect(reasons).toEqual([
      'Er loopt in de komende 90 dagen geen mandaat af.',
      'Er loopt vóór 15 december 2026 geen mandaat af.',
    ]);
  });
});
