import type { Duty } from '../people/duties.ts';
import type { Access } from '../people/person.ts';

/** A page of `docs/` for people, which the bot serves as a web page under its name. */
export interface Guide {
  name: string;
  /** For whom it is, on a button. */
  title: string;
  /** Rights and duties of those for whom it is; none of the pages is a secret. */
  for: readonly (Access | Duty['kind'])[];
}

/** The pages for people, in the order in which they are listed. */
export const guides: readonly Guide[] = [
  { name: 'medewerker', title: 'Voor de medewerker', for: [] },
  { name: 'leidinggevende', title: 'Voor de leidinggevende', for: ['manager', 'leads'] },
  { name: 'afdelingshoofd', title: 'Voor afdelingshoofd en directie', for: ['afdelingshoofd', 'directie'] },
  { name: 'projectleider', title: 'Voor wie een pilot leidt', for: ['projectleider'] },
  { name: 'mandaatbeheerder', title: 'Voor de mandaatbeheerder', for: ['mandaatbeheerder'] },
  { name: 'tweede-registrator', title: 'Voor de tweede persoon', for: ['secondRegistrar'] },
  { name: 'gesprekspartner', title: 'Voor de gesprekspartner', for: ['partner'] },
  { name: 'ondernemingsraad', title: 'Voor de ondernemingsraad', for: ['worksCouncil'] },
  { name: 'or', title: 'Waar de OR over beslist', for: ['worksCouncil'] },
  { name: 'beheerder', title: 'Voor de beheerder', for: ['beheerder'] },
  { name: 'privacy', title: 'Privacy: wat Kompas belooft', for: [] },
];

/** Where the pages are listed. */
export const GUIDES = '/uitleg';

/** The path of a page. */
export const pathOf = (name: string): string => `${GUIDES}/${name}`;
