import type { IbroRole } from '../../../people/person.ts';

/** What a role asks of who holds it, in our words; a municipality changes it in its role profile (docs/method.md step 3). */
export const competences: Record<IbroRole, readonly string[]> = {
  Objectregistrator: [
    'Je werkt nauwkeurig en maakt af wat je begint.',
    'Je kent de regels van de registraties waarin je werkt.',
    'Je vraagt na wat in een melding ontbreekt.',
  ],
  Kwaliteitscoördinator: [
    'Je ziet snel wat afwijkt en zoekt de oorzaak.',
    'Je geeft een fout terug zonder iemand aan te wijzen.',
    'Je houdt vast aan de afspraak, ook als het druk is.',
  ],
  Objectregisseur: [
    'Je kijkt over de grens van je eigen registratie heen.',
    'Je brengt mensen bij elkaar die er anders over denken.',
    'Je legt uit waarom iets zo gaat, en wie erover beslist.',
  ],
  'Geodata-engineer': [
    'Je maakt van handwerk een stap die vanzelf gaat.',
    'Je werkt met scripts en koppelingen, zoals FME of Python.',
    'Je schrijft op wat je bouwt, zodat een collega verder kan.',
  ],
};
