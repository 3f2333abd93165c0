import type { Message, NoticeAction } from '../message.ts';
import { card, type Filled } from './card.ts';
import type { Head } from './head.ts';

interface GuideCard extends Head {
  text: string;
  title: string;
  lead?: string;
  parts: readonly { title: string; lines: readonly string[] }[];
  small: string;
  actions?: readonly NoticeAction[];
}

/** A guide for a conversation: what to talk about, part by part. The words are ours: no user text. */
export function guideCard({
  text,
  kind,
  place,
  state,
  title,
  lead = '',
  parts,
  small,
  actions = [],
}: GuideCard): Message {
  return {
    text,
    card: card<Filled<GuideCard>>('guide', { kind, place, state }, { title, lead, parts, small, actions }),
  };
}
