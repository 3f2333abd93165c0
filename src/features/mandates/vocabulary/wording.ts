/** Whole euros: "€ 2.500". */
export const euros = (amount: number): string => `€ ${amount.toLocaleString('nl-NL')}`;

/** The text with a small letter first, unless it begins with an abbreviation ("BAG-mutaties valideren"). */
export const uncapital = (text: string): string =>
  /^\p{Lu}[\p{Lu}\d]/u.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1);

/** "A", "A en B", "A, B en C"; of more than `most` names the last ones are only counted: "A, B en nog 7". */
export function listed(names: readonly string[], most = 12): string {
  const shown = names.length > most ? [...names.slice(0, most - 1), `nog ${names.length - most + 1}`] : names;
  const last = shown.at(-1) ?? '';
  return shown.length > 1 ? `${shown.slice(0, -1).join(', ')} en ${last}` : last;
}

/** "A of B", "A, B of C". */
export const eitherOf = (names: readonly string[]): string => listed(names).replace(/ en (?=[^,]*$)/, ' of ');

/** "BAG valideren" or "valideren": what an entry is about. */
export const subjectOf = ({ activity, registration }: { activity: string; registration: string }): string =>
  registration ? `${registration} ${activity}` : activity;
