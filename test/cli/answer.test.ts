import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { answerLines } from '../../src/features/mandates/commands/answer.ts';
import { ask } from '../../src/features/mandates/questions/ask.ts';
import { createLookup } from '../../src/features/mandates/register/lookup.ts';
import { demoLookup } from '../features/mandates/registers.ts';

const DAY = '2026-11-23';
const lookup = demoLookup();
const answered = (question: string, day = DAY) =>
  answerLines(ask(question, lookup, Temporal.PlainDate.from(day)), lookup, DAY);

describe('an answer at a terminal', () => {
  test('says how the question was understood, who it is, and all that it rests on', () => {
    expect(answered('wie valideert BAG in Delfshaven?')).toEqual([
      'Begrepen als: Wie · valideren · BAG · Delfshaven · vandaag',
      'Gevonden: Chantal Duin. Dit staat in het register.',
      'R03 · valideren · BAG · Delfshaven',
      '  Houder: Chantal Duin',
      '  Rol: Kwaliteitscoördinator',
      '  Organisatie: Gemeente Rotterdam',
      '  Vervanger: Driss Haven',
      '  Bij een geschil: Gijs Toren',
      '  Vier ogen: ja, een ander kijkt mee',
      '  Grondslag: machtiging, Mandaatbesluit 2026, art. 5, GMB-2025-900101',
      '  Geldig: vanaf 1 januari 2026, zonder einddatum',
    ]);
  });

  test('says nothing twice', () => {
    const [, yes] = answered('mag Chantal Duin BAG valideren in Delfshaven?');
    expect(yes).toBe('Ja, volgens R03, R07.');
    expect(answered('mag Driss Haven BAG valideren in Noord?')[1]).toBe(
      'Ja, maar niet wat Driss Haven zelf verwerkte, volgens R17. Dat doet Chantal Duin.',
    );
    expect(answered('hoeveel mag Hanna Kering?').slice(1)).toEqual(['Niet vastgelegd.']);
    expect(answered('wie vervangt Farid Brug?')[1]).toBe('Er is geen vervanger vastgelegd.');
    expect(answered('welke mandaten lopen af voor 1 december?').slice(1)).toEqual([
      'Er loopt vóór 1 december 2026 geen mandaat af.',
    ]);
  });

  test('says why not, and on which mandate that rests', () => {
    const [, no, entry] = answered('mag Driss Haven BAG valideren in Delfshaven?');
    expect(no).toBe('Nee. Alleen als vervanger, en alleen zolang Chantal Duin afwezig is.');
    expect(entry).toBe('R03 · valideren · BAG · Delfshaven');
  });

  test('tells who may instead, who may in a part of the municipality, and the highest amount', () => {
    expect(answered('mag Karim Dijk BAG valideren in Charlois?')).toContain(
      'Wel bevoegd: Eefje Polder (Charlois).',
    );
    expect(answered('wie valideert BAG?')[2]).toBe(
      'In een kleiner gebied ook: Driss Haven (Noord), Eefje Polder (Charlois).',
    );
    expect(answered('wie mag een opdracht geven van 50.000?').at(-1)).toBe(
      'Hoogste bedrag in het register: € 25.000, Gijs Toren.',
    );
  });

  test.each(['R03', 'wat is r03?', 'mandaat R03'])('shows the entry of a number: %s', (question) => {
    expect(answered(question).slice(0, 4)).toEqual([
      'Begrepen als: Mandaten · R03 · vandaag',
      'Gevonden: R03. Dit staat in het register.',
      'R03 · valideren · BAG · Delfshaven',
      '  Houder: Chantal Duin',
    ]);
    expect(answered('wat is R99?')[0]).toContain('Niet begrepen');
  });

  test('about a last day shows it, or that there is none', () => {
    expect(answered('tot wanneer geldt het mandaat van Farid Brug?').at(-1)).toBe(
      '  Geldig: vanaf 1 juli 2025 tot en met 30 juni 2027',
    );
    expect(answered('tot wanneer geldt het mandaat van Driss?').at(-1)).toContain('zonder einddatum');
  });

  test('gives an amount as one, names the day that was asked, and offers what to choose from', () => {
    expect(answered('hoeveel mag Gijs Toren?').join('\n')).toContain('Gevonden: € 25.000.');
    expect(answered('wie valideert BAG in Delfshaven?', '2027-02-01')[0]).toContain('1 februari 2027');
    expect(answered('wie valideert?').at(-1)).toBe('Kies uit: BAG, BGT, WOZ.');
  });

  test('names who is competent for a wider area too, and of many mandates only the first', () => {
    expect(answered('wie valideert BAG in Noord?').join('\n')).toContain(
      'Ook bevoegd, voor een groter gebied:',
    );
    const { register } = lookup;
    const [first] = register.entries;
    if (!first) throw new Error('the demo has no entries');
    const entries = Array.from({ length: 25 }, (_, n) => ({ ...first, id: `E${n}` }));
    const many = createLookup({ ...register, entries });
    const lines = answerLines(
      ask(`welke mandaten heeft ${first.holder}?`, many, Temporal.PlainDate.from(DAY)),
      many,
      DAY,
    );
    expect(lines.filter((line) => /^E\d+ · /.test(line))).toHaveLength(20);
    expect(lines.at(-1)).toBe('En nog 5 andere. Vraag gerichter: noem een wijk of registratie.');
  });

  test('of which the register holds marks that steer a terminal is plain text', () => {
    const entries = lookup.register.entries.map((entry) => ({
      ...entry,
      conditions: 'let\u001B[31m op\nhier',
    }));
    const odd = createLookup({ ...lookup.register, entries });
    const lines = answerLines(
      ask('wie valideert BAG in Delfshaven?', odd, Temporal.PlainDate.from(DAY)),
      odd,
      DAY,
    );
    expect(lines).toContain('  Voorwaarden: let [31m op hier');
  });
});
