import type { Person } from '../../../src/people/person.ts';
import { imported, type Somebody, somebody } from '../../support/bot.ts';

/** The team, the pilot and the channels that everything in the town is about. */
export const TEAM = 'objecten-west';
export const PILOT = 'P-1';
/** A pilot that was closed an hour ago, and one that nobody leads any more. */
export const CLOSED = 'P-2';
export const LEADERLESS = 'P-3';
/** The channel of the team and of the pilot. */
export const HOME = '19:thuis';

interface Kind {
  who: Somebody;
  /** Their row; nobody else's team or right in it. Without one: nobody added them. */
  row?: Partial<Person>;
}

let next = 100;
const kind = (name: string, row?: Partial<Person>): Kind => ({ who: somebody(next++, name), row });
const elsewhere = { team: 'zuid' };

/** Every kind of person that may ask for something. Who is no part of the team works in `zuid`, in another department. */
export const kinds = {
  stranger: kind('Sterre Onbekend'),
  guest: kind('Gast van Buiten'),
  erased: kind('Ewout Gewist'),
  /** Had every right there is, and left. */
  removed: kind('Rosa Vertrokken', {
    access: ['manager', 'mandaatbeheerder', 'projectleider', 'afdelingshoofd', 'directie', 'hr', 'beheerder'],
    removed: '2026-11-20',
  }),
  employee: kind('Emma West', {}),
  /** Wrote what the team shared. */
  writer: kind('Wim Schrijver', {}),
  exManager: kind('Xander Eerder', {}),
  manager: kind('Mara Leider', { access: ['manager'] }),
  /** Leads the team from outside: the settings name them. */
  outsideLeader: kind('Olaf Buiten', elsewhere),
  otherEmployee: kind('Zoë Zuid', elsewhere),
  otherManager: kind('Bas Zuid', { ...elsewhere, access: ['manager'] }),
  head: kind('Hugo Hoofd', { team: 'staf-ruimte', access: ['afdelingshoofd'] }),
  otherHead: kind('Ilse Hoofd', { ...elsewhere, access: ['afdelingshoofd'] }),
  director: kind('Dirk Directie', { ...elsewhere, access: ['directie'] }),
  council: kind('Otto Raad', elsewhere),
  partner: kind('Hanna Personeel', elsewhere),
  pilotLead: kind('Petra Pilot', elsewhere),
  pilotMember: kind('Pim Pilot', elsewhere),
  projectLead: kind('Joris Project', { ...elsewhere, access: ['projectleider'] }),
  /** Proposed a change of the register. */
  keeper: kind('Karin Register', { ...elsewhere, access: ['mandaatbeheerder'] }),
  secondKeeper: kind('Kees Register', { ...elsewhere, access: ['mandaatbeheerder'] }),
  secondPerson: kind('Tweede Persoon', elsewhere),
  administrator: kind('Aad Beheer', { ...elsewhere, access: ['beheerder'] }),
  /** A first administrator, by the configuration alone. */
  rootAdministrator: kind('Rinus Eerste'),
  exAdministrator: kind('Xenia Eerder', elsewhere),
  hr: kind('Hella Raad', { ...elsewhere, access: ['hr'] }),
} satisfies Record<string, Kind>;
export type KindName = keyof typeof kinds;
export const kindNames = Object.keys(kinds) as KindName[];

export const rowsOfKinds = (): Person[] =>
  Object.values<Kind>(kinds).flatMap(({ who, row }) =>
    row ? [imported(who, { checkinTime: '11:30', ...row })] : [],
  );

/** Those who work here. */
export const colleagues = kindNames.filter((name) => {
  const { row }: Kind = kinds[name];
  return row !== undefined && row.removed === undefined;
});
const inTeam: KindName[] = ['employee', 'writer', 'exManager', 'manager'];
const leading: KindName[] = ['manager', 'outsideLeader'];
const around: KindName[] = [...inTeam, 'outsideLeader'];
const seeing: KindName[] = [...around, 'head'];
const crew: KindName[] = ['pilotLead', 'pilotMember'];
const managing: KindName[] = ['manager', 'otherManager', 'projectLead', 'head', 'otherHead', 'director'];
const administrating: KindName[] = ['administrator', 'rootAdministrator'];

/** Whom the words of `checked` in a declaration mean, where it is about the team, the pilot and the rows of the town. */
export const meant: Record<string, readonly KindName[]> = {
  'ziet en wist alleen wat over zichzelf gaat': kindNames,
  'werkt hier': colleagues,
  'krijgt alleen de eigen teams': colleagues,
  'zit in het team': inTeam,
  'zit in het team; in een kanaal alleen dat van het team, of waar ze zijn opgeschreven': inTeam,
  'zit in het team; in het kanaal van de dialoog': inTeam,
  'heeft het team een kanaal, dan daar; anders in het kanaal van de afspraken, als die er al zijn':
    colleagues,
  'zit in het team of leidt het': around,
  'zit in het team of leidt het; beginnen gaat in het kanaal van het team': around,
  'zit in het team of leidt het; in een kanaal alleen dat van het team': around,
  'leidt het team': leading,
  'leidt een team': [...leading, 'otherManager'],
  'leidt het team, of is beheerder': [...leading, ...administrating],
  'leidt het team, of ziet meer dan teams': [...leading, 'head'],
  'ziet het team': seeing,
  'ziet het team; in een kanaal alleen dat van het team zelf': seeing,
  'ziet het team, de afdeling of de gemeente': seeing,
  'mag de signalen van deze groep lezen': seeing,
  'pakt de signalen van deze groep op': leading,
  'pakt dit signaal op, of de signalen van deze groep': [...leading, 'employee'],
  'houdt de kalender bij': [...managing, 'outsideLeader', 'administrator'],
  'plaatste het, leidt een team waarvoor het is, of is beheerder': [
    ...leading,
    'head',
    'director',
    'administrator',
  ],
  // The town has a matrix of the employee, and nothing yet of the writer; two lead the team.
  'is het zelf, of leidt het team en mag van de medewerker meekijken': ['employee', 'manager'],
  'is het zelf, of leidt als enige het team; wat er al staat, ziet alleen wie mag meekijken': ['writer'],
  'heeft zelf een takenmatrix, en kiest een leidinggevende van het team': ['employee'],
  'leest alleen wat medewerker en leidinggevende allebei delen met HR': ['hr'],
  'schreef het zelf': ['writer'],
  'doet mee aan de pilot': crew,
  'doet mee aan de pilot, of de actie is van die persoon': crew,
  'doet mee aan de pilot of het team van de actie': crew,
  'doet mee aan een pilot, zit in een team of leidt dat': colleagues,
  // The retro of the town is of the pilot.
  'doet mee aan de retro: zit in de pilot of het team, of leidt dat team': crew,
  'leidt de retro: leidt de pilot of het team, of begon de retro van een team': ['pilotLead'],
  'leidt de pilot': ['pilotLead'],
  'leidt de pilot, of is beheerder': ['pilotLead', ...administrating],
  'doet mee aan de pilot; na het afronden ook een projectleider of beheerder': [
    ...crew,
    'projectLead',
    ...administrating,
  ],
  'de pilot heeft niemand meer die hem leidt': ['projectLead', ...administrating],
  'leidt een pilot of deed mee aan een afgeronde, of is leidinggevende, projectleider of beheerder': [
    ...crew,
    'manager',
    'otherManager',
    'projectLead',
    ...administrating,
  ],
  'is mandaatbeheerder, of de tweede persoon': ['keeper', 'secondKeeper', 'secondPerson'],
  'deed het voorstel zelf': ['keeper'],
  // The town has a list of people of the one, and lists of mandates of the other.
  'stuurde het bestand zelf': ['administrator'],
  'stuurde de lijst van mandaten zelf': ['keeper'],
  'is mandaatbeheerder of de tweede persoon, en stuurde het bestand niet': ['secondKeeper', 'secondPerson'],
};

/** Words that stand in one place of the town each, and who may ever read them. */
export const canaries = {
  KANARIEsignaal: [...seeing],
  KANARIEraad: ['council'],
  KANARIEgedeeld: around,
  KANARIEmetnaam: [...leading, 'writer'],
  KANARIEvoormij: ['writer'],
  KANARIEleren: ['manager', 'employee'],
  KANARIEreactie: [...leading, 'writer'],
  KANARIEpunt: around,
  KANARIEfunctie: ['employee', 'manager'],
  KANARIEoverdracht: around,
  KANARIErolprofiel: ['head', 'otherHead', ...administrating],
  KANARIEafspraak: inTeam,
  KANARIEpilot: [...crew, ...administrating],
  KANARIEdoel: crew,
  KANARIEgebied: crew,
  KANARIEgedaan: crew,
  KANARIEactie: crew,
  KANARIEretro: crew,
  KANARIEtoets: crew,
  KANARIEvond: crew,
  KANARIEles: crew,
  KANARIEgevraagd: crew,
  KANARIEpraktijk: [...colleagues, ...administrating],
  KANARIEafgerond: [...crew, 'projectLead', ...administrating],
  KANARIEgelukt: [...crew, 'projectLead', ...administrating],
  KANARIEopgestoken: [...crew, 'projectLead', ...administrating],
  KANARIEoordeel: crew,
  KANARIEverweesd: ['projectLead', ...administrating],
  KANARIEvoorstel: ['keeper', 'secondKeeper', 'secondPerson'],
  KANARIEbesluit: administrating,
  KANARIEkalender: colleagues,
  KANARIEpartner: [...colleagues, ...administrating],
} satisfies Record<string, readonly KindName[]>;
export type Canary = keyof typeof canaries;

/** The canaries that stand in a text. */
export const canariesIn = (text: string): Canary[] =>
  (Object.keys(canaries) as Canary[]).filter((canary) => text.includes(canary));
