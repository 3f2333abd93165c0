import type { Message } from '../message.ts';
import { card, type Filled } from './card.ts';

/** What can be asked, under one heading. */
export interface HelpGroup {
  /** By which a tap on the heading finds what it opens. */
  id: string;
  title: string;
  isVisible: boolean;
  /** `text` is what a tap says for the person. */
  commands: readonly { say: string; title: string; text: string }[];
}

interface HelpCard {
  text: string;
  /** What fits this person most, in sight; all is behind a button. */
  first: HelpGroup['commands'];
  /** Where more can be asked; '' where this is all. */
  more: string;
  groups: readonly HelpGroup[];
}

/** All that somebody may ask where they are. */
export function helpCard({ text, first, more, groups }: HelpCard): Message {
  return { text, card: card<Filled<HelpCard>>('help', 'kompas', { first, more, groups }) };
}
