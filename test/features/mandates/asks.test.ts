import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { asksIn, optionsOf, withoutOptions } from '../../../src/features/mandates/intakes/asks.ts';

/** Options of the command line that are no questions: other files, agreement, and showing all. */
const noQuestion = ['gebieden', 'functies', 'akkoord', 'alles'];

/** Every text of an import that says what to type; what is filled in stands as a word. */
const texts = globSync('src/features/mandates/import/*.ts').flatMap((file) =>
  [...readFileSync(file, 'utf8').matchAll(/[`']((?:[^`'\\]|\\.)*--[a-z][^`']*)[`']/g)].map(([, text = '']) =>
    text.replaceAll(/\$\{[^}]*\}/g, 'iets'),
  ),
);

describe('what an import says to type on the command line', () => {
  test('is found in its texts', () => expect(texts.length).toBeGreaterThan(20));

  test('is said on a card without it', () => {
    for (const text of texts) expect(withoutOptions(text), text).not.toMatch(/(?:^|\s)--[a-z]/);
  });

  test('is asked on the card, each of it', () => {
    const about = { columns: ['wijk', 'naam'], sheets: ['BAG', 'BGT'] };
    for (const text of texts)
      for (const [, name = ''] of text.matchAll(/--([a-z-]+)(?= "| [\p{L}\d])/gu)) {
        if (noQuestion.includes(name)) continue;
        const isFilled = /"[^"]+"| [\p{L}\d]/u.test(text.slice(text.indexOf(`--${name}`) + name.length + 2));
        if (isFilled) expect(asksIn([text], about).length, text).toBeGreaterThan(0);
      }
  });

  test('a name with a full stop or a quote in it parts no sentence', () => {
    expect(withoutOptions('Wijk is leeg. Geef --leeg "Wijk nr. 2=hele gemeente". Of vul het in.')).toBe(
      'Wijk is leeg. Of vul het in.',
    );
  });
});

test('answers are the options of an import', () => {
  expect(
    optionsOf({
      'kolom:Baas': 'houder',
      'kolom:Los': '-',
      'veld:activiteit': 'taak',
      'functie:DIR': 'Directeur',
      'leeg:wijk': 'hele gemeente',
      'leeg:naam': '^',
      'status:loopt': 'ja',
      soort: 'mandaat',
      vanaf: '2026-01-01',
      blad: 'BAG',
      gemeente: '',
    }),
  ).toEqual({
    choices: { Baas: 'houder', Los: '', taak: 'activiteit', DIR: 'functie:Directeur' },
    fillDown: ['naam'],
    empty: { wijk: 'hele gemeente' },
    status: { loopt: 'ja' },
    kind: 'mandaat',
    from: '2026-01-01',
    registration: undefined,
    activity: undefined,
    municipality: undefined,
    sheets: ['BAG'],
  });
});
