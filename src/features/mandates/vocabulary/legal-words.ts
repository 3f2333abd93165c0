/**
 * Words of decisions that tell little about which power is meant: "het nemen van besluiten op grond van artikel 2,
 * waaronder …". A question may say them, and need not.
 */
const legal = new Set(
  `nemen neemt verrichten verricht uitvoeren uitvoering besluit besluiten beslissing beslissingen beslissen beslist besluit
  bevoegdheid bevoegdheden handeling handelingen rechtshandelingen grond artikel artikelen lid leden onderdeel hoofdstuk
  waaronder waarbij waarvan inzake betreffende betrekking aangaande aanzien jegens behoeve alsmede alsook mits voorzover zover
  zake bedoeld genoemd krachtens ingevolge bijbehorend bijbehorende overige diverse andere algemene betreft middels conform
  feitelijk feitelijke kader verband alle elke zaken aangelegenheden werkzaamheden maken doen doet gemeentelijk gemeentelijke
  college burgemeester wethouders wet wetboek wettelijke verordening apv awb inclusief exclusief desbetreffende
  aanvraag aanvragen verzoek verzoeken dossier dossiers stukken mutatie mutaties wijzigingen gegevens object objecten
  basisregistratie basisregistraties data namens gemeente`.split(/\s+/),
);

/** True for a word of a decision (lower case, no diacritics) that a question need not say. */
export const isLegal = (plain: string): boolean => legal.has(plain);

const objects = new Set(
  `aanvraag aanvragen verzoek verzoeken dossier dossiers stukken mutatie mutaties wijzigingen gegevens object objecten
  college burgemeester gemeente data`.split(/\s+/),
);

/** True for such a word that may be all that an activity is about: "dossiers vernietigen". */
export const isObject = (plain: string): boolean => objects.has(plain);
