/** Who sees what a pilot is made of, for the forms of who leads it (docs/privacy.md, docs/storage.md). */
export const pilotReaders =
  'Wie meedoet in de pilot, tot 2 jaar na het afronden. Dat jij dit deed, staat alleen in het logboek van beheer.';
