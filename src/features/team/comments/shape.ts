import { weekLabel } from '../../../calendar/weeks.ts';
import { card, type Filled } from '../../../conversation/cards/card.ts';
import type { Message, NoticeAction } from '../../../conversation/message.ts';
import { capital } from '../../../language/capital.ts';

/** This many texts of 1,000 characters keep a card well under the size that Teams takes. */
export const COMMENTS_A_PAGE = 4;

/** Something that somebody wrote, with what can be done with it. */
export interface CommentLine {
  who?: string;
  text: string;
  detail?: string;
  /** A Teams link. */
  chat?: string;
  actions?: readonly NoticeAction[];
}

interface CommentsCard {
  text: string;
  title: string;
  /** May be user text, such as the name of a team. */
  place: string;
  notes?: readonly string[];
  sections: readonly { title: string; lines: readonly CommentLine[] }[];
  actions: readonly NoticeAction[];
}

/** 'Week 47 (16 t/m 20 november)' */
export const week = (period: string): string => capital(weekLabel(period));

const filled = ({ who = '', text, detail = '', chat = '', actions = [] }: CommentLine) => ({
  who,
  text,
  detail,
  chat,
  actions,
});

/** A card of what a team shared. */
export function commentsCard({ text, title, place, notes = [], sections, actions }: CommentsCard): Message {
  return {
    text,
    card: card<Filled<CommentsCard>>(
      'comments',
      { kind: 'comment', place },
      {
        title,
        notes,
        sections: sections.map((section) => ({ title: section.title, lines: section.lines.map(filled) })),
        actions,
      },
    ),
  };
}

export const GONE = 'Deze toelichting is niet meer bewaard.';
