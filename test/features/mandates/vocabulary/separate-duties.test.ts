import { describe, expect, test } from 'vitest';
import {
  dutiesIn,
  isAboutAllOf,
  sharedMatter,
} from '../../../../src/features/mandates/vocabulary/separate-duties.ts';

const of = (activity: string, registration = '') => dutiesIn({ activity, registration });

describe('the duties of an entry', () => {
  test.each<[string, string[], string, string]>([
    ['valideren', ['valideren'], '', ''],
    ['Valideren van BAG-mutaties', ['valideren'], 'BAG', ''],
    ['Het valideren van mutaties', ['valideren'], '', ''],
    ['BAG valideren in de wijk', ['valideren'], 'BAG', ''],
    ['Kwaliteitscontrole BGT', ['valideren'], 'BGT', ''],
    ['Uitvoeren van controles op de WOZ', ['valideren'], 'WOZ', ''],
    ['Goedkeuren van klachten', ['goedkeuren'], '', 'klachten'],
    ['Fiatteren van mutaties', ['goedkeuren'], '', ''],
    ['Invoeren van gegevens', ['verwerken'], '', ''],
    ['Bijhouden van de BAG', ['verwerken'], 'BAG', ''],
    ['Regie voeren over de BRO', ['regie'], 'BRO', ''],
    ['Voeren van ketenregie', ['regie'], '', ''],
    ['Verwerken en valideren van mutaties', ['verwerken', 'valideren'], '', ''],
    ['BAG-mutaties verwerken of goedkeuren', ['goedkeuren', 'verwerken'], 'BAG', ''],
    ['Kosten van controle betalen', [], '', 'kosten betalen'],
    ['Verlenen van ontheffingen', [], '', 'verlenen ontheffingen'],
    ['constructor', [], '', 'constructor'],
    ['', [], '', ''],
  ])('%s', (activity, duties, registration, object) => {
    expect(of(activity)).toEqual({ duties, registration, object });
  });

  test('are about the registration of the entry before any that is named', () => {
    expect(of('Valideren van adressen', 'BGT')).toMatchObject({ registration: 'BGT', object: '' });
  });
});

describe('what two entries are both about', () => {
  test.each([
    [of('verwerken', 'BAG'), of('valideren', 'bag'), 'BAG'],
    [of('verwerken'), of('valideren', 'BAG'), 'BAG'],
    [of('verwerken', 'BAG'), of('valideren'), 'BAG'],
  ])('is the narrower of both: %j and %j', (one, other, registration) => {
    expect(sharedMatter(one, other)?.registration).toBe(registration);
  });

  test.each([
    [of('verwerken', 'BAG'), of('valideren', 'BGT')],
    [of('verwerken'), of('Goedkeuren van klachten')],
    [of('Verwerken van facturen'), of('Goedkeuren van klachten')],
  ])('is nothing: %j and %j', (one, other) => {
    expect(sharedMatter(one, other)).toBeUndefined();
  });

  test('is all of it only from the wider side', () => {
    expect(isAboutAllOf(of('verwerken'), of('valideren', 'BAG'))).toBe(true);
    expect(isAboutAllOf(of('verwerken', 'BAG'), of('valideren'))).toBe(false);
  });
});
