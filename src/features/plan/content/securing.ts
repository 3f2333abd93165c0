/** Registrations that somebody looks after; the words are those of the matrix. */
export const registrations = ['BAG', 'BGT', 'WOZ', 'BRO', 'BRK'] as const;
export type Registration = (typeof registrations)[number];

/** What a municipality agrees on so that it stays (docs/method.md step 8), each as a field of one form. */
export const agreementFields = {
  escalation: 'Wie beslist als iets vastloopt',
  meeting: 'Vast overleg: wanneer, en waarover',
  sessions: 'Regiekamersessie: hoe vaak, en met welke rollen',
  community: 'Kennisgroep over de teams heen: hoe vaak',
  monitoring: 'Hoe volg je kwaliteit, doorlooptijd en wat klanten merken?',
} as const;
export type AgreementField = keyof typeof agreementFields;
export const agreementFieldIds = Object.keys(agreementFields) as AgreementField[];
/** The light form asks for these alone. */
export const lightAgreements: readonly AgreementField[] = ['escalation', 'meeting'];

/** Words for what is not recorded yet. */
export const agreementShort: Record<AgreementField, string> = {
  escalation: 'wie beslist als iets vastloopt',
  meeting: 'het vaste overleg',
  sessions: 'de regiekamersessie',
  community: 'de kennisgroep',
  monitoring: 'hoe je de kwaliteit volgt',
};

/** What goes from the project to the everyday work; the list is ours: "aanpasbaar". */
export const toHandOver = {
  roles: 'Rollen en rolprofielen: wie houdt die bij?',
  mandates: 'Mandatenregister: wie houdt dat bij?',
  instructions: 'Werkinstructies en processen zijn bijgewerkt',
  learning: 'Leerlijnen: wie zorgt dat leren doorgaat?',
  board: 'Verbeterbord: wie loopt het na?',
  kompas: 'Kompas: wie is beheerder?',
} as const;
export type HandOverId = keyof typeof toHandOver;
export const handOverIds = Object.keys(toHandOver) as HandOverId[];

/** Where a point comes from. */
export const sources = {
  retro: 'Retro',
  talk: 'Teamgesprek',
  signal: 'Signaal',
  own: 'Zelf opgemerkt',
} as const;
export type PointSource = keyof typeof sources;

/** The table at which a point belongs. */
export const tablesToTalk = {
  team: 'Team',
  regie: 'Regiekamersessie',
  community: 'Kennisgroep',
  mt: 'MT of afdelingshoofd',
} as const;
export type TalkTable = keyof typeof tablesToTalk;
