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

/** What streets are called. Of the first kind families bear the names too, so that a preposition has to lead to them. */
const street =
  /(?<![\p{L}\d])(?:(?:aan|op|bij|van|in|at|on)\s+(?:(?:de|het|the)\s+)?(?:\p{L}[\p{L}.'’-]*\s+){0,3}?[\p{L}'’-]*(?:straat|laan|plein|weg|kade|gracht|singel|dijk|dreef|hof|pad|steeg|park|plantsoen|markt|haven|veld|erf|ring|wal|baan|brink|akker|kamp)|[\p{L}'’-]{3,}(?:straat|laan|plein|gracht|singel|kade|steeg|plantsoen|dreef|weg))\s+(\d{1,5})(?:\s?[a-z](?![\p{L}\d]))?(?![\d.,]*\d)(?!\s*(?:euro|eur|€|k\b|duizend|mille|miljoen|mln))/giu;

/** A part of a text that is an address. */
export interface FoundAddress {
  start: number;
  end: number;
}

/** The streets with a house number and the postcodes in a text: "op de Dorpsstraat 1450, 3012 AB". */
export function addressesIn(text: string): FoundAddress[] {
  const streets = [...text.matchAll(street)].map(({ index, 0: part }) => ({
    start: index,
    end: index + part.length,
  }));
  const postcode = postcodeIn(text);
  const start = postcode === undefined ? -1 : text.indexOf(postcode);
  return postcode === undefined ? streets : [...streets, { start, end: start + postcode.length }];
}
