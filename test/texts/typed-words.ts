/** What may stand behind "typ" in a sentence: words of the sentence itself, not what somebody is to type. */
const ordinary =
  'anders|bijvoorbeeld|daar|daarna|dagen|dan|de|die|dit|eerst|een|er|erbij|het|hier|hooguit|in|je|kort|namen|over|terug|vanaf|wat|zelf';
/** Behind "typ", with nothing in between: words of a sentence that has no mark to begin what is typed. */
const unmarked = new RegExp(`(?<!\\p{L})typ (?!(?:${ordinary})(?!\\p{L}))[\\p{L}@][^.?!:]{0,20}`, 'iu');

/**
 * Words to type that a reader cannot tell from the sentence around them: not between quotation marks, and not behind a
 * colon. Takes a text; gives each with what follows.
 */
export function unmarkedIn(text: string): string[] {
  const [found] = unmarked.exec(text) ?? [];
  return found ? [`"${found}" staat niet tussen aanhalingstekens`] : [];
}
