import { expect, test } from 'vitest';
import { englishShapesIn } from './english-shaped.ts';
import { retired, retiredIn, terms } from './glossary.ts';
import { paragraphsIn } from './page-texts.ts';
import { parsed, textsIn } from './source-texts.ts';
import { unmarkedIn } from './typed-words.ts';

test.each([
  'Het is belangrijk om op tijd te antwoorden.',
  'Dit is in lijn met wat jullie afspraken.',
  'Zo geeft Kompas iedereen een stem.',
  'Aan het einde van de dag gaat het om vertrouwen.',
  'Samen maken we het verschil.',
  'Neem eigenaarschap over je leerdoel.',
  'We adresseren dit in het overleg.',
  'Dit gesprek faciliteert de verandering.',
  'Deel dat je team goed bezig is.',
  'Zie wie jouw team leidt.',
  'Klaar. Zie hoe het ging.',
  'Je antwoord – ook een kort – telt.',
  'Oeps! Dat ging mis.',
  'Top, je check-in is binnen.',
  'Je antwoord is bewaard!',
  'Mijn Open Acties',
  'We focussen op de kwaliteit.',
  'Vul dit in op een wekelijkse basis.',
  'Vraag het aan zijn of haar leidinggevende.',
  'Voel je vrij om te reageren.',
  'Zo vindt je ook een ander mandaat.',
  'Dan wordt jij gebeld.',
])('finds what is shaped as English, or cheers: %s', (text) => {
  expect(englishShapesIn(text)).not.toEqual([]);
});

test.each([
  'Bekijk wie jouw team leidt.',
  'Je deelt dit met je team.',
  'Ik geef je stem door in de retro.',
  'Dat is belangrijk. Om tien uur begint het.',
  'Kijk of het klopt: dan zie je wie het oppakt.',
  'Dan wordt je kaart bewaard, en vind je het terug.',
  'Maandag 24 – 28',
  'Amira Sol',
  'Typ “teamgesprek” in het kanaal van je team.',
])('has nothing against plain Dutch: %s', (text) => {
  expect(englishShapesIn(text)).toEqual([]);
});

test('finds a word that docs/woorden.md says is gone, in any case and not inside another word', () => {
  const list = retired();
  expect(retiredIn('Schrijf een Opmerking bij je keuze.', list)).toEqual(['"Opmerking" is nu toelichting']);
  expect(retiredIn('Dit gaat langs je leidinggevende.', list)).toHaveLength(1);
  expect(retiredIn('De mandatenlijst en het mandaatregister.', list)).toHaveLength(1);
  expect(retiredIn('Wie nooit iets opmerkt, en een deel van de managementlaag.', list)).toEqual([]);
});

test('lets a retired word stand where the page says that it means something else', () => {
  const list = retired();
  expect(retiredIn('Typ standup in je eigen chat.', list)).toEqual([]);
  expect(retiredIn('De standup begint om tien uur.', list)).toHaveLength(1);
  expect(retiredIn('Bij een opmerking op je werk', list, true)).toEqual([]);
});

test.each([
  'Acties blijven van jou: typ van mij.',
  'Typ leerpunten, dan vind je dit.',
  'Typ @Kompas retro in het kanaal.',
])('finds words to type that read as a part of the sentence: %s', (text) =>
  expect(unmarkedIn(text)).toHaveLength(1),
);

test.each([
  'Acties blijven van jou: typ “van mij”.',
  'Typ in het kanaal: @Kompas retro.',
  'Typ een deel van de naam, of typ het nummer.',
  'Eén van jullie typt voor het hele team.',
  'Typ … in je eigen chat.',
])('has nothing against words to type that are marked: %s', (text) => expect(unmarkedIn(text)).toEqual([]));

test('docs/woorden.md says each word once, in one short line, and names for each that is gone what came instead', () => {
  const named = terms().map(([word]) => word);
  expect(named.length).toBeGreaterThan(50);
  expect(new Set(named).size).toBe(named.length);
  for (const [word, meaning] of terms()) expect([word, meaning]).toEqual([word, expect.stringMatching(/\w/)]);
  const gone = retired();
  expect(gone.length).toBeGreaterThan(20);
  for (const { words, now } of gone) expect([words.length > 0, now !== '']).toEqual([true, true]);
  const all = gone.flatMap(({ words }) => words);
  expect(new Set(all).size).toBe(all.length);
  // What is gone is not explained as if it were in use.
  expect(named.filter((word = '') => all.includes(word))).toEqual([]);
});

test('texts are found in code: also parts of a sentence around what is filled in, not names, types and errors', () => {
  const code = `
    type Place = 'own chat' | 'channel';
    import x from './some file.ts';
    const a = { title: 'Bewaar', also: ['bewaar het maar'], verb: 'x.save', body: \`Je hebt \${n} punten.\` };
    if (!a) throw new Error('something broke');
    throw new InputError('Dit klopt niet.');
    log.warn({ a }, 'turn failed');
  `;
  const found = textsIn(parsed('x.ts', code)).map(({ text }) => text);
  expect(found).toEqual(['Bewaar', 'Je hebt … punten.', 'Dit klopt niet.']);
});

test('texts are found on pages: paragraphs, points, headings and cells, without code and addresses', () => {
  const page = [
    '# Kop',
    'Een **zin** die',
    'doorloopt met `code`.',
    '',
    '- een [punt](x.md#y)',
    '| een | cel twee |',
    '| --- | --- |',
    '```',
    'npm run iets',
    '```',
  ].join('\n');
  expect(paragraphsIn('x.md', page).map(({ line, text }) => `${line} ${text}`)).toEqual([
    '1 Kop',
    '2 Een zin die doorloopt met ….',
    '5 een punt',
    '6 een',
    '6 cel twee',
  ]);
});
