/** Registrations and what they are called in full; "Basisregistratie" and "registratie" may stand before each. */
export const registrationNames: Readonly<Record<string, readonly string[]>> = {
  BAG: ['adressen en gebouwen', 'adressen gebouwen', 'lv bag', 'wet bag'],
  BGT: ['grootschalige topografie', 'lv bgt', 'wet bgt'],
  WOZ: [
    'waardering onroerende zaken',
    'wet waardering onroerende zaken',
    'waarde onroerende zaken',
    'lv woz',
    'wet woz',
  ],
  BRO: ['ondergrond', 'lv bro', 'wet bro'],
  BRP: ['personen', 'wet brp', 'gemeentelijke basisadministratie', 'gba'],
  BRT: ['topografie'],
  BRK: ['kadaster', 'kadastrale registratie'],
  BRV: ['voertuigen', 'kentekenregister'],
  BRI: ['inkomen', 'inkomens'],
  NHR: ['handelsregister', 'nieuw handelsregister', 'nieuwe handelsregister'],
  WKPB: ['wet kenbaarheid publiekrechtelijke beperkingen', 'publiekrechtelijke beperkingen'],
  BLAU: ['lonen arbeids en uitkeringsverhoudingen', 'lonen arbeidsverhoudingen en uitkeringen'],
  BOR: ['beheer openbare ruimte'],
};
