import { describe, expect, test } from 'vitest';
import { questionIn, roleAsked } from '../../../../src/features/roles/rolecard/question.ts';

const areas = [
  { code: 'N', name: 'Noord', aliases: [] },
  { code: 'D', name: 'Delfshaven', aliases: ['wijk 3'] },
];
const teams = [
  { key: 'west', name: 'Objecten West' },
  { key: 'oost', name: 'Objecten Oost' },
];
/** What is understood, in short; undefined where the register is to answer. */
function read(text: string): string | undefined {
  const said = roleAsked(text);
  const question = said && questionIn(said, areas, teams, 'west');
  return question && [question.role, question.registration, question.area, question.team].join('|');
}

describe('who holds a role', () => {
  test.each([
    ['wie is objectregisseur voor de BGT?', 'Objectregisseur|BGT||'],
    ['Wie is de kwaliteitscoördinator van de WOZ in wijk Delfshaven?', 'Kwaliteitscoördinator|WOZ|D|'],
    ['wie is onze kwaliteitscoordinator', 'Kwaliteitscoördinator|||'],
    ['wie zijn de objectregistrators BAG in Noord', 'Objectregistrator|BAG|N|'],
    ['wie zijn objectregistratoren', 'Objectregistrator|||'],
    ['wie heeft de rol van geodata-engineer', 'Geodata-engineer|||'],
    ['wie is geodata engineer voor BAG', 'Geodata-engineer|BAG||'],
    ['welke collega is objectregisseur in team Objecten Oost?', 'Objectregisseur|||oost'],
    ['wie is objectregisseur in mijn team', 'Objectregisseur|||west'],
    ['wie is de objectregisseur nu', 'Objectregisseur|||'],
  ])('%s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });
});

describe('what the register knows more of is left to it', () => {
  test.each([
    'wie valideert BAG?',
    'wie is objectregisseur op 1 mei 2026',
    'wie is objectregisseur als Jan ziek is',
    'wie vervangt de objectregisseur',
    'wie is objectregisseur voor BAG en BGT',
    'wie is objectregisseur voor BOR',
    'wie is objectregisseur in Nergenshuizen',
    'wie is burgemeester',
    'wat doet een objectregisseur',
    'wie is de baas van de objectregisseur',
    'mag de objectregisseur valideren?',
    'wie is',
    '',
  ])('%s', (text) => {
    expect(read(text)).toBeUndefined();
  });
});
