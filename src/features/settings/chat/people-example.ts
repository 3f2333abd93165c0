import type { FileOffer } from '../../../conversation/offer.ts';
import { writeCsv } from '../../../files/write-csv.ts';
import { administering } from './needs.ts';

export const EXAMPLE_FILE = 'voorbeeld-mensen';

const columns = [
  'id',
  'naam',
  'email',
  'team',
  'ibro_rol',
  'tweede_rol',
  'toegang',
  'werkdagen',
  'directory_id',
];

/** Invented people, as their lines stand in a file. */
export const exampleRows = [
  [
    'p001',
    'Anna Voorbeeld',
    'anna.voorbeeld@gemeente.example',
    'Team Voorbeeld',
    'Objectregistrator',
    '',
    'medewerker',
    'ma,di,do',
    '',
  ],
  [
    'p002',
    'Bas Voorbeeld',
    'bas.voorbeeld@gemeente.example',
    'Team Voorbeeld',
    '',
    '',
    'manager,beheerder',
    'ma,di,wo,do,vr',
    '',
  ],
];

/** A list of people to begin with: all columns, and two lines of invented people. Nobody is in it, so nothing is logged. */
export const peopleExample: FileOffer = {
  title: 'Voorbeeld van een mensenbestand',
  needs: { who: administering.who },
  allowed: async () => true,
  make: async () => ({
    name: 'voorbeeld-mensen.csv',
    type: 'text/csv; charset=utf-8',
    body: writeCsv(columns, exampleRows),
  }),
};
