/** Half a surrogate pair has no place in a link: an address that comes back with a tap may hold anything. */
const inLink = (upn: string): string => encodeURIComponent(upn.toWellFormed());

/** A Teams deep link that opens a chat with somebody, by UPN (Teams documentation, "Deep links"). */
export const chatLink = (upn: string): string =>
  `https://teams.microsoft.com/l/chat/0/0?users=${inLink(upn)}`;

/** The same for a call. */
export const callLink = (upn: string): string =>
  `https://teams.microsoft.com/l/call/0/0?users=${inLink(upn)}`;
