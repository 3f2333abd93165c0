import type { Message, NoticeAction } from '../message.ts';
import { card, type Filled } from './card.ts';
import type { Head } from './head.ts';

interface ListLine {
  /** User text may stand in the text of a line and in its detail. */
  text: string;
  detail: string;
  action?: NoticeAction;
}

interface ListCard extends Head {
  text: string;
  title: string;
  lead?: string;
  sections: readonly { title: string; lines: readonly ListLine[] }[];
  small?: string;
  actions?: readonly NoticeAction[];
}

/** Things of a kind under headings, each in a line or two with one button at most. */
export function listCard({
  text,
  kind,
  place,
  state,
  title,
  lead = '',
  sections,
  small = '',
  actions = [],
}: ListCard): Message {
  return {
    text,
    card: card<Filled<ListCard>>('list', { kind, place, state }, { title, lead, sections, small, actions }),
  };
}
