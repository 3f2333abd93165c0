import { Parser } from 'htmlparser2';

/** A stretch of what was typed: words, or the name of somebody who was mentioned. */
export interface Piece {
  words: string;
  /** Set for a mention; `index` is its place among the mentions of the message, where the markup says so. */
  mention?: { index?: number };
}

/** More markup than a message that anybody types; what follows is not read, so that reading takes bounded time. */
const LONGEST_MARKUP = 20_000;

/** What is no text of the message, or was written by somebody else: a message that is answered stands in a quote. */
const unread = new Set([
  'script',
  'style',
  'template',
  'title',
  'noscript',
  'attachment',
  'blockquote',
  'emoji',
]);
const lines = new Set([
  'p',
  'div',
  'br',
  'hr',
  'li',
  'ul',
  'ol',
  'tr',
  'table',
  'pre',
  'blockquote',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'section',
  'article',
  'dt',
  'dd',
]);
const cells = new Set(['td', 'th']);

const isMention = (tag: string, { itemtype = '' }: Record<string, string>) =>
  tag === 'at' || (tag === 'span' && /schema\.skype\.com\/Mention$/i.test(itemtype));

/** Teams: an emoji is an image with the emoji as its alternative text. That of a photo is no typed word. */
function emojiOf(tag: string, { itemtype = '', alt = '' }: Record<string, string>): string {
  if (tag === 'emoji') return alt;
  const isEmoji = /schema\.skype\.com\/Emoji$/i.test(itemtype) || !/[\p{L}\p{N}]/u.test(alt);
  return tag === 'img' && isEmoji ? alt : '';
}

function indexIn({ itemid, id }: Record<string, string>): number | undefined {
  const typed = itemid ?? id ?? '';
  return /^\d{1,3}$/.test(typed) ? Number(typed) : undefined;
}

/**
 * The words of a message in HTML, as somebody reads them: tags left out, a line break for each block, entities decoded
 * once, emoji as text. Quotes of other messages, scripts and comments are no words of the writer. Mentions stand as
 * `<at>` or as `<span itemtype="http://schema.skype.com/Mention">`. Takes time in proportion to the length; throws
 * nothing, whatever is not closed.
 */
export function piecesOfHtml(html: string): Piece[] {
  const pieces: Piece[] = [];
  let closed = 0;
  let mention: { piece: Piece; depth: number } | undefined;
  let depth = 0;
  let isFresh = true;
  const say = (typed: string) => {
    // No space at the beginning of a line or behind another one, and no line without words.
    const words = isFresh ? typed.replace(/^[ \n]+/, '') : typed;
    if (closed > 0 || words === '') return;
    isFresh = /[ \n]$/.test(words);
    if (mention) mention.piece.words += words;
    else pieces.push({ words });
  };
  const endLine = () => {
    const last = pieces.at(-1);
    if (closed > 0 || !last || last.words.endsWith('\n')) return;
    pieces.push({ words: '\n' });
    isFresh = true;
  };
  const parser = new Parser({
    onopentag: (tag, attributes) => {
      depth += 1;
      say(emojiOf(tag, attributes));
      if (unread.has(tag)) closed += 1;
      else if (lines.has(tag)) endLine();
      else if (closed === 0 && !mention && isMention(tag, attributes)) {
        mention = { piece: { words: '', mention: { index: indexIn(attributes) } }, depth };
        pieces.push(mention.piece);
      }
    },
    onclosetag: (tag) => {
      if (mention?.depth === depth) mention = undefined;
      depth -= 1;
      if (unread.has(tag)) closed -= 1;
      if (cells.has(tag)) say(' ');
      else if (lines.has(tag)) endLine();
    },
    // A line break in markup is a space.
    ontext: (text) => say(text.replace(/[ \t\r\n]+/g, ' ')),
  });
  parser.write(html.slice(0, LONGEST_MARKUP));
  parser.end();
  return pieces;
}
