import { nameKey, spelling } from '../language/words.ts';
import { type Access, type IbroRole, ibroRoles } from './person.ts';

/** What a column of a list of people may hold. The first are those of a list in Kompas' own form. */
export const listFields = [
  'id',
  'naam',
  'email',
  'team',
  'directory_id',
  'ibro_rol',
  'tweede_rol',
  'toegang',
  'werkdagen',
  'voornaam',
  'voorletters',
  'tussenvoegsel',
  'achternaam',
  'leidinggevende',
] as const;
export type ListField = (typeof listFields)[number];

/** What each is called where a card asks or tells which column it is. */
export const fieldWords: Readonly<Record<ListField, string>> = {
  id: 'het personeelsnummer (id)',
  naam: 'de naam',
  email: 'het e-mailadres',
  team: 'het team',
  directory_id: 'het account in Entra ID (directory_id)',
  ibro_rol: 'de IBRO-rol',
  tweede_rol: 'de tweede IBRO-rol',
  toegang: 'de rechten (toegang)',
  werkdagen: 'de werkdagen',
  voornaam: 'de voornaam',
  voorletters: 'de voorletters',
  tussenvoegsel: 'het tussenvoegsel',
  achternaam: 'de achternaam',
  leidinggevende: 'wie leidinggevende is',
};

/** A heading as it is compared: its letters and digits alone, in lower case and without accents. */
export const headingKey = (heading: string): string => nameKey(heading).replaceAll(' ', '');

/** How municipalities call these columns, as `headingKey` has them. */
export const headings: Readonly<Record<ListField, readonly string[]>> = {
  id: [
    'id',
    'personeelsnummer',
    'personeelsnr',
    'personeelnummer',
    'personeelsnum',
    'persnr',
    'persnummer',
    'personeelsid',
    'personeelsidentificatie',
    'medewerkernummer',
    'medewerkernr',
    'medewerkersnummer',
    'medewerkersnr',
    'medewerkerid',
    'medewerkerscode',
    'medewerkercode',
    'werknemernummer',
    'werknemersnummer',
    'werknemernr',
    'werknemersnr',
    'werknemerid',
    'stamnummer',
    'stamnr',
    'personeelscode',
    'employeeid',
    'employeenumber',
    'employeenr',
  ],
  naam: [
    'naam',
    'volledigenaam',
    'naamvolledig',
    'medewerker',
    'naammedewerker',
    'medewerkernaam',
    'medewerkersnaam',
    'naamwerknemer',
    'werknemer',
    'naamcollega',
    'weergavenaam',
    'displayname',
    'fullname',
    'name',
    'achternaamvoornaam',
    'naamachternaamvoornaam',
    'voornaamachternaam',
    'naamvoornaamachternaam',
    'samengesteldenaam',
  ],
  email: [
    'email',
    'emailadres',
    'mail',
    'mailadres',
    'emailwerk',
    'werkemail',
    'werkmail',
    'emailadreswerk',
    'zakelijkemail',
    'zakelijkemailadres',
    'zakelijkeemail',
    'zakelijkeemailadres',
    'emailzakelijk',
    'emailadreszakelijk',
    'emailaddress',
    'emailgemeente',
    'upn',
    'userprincipalname',
    'gebruikersnaam',
    'inlognaam',
    'loginnaam',
    'login',
    'username',
  ],
  team: [
    'team',
    'teamnaam',
    'naamteam',
    'teamafdeling',
    'afdelingteam',
    'afdeling',
    'afdelingsnaam',
    'naamafdeling',
    'organisatieeenheid',
    'organisatorischeeenheid',
    'organisatieeenheidnaam',
    'naamorganisatieeenheid',
    'orgeenheid',
    'organisatieonderdeel',
    'oe',
    'unit',
    'eenheid',
    'department',
    'afdelingofteam',
    'teamofafdeling',
  ],
  directory_id: [
    'directoryid',
    'objectid',
    'azureid',
    'entraid',
    'azureobjectid',
    'entraobjectid',
    'azureadid',
    'azureadobjectid',
    'aadid',
    'aadobjectid',
    'entraidobjectid',
    'objectidentra',
    'objectidentraid',
    'objectidazure',
    'objectidazuread',
    'microsoftentraid',
    'entra',
    'accountid',
  ],
  ibro_rol: [
    'ibrorol',
    'rolibro',
    'ibro',
    'rolinibro',
    'functie',
    'functienaam',
    'functieomschrijving',
    'functietitel',
    'rol',
    'rolnaam',
  ],
  tweede_rol: ['tweederol', 'tweedeibrorol', '2erol', 'ibrorol2', 'rol2'],
  toegang: ['toegang', 'toegangkompas', 'rechtenkompas', 'kompasrechten', 'rechten', 'recht'],
  werkdagen: [
    'werkdagen',
    'werkdag',
    'vastewerkdagen',
    'werkzamedagen',
    'workdays',
    'werktop',
    'dagen',
    'rooster',
    'werkrooster',
    'roosterdagen',
  ],
  voornaam: ['voornaam', 'voornamen', 'roepnaam', 'firstname', 'givenname'],
  voorletters: ['voorletters', 'voorletter', 'initialen', 'initials'],
  tussenvoegsel: [
    'tussenvoegsel',
    'tussenvoegsels',
    'tussenv',
    'tussenvoeg',
    'voorvoegsel',
    'voorvoegsels',
    'tv',
  ],
  achternaam: ['achternaam', 'familienaam', 'geslachtsnaam', 'lastname', 'surname'],
  leidinggevende: [
    'leidinggevende',
    'leidinggevend',
    'isleidinggevende',
    'leidinggevendejanee',
    'leidinggevendejn',
    'janeeleidinggevende',
    'manager',
    'ismanager',
    'managerjanee',
    'managerjn',
    'teamleider',
    'isteamleider',
    'teammanager',
    'leidtteam',
    'geeftleiding',
  ],
};

/** Those that are such a column only when what stands in it says so. */
export const doubtful: readonly string[] = [
  'functie',
  'functienaam',
  'functieomschrijving',
  'functietitel',
  'rol',
  'rolnaam',
  'rechten',
  'recht',
  'dagen',
  'rooster',
  'werkrooster',
  'roosterdagen',
  'gebruikersnaam',
  'inlognaam',
  'loginnaam',
  'login',
  'username',
];

const yes = new Set(['ja', 'j', 'yes', 'y', 'x', 'v', '✓', '✔', '☑', '1', 'true', 'waar', 'wel']);
const no = new Set(['', 'nee', 'n', 'no', '0', 'false', 'onwaar', 'niet', '-', '–', 'geen']);

/** What a cell of a column of yes and no says; undefined for any other word. */
export function yesOrNo(cell: string): boolean | undefined {
  const text = spelling(cell);
  if (yes.has(text)) return true;
  return no.has(text) ? false : undefined;
}

const rights: Readonly<Record<string, Access>> = {
  medewerker: 'medewerker',
  medewerkers: 'medewerker',
  collega: 'medewerker',
  gebruiker: 'medewerker',
  geen: 'medewerker',
  nvt: 'medewerker',
  '': 'medewerker',
  manager: 'manager',
  leidinggevende: 'manager',
  leidinggevend: 'manager',
  teamleider: 'manager',
  teammanager: 'manager',
  mandaatbeheerder: 'mandaatbeheerder',
  beheerdermandaten: 'mandaatbeheerder',
  beheerdervanmandaten: 'mandaatbeheerder',
  projectleider: 'projectleider',
  afdelingshoofd: 'afdelingshoofd',
  afdelingsmanager: 'afdelingshoofd',
  afdelingshoofden: 'afdelingshoofd',
  directie: 'directie',
  directeur: 'directie',
  directielid: 'directie',
  beheerder: 'beheerder',
  functioneelbeheerder: 'beheerder',
  beheerderkompas: 'beheerder',
  kompasbeheerder: 'beheerder',
  admin: 'beheerder',
  administrator: 'beheerder',
};

const rightOf = (word: string): Access | undefined => {
  const heard = headingKey(word);
  return Object.hasOwn(rights, heard) ? rights[heard] : undefined;
};

/** The rights that a cell names, in the words that people use for them; undefined when any word is none. */
export function rightsInCell(cell: string): Access[] | undefined {
  const parts = cell.split(/[,;/|&+\n]|\ben\b/).filter((part, n) => n === 0 || part.trim() !== '');
  const found = parts.flatMap((part): (Access | undefined)[] => {
    const whole = rightOf(part);
    return whole ? [whole] : part.trim().split(/\s+/).map(rightOf);
  });
  return found.every((right) => right !== undefined) ? [...new Set(found)] : undefined;
}

/** The IBRO role that a cell names, however its accent and its dash are written. */
export const roleInCell = (cell: string): IbroRole | undefined =>
  ibroRoles.find((role) => headingKey(role) === headingKey(cell));

/** What may stand behind a name and is no first name. */
const behindName = /^(?:msc|bsc|ma|ba|mba|llm|llb|phd|ra|rc|ing|ir|mr|drs|dr|bc|jr|sr)\.?$/i;
const isPrefix = (text: string) =>
  /^(?:van|von|de|den|der|het|te|ten|ter|in|op|aan|bij|tot|’t|'t|el|al|la|le|du|d'|d’)(?:\s|$)/i.test(text);

/** A name as people say it: "Berg, Jan van den" and "Berg, van den, Jan" are "Jan van den Berg". */
export function nameSaid(cell: string): string {
  const [family = '', second = '', third, ...more] = cell.split(',').map((part) => part.trim());
  if (family === '' || second === '' || more.length > 0 || behindName.test(second)) return cell;
  if (third === undefined) return `${second} ${family}`;
  return isPrefix(second) ? `${third} ${second} ${family}` : `${second} ${third} ${family}`;
}
