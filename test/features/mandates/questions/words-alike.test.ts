import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { ask } from '../../../../src/features/mandates/questions/ask.ts';
import { entry, townLookup } from '../town.ts';

const day = Temporal.PlainDate.from('2026-11-24');

/** What the register answers to "Mag Ans Bos …" when it has this one activity. */
const mayDo = (activity: string, asked: string) =>
  ask(`Mag Ans Bos ${asked}?`, townLookup([entry({ activity, registration: '' })]), day).answer.outcome;

describe('a word that is alike but another one', () => {
  test.each([
    ['Verlenen van kapvergunningen', 'een tapvergunning verlenen'],
    ['Verlenen van kapvergunningen', 'een kampvergunning verlenen'],
    ['Verlenen van graafvergunningen', 'een grafvergunning verlenen'],
    ['Toekennen van huurtoeslag', 'muurtoeslag toekennen'],
    ['Vergoeden van loonkosten', 'woonkosten vergoeden'],
    ['Verlenen van strandvergunningen', 'een standvergunning verlenen'],
    ['Toewijzen van woonwagens', 'een loonwagen toewijzen'],
    ['Kappen van bomen', 'bommen kappen'],
    ['Subsidiëren van sport', 'spoor subsidiëren'],
    ['Goedkeuren van plannen', 'planten goedkeuren'],
    ['Verhuren van panden', 'pannen verhuren'],
    ['Verkopen van boten', 'botten verkopen'],
    ['Uitgeven van kaarten', 'karren uitgeven'],
    ['Aannemen van giften', 'gif aannemen'],
    ['Leggen van kabels', 'kabels legen'],
  ])('"%s" is not "%s"', (activity, asked) => {
    expect(mayDo(activity, asked)).not.toBe('yes');
  });

  test.each([
    ['Verlenen van kapvergunningen', 'een kapvergunnning verlenen'],
    ['Toekennen van huurtoeslag', 'huurtoeslga toekennen'],
    ['Kappen van bomen', 'een boom kappen'],
  ])('"%s" is "%s"', (activity, asked) => {
    expect(mayDo(activity, asked)).toBe('yes');
  });
});

describe('a compound', () => {
  test.each([
    ['Verkopen van grond bij water', 'grondwater verkopen'],
    ['Beheren van grond, water en wegen', 'grondwater beheren'],
    ['Verhuren van huizen met een boot', 'een huisboot verhuren'],
    ['Verkopen van grondwater', 'grond verkopen bij water'],
    ['Plaatsen van borden langs de straat', 'een bordstraat plaatsen'],
  ])('is not said by "%s" for "%s"', (activity, asked) => {
    expect(mayDo(activity, asked)).not.toBe('yes');
  });

  test.each([
    ['Verlenen van een vergunning voor een standplaats', 'een standplaatsvergunning verlenen'],
    ['Vaststellen van het plan om te bouwen', 'een bouwplan vaststellen'],
    ['Beheren van grondwater', 'grondwater beheren'],
    ['Verlenen van standplaatsvergunningen', 'een vergunning voor een standplaats verlenen'],
  ])('is said by "%s" for "%s"', (activity, asked) => {
    expect(mayDo(activity, asked)).toBe('yes');
  });
});
