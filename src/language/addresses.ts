/** Words behind which a number is the name of something. Streets are no such words: families have their names. */
const numbered =
  /(?<![\p{L}])(?:postcode|huisnummer|nummer|nr|perceel|kavel|sectie|dossier|zaak|artikel|art|wijk|buurt)[\s.:]{1,2}$/iu;

/** Two capitals that are no small word or mark of a currency in a question that somebody shouts. */
const letters =
  /^\s?(?!IN|OP|EN|OF|TE|AF|AN|IS|DE|ER|IK|JE|WE|ZE|NU|TO|AT|ON|BY|OR|IF|EU|EX|PM|PJ)[A-Z]{2}(?![\p{L}\d])/u;

/** True when a figure, with what stands before and behind it, is a part of an address or a number of a thing: no amount. */
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
