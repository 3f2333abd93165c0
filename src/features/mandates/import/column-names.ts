import type { RegisterField } from '../register/fields.ts';

interface ColumnNames {
  field: RegisterField;
  /** What municipalities call it; earlier names win from later ones. */
  sure: string[];
  /** What may also mean something else. */
  perhaps?: string[];
}

/** How municipalities call their columns; compared without capitals, accents and punctuation. */
export const columnNames: readonly ColumnNames[] = [
  {
    field: 'id',
    sure: [
      'nr',
      'nummer',
      'volgnummer',
      'mandaatnummer',
      'mandaat nr',
      'volgnr',
      'regelnummer',
      'mandaat id',
    ],
    perhaps: ['kenmerk', 'code', 'regel', 'referentie'],
  },
  {
    field: 'soort',
    sure: ['soort mandaat', 'soort bevoegdheid', 'mandaatvorm', 'mandaatsoort', 'rechtsvorm', 'type mandaat'],
    perhaps: ['type', 'vorm', 'mandaat volmacht machtiging', 'mandaat volmacht of machtiging'],
  },
  {
    field: 'uit_mandaat',
    sure: ['ondermandaat van', 'ondermandaat uit', 'hoofdmandaat', 'bovenliggend mandaat', 'afgeleid van'],
  },
  {
    field: 'activiteit',
    sure: [
      'bevoegdheid',
      'bevoegdheden',
      'omschrijving bevoegdheid',
      'taak',
      'taken',
      'handeling',
      'werkzaamheid',
      'werkzaamheden',
      'activiteiten',
      'gemandateerde bevoegdheid',
    ],
    perhaps: ['omschrijving', 'onderwerp', 'mandaat', 'besluit over'],
  },
  {
    field: 'registratie',
    sure: ['basisregistratie', 'basisregistraties', 'registraties', 'naam registratie'],
    perhaps: ['register', 'bron'],
  },
  {
    field: 'gebied',
    sure: ['wijk', 'wijken', 'stadsdeel', 'werkgebied', 'gebieden', 'buurt', 'wijk of buurt', 'deelgebied'],
    perhaps: ['locatie', 'gebiedsdeel', 'kern', 'dorp'],
  },
  {
    field: 'rol',
    sure: ['ibro rol', 'rol medewerker'],
    // With a column of names beside it, who is mandated is often a function.
    perhaps: ['functie', 'functienaam', 'functionaris', 'gemandateerde'],
  },
  {
    field: 'houder',
    sure: [
      'naam medewerker',
      'medewerker',
      'mandaathouder',
      'gemandateerde',
      'gemachtigde',
      'gevolmachtigde',
      'functionaris',
      'bevoegd functionaris',
      'gemandateerd aan',
      'gemandateerde functionaris',
      'naam gemandateerde',
      'naam houder',
      'mandaat aan',
    ],
    perhaps: ['naam', 'persoon', 'toegekend aan', 'wie', 'functie'],
  },
  {
    field: 'vervanger',
    sure: [
      'plaatsvervanger',
      'plaatsvervangers',
      'vervangers',
      'waarnemer',
      'naam vervanger',
      'vervanging',
      'plaatsvervanging',
      'plv',
    ],
    perhaps: ['bij afwezigheid', 'backup'],
  },
  {
    field: 'organisatie',
    sure: ['organisatieonderdeel', 'organisatie onderdeel', 'afdeling', 'instantie', 'naam organisatie'],
    perhaps: ['team', 'dienst', 'cluster', 'domein', 'directie'],
  },
  {
    field: 'grondslag',
    sure: ['wettelijke grondslag', 'juridische grondslag', 'wettelijke basis', 'rechtsgrond', 'wetsartikel'],
    perhaps: ['artikel', 'wet', 'besluit', 'mandaatbesluit', 'basis', 'regeling'],
  },
  {
    field: 'publicatie',
    sure: ['gepubliceerd in', 'bekendmaking', 'publicatienummer', 'vindplaats publicatie'],
    perhaps: ['vindplaats', 'bron publicatie', 'link'],
  },
  {
    field: 'limiet_eur',
    sure: [
      'limiet',
      'max bedrag',
      'maximum bedrag',
      'maximumbedrag',
      'maximaal bedrag',
      'limiet in euro',
      'financiele limiet',
      'grensbedrag',
      'limiet euro',
      'bedrag tot en met',
      'bedrag t m',
    ],
    perhaps: ['bedrag', 'bedrag tot', 'plafond', 'financieel'],
  },
  {
    field: 'vier_ogen',
    sure: [
      'vierogen',
      'vier ogen principe',
      'vierogenprincipe',
      '4 ogen',
      '4 ogen principe',
      'vier ogen nodig',
    ],
    perhaps: ['tweede handtekening', 'tweede ondertekenaar nodig'],
  },
  {
    field: 'vier_ogen_door',
    sure: ['meekijker', 'vier ogen met', 'tweede ondertekenaar', 'tweede beoordelaar'],
  },
  {
    field: 'accounthouder',
    sure: ['account houder', 'accountmanager', 'contact organisatie', 'contactpersoon organisatie'],
  },
  {
    field: 'ondermandaat_toegestaan',
    sure: [
      'ondermandaat mogelijk',
      'ondermandaat',
      'ondermandatering',
      'doormandatering',
      'ondermandaat j n',
    ],
    perhaps: ['submandaat', 'doormandateren'],
  },
  {
    field: 'voorwaarden',
    sure: [
      'voorwaarde',
      'beperkingen',
      'beperking',
      'voorschriften',
      'instructies',
      'voorwaarden en beperkingen',
    ],
    perhaps: ['bijzonderheden', 'opmerkingen', 'opmerking', 'toelichting'],
  },
  {
    field: 'geldig_van',
    sure: [
      'ingangsdatum',
      'geldig vanaf',
      'begindatum',
      'startdatum',
      'datum ingang',
      'datum inwerkingtreding',
      'inwerkingtreding',
      'geldig per',
      'ingang',
    ],
    perhaps: ['vanaf', 'van', 'per', 'datum', 'datum besluit'],
  },
  {
    field: 'geldig_tot_en_met',
    sure: ['einddatum', 'geldig t m', 'tot en met', 't m', 'laatste dag', 'datum einde', 'einde geldigheid'],
    // "tot" leaves its day out in Dutch, and we count the last day in.
    perhaps: ['geldig tot', 'tot', 'vervaldatum', 'expiratiedatum', 'einde'],
  },
];
