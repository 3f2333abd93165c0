/** Registrations and what people call them; every part of a wording has to be there. */
export const registrationWords: readonly { registration: string; wordings: string[][] }[] = [
  {
    registration: 'BAG',
    wordings: [
      ['bag'],
      ['adressen', 'gebouwen'],
      ['adres'],
      ['adressen'],
      ['panden'],
      ['pand'],
      ['verblijfsobject'],
      ['gebouwen'],
      ['addresses'],
      ['buildings'],
    ],
  },
  {
    registration: 'BGT',
    wordings: [['bgt'], ['topografie'], ['grootschalige', 'topografie'], ['topography']],
  },
  {
    registration: 'WOZ',
    wordings: [['woz'], ['waardering', 'onroerende', 'zaken'], ['taxatie'], ['taxaties'], ['woningwaarde']],
  },
  { registration: 'BRO', wordings: [['bro'], ['ondergrond'], ['bodem']] },
  // Other base registrations, and what else municipalities keep. Without these words a question about one of them would
  // be answered for all registrations.
  ...['BRP', 'BRT', 'BRV', 'BRI', 'NHR', 'WKPB', 'BLAU', 'BOR'].map((registration) => ({
    registration,
    wordings: [[registration.toLowerCase()]],
  })),
  { registration: 'BRK', wordings: [['brk'], ['kadaster'], ['percelen'], ['kadastrale'], ['parcels']] },
];

const abbreviations = new Map(
  registrationWords.map(({ registration }) => [registration.toLowerCase(), registration]),
);

/** The registration that a word of its own stands for ("bag"); undefined for any other word. */
export const registrationOfWord = (plain: string): string | undefined => abbreviations.get(plain);

const named = new RegExp(`\\b(?:${[...abbreviations.keys()].join('|')})\\b`, 'gi');

/** The registrations that a text names by their abbreviation, each once: BAG of "Valideren van BAG-mutaties". */
export const registrationsIn = (text: string): string[] => [
  ...new Set([...text.matchAll(named)].flatMap(([word]) => registrationOfWord(word.toLowerCase()) ?? [])),
];
