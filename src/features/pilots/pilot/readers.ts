/** Who reads what a pilot is made of, and how long (docs/privacy.md, docs/storage.md). */
export const readersWho =
  'Wie meedoet aan de pilot. Na het afronden ook projectleiders en beheerders. Twee jaar na het afronden is het weg.';

/** The same for the forms of who leads it. */
export const pilotReaders = `${readersWho} Dat jij dit deed, staat alleen in het logboek van beheer.`;
