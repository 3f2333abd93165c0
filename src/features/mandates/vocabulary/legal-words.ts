import { stemOf } from '../../../language/stems.ts';

/**
 * Words of decisions that tell little about which power is meant: "het nemen van besluiten op grond van artikel 2,
 * waaronder …". A question may say them, and need not.
 */
const legal = new Set(
  `nemen verrichten uitvoeren uitvoering besluit besluiten beslissing beslissen bevoegdheid handeling grond artikel
  lid onderdeel hoofdstuk waaronder waarbij waarvan inzake betreffende betrekking aangaande aanzien jegens behoeve alsmede
  alsook mits voorzover zover bedoeld genoemd krachtens ingevolge bijbehorende overige diverse andere algemene betreft
  middels conform feitelijke kader verband alle elke zaken aangelegenheden werkzaamheden maken doen gemeentelijke
  college burgemeester wethouders wet wettelijke verordening apv awb inclusief exclusief desbetreffende aanvraag verzoek
  dossier stukken mutatie wijziging gegeven gegevens object basisregistratie data namens gemeente`
    .split(/\s+/)
    .map(stemOf),
);

/** True for the stem of a word of a decision that a question need not say. */
export const isLegal = (stem: string): boolean => legal.has(stem);
