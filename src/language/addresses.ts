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
