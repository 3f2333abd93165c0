import { expect, test } from 'vitest';
import { addressesIn } from '../../src/language/addresses.ts';

const read = (text: string) => addressesIn(text).map(({ start, end }) => text.slice(start, end));

test.each([
  ['wie valideert BAG op de Dorpsstraat 1450 in Oostwijk', ['op de Dorpsstraat 1450']],
  ['een pand aan de Ringweg 2200, Centrum', ['aan de Ringweg 2200']],
  ['de Jan van Nassaustraat 12a', ['van Nassaustraat 12a']],
  ['dorpsstraat 12', ['dorpsstraat 12']],
  ['wie wijst op kenteken aan bij Kloosterhof 12', ['bij Kloosterhof 12']],
  ['opdracht voor onderhoud aan de Kade 14', ['aan de Kade 14']],
  ['een pand aan De Kamp 12', ['aan De Kamp 12']],
  ['pand in Charlois, 3012 AB', ['3012 AB']],
])('an address in "%s"', (text, expected) => {
  expect(read(text)).toEqual(expected);
});

test.each([
  'mag Bert Kade 2500 uitgeven',
  'een opdracht voor de Kerkstraat van 5000 euro',
  'opdracht aan de Dorpsstraat 5000 euro',
  'wie gaat over wegen en pleinen',
  'een opdracht geven aan De Kamp 60000',
  'een opdracht aan de kamp 900 geven',
  'een bestelling bij Van der Weg van 60000',
  'een factuur betalen aan Overdijk 6000',
])('none in "%s"', (text) => {
  expect(read(text)).toEqual([]);
});
