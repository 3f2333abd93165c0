import type { Link, Message, NoticeAction } from '../message.ts';
import { card, type Filled } from './card.ts';
import type { Head } from './head.ts';

interface LinksCard extends Head {
  text: string;
  title: string;
  body: string;
  small: string;
  links: readonly Link[];
  /** The way back. */
  actions?: readonly NoticeAction[];
}

/** Files that are ready to be fetched, each by its own link. */
export function linksCard({
  text,
  kind,
  place,
  state,
  title,
  body,
  small,
  links,
  actions = [],
}: LinksCard): Message {
  return {
    text,
    card: card<Filled<LinksCard>>('links', { kind, place, state }, { title, body, small, links, actions }),
  };
}
