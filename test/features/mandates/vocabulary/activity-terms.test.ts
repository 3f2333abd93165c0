import { describe, expect, test } from 'vitest';
import { activityTerms } from '../../../../src/features/mandates/vocabulary/activity-terms.ts';
import { canonicalActivity } from '../../../../src/features/mandates/vocabulary/common-activity.ts';

/** The words that have to be said, alternatives with a bar between them. */
const demanded = (text: string) =>
  activityTerms(text)
    .groups.filter((group) => group.demanded)
    .map(({ terms }) => terms.map(({ plain }) => plain).join('|'));

describe('of an activity', () => {
  test.each([
    ['Uitgeven van identificatienummers', ['uitgeven', 'identificatienummers']],
    ['Toekennen, wijzigen en intrekken van kavelnummers', ['toekennen|wijzigen|intrekken', 'kavelnummers']],
    ['Verlenen/weigeren ligplaats', ['verlenen|weigeren', 'ligplaats']],
    ['Wijst marktplaatsen toe', ['wijst|toewijst', 'marktplaatsen']],
    ['Taxeren niet-woningen', ['taxeren', 'nietwoningen']],
    ['Inkoop: opdrachten leveringen en diensten', ['opdrachten', 'leveringen|diensten']],
    ['Inhuur (tijdelijk) personeel', ['inhuur', 'personeel']],
    [
      'Het nemen van besluiten op grond van artikel 5:18 APV, waaronder het weigeren van een standplaats',
      ['weigeren', 'standplaats'],
    ],
    ['Nemen van besluiten', ['nemen', 'besluiten']],
  ])('"%s" these words have to be said', (text, expected) => {
    expect(demanded(text)).toEqual(expected);
  });

  test('the registrations in its words are told apart', () => {
    expect(activityTerms('Valideren van BAG-mutaties')).toMatchObject({ registrations: ['BAG'] });
    expect(demanded('Valideren van BAG-mutaties')).toEqual(['valideren']);
  });
});

test.each([
  ['Valideren van BAG-mutaties', 'valideren'],
  ['validatie', 'valideren'],
  ['opdracht geven', 'opdracht verstrekken'],
  ['Regie voeren', 'regie'],
  ['bestek vaststellen', 'bestek vaststellen'],
  ['Opdracht verstrekken voor meetwerk', 'opdracht verstrekken voor meetwerk'],
])('"%s" goes by the name "%s"', (text, name) => {
  expect(canonicalActivity(text)).toBe(name);
});
