import { decodeHTMLStrict } from 'entities';
import { z } from 'zod';
import type { Mention } from '../conversation/turn.ts';
import { readable } from '../language/readable.ts';
import { withoutUnseen } from '../language/unseen.ts';
import type { IncomingActivity } from './activity.ts';
import { type Piece, piecesOfHtml } from './html.ts';

/** What somebody typed, and the colleagues whom they mentioned in it. */
export interface Typed {
  text: string;
  mentions: Mention[];
}

/** So much of a message is looked at: what is read of it may come behind mentions and quotes. */
const LONGEST_LOOKED_AT = 5_000;

const mentionSchema = z.looseObject({
  type: z.string().regex(/^mention$/i),
  text: z.string().nullish(),
  mentioned: z.looseObject({
    id: z.string(),
    name: z.string().nullish(),
    aadObjectId: z.string().nullish(),
    type: z.string().nullish(),
  }),
});
type MentionEntity = z.infer<typeof mentionSchema>;

const htmlSchema = z.looseObject({
  contentType: z.string().regex(/^text\/html\b/i),
  content: z.string(),
});

/** The members of a list that are of this shape; nothing in an activity's lists was checked before. */
function listed<T>(list: unknown, schema: z.ZodType<T>): T[] {
  return (Array.isArray(list) ? list : []).flatMap((one) => schema.safeParse(one).data ?? []);
}

/** The characters that people mean: letters with their accents as one character, and none that cannot be seen. */
const cleaned = (words: string) => withoutUnseen(words).normalize('NFC');

/** A name as it stands in a mention: without the sign in front of it. */
const nameIn = (words: string) => cleaned(words).replace(/\s+/g, ' ').trim().replace(/^@/, '');

/** Stands in the text for a message that is quoted; its words come beside the text (Teams SDK, "Quoted replies"). */
const quoteMark = /<quoted messageId="[^"<>]{0,100}"\s*\/>/gi;

/** The text with its mentions apart. Only `<at>` is markup here: anything else in angle brackets was typed. */
function piecesOfText(text: string): Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  let mention: Piece['mention'];
  const upTo = (start: number) => decodeHTMLStrict(text.slice(end, start));
  for (const tag of text.matchAll(/<(\/?)at\b([^<>]*)>/gi)) {
    pieces.push({ words: upTo(tag.index), ...(tag[1] && mention ? { mention } : {}) });
    const index = /\bid\s*=\s*["']?(\d{1,3})\b/i.exec(tag[2] ?? '')?.[1];
    mention = tag[1] ? undefined : { index: index === undefined ? undefined : Number(index) };
    end = tag.index + tag[0].length;
  }
  return [...pieces, { words: upTo(text.length) }];
}

/**
 * Gives for each mention, in order, the entity that says who it is; each entity once, so that two people of one name are
 * two. Where nothing is left that carries the name, one that was given already.
 */
function entityFinder(entities: readonly MentionEntity[]) {
  const left = new Set(entities);
  const names = new Map(
    entities.map((entity) => [
      entity,
      [entity.text, entity.mentioned.name].map((name) =>
        nameIn(decodeHTMLStrict((name ?? '').replace(/<\/?at\b[^<>]*>/gi, ''))).toLowerCase(),
      ),
    ]),
  );
  return ({ words, mention }: Piece): MentionEntity | undefined => {
    const wanted = nameIn(words).toLowerCase();
    const carries = (entity: MentionEntity) => names.get(entity)?.includes(wanted) === true;
    const placed = mention?.index === undefined ? undefined : entities[mention.index];
    const found =
      (placed && left.has(placed) && carries(placed) ? placed : undefined) ??
      [...left].find(carries) ??
      entities.find(carries) ??
      placed;
    if (found) left.delete(found);
    return found;
  };
}

const alike = (one: string | undefined, other: string | undefined) =>
  one !== undefined && one.toLowerCase() === other?.toLowerCase();

/** False for a channel, a team or a tag. Teams tells a tag from a person only in newer messages. */
const isPerson = ({ mentioned }: MentionEntity) =>
  !mentioned.id.startsWith('19:') && !/^(tag|team|channel)$/i.test(mentioned.type ?? '');

function mentionOf({ mentioned }: MentionEntity, words: string): Omit<Mention, 'start' | 'end'> {
  const { id, name, aadObjectId } = mentioned;
  return {
    name: nameIn(name ?? '') || words,
    account: id,
    ...(aadObjectId ? { directoryId: aadObjectId } : {}),
  };
}

/** Teams sends a name of two words as two mentions at times: what stands side by side is one. */
function joined(mentions: readonly Mention[], text: string): Mention[] {
  const list: Mention[] = [];
  for (const mention of mentions) {
    const before = list.at(-1);
    const words = ({ start, end }: Mention) => text.slice(start, end);
    const isOne =
      before?.account === mention.account &&
      /^\s*$/.test(text.slice(before.end, mention.start)) &&
      !words(before).includes(words(mention));
    if (!before || !isOne) list.push(mention);
    else {
      const whole = text.slice(before.start, mention.end).replace(/\s+/g, ' ');
      const name = before.name === words(before) ? whole : before.name;
      list[list.length - 1] = { ...before, end: mention.end, name };
    }
  }
  return list;
}

/** What was typed, out of the pieces of a message: without the mention of the bot, with the names of colleagues. */
function typedIn(pieces: readonly Piece[], activity: IncomingActivity): Typed & { onlyMentions: boolean } {
  const entityOf = entityFinder(listed(activity.entities, mentionSchema));
  const { recipient, conversation } = activity;
  const read = pieces.map((piece) => ({ piece, entity: piece.mention && entityOf(piece) }));
  const isNamed = ({ piece, entity }: (typeof read)[number]) =>
    entity
      ? alike(entity.mentioned.id, recipient?.id)
      : piece.mention !== undefined && alike(nameIn(piece.words), recipient?.name?.trim());
  // In a channel and a group the bot hears only what mentions it: then it is the first that is nobody else.
  const isShared = /^(channel|groupchat)$/i.test(conversation?.conversationType ?? '');
  const nameless =
    isShared && !read.some(isNamed)
      ? read.find(({ piece, entity }) => piece.mention !== undefined && !entity)
      : undefined;

  let text = '';
  let onlyMentions = true;
  const mentions: Mention[] = [];
  for (const one of read) {
    const { piece, entity } = one;
    if (isNamed(one) || one === nameless) {
      text += ' ';
      continue;
    }
    const words = piece.mention ? nameIn(piece.words) : cleaned(piece.words);
    const start = text.length;
    text += words;
    if (piece.mention === undefined && words.trim() !== '') onlyMentions = false;
    if (entity && words !== '' && isPerson(entity))
      mentions.push({ ...mentionOf(entity, words), start, end: text.length });
  }
  return { text, onlyMentions, mentions: joined(mentions, text) };
}

/** Without the spaces around it, as far as it is read. */
function trimmed({ text, mentions }: Typed): Typed {
  const skipped = text.length - text.trimStart().length;
  const short = readable(text.trim());
  return {
    text: short,
    mentions: mentions
      .map(({ start, end, ...mention }) => ({ ...mention, start: start - skipped, end: end - skipped }))
      .filter(({ end }) => end <= short.length),
  };
}

/**
 * What was typed in a message, new or edited, without the mention of the bot. Colleagues who were mentioned stay in the
 * text by name and are given beside it. Where the text is empty, or holds mentions only, the words are read from the
 * message in HTML that Teams sends along.
 *
 * Teams says `textFormat: 'plain'`, and its text is plain apart from `<at>` and from entities that come along at times
 * (`&nbsp;` behind a mention, `&amp;`). So these are decoded, once, whatever the format says: somebody who typed `&amp;`
 * themselves is read as having typed `&`. Other tags are markup only where the format says that the text is.
 */
export function typedText(activity: IncomingActivity): Typed {
  const sent = activity.text ?? '';
  const isMarkup = /^(xml|html)$/i.test(activity.textFormat ?? '');
  const plain = typedIn(
    isMarkup ? piecesOfHtml(sent) : piecesOfText(sent.slice(0, LONGEST_LOOKED_AT).replace(quoteMark, '')),
    activity,
  );
  if (!plain.onlyMentions) return trimmed(plain);
  const [html] = listed(activity.attachments, htmlSchema);
  const rich = html && typedIn(piecesOfHtml(html.content), activity);
  return trimmed(rich && !rich.onlyMentions ? rich : plain);
}
