import { asSentence } from '../../language/sentences.ts';
import type { Link, Message, NoticeAction } from '../message.ts';
import { card } from './card.ts';
import type { Head, Kind } from './head.ts';

type NoticeData = Omit<NoticeCard, 'text' | 'seenBy' | keyof Head>;

interface NoticeCard extends Head {
  text: string;
  title: string;
  body?: string;
  /** May be user text; the rest is our words (trust:text-is-data). */
  lines?: readonly string[];
  small?: string;
  link?: Link;
  actions?: readonly NoticeAction[];
  /** The answer to "Wie ziet dit?". */
  seenBy?: string;
}

/** A short message on a card: a title, what there is to say about it, and buttons. */
export function noticeCard({
  text,
  kind,
  place,
  state,
  actions = [],
  seenBy,
  ...shown
}: NoticeCard): Required<Message> {
  return { text, card: card<NoticeData>('notice', { kind, place, state }, { ...shown, actions }, seenBy) };
}

/** A notice of a title and a sentence or two, read aloud as it stands there. The words are ours: no user text. */
export function notice(
  kind: Kind,
  title: string,
  body: string,
  actions: readonly NoticeAction[] = [],
  link?: Link,
): Message {
  return noticeCard({ text: `${asSentence(title)} ${body}`, kind, title, body, actions, link });
}

/** A notice with under it what somebody typed, so that they can use it elsewhere; without anything typed as it was. */
export function withTyped(message: Message, typed: readonly string[]): Message {
  const { text, card: shown } = message;
  if (shown?.template !== 'notice' || typed.length === 0) return message;
  return noticeCard({
    ...(shown.data as NoticeData),
    ...shown.head,
    seenBy: shown.seenBy,
    text,
    lines: ['Dit typte je:', ...typed],
  });
}

/** Our own words on a notice, and nothing that anybody typed; undefined for any other card. */
export function wordsOn({ card: shown }: Message): string | undefined {
  if (shown?.template !== 'notice') return undefined;
  const { title, body = '', small = '' } = shown.data as NoticeData;
  return [title, body, small].join(' ');
}

/** A notice with under it people whom it is about, and a way to the first of them; as it was where it leads elsewhere already. */
export function withPeople(message: Message, people: readonly string[], link: Link): Message {
  const { text, card: shown } = message;
  if (shown?.template !== 'notice') return message;
  const data = shown.data as NoticeData;
  if (data.link) return message;
  return noticeCard({
    ...data,
    ...shown.head,
    seenBy: shown.seenBy,
    text,
    lines: [...(data.lines ?? []), ...people],
    link,
  });
}

/** The way on for who types English and may not read the Dutch around it. */
export const IN_ENGLISH =
  'In English: I only speak simple Dutch. Tap a button, or type: help, my data, talk to someone, or stop.';

/** A notice with a line for who does not read Dutch; what is no notice, or has such a line, as it was. */
export function withEnglish(message: Message): Message {
  const { text, card: shown } = message;
  if (shown?.template !== 'notice') return message;
  const data = shown.data as NoticeData;
  if (`${data.body} ${data.small}`.includes('In English')) return message;
  const small = [data.small, IN_ENGLISH].filter(Boolean).join(' ');
  return noticeCard({ ...data, ...shown.head, seenBy: shown.seenBy, text, small });
}

/** For somebody whom no administrator added, such as a guest. */
export const unknownPerson: Message = notice(
  'kompas',
  'Ik ken je nog niet',
  'Kompas is voor wie bij de gemeente werkt. Werk je hier? Vraag de beheerder van Kompas in je gemeente om je toe te voegen.',
  [{ verb: 'help.say', title: 'Wat kun je?', data: { text: 'help' } }],
);
