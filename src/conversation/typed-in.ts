import type { ZodType } from 'zod';
import { foundIn } from '../lib/found-in.ts';
import { type FormPart, plainText, schemaKinds } from './field.ts';

/** Together they fit on a card beside what we say (characters). */
const LONGEST_SHOWN = 12_000;

const tooMuch = 'Je typte meer dan hier past. De rest staat er niet bij.';

/** Words with spaces, or one word of letters: what has a figure or a sign in it and no space is an id, a day or a week. */
const looksTyped = (text: string) =>
  /\s/.test(text) || /^[\p{L}\p{M}\p{Extended_Pictographic}'’.,!?]+$/u.test(text);

/** The kinds of field in which people type. */
const typedKinds: ReadonlySet<FormPart> = new Set<FormPart>(['text', 'long', 'number', 'date', 'time']);

/**
 * What somebody typed in a form that nobody can read any more: for the answer to their own tap, so that they can copy it
 * and lose nothing. `schema` is of the form, where that is known: it tells what was typed from what was chosen and from what
 * the button carried. What it does not know is told by how it looks. The last line says so when it is more than a card holds.
 */
export function typedIn(payload: unknown, schema?: ZodType): string[] {
  if (typeof payload !== 'object' || payload === null || Array.isArray(payload)) return [];
  const kinds = schemaKinds(schema);
  const typed = Object.entries(payload).flatMap(([name, sent]) => {
    const kind = foundIn(kinds, name);
    if (kind !== undefined && !typedKinds.has(kind)) return [];
    const text = typeof sent === 'string' || typeof sent === 'number' ? plainText(`${sent}`) : '';
    return text === '' || (kind === undefined && !looksTyped(text)) ? [] : [text];
  });
  return fittingIn(typed, LONGEST_SHOWN);
}

function fittingIn(texts: readonly string[], most: number): string[] {
  let left = most;
  const shown = texts.map((text) => {
    const fits = [...text].slice(0, left).join('');
    left = Math.max(0, left - fits.length);
    return fits;
  });
  const isCut = shown.some((fits, n) => fits !== texts[n]);
  return [...shown.filter(Boolean), ...(isCut ? [tooMuch] : [])];
}
