import { nameKey } from '../../../language/words.ts';
import { knownRegistration } from './registration-cells.ts';

/** The beginning of a surname: whoever writes "Van Dijk, Jan" puts the surname first. */
const surnameFirst = /^(?:van|de|der|den|ter|ten|te|het|op|in|von|el|al)(?:\s|$)|^['’]/i;
const joined = /\s(?:en|of|and)\s|[&+/;|()]/i;
const initials =
  /^(?:\p{Lu}\p{Ll}?\.[\s-]?){1,6}\s*(?:\(\p{Lu}\p{L}*\)\s*)?(?:(?:\p{Ll}|['’])[\p{Ll}'’.]*\s+){0,3}\p{Lu}[\p{L}'’-]*(?: \p{Lu}[\p{L}'’-]*)?$/u;
const fullName = /^\p{Lu}\S*(?: \S+)* \p{Lu}\S+$/u;
/** "Bos, J.": one person, with the initials behind. */
const reversed = /^[\p{L}'’ -]+,\s*(?:\p{Lu}\p{Ll}?\.\s?)+(?:\s*(?:van|de|der|den|ter|ten|te|het|'t|’t))*$/u;

/** "Mevr. A. Bos", "drs. J. de Wit". MW without a dot is a function. */
const honorific = /^(?:(?:dhr|mevr|mw|mr|drs|ing|ir|dr|prof|ds)\.|de heer|mevrouw|meneer)\s+/i;

const functionWords = new Set([
  'tl',
  'ah',
  'mw',
  'dir',
  'hoofd',
  'directie',
  'directeur',
  'griffier',
  'burgemeester',
  'wethouder',
  'wethouders',
  'senior',
  'junior',
  'boa',
  'jurist',
  'controller',
  'planner',
  'voorzitter',
  'college',
  'raad',
  'teamlead',
  'chef',
  'opzichter',
  'toezichthouder',
  'handhaver',
  'consulent',
  'bestuurder',
  'officer',
]);
const functionEnds =
  /(?:leider|manager|hoofd|directeur|medewerker|coordinator|adviseur|ambtenaar|beheerder|secretaris|verlener|budgethouder|inspecteur|registrator|regisseur|engineer|specialist|consulent|controller|functionaris|analist|architect|chef|leidinggevende|voorzitter|taxateur|landmeter)s?$/;
/** What a department is about, rather than what a person is called. */
const subjects =
  /^(?:sociaal|sociale|fysiek|fysieke|publieke?|openbare|juridische?|financiele?|bestuurlijke|ruimtelijke|burgerzaken|belastingen|vastgoed|wonen|bouwen|milieu|veiligheid|samenleving|dienstverlening|bedrijfsvoering|beheer|zorg|welzijn|inkomen|werk|jeugd|economie|ruimte|omgeving|vergunningen|toezicht|handhaving|geo|geodata|basisregistraties|zaken|domein|informatie|inkoop|personeel|communicatie|onderwijs|sport|cultuur|groen|wegen|verkeer)$/;
const groups = /^(?:team|afdeling|cluster|unit|sector|bureau|vakgroep|eenheid|dienst)(?:\s|$)/i;
/** Groups of which nobody can say who is meant. */
const everybody =
  /^(?:alle|iedereen|ieder|iedere|elke|allen|diverse|div\.?|verschillende|meerdere|enkele|overige?|andere?|medewerkers|collega['’]?s?|teamleden|het team|team|zijn team|haar team|onderling|onderlinge)(?:$|\s+(?:medewerkers|teamleiders|leidinggevenden|collega|functionarissen|ambtenaren|teamleden|vervanging|van|uit|binnen|in|op)(?:\s|$))|^(?:alle|iedere|elke|diverse|verschillende|meerdere|enkele|overige|andere)\s/i;
const andOthers = /(?:^|[\s,])(?:e\.\s?a\.?|c\.\s?s\.?|et al\.?|en anderen|en collega['’]?s)$/i;

const plainWords = (text: string) => nameKey(text).split(' ').filter(Boolean);

/** A few capitals that are no registration: a function as people shorten it, or a department. */
export const isAbbreviation = (text: string): boolean =>
  /^\p{Lu}{2,5}\d?$/u.test(text.trim()) && knownRegistration(text) === undefined;

/** True for a text that is a function by its words: "Teamleider Geo", "TL Toezicht", "AH". */
export const isFunctionName = (text: string): boolean =>
  !honorific.test(text.trim()) &&
  plainWords(text).some((word) => functionWords.has(word) || functionEnds.test(word));

/** True for the name of a team or a department. */
export const isGroup = (text: string): boolean => groups.test(text.trim());

/** True for "alle medewerkers", "diverse", "J. Bos e.a.": nobody in particular. */
export const isNobodyInParticular = (text: string): boolean =>
  everybody.test(text.trim()) || andOthers.test(text.trim());

/** True for a name as people have: with initials, or a first name and a surname with capitals. */
export function isPersonName(text: string): boolean {
  const name = text.trim().replace(honorific, '').replace(honorific, '');
  if (isFunctionName(name) || isGroup(name) || surnameFirst.test(name) || joined.test(name)) return false;
  if (plainWords(name).some((word) => subjects.test(word))) return false;
  return initials.test(name) || (fullName.test(name) && !/\d/.test(name));
}

/** True for one name with its initials behind: "Bos, J.", "Wit, J. de". */
export const isReversedName = (text: string): boolean => reversed.test(text.trim());

/** True for names that are joined with others they stand for: "Jansen & Zn", "Van Dijk en Partners". */
export const isFirm = (text: string): boolean =>
  /(?:&|\ben)\s*(?:zn|zoon|zonen|partners|co|cie|collega['’]?s)\.?$/i.test(text.trim());

/** True for what is one name though it has a word between two: "burgemeester en wethouders", B&W. */
export const isOneBody = (text: string): boolean =>
  /\bburgemeester\s*(?:en|&)\s*wethouders\b|\bb\s*(?:&|en|\+)\s*w\b/i.test(text);
