/**
 * Words after which a number is the number of a thing. Words for streets are not among them, since families
 * bear them as names.
 */
const numbered =
  /(?<![\p{L}])(?:postcode|huisnummer|nummer|nr|perceel|kavel|sectie|dossier|zaak|artikel|art|wijk|buurt)[\s.:]{1,2}$/iu;

/**
 * The two letters of a postcode. Short words and currencies are left out: in a question that is all capitals,
 * they are two capitals too.
 */
const letters =
  /^\s?(?!IN|OP|EN|OF|TE|AF|AN|IS|DE|ER|IK|JE|WE|ZE|NU|TO|AT|ON|BY|OR|IF|EU|EX|PM|PJ)[A-Z]{2}(?![\p{L}\d])/u;

/**
 * True when a figure, with what stands before and behind it, is part of an address or the number of a thing,
 * and so no amount.
 */
export const isAddress = (figure: string, before: string, behind: string): boolean =>
  /^\d{4,5}$/.test(figure) &&
  ((/^[1-9]\d{3}$/.test(figure) && letters.test(behind)) || numbered.test(before));

/** A postcode as it was typed: "3012 AB". */
export function postcodeIn(text: string): string | undefined {
  for (const { 0: figure, index } of text.matchAll(/(?<![\p{L}\d.,])[1-9]\d{3}(?!\d)/gu)) {
    const found = letters.exec(text.slice(index + 4, index + 8));
    if (found) return figure + found[0];
  }
  return undefined;
}

/** Streets of which families bear the names too: only a preposition tells that they are no person. */
const surnames = 'weg|kade|singel|dijk|hof|pad|park|markt|haven|veld|erf|ring|wal|baan|brink|akker|kamp';
const streets = 'straat|laan|plein|gracht|steeg|plantsoen|dreef|singel|kade|weg';
const before = "(?:(?:van|de|der|den|het|'t|ten|ter|\\p{Lu}[\\p{L}.'’-]*)\\s+){0,3}";
const number =
  '\\s+\\d{1,4}(?:\\s?[a-z](?![\\p{L}\\d]))?(?![\\d.,]*\\d)(?!\\s*(?:[Ee]uro|EUR|eur|€|k\\b|duizend|mille|miljoen|mln))';
const anyCase = (words: string) => words.replace(/(?<=^|\|)[a-z]/g, (one) => `[${one.toUpperCase()}${one}]`);
const street = new RegExp(
  `(?<![\\p{L}\\d])(?:(?:[Aa]an|[Oo]p|[Bb]ij|van|in|at|on)\\s+${before}[\\p{L}'’-]*(?:${anyCase(`${streets}|${surnames}`)})|[\\p{L}'’-]{3,}(?:${streets}))${number}`,
  'gu',
);

/** Beside an assignment, "aan De Kamp 900" is who gets it, unless work is done on that place. */
const receiver = new RegExp(
  `^aan\\s.*(?<!\\p{L})(?:${surnames})\\s+\\d|^aan\\s.*(?:${surnames})\\s+\\d{4}`,
  'iu',
);
const assigned = /opdracht|order|bestel|factu|offerte|inkop|inkoop|betal|betaal|assign|contract/i;
const work = /(?:onderhoud|werk|werkzaamheden|reparaties?|herstel|schade)\s$/i;
const isReceiver = (text: string, part: string, index: number) =>
  receiver.test(part) && assigned.test(text) && !work.test(text.slice(Math.max(0, index - 20), index));

/** A part of a text that is an address. */
export interface FoundAddress {
  start: number;
  end: number;
}

/** The streets with a house number and the postcodes in a text: "op de Dorpsstraat 1450, 3012 AB". */
export function addressesIn(text: string): FoundAddress[] {
  const found = [...text.matchAll(street)].filter(({ index, 0: part }) => !isReceiver(text, part, index));
  const streets = found.map(({ index, 0: part }) => ({
    start: index,
    end: index + part.length,
  }));
  const postcode = postcodeIn(text);
  const start = postcode === undefined ? -1 : text.indexOf(postcode);
  return postcode === undefined ? streets : [...streets, { start, end: start + postcode.length }];
}
