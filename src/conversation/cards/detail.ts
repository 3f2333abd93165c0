import type { Message, NoticeAction } from '../message.ts';
import { card, type Filled } from './card.ts';
import type { Head } from './head.ts';

interface DetailLine {
  /** User text may stand in the text of a line and in its detail. */
  text: string;
  detail?: string;
  actions?: readonly NoticeAction[];
}

export interface DetailSection {
  title?: string;
  lines: readonly DetailLine[];
}

export interface DetailCard extends Head {
  text: string;
  /** May be user text, as `place` and the values of `facts` may; `note` and the titles under it are our words. */
  title: string;
  note?: string;
  facts?: readonly { title: string; value: string }[];
  sections?: readonly DetailSection[];
  actions?: readonly NoticeAction[];
}

const filled = ({ title = '', lines }: DetailSection): Required<DetailSection> => ({
  title,
  lines: lines.map(({ text, detail = '', actions = [] }) => ({ text, detail, actions })),
});

/** One thing in full, such as a pilot or a signal: facts about it, and lines in sections with what can be done with each. */
export function detailCard({
  text,
  kind,
  place,
  state,
  title,
  note = '',
  facts = [],
  sections = [],
  actions = [],
}: DetailCard): Message {
  return {
    text,
    card: card<Filled<DetailCard>>(
      'detail',
      { kind, place, state },
      {
        title,
        note,
        facts,
        sections: sections.map(filled),
        actions,
      },
    ),
  };
}
