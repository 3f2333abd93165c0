import { isFunctionName, isGroup, isPersonName } from './name-shapes.ts';

/** What stands behind a name in its cell: a restriction, or why the name cannot stand. */
export type BehindName = { name: string; condition: string } | { why: string };

/** Words that restrict, behind whatever name. */
const restricts =
  /m\.?\s?u\.?\s?v\.?|met\s+uitzondering\s+van|uitgezonderd|uitzondering|behalve|behoudens|mits|tenzij|alleen|uitsluitend|enkel|slechts|voor\s?zover|indien|niet\s+(?:op|in|voor|bij|tijdens|zijnde)/;
/** Words that restrict behind the name of a person, and may be part of a function. */
const restrictsPerson =
  /niet|geen|zonder|excl(?:usief)?\.?|wanneer|onder\s+(?:voorwaarde|voorbehoud|toezicht)\S*|in\s+overleg|(?:na|met)\s+(?:overleg|akkoord|toestemming|goedkeuring|instemming)|max(?:imaal)?\.?|boven|binnen|buiten|op\s+(?:maan|dins|woens|donder|vrij|zater|zon)dag\S*|op\s+(?:ma|di|wo|do|vr)|in\s+(?:de\s+)?(?:even|oneven|vakantie)\S*|bij\s+\p{Ll}+|voor\s+(?:de|het|alle)\s+\p{Ll}+|gedurende|tijdens/u;
const behind = (words: RegExp) =>
  new RegExp(
    String.raw`^(.+?)(?:\s*[,;:(]\s*|\s+[-–]\s+|\s+)\(?((?:maar\s+|doch\s+)?(?:${words.source})(?=[\s:,)]|$).*?)\)?$`,
    'isu',
  );
const [behindAny, behindPerson] = [behind(restricts), behind(restrictsPerson)];

const day =
  '(?:ma|di|wo|do|vr|za|zo|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag)(?:en|s)?(?:ochtend|middag|avond)?';
/** Days of the week behind a name: "(ma-wo)", ", ma t/m do". */
const workingDays = new RegExp(
  String.raw`^(.+?)(?:\s*[,;:(]\s*|\s+)\(?(${day}(?:\s*(?:[,/+&-]|t\/m|tot en met|en)\s*${day})*)\)?$`,
  'iu',
);

const fourEyes = /(?:vier|4)[\s-]*ogen|(?:tweede|mede)\s?-?(?:handtekening|ondertekening)|medeonderteken/i;
const absent =
  /\b(?:uit\s+dienst|met\s+pensioen|gepensioneerd|vertrokken|vertrekt|overleden|ziek|langdurig|verlof|afwezig|gestopt|niet\s+meer|geschorst|gedetacheerd|elders|oud-medewerker|voormalig)\b/i;
/** "Teamleider of diens plaatsvervanger": somebody who has no name. */
const unnamedDeputy =
  /\b(?:diens|zijn|haar|hun)\s+(?:\p{L}+\s+)?(?:plaatsverv|vervang|waarnem|plv)|\s(?:of|en|dan wel|danwel|c\.\s?q\.?|cq|\/)\s*(?:de\s+|een\s+)?(?:loco|plv\.?|plaatsvervanger|vervanger|waarnemer)s?\s*$/iu;
const sinceOrUntil =
  /^(.+?)[\s,(]+(?:per|vanaf|sinds|tot|t\/m|m\.?i\.?v\.?|met ingang van|t\.?e\.?m\.?|v\.?a\.?)\s+\S/iu;

const isName = (text: string) => isPersonName(text) || isFunctionName(text) || isGroup(text);

/** True for a name of which the cell says that nobody by that name is there: "Ans Bos (uit dienst)". */
const saysAbsent = (cell: string) => absent.test(cell) && !isFunctionName(cell.replace(/[(,].*$/s, ''));

/**
 * What a cell says behind the name in it: a restriction goes to the conditions; that somebody is gone or may be replaced
 * by whoever is no name that can be read. Undefined when it says no more than a name, as far as is certain.
 */
export function behindName(cell: string): BehindName | undefined {
  if (unnamedDeputy.test(cell))
    return { why: 'noemt ook een vervanger zonder naam. Zet de vervanger in een eigen kolom.' };
  if (saysAbsent(cell))
    return {
      why: 'zegt dat iemand er niet (meer) is. Schrijf wie het nu mag, of haal de regel weg.',
    };
  const [, dated = ''] = sinceOrUntil.exec(cell) ?? [];
  if (isPersonName(dated))
    return {
      why: 'zegt vanaf wanneer of tot wanneer. Zet de eerste en de laatste dag in hun eigen kolom.',
    };
  const found = behindAny.exec(cell) ?? workingDays.exec(cell);
  const [, name = '', said = ''] = found ?? behindPerson.exec(cell) ?? [];
  if (name === '' || (!found && !isPersonName(name))) return undefined;
  if (fourEyes.test(said))
    return { why: 'vraagt vier ogen. Zet dat in een kolom vier_ogen, met ja, en haal het hier weg.' };
  const isDays = !behindAny.test(cell) && workingDays.test(cell);
  if (isDays && !isPersonName(name)) return undefined;
  const others = said.split(/\s*[,;|\n/&]\s*|\s+(?:en|of)\s+/).slice(1);
  return isName(name) && !others.some(isPersonName)
    ? { name: name.trim(), condition: isDays ? `alleen ${said.trim()}` : said.trim() }
    : { why: 'zegt meer dan een naam. Zet wat erbij staat in een kolom voorwaarden.' };
}

const vacancy = /^\(?(?:vacature|vacatures|vacant|vac\.?|onvervuld|openstaand)[\s,;:()/–-]*/i;
const meanwhile =
  /(?:tijdelijk|voorlopig|intussen|nu|momenteel|waargenomen|waarneming|waarnemend|wnd|ad\s+interim|a\.?i\.?|ingevuld|vervuld|vervangen)\b/i;

/** True for a vacancy in which somebody is mandated all the same: "Vacant, tijdelijk Ans Bos". */
export function namesSomebody(cell: string): boolean {
  const rest = cell.trim().replace(vacancy, '');
  return isPersonName(rest.replace(/\)$/, '')) || (meanwhile.test(rest) && /\p{Lu}/u.test(rest));
}
