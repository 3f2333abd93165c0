import { weekLabel } from '../../../calendar/weeks.ts';
import type { Message, NoticeAction } from '../../../conversation/message.ts';
import { upper } from '../cards/words.ts';

/** This many texts of 1,000 characters keep a card well under the size that Teams takes. */
export const COMMENTS_A_PAGE = 4;

/** Something that somebody wrote, with what can be done with it. */
export interface CommentLine {
  who: string;
  text: string;
  detail: string;
  /** A Teams link, or '' for none. */
  chat: string;
  actions: NoticeAction[];
}

interface CommentsCard {
  title: string;
  /** May be user text, such as the name of a team. */
  small: string;
  notes?: readonly string[];
  sections: readonly { title: string; lines: readonly CommentLine[] }[];
  actions: readonly NoticeAction[];
}

/** 'Week 47 (16 t/m 20 november)' */
export const week = (period: string): string => upper(weekLabel(period));
/** A text on the card without anything beside it. */
export const plainLine = (text: string): CommentLine => ({
  who: '',
  text,
  detail: '',
  chat: '',
  actions: [],
});

/** A card of what a team shared. */
export function commentsCard(text: string, { notes = [], ...data }: CommentsCard): Message {
  return { text, card: { template: 'comments', data: { notes, ...data } } };
}

export const GONE = 'Deze toelichting is niet meer bewaard.';
