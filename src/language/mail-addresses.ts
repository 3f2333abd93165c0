/**
 * Mail addresses in a text, for `match` and `replace`. Each part has a bound, as in RFC 5321: of a text without one, each
 * character is looked at a few hundred times at most, however long the text is. Of a longer part the end is found.
 */
export const mailAddresses = /[^\s@<>"(),;:]{1,64}@[^\s@<>"(),;:]{1,255}\.[^\s@<>"(),;:]{1,255}/g;
