import { numberIn } from '../language/fitted.ts';
import { asSentence } from '../language/sentences.ts';
import { cancelButton, type WayBack } from './cancelling.ts';
import { card } from './cards/card.ts';
import type { Head } from './cards/head.ts';
import type { Link, Message, NoticeAction } from './message.ts';
import { noSuchDay, shownIn, unshown } from './unshown.ts';

export interface FieldChoice {
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
  /** True where the form cannot be saved without it: Teams marks its label, and says which field is empty. */
  required?: boolean;
} & (
  | { kind: 'text' | 'long' | 'date' | 'time' | 'number' }
  | { kind: 'one' | 'many'; choices: readonly FieldChoice[] }
);

export interface Form extends Head {
  title: string;
  lead: string;
  /** User text that all of it is about, such as the point of a retro: it stands out. */
  topic?: string;
  /** User text beside that, such as the name of the pilot. */
  about?: string;
  problems?: readonly string[];
  /** What should be known before it is sent, and does not bar that: it stands where problems do. May be user text. */
  warnings?: readonly string[];
  /** Small print under the fields, which may hold what people wrote. */
  notes?: readonly string[];
  link?: Link;
  fields: readonly Field[];
  submit: NoticeAction;
  /** Beside "Annuleer", which every form has. */
  actions?: readonly NoticeAction[];
  /**
   * Who sees what is filled in, for how long, and with or without a name: the answer to "Wie ziet dit?". '' only for a form of which
   * nothing is kept.
   */
  seenBy: string;
  /** Where "Annuleer" leads back to; to help when left out. */
  back?: WayBack;
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

/** A form of so many fields may be longer than a screen. */
const MANY_FIELDS = 3;
const LOOK_ABOVE = 'Lees eerst wat boven de velden staat.';

/** A field as the template draws it, by its kind. */
interface DrawnField {
  id: string;
  kind: Field['kind'] | 'no number yet';
  label: string;
  value: string | number;
  hint: string;
  asked: string;
  longest: number;
  required: boolean;
  /** What stands under the field when somebody leaves it empty that is required. */
  whenEmpty: string;
  choices: readonly FieldChoice[];
}

interface DrawnForm {
  title: string;
  lead: string;
  topic: string;
  about: string;
  problems: readonly string[];
  /** Says beside the button that something stands above, where that may be a screen away; or ''. */
  above: string;
  notes: readonly string[];
  link?: Link;
  fields: readonly DrawnField[];
  submit: NoticeAction;
  actions: readonly NoticeAction[];
}

/** A form on a card. */
export function formCard({
  kind,
  place,
  state,
  title,
  lead,
  topic = '',
  about = '',
  problems: found = [],
  warnings = [],
  notes = [],
  link,
  fields,
  submit,
  actions = [],
  seenBy,
  back,
}: Form): Message {
  const problems = [...found, ...unshown(fields)];
  return {
    text: `${asSentence(title)} ${problems.length > 0 ? 'Er is nog iets niet goed ingevuld.' : warnings.length > 0 ? LOOK_ABOVE : lead}`,
    card: card<DrawnForm>(
      'form',
      { kind, place, state },
      {
        title,
        lead,
        topic,
        about,
        problems: [...problems, ...warnings],
        above: problems.length + warnings.length > 0 && fields.length >= MANY_FIELDS ? LOOK_ABOVE : '',
        notes,
        link,
        fields: fields.map(drawn),
        submit,
        actions: [...actions, cancelButton(back)],
      },
      seenBy,
    ),
  };
}

function choicesOf(field: Field): readonly FieldChoice[] {
  if (field.kind === 'one') return field.choices;
  if (field.kind !== 'many') return [];
  return field.choices.map(({ title, value }) => ({ title: plain(title), value }));
}

/** A label without what stands behind it in brackets. */
const shortLabel = (label: string) => label.replace(/ \([^()]*\)$/, '');

/** Teams says it under a field, also of a day that does not exist. */
function whenEmpty({ kind, label, required }: Field): string {
  if (kind === 'date') return noSuchDay(shortLabel(label));
  return required ? `“${shortLabel(label)}” is nog leeg.` : `Kijk “${shortLabel(label)}” nog eens na.`;
}

/** All of a field: what is missing would stay a placeholder of the template. */
function drawn(field: Field): DrawnField {
  const { id, kind, label, value = '', hint = '', asked = '', required = false } = field;
  const longest = longestOf(field);
  const isText = kind === 'text' || kind === 'long';
  return {
    id,
    label,
    hint,
    asked,
    longest,
    required,
    whenEmpty: whenEmpty(field),
    choices: choicesOf(field),
    ...(kind === 'number'
      ? drawnNumber(value)
      : { kind, value: isText ? beginOf(value, longest) : shownIn(kind, value) }),
  };
}

/**
 * A number on a form has to be a number on the card: Teams leaves a field empty whose value is text, and what stood
 * there would be lost at the next save.
 */
function drawnNumber(typed: string): Pick<DrawnField, 'kind' | 'value'> {
  const value = numberIn(typed);
  return value === undefined ? { kind: 'no number yet', value: '' } : { kind: 'number', value };
}
