import { z } from 'zod';
import { isTime } from '../calendar/clock.ts';
import { manyOf, numberIn } from '../language/fitted.ts';
import { withoutUnseen } from '../language/unseen.ts';

/**
 * How what somebody filled in on a card comes back. Each Teams sends it in its own way: an empty field as null, as
 * nothing or as a space; a number as text; a day with a time behind it; a list with a comma in front. Every form reads it with the
 * schemas of this file, and gets it as text in one way ('' for nothing). They refuse nothing: what cannot be read stays as
 * it is, so that the rules of the form say what is wrong and nobody has to type anything twice.
 */
export type FieldKind = 'text' | 'long' | 'number' | 'date' | 'time' | 'choice' | 'choices' | 'toggle';

/**
 * A field is read up to here (characters): far more than any form takes, and than Teams lets somebody type. Anybody can send a
 * tap of their own making, and it is read before it is known who they are.
 */
const LONGEST_READ = 20_000;

/** Whatever came, as text. */
function textOf(sent: unknown): string {
  return wholeText(sent).slice(0, LONGEST_READ);
}

function wholeText(sent: unknown): string {
  if (sent === undefined || sent === null) return '';
  if (Array.isArray(sent)) return sent.map(itemText).filter(Boolean).join(', ');
  return itemText(sent);
}

function itemText(sent: unknown): string {
  if (sent === undefined || sent === null) return '';
  if (typeof sent !== 'object') return `${sent}`;
  try {
    return JSON.stringify(sent);
  } catch {
    // So deep that nobody typed it.
    return '';
  }
}

/** Typed text as its writer sees it: a keyboard or a copy brings along marks that nobody sees. */
export function plainText(text: string): string {
  return withoutUnseen(text).trim();
}

const singleLine = (text: string) =>
  plainText(text)
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .join(' ');

/** With a decimal point, however it was typed. */
function numberText(text: string): string {
  const plain = plainText(text).replace(/^\u2212/, '-');
  const value = numberIn(plain);
  return value === undefined ? plain : `${value}`;
}

/**
 * The day that the text itself says. A time zone behind it does not move it: who chose 1 December meant the first,
 * wherever their client says midnight is.
 */
function dayText(text: string): string {
  const plain = plainText(text);
  return /^(\d{4}-\d{2}-\d{2})[Tt ]\d{2}:\d{2}[\d:.,]*\s*([Zz]|[+-]\d{2}:?\d{2})?$/.exec(plain)?.[1] ?? plain;
}

const clock =
  /^(?:\d{4}-\d{2}-\d{2}[Tt ])?(\d{1,2}):(\d{2})(?::\d{2}(?:[.,]\d+)?)?\s*(?:[Zz]|[+-]\d{2}:?\d{2}|([AaPp])\.?[Mm]\.?)?$/;

/** HH:MM. A phone that counts in twelve hours may send them so ("1:05 PM"). */
function timeText(text: string): string {
  const plain = plainText(text);
  const [, hours = '', minutes = '', half = ''] = clock.exec(plain) ?? [];
  if (half !== '' && Number(hours) > 12) return plain;
  const hour = half === '' ? Number(hours) : (Number(hours) % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  const time = `${`${hour}`.padStart(2, '0')}:${minutes}`;
  return isTime(time) ? time : plain;
}

/** The value of a choice is ours and stays as we gave it, but for a comma that a client puts around it. */
function choiceText(text: string): string {
  let [start, end] = [0, text.length];
  while (text[start] === ',') start += 1;
  while (end > start && text[end - 1] === ',') end -= 1;
  const value = text.slice(start, end);
  return plainText(value) === '' ? '' : value;
}

/** What was chosen from a list of boxes, each once, with commas between: `manyOf` takes it apart. */
function choicesText(sent: unknown): string {
  const parts = (Array.isArray(sent) ? sent.map(itemText) : [textOf(sent)]).map((part) =>
    part.slice(0, LONGEST_READ),
  );
  const chosen = parts
    .flatMap((part) => manyOf(part.replaceAll(';', ',')))
    .filter((one) => plainText(one) !== '');
  return [...new Set(chosen)].join(',');
}

const kinds = z.registry<{ kind: FieldKind }>();

function fieldOf(kind: FieldKind, read: (sent: unknown) => string): z.ZodType<string> {
  return z.unknown().optional().transform(read).register(kinds, { kind });
}

/** The schemas of what people fill in, by kind. Each gives text. */
export const field = {
  /** A line of text. */
  text: fieldOf('text', (sent) => singleLine(textOf(sent))),
  /** Text of several lines. */
  long: fieldOf('long', (sent) => plainText(textOf(sent))),
  /** For `numberIn`: with a decimal point. */
  number: fieldOf('number', (sent) => numberText(textOf(sent))),
  /** A day as an ISO date. */
  date: fieldOf('date', (sent) => dayText(textOf(sent))),
  /** HH:MM. */
  time: fieldOf('time', (sent) => timeText(textOf(sent))),
  /** One value from a list. */
  choice: fieldOf('choice', (sent) => choiceText(textOf(sent))),
  /** Values from a list, with commas between them. */
  choices: fieldOf('choices', choicesText),
  /** Whether a box is ticked, as the value that the card has for it; `off` when nothing came. */
  toggle: (on: string, off: string): z.ZodType<string> =>
    fieldOf('toggle', (sent) => {
      const text = plainText(textOf(sent));
      const plain = text.toLowerCase();
      if ([on.toLowerCase(), 'true', '1'].includes(plain)) return on;
      return ['', off.toLowerCase(), 'false', '0'].includes(plain) ? off : text;
    }),
};

/** Fields of one kind under these names. */
export const fieldsOf = (
  schema: z.ZodType<string>,
  names: readonly string[],
): Record<string, z.ZodType<string>> => Object.fromEntries(names.map((name) => [name, schema]));

/** What a button carries, or `otherwise` where it carries nothing or null. Nobody types it, so the rest is refused. */
export const carried = <T>(schema: z.ZodType<T>, otherwise: T): z.ZodType<T> =>
  z
    .preprocess((sent) => sent ?? undefined, schema.optional())
    .transform((value) => value ?? otherwise) as z.ZodType<T>;

/** What a button may carry: undefined where it carries nothing or null. */
export const perhaps = <T extends z.ZodType>(schema: T) =>
  z.preprocess((sent) => sent ?? undefined, schema.optional());

/** A part of what comes with a tap: a field, or what the button carries. */
export type FormPart = FieldKind | 'carried';

/** What each part is that a schema reads; without a schema nothing is known. */
export function schemaKinds(schema?: z.ZodType): Record<string, FormPart> {
  if (!(schema instanceof z.ZodObject)) return {};
  return Object.fromEntries(
    Object.entries(schema.shape).map(([name, part]) => [
      name,
      kinds.get(part as z.ZodType<string>)?.kind ?? 'carried',
    ]),
  );
}
