import type { IbroRole } from '../../../people/person.ts';

/**
 * How much a task belongs to each role: 2 is the heart of it, 1 is near it, and what is missing is 0. No source says which task
 * belongs to which role: the mapping is ours, and it is shown (docs/method.md step 1.2).
 */
export type Weights = Partial<Record<IbroRole, 1 | 2>>;

/** A task of the matrix. `id` stays the same where its words change: answers hang on it. */
export interface RoleTask {
  id: string;
  title: string;
  /** One line that says what is meant. */
  explained: string;
  weights: Weights;
  /** True for the twelve of the short form, for one talk (the light form of step 1). */
  short: boolean;
}

const task = (id: string, title: string, explained: string, weights: Weights, short = false): RoleTask => ({
  id,
  title,
  explained,
  weights,
  short,
});
const [R, K, O, G] = [
  'Objectregistrator',
  'Kwaliteitscoördinator',
  'Objectregisseur',
  'Geodata-engineer',
] as const;

/**
 * The tasks that Kompas begins with: eight a role, three of each in the short form. A municipality may bring its own by file
 * (docs/method.md step 1.2).
 */
export const ownTasks: readonly RoleTask[] = [
  task(
    'mutatie-verwerken',
    'Mutaties verwerken',
    'Je zet een wijziging in de registratie, van melding tot klaar.',
    { [R]: 2 },
    true,
  ),
  task('brondocument', 'Brondocumenten vastleggen', 'Je registreert een vergunning, besluit of verklaring.', {
    [R]: 2,
  }),
  task('adres-toekennen', 'Adressen toekennen', 'Je geeft een nieuw gebouw of een nieuwe plek een adres.', {
    [R]: 2,
  }),
  task(
    'geometrie',
    'Geometrie bijwerken',
    'Je tekent of verbetert de omtrek van een object.',
    { [R]: 2, [G]: 1 },
    true,
  ),
  task('inmeten', 'Meetgegevens verwerken', 'Je maakt van een inmeting of luchtfoto een object.', {
    [R]: 2,
    [G]: 1,
  }),
  task(
    'terugmelding',
    'Terugmeldingen afhandelen',
    'Je zoekt uit of een terugmelding klopt en herstelt de fout.',
    { [R]: 2, [K]: 1 },
    true,
  ),
  task(
    'taxatiegegevens',
    'Gegevens voor de WOZ bijhouden',
    'Je legt kenmerken van een object vast voor de taxatie.',
    { [R]: 2 },
  ),
  task('veldwerk', 'Buiten kijken', 'Je gaat kijken of een object er is, en of de gegevens kloppen.', {
    [R]: 2,
    [K]: 1,
  }),

  task(
    'mutatiecontrole',
    'Mutatiecontrole',
    'Je controleert en valideert wat een collega verwerkte.',
    { [K]: 2 },
    true,
  ),
  task('steekproef', 'Steekproeven doen', 'Je controleert een deel van het werk en legt uit wat je zag.', {
    [K]: 2,
  }),
  task(
    'kwaliteitsanalyse',
    'Kwaliteitsanalyse',
    'Je zoekt uit waar fouten vandaan komen en wat eraan te doen is.',
    { [K]: 2, [G]: 1 },
    true,
  ),
  task(
    'validatieregels',
    'Regels voor de controle bijhouden',
    'Je bepaalt waarop een mutatie wordt gecontroleerd.',
    { [K]: 2, [G]: 1 },
  ),
  task('signalen', 'Uitval uitzoeken', 'Je zoekt uit waarom een bericht of mutatie blijft hangen.', {
    [K]: 2,
    [R]: 1,
  }),
  task('vergelijken', 'Registraties vergelijken', 'Je zoekt verschillen tussen bijvoorbeeld BAG en BGT.', {
    [K]: 2,
    [G]: 1,
  }),
  task('werkinstructie', 'Werkinstructies schrijven', 'Je legt vast hoe een handeling hier gaat.', {
    [K]: 2,
    [O]: 1,
  }),
  task(
    'rapportage',
    'Rapportage',
    'Je maakt een overzicht van kwaliteit en doorlooptijd.',
    { [K]: 2, [O]: 1 },
    true,
  ),

  task('coordinatie', 'Coördinatie', 'Je verdeelt werk en stemt af tussen registraties.', { [O]: 2 }, true),
  task('keten', 'De keten volgen', 'Je volgt een mutatie langs alle afdelingen en ziet waar die wacht.', {
    [O]: 2,
    [K]: 1,
  }),
  task(
    'procesbeschrijving',
    'Processen beschrijven',
    'Je houdt bij wie welke stap doet, en wat elke stap oplevert.',
    { [O]: 2 },
    true,
  ),
  task('kpi', 'Cijfers van het proces volgen', 'Je houdt de afgesproken cijfers bij en bespreekt ze.', {
    [O]: 2,
    [K]: 1,
  }),
  task(
    'knoop',
    'Knopen doorhakken',
    'Je beslist als collega’s het niet eens zijn over een geval.',
    { [O]: 2 },
    true,
  ),
  task(
    'leveranciers',
    'Afspraken met andere partijen',
    'Je maakt afspraken met bronhouders en leveranciers.',
    { [O]: 2 },
  ),
  task('planning', 'Planning maken', 'Je plant het werk rond pieken, zoals een nieuwe wijk.', { [O]: 2 }),
  task(
    'vraagbaak',
    'Vragen van andere afdelingen beantwoorden',
    'Je legt uit wat in de registratie staat, en waarom.',
    { [O]: 1, [R]: 1 },
  ),

  task('scripting', 'Scripts maken', 'Je schrijft een script dat handwerk overneemt.', { [G]: 2 }, true),
  task(
    'koppelingen',
    'Koppelingen beheren',
    'Je zorgt dat berichten tussen systemen goed aankomen.',
    { [G]: 2 },
    true,
  ),
  task('bulk', 'Veel gegevens tegelijk wijzigen', 'Je verwerkt een bestand met veel mutaties in één keer.', {
    [G]: 2,
    [R]: 1,
  }),
  task(
    'datasets',
    'Gegevens klaarzetten',
    'Je maakt een bestand of kaartlaag voor een collega of afdeling.',
    { [G]: 2 },
    true,
  ),
  task('dashboards', 'Dashboards bouwen', 'Je maakt een scherm waarop collega’s de stand zien.', {
    [G]: 2,
    [K]: 1,
  }),
  task('automatische-controle', 'Controles automatiseren', 'Je bouwt een controle die vanzelf loopt.', {
    [G]: 2,
    [K]: 1,
  }),
  task(
    'beeldherkenning',
    'Veranderingen opsporen',
    'Je vindt met luchtfoto’s of puntenwolken wat er veranderde.',
    { [G]: 2, [R]: 1 },
  ),
  task('applicatie', 'Applicaties beheren', 'Je test een nieuwe versie en helpt collega’s ermee werken.', {
    [G]: 1,
    [O]: 1,
  }),
];
