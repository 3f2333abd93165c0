/** What a joiner joins and a selector dresses: pictures of which emoji are made. */
const picture = '\\p{Extended_Pictographic}';

/** Marks that belong to an emoji: they join its parts, say how it is drawn, and spell the flag of a region. */
const ofEmoji = [
  `(?<=${picture}[\\ufe0e\\ufe0f]?|\\p{Emoji_Modifier})\\u200d(?=${picture})`,
  `(?<=${picture})[\\ufe0e\\ufe0f]`,
  '(?<=[0-9#*])\\ufe0f(?=\\u20e3)',
  '(?<=\\u{1f3f4}[\\u{e0020}-\\u{e007f}]{0,6})[\\u{e0020}-\\u{e007f}]',
].join('|');

const mayBeOfEmoji = '\\u200d\\ufe0e\\ufe0f\\u{e0020}-\\u{e007f}';
const neverOfEmoji = new RegExp(`(?![\\t\\n${mayBeOfEmoji}])[\\p{Cc}\\p{Cf}\\p{Cs}\\p{DI}]`, 'gu');
const outOfPlace = new RegExp(`(${ofEmoji})|[${mayBeOfEmoji}]`, 'gu');

/**
 * Text of what people see in it: one kind of space and of line end, and no marks without width, such as those that turn
 * the direction of writing, soft hyphens and half an emoji that was cut off. Emoji stay as they are.
 */
export function withoutUnseen(text: string): string {
  return text
    .replace(/\r\n?|[\u0085\u2028\u2029\v\f]/g, '\n')
    .replace(/[\u00a0\u1680\u2000-\u200a\u202f\u205f\u2800\u3000]/g, ' ')
    .replace(neverOfEmoji, '')
    .replace(outOfPlace, '$1');
}

/** A name as people see it, on one line: whoever gives something its name may not begin a new line with it, or turn one around. */
export function nameSeen(name: string): string {
  return withoutUnseen(name).replace(/\s+/g, ' ').trim();
}
