import type { Message, NoticeAction } from '../message.ts';
import { card, type Filled } from './card.ts';
import type { Head } from './head.ts';

interface Section {
  title?: string;
  /** User text may stand in the text of a line and in its details. */
  lines: readonly { text: string; details?: readonly string[]; actions?: readonly NoticeAction[] }[];
}

interface SectionsCard extends Head {
  text: string;
  title: string;
  note?: string;
  sections: readonly Section[];
  actions?: readonly NoticeAction[];
}

const filled = ({ title = '', lines }: Section): Required<Section> => ({
  title,
  lines: lines.map(({ text, details = [], actions = [] }) => ({ text, details, actions })),
});

/** Several things under headings, each with more about it than one line says. */
export function sectionsCard({
  text,
  kind,
  place,
  state,
  title,
  note = '',
  sections,
  actions = [],
}: SectionsCard): Message {
  return {
    text,
    card: card<Filled<SectionsCard>>(
      'sections',
      { kind, place, state },
      {
        title,
        note,
        sections: sections.map(filled),
        actions,
      },
    ),
  };
}
