import { stemOf } from '../../../language/stems.ts';

const stems = (words: string) => new Set(words.split(/\s+/).map(stemOf));

/** Things that the work of these registrations is about: they tell nothing about which activity is meant. */
const objects = new Set(
  `mutatie mutaties wijziging wijzigingen gegeven gegevens data dossier dossiers aanvraag aanvragen besluit besluiten object
  objecten registratie registraties meting metingen melding meldingen invoer kaart kaarten bestand bestanden bericht
  berichten stuk stukken werk taak taken collega collegas nieuw nieuwe fout fouten proces processen keten verandering
  veranderingen bron bronnen mutation mutations change changes record records file files`.split(/\s+/),
);

/** What registrations hold. An activity that names it is about all of a registration. */
const worked = new Set(
  'mutatie mutaties wijziging wijzigingen gegevens data object objecten registratie registraties basisregistratie basisregistraties'.split(
    ' ',
  ),
);

/** Words that say little without the word beside them: "een opdracht verstrekken", "de regie voeren". */
const carriers = stems(
  `verstrekken geven verlenen voeren uitvoeren behandelen beslissen besluiten bepalen nemen plegen zetten leggen horen
  tekenen ondertekenen uitgave opdracht bedrag geld koppeling levering terugmelding uitgeven besteden betalen spend sign award`,
);

/** Verbs of giving by deciding so. */
const giving = stems(
  'verlenen geven verstrekken afgeven toekennen uitreiken uitgeven nemen grant give grants gives',
);

/** Verbs that anything may be done by: "wie beslist over", "wie behandelt". They need not stand in the register. */
const doing = stems(
  'beslissen besluiten behandelen bepalen beoordelen uitvoeren oppakken afhandelen decide handle decides handles',
);

/** What a municipality gives somebody by deciding so. Beside these "geven" and "verlenen" add nothing. */
const granted = stems(
  `vergunning ontheffing vrijstelling beschikking besluit toestemming voorziening uitkering vergoeding lening subsidie
  kwijtschelding korting teruggave uitstel opdracht bijdrage tegemoetkoming verklaring uittreksel afschrift document pas
  kaart bewijs certificaat erkenning concessie akkoord goedkeuring last boete dwangsom bezwaar overeenkomst verordening permit grant exemption`,
);

/** What somebody needs before they may do a thing: giving it is not doing that. */
const permits = stems('toestemming ontheffing vergunning vrijstelling machtiging');

/** What is done to something that was given: then "geven" is another thing. */
const undone = stems(
  `weigeren intrekken wijzigen verlengen schorsen opschorten beeindigen herzien afwijzen ontzeggen vernietigen terugvorderen
  invorderen innen verrekenen controleren toetsen beoordelen overschrijven overdragen handhaven opheffen vaststellen
  registreren publiceren bekendmaken ondertekenen archiveren adviseren opzeggen afzien overnemen opnemen bewaren`,
);

/** Verbs that people use for one another. */
const alike = [
  'uitvoeren doen verrichten',
  'ondertekenen tekenen',
  'verlenen geven verstrekken afgeven toekennen',
  'behandelen afhandelen afdoen',
  'aangaan sluiten afsluiten',
].map(stems);

/**
 * What is bought or paid. Only assignments are about that: "facturen verwerken" has nothing to do with registrations.
 */
const purchases = stems('factuur contract offerte inkoop order invoice');

/** True for a word that any activity may be about. */
export const isPlainObject = (word: string): boolean => objects.has(word);

/** True for what registrations hold ("mutaties"): it adds nothing to the work on them. */
export const isWorkedOn = (word: string): boolean => worked.has(word);

/** True for the stem of a word that says little without the word beside it. */
export const isCarrier = (stem: string): boolean => carriers.has(stem);

/** True for a word that belongs in questions about mandates without naming anything. */
export const isUsual = (word: string): boolean =>
  isPlainObject(word) || isCarrier(stemOf(word)) || isPurchase(word);

/** True for the stem of a verb of giving. */
export const isGiver = (stem: string): boolean => giving.has(stem);

/** True for the stem of a verb that says no more than "doen". */
export const isDoing = (stem: string): boolean => doing.has(stem);

/** True for the stem of what a municipality gives by deciding so. */
export const isGranted = (stem: string): boolean => granted.has(stem);

/** True for the stem of what somebody needs before they may do a thing. */
export const isPermit = (stem: string): boolean => permits.has(stem);

/** True for the stem of a verb that does something else with what was given. */
export const isUndone = (stem: string): boolean => undone.has(stem);

/** The stems that people use for this one; empty for most. */
export const stemsLike = (stem: string): readonly string[] =>
  alike.filter((group) => group.has(stem)).flatMap((group) => [...group].filter((other) => other !== stem));

/** True for a word that says what is bought or paid. */
export const isPurchase = (word: string): boolean => purchases.has(stemOf(word));
