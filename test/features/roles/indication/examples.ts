import type { Often } from '../../../../src/features/roles/matrix/matrix.ts';
import type { IbroRole } from '../../../../src/people/person.ts';

/**
 * Somebody's answers on the short list of twelve tasks and what follows from them, with the sum of each role written out:
 * weight × answer for each task that adds something, and all that could be. What is not named is not done.
 */
export interface Example {
  who: string;
  answers: Record<string, Often>;
  sums: Record<IbroRole, string>;
  near: IbroRole[];
}

const [R, K, O, G] = [
  'Objectregistrator',
  'Kwaliteitscoördinator',
  'Objectregisseur',
  'Geodata-engineer',
] as const;
/** The sums of who does nothing of the list. */
const none = { [R]: '0 van 12', [K]: '0 van 14', [O]: '0 van 14', [G]: '0 van 16' };

/** Twelve worked examples (docs/rolindicatie.md). */
export const examples: Example[] = [
  {
    who: 'registreert de hele dag',
    answers: { 'mutatie-verwerken': 'do', geometrie: 'do', terugmelding: 'do' },
    sums: { ...none, [R]: '2×2 + 2×2 + 2×2 = 12 van 12', [K]: '1×2 = 2 van 14', [G]: '1×2 = 2 van 16' },
    near: [R],
  },
  {
    who: 'controleert en zoekt oorzaken',
    answers: { terugmelding: 'some', mutatiecontrole: 'do', kwaliteitsanalyse: 'do', rapportage: 'do' },
    sums: {
      [R]: '2×1 = 2 van 12',
      [K]: '1×1 + 2×2 + 2×2 + 2×2 = 13 van 14',
      [O]: '1×2 = 2 van 14',
      [G]: '1×2 = 2 van 16',
    },
    near: [K],
  },
  {
    who: 'verdeelt het werk en hakt knopen door',
    answers: { rapportage: 'some', coordinatie: 'do', procesbeschrijving: 'do', knoop: 'do' },
    sums: { ...none, [K]: '2×1 = 2 van 14', [O]: '1×1 + 2×2 + 2×2 + 2×2 = 13 van 14' },
    near: [O],
  },
  {
    who: 'bouwt scripts en koppelingen',
    answers: { geometrie: 'some', scripting: 'do', koppelingen: 'do', datasets: 'do' },
    sums: { ...none, [R]: '2×1 = 2 van 12', [G]: '1×1 + 2×2 + 2×2 + 2×2 = 13 van 16' },
    near: [G],
  },
  {
    who: 'registreert en controleert: twee rollen liggen dichtbij',
    answers: {
      'mutatie-verwerken': 'do',
      geometrie: 'some',
      terugmelding: 'do',
      mutatiecontrole: 'do',
      kwaliteitsanalyse: 'do',
    },
    sums: {
      ...none,
      [R]: '2×2 + 2×1 + 2×2 = 10 van 12',
      [K]: '1×2 + 2×2 + 2×2 = 10 van 14',
      [G]: '1×1 + 1×2 = 3 van 16',
    },
    near: [R, K],
  },
  {
    who: 'doet alles soms: alle vier even dichtbij',
    answers: {
      'mutatie-verwerken': 'some',
      geometrie: 'some',
      terugmelding: 'some',
      mutatiecontrole: 'some',
      kwaliteitsanalyse: 'some',
      rapportage: 'some',
      coordinatie: 'some',
      procesbeschrijving: 'some',
      knoop: 'some',
      scripting: 'some',
      koppelingen: 'some',
      datasets: 'some',
    },
    sums: {
      [R]: '2×1 + 2×1 + 2×1 = 6 van 12',
      [K]: '1×1 + 2×1 + 2×1 + 2×1 = 7 van 14',
      [O]: '1×1 + 2×1 + 2×1 + 2×1 = 7 van 14',
      [G]: '1×1 + 1×1 + 2×1 + 2×1 + 2×1 = 8 van 16',
    },
    near: [R, K, O, G],
  },
  {
    who: 'doet alles: alle vier helemaal',
    answers: {
      'mutatie-verwerken': 'do',
      geometrie: 'do',
      terugmelding: 'do',
      mutatiecontrole: 'do',
      kwaliteitsanalyse: 'do',
      rapportage: 'do',
      coordinatie: 'do',
      procesbeschrijving: 'do',
      knoop: 'do',
      scripting: 'do',
      koppelingen: 'do',
      datasets: 'do',
    },
    sums: {
      [R]: '2×2 + 2×2 + 2×2 = 12 van 12',
      [K]: '1×2 + 2×2 + 2×2 + 2×2 = 14 van 14',
      [O]: '1×2 + 2×2 + 2×2 + 2×2 = 14 van 14',
      [G]: '1×2 + 1×2 + 2×2 + 2×2 + 2×2 = 16 van 16',
    },
    near: [R, K, O, G],
  },
  { who: 'doet niets van de lijst: geen rol', answers: {}, sums: none, near: [] },
  {
    who: 'zit precies op de grens van een kwart: 12 van 16 is driekwart van 12 van 12',
    answers: {
      'mutatie-verwerken': 'do',
      geometrie: 'do',
      terugmelding: 'do',
      scripting: 'do',
      koppelingen: 'do',
      datasets: 'some',
    },
    sums: {
      ...none,
      [R]: '2×2 + 2×2 + 2×2 = 12 van 12',
      [K]: '1×2 = 2 van 14',
      [G]: '1×2 + 2×2 + 2×2 + 2×1 = 12 van 16',
    },
    near: [R, G],
  },
  {
    who: 'zit net buiten die grens: 11 van 16',
    answers: {
      'mutatie-verwerken': 'do',
      geometrie: 'do',
      terugmelding: 'do',
      kwaliteitsanalyse: 'some',
      scripting: 'do',
      koppelingen: 'do',
    },
    sums: {
      ...none,
      [R]: '2×2 + 2×2 + 2×2 = 12 van 12',
      [K]: '1×2 + 2×1 = 4 van 14',
      [G]: '1×2 + 1×1 + 2×2 + 2×2 = 11 van 16',
    },
    near: [R],
  },
  {
    who: 'doet één taak soms: die rol ligt het dichtst bij, met weinig punten',
    answers: { scripting: 'some' },
    sums: { ...none, [G]: '2×1 = 2 van 16' },
    near: [G],
  },
  {
    who: 'heeft twee rollen met evenveel punten',
    answers: {
      mutatiecontrole: 'some',
      kwaliteitsanalyse: 'some',
      rapportage: 'do',
      coordinatie: 'do',
      knoop: 'some',
    },
    sums: {
      ...none,
      [K]: '2×1 + 2×1 + 2×2 = 8 van 14',
      [O]: '1×2 + 2×2 + 2×1 = 8 van 14',
      [G]: '1×1 = 1 van 16',
    },
    near: [K, O],
  },
];
