import type { Message, NoticeAction } from '../message.ts';
import { card, type Filled } from './card.ts';
import type { Head } from './head.ts';

interface Row {
  /** User text may stand in each of these; the title of the action is our words. */
  name: string;
  value?: string;
  /** Small, behind the value. */
  detail?: string;
  /** What a tap on the row does. */
  action?: NoticeAction;
}

interface RowsCard extends Head {
  text: string;
  /** Above the title: what was just done. May be user text. */
  note?: string;
  /** May be user text, such as the name of a team. */
  title: string;
  lead?: string;
  /** What to do, under the lead: the first is the main one. */
  first?: readonly NoticeAction[];
  /** A group that is not visible opens by a button with its title, which it then has to have. */
  groups: readonly {
    title?: string;
    isVisible?: boolean;
    /** What its rows are, in the plural, for the button that opens it. */
    counted?: string;
    rows: readonly Row[];
  }[];
  small?: string;
  actions?: readonly NoticeAction[];
}

/** Things with a value, in groups that open; a tap on a row opens that thing. */
export function rowsCard({
  text,
  kind,
  place,
  state,
  note = '',
  title,
  lead = '',
  first = [],
  groups,
  small = '',
  actions = [],
}: RowsCard): Message {
  const filled = groups.map(({ title: heading = '', isVisible = true, counted = '', rows }, n) => ({
    id: `groep-${n}`,
    title: isVisible ? heading : `${heading} (${[rows.length, counted].filter(Boolean).join(' ')})`,
    isVisible,
    rows: rows.map(({ name, value = '', detail = '', action }) => ({
      name,
      value,
      detail: detail && ` · ${detail}`,
      ...(action ? { action } : {}),
    })),
  }));
  return {
    text,
    card: card<Filled<RowsCard>>(
      'rows',
      { kind, place, state },
      { note, title, lead, first, groups: filled, small, actions },
    ),
  };
}

/** So many characters of a value stand in a row; all of it is on its form. */
const LONGEST_VALUE = 140;

/** A value as it fits in a row. */
export function inRow(value: string): string {
  const characters = [...value];
  return characters.length > LONGEST_VALUE ? `${characters.slice(0, LONGEST_VALUE).join('')}…` : value;
}
