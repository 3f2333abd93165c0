import { expect, test } from 'vitest';
import { isDutch } from '../../src/language/dutch-words.ts';

test.each([
  'controller',
  'invordering',
  'valideert',
  'huisnummers',
  'kapt',
  'verleend',
  'geweigerd',
  'ingetrokken',
  'leest',
  'artikelen',
  'ambtenaren',
  'werkzaamheden',
])('%s is a word of Dutch', (word) => {
  expect(isDutch(word)).toBe(true);
});

test.each(['cetnrum', 'valdeert', 'vergunnnig', 'gebouwn', 'verwerktt', 'jansen'])('%s is none', (word) => {
  expect(isDutch(word)).toBe(false);
});
