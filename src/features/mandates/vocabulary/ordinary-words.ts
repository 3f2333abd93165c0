import { stemOf } from '../../../language/stems.ts';

const stems = (words: string) => new Set(words.split(' ').map(stemOf));

/** Things that the work of these registrations is about: they tell nothing about which activity is meant. */
const objects = stems(
  'mutatie wijziging gegeven data dossier aanvraag besluit object registratie meting melding invoer kaart bestand ' +
    'bericht stuk werk taak collega nieuw fout proces keten verandering bron mutation change record file',
);

/** Words that say little without the word beside them: "een opdracht verstrekken", "de regie voeren". */
const carriers = stems(
  'verstrekken geven verlenen voeren uitvoeren behandelen beslissen besluiten bepalen nemen plegen zetten leggen horen ' +
    'tekenen ondertekenen uitgave opdracht bedrag geld koppeling levering terugmelding uitgeven besteden betalen spend sign award',
);

/**
 * What is bought or paid. Only assignments are about that: "facturen verwerken" has nothing to do with registrations.
 */
const purchases = stems('factuur contract offerte inkoop order invoice');

/** True for a word that any activity may be about. */
export const isPlainObject = (word: string): boolean => objects.has(stemOf(word));

/** True for a word that belongs in questions about mandates without naming anything. */
export const isUsual = (word: string): boolean =>
  isPlainObject(word) || carriers.has(stemOf(word)) || isPurchase(word);

/** True for a word that says what is bought or paid. */
export const isPurchase = (word: string): boolean => purchases.has(stemOf(word));
