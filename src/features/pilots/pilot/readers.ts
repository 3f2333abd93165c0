/** Who reads what a pilot is made of, and how long (docs/privacy.md, docs/storage.md). */
export const readersWho =
  'Wie meedoet in de pilot, tot 2 jaar na het afronden. Dan lezen ook projectleiders en beheerders mee.';

/** The same for the forms of who leads it. */
export const pilotReaders = `${readersWho} Dat jij dit deed, staat alleen in het logboek van beheer.`;
