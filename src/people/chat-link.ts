/** A Teams deep link that opens a chat with somebody, by UPN (Teams documentation, "Deep links"). */
export function chatLink(upn: string): string {
  return `https://teams.microsoft.com/l/chat/0/0?users=${encodeURIComponent(upn)}`;
}
