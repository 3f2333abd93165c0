import { numberIn } from '../language/fitted.ts';
import type { Message, NoticeAction } from './message.ts';

interface Choice {
  title: string;
  value: string;
}

/** What somebody typed so far, by field. */
export type FormValues = Readonly<Record<string, string | undefined>>;

/** A field of a form. What was typed comes back as `value`, so that nothing is lost when something is wrong. */
export type Field = {
  id: string;
  label: string;
  value?: string;
  hint?: string;
  /**
   * The most characters it may have. A longer text is refused by `lengthProblems`, and comes back cut to this
   * length.
   */
  longest?: number;
  /** User text above the field, such as a question that the team wrote itself: a label holds our words only. */
  asked?: string;
} & (
  | { kind: 'text' | 'long' | 'date' | 'time' | 'number' }
  | { kind: 'one' | 'many'; choices: readonly Choice[] }
);

export interface Form {
  title: string;
  lead: string;
  /** User text, such as the name of the pilot. */
  about?: string;
  problems?: readonly string[];
  /** Small print under the fields, which may hold what people wrote. */
  notes?: readonly string[];
  link?: { title: string; url: string };
  fields: readonly Field[];
  submit: NoticeAction;
  actions?: readonly NoticeAction[];
}

/**
 * The title of a choice without what Markdown draws: Teams writes a list of boxes as text blocks, and titles
 * may hold what people typed (trust:text-is-data).
 */
const plain = (title: string) =>
  title
    .replaceAll('://', ' ')
    .replace(/[*_[\]<>`~#|\\]/g, '')
    .trim();

/** How long a text may be when its field does not say so. */
const LONGEST = { text: 500, long: 2_000 };
const longestOf = ({ longest, kind }: Field) => longest ?? (kind === 'long' ? LONGEST.long : LONGEST.text);

const beginOf = (value: string, longest: number) => [...value].slice(0, longest).join('');

/** A form on a card. */
export function formCard({
  title,
  lead,
  about = '',
  problems = [],
  notes = [],
  link,
  fields,
  submit,
  actions = [],
}: Form): Message {
  return {
    text: problems.length > 0 ? `${title}. Er klopt iets nog niet.` : `${title}. ${lead}`,
    card: {
      template: 'form',
      data: {
        title,
        lead,
        about,
        problems,
        notes,
        submit,
        actions,
        ...(link ? { link } : {}),
        fields: fields.map((field) => ({
          hint: '',
          asked: '',
          choices: [],
          ...field,
          ...(field.kind === 'many'
            ? { choices: field.choices.map(({ title: name, value }) => ({ title: plain(name), value })) }
            : {}),
          // Without a value, the placeholder of the template would stay on the card.
          value: ['text', 'long'].includes(field.kind)
            ? beginOf(field.value ?? '', longestOf(field))
            : (field.value ?? ''),
          longest: longestOf(field),
          ...(field.kind === 'number' ? numberField(field.value) : {}),
        })),
      },
    },
  };
}

/**
 * A number on a form has to be a number on the card: Teams leaves a field empty whose value is text, and what stood
 * there would be lost at the next save.
 */
function numberField(typed = '') {
  const value = numberIn(typed);
  return value === undefined ? { kind: 'no number yet', value: '' } : { value };
}
