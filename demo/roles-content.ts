import type { Assigned, Points } from '../src/features/roles/assignments/assignment.ts';
import type { Party } from '../src/features/roles/assignments/store.ts';
import type { Handover } from '../src/features/roles/handovers/handover.ts';
import type { Filled } from '../src/features/roles/matrix/matrix.ts';

/** What somebody does often and now and then, by the ids of tasks: the rest they do not. */
type DemoMatrix = Pick<Filled, 'alone' | 'shares' | 'job'> & {
  often: readonly string[];
  some: readonly string[];
};

/**
 * Invented work of the six of Objecten West, by their ids: one alone writes scripts, nobody looks for changes, and many process
 * mutations.
 */
export const matrices: Readonly<Record<string, DemoMatrix>> = {
  p01: {
    job: 'medewerker geo-informatie',
    shares: { BAG: 70, BGT: 20 },
    often: ['mutatie-verwerken', 'brondocument', 'adres-toekennen', 'terugmelding'],
    some: ['geometrie', 'vraagbaak'],
    alone: [],
  },
  p02: {
    job: 'medewerker geo-informatie',
    shares: { BAG: 40, BGT: 50 },
    often: ['mutatie-verwerken', 'geometrie', 'inmeten', 'terugmelding', 'veldwerk'],
    some: ['brondocument', 'bulk'],
    alone: ['inmeten'],
  },
  p03: {
    job: 'medewerker kwaliteit',
    shares: { BAG: 60, BGT: 20 },
    often: ['mutatiecontrole', 'steekproef', 'kwaliteitsanalyse', 'signalen'],
    some: ['rapportage', 'vergelijken'],
    alone: [],
  },
  p04: {
    job: 'medewerker gegevensbeheer',
    shares: { BAG: 40, BGT: 40 },
    often: ['mutatie-verwerken', 'mutatiecontrole', 'scripting', 'koppelingen', 'datasets'],
    some: ['validatieregels', 'bulk', 'terugmelding'],
    alone: ['scripting', 'koppelingen'],
  },
  p05: {
    job: 'medewerker kwaliteit',
    shares: { BAG: 30, WOZ: 50 },
    often: ['mutatiecontrole', 'taxatiegegevens', 'terugmelding', 'vergelijken'],
    some: ['steekproef', 'werkinstructie', 'mutatie-verwerken'],
    alone: ['taxatiegegevens'],
  },
  p13: {
    job: 'juridisch medewerker',
    shares: { BAG: 20, BGT: 10 },
    often: ['procesbeschrijving', 'werkinstructie', 'vraagbaak', 'coordinatie'],
    some: ['planning', 'leveranciers', 'brondocument'],
    alone: [],
  },
};

/** Roles that colleagues of Objecten West said "Klopt" to, by their ids. */
export const agreed: Readonly<
  Record<string, Pick<Assigned, 'roles' | 'areas'> & { learn?: Omit<Points, 'by'> }>
> = {
  p01: {
    roles: [{ role: 'Objectregistrator', registrations: ['BAG'] }],
    areas: [],
    learn: { technique: 'werken met meetgegevens', process: '', together: '' },
  },
  p02: { roles: [{ role: 'Objectregistrator', registrations: ['BAG', 'BGT'] }], areas: [] },
  p03: { roles: [{ role: 'Kwaliteitscoördinator', registrations: ['BAG'] }], areas: [] },
  p04: {
    roles: [
      { role: 'Kwaliteitscoördinator', registrations: ['BGT'] },
      { role: 'Objectregistrator', registrations: ['BAG'] },
    ],
    areas: ['WK059903', 'WK059905'],
  },
  p06: { roles: [{ role: 'Objectregisseur', registrations: [] }], areas: [] },
};

/** An organisation that the register of the demo knows too. */
export const outsider: Pick<Party, 'id' | 'organisation' | 'contact' | 'role' | 'areas'> = {
  id: 'A-de300001',
  organisation: 'Belastingsamenwerking Delta',
  contact: 'servicedesk, 010 000 00 03',
  role: { role: 'Kwaliteitscoördinator', registrations: ['WOZ'] },
  areas: [],
};

export const handedOver: readonly Omit<Handover, 'day'>[] = [
  {
    id: 'O-de300001',
    what: 'Verleende vergunningen',
    from: 'Vergunningen',
    to: 'Objectregistrator',
    trouble: ['long'],
    note: 'Ze komen één keer per week. De tekening ontbreekt vaak.',
  },
  {
    id: 'O-de300002',
    what: 'Gewijzigde oppervlakten',
    from: 'Objectregistrator',
    to: 'Belastingsamenwerking Delta',
    trouble: ['faults'],
    note: 'Soms staat er een oude oppervlakte in het bericht.',
  },
];
