/** What a card can be about, in the words that stand at its head. Each has an icon of its own in `cards/icons`. */
export const kindWords = {
  kompas: 'Kompas',
  checkin: 'Check-in',
  talk: 'Even praten',
  compliment: 'Compliment',
  tip: 'Tip',
  style: 'Stijl',
  team: 'Team',
  comment: 'Toelichting',
  signal: 'Signaal',
  change: 'Wat verandert er',
  mandate: 'Mandaten',
  pilot: 'Pilot',
  standup: 'Stand-up',
  retro: 'Retro',
  learning: 'Leerpunt',
  roles: 'Taken en rollen',
  growth: 'Groeien',
  plan: 'Stappenplan',
  presence: 'Werkdagen',
  mine: 'Van mij',
  settings: 'Beheer',
  privacy: 'Jouw gegevens',
} as const;

/** What a card is about. It decides the icon and the first words, so that one is known before it is read. */
export type Kind = keyof typeof kindWords;

/** How something stands, as a badge: always in words, so that no colour has to tell it. */
export interface State {
  /** Our words, two or three. */
  words: string;
  tone: 'good' | 'warning' | 'attention' | 'quiet';
}

/** The line at the top of every card (docs/cards.md). */
export interface Head {
  kind: Kind;
  /** The week, team or pilot that the card is about, beside its kind. May be user text. */
  place?: string;
  state?: State;
}
