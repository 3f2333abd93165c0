import type { ZodType } from 'zod';
import { type FormPart, plainText, schemaKinds } from './field.ts';

/** Together they fit on a card beside what we say (characters). */
const LONGEST_SHOWN = 12_000;

/** Words with spaces, or one word of letters: what has a figure or a sign in it and no space is an id, a day or a week. */
const looksTyped = (text: string) =>
  /\s/.test(text) || /^[\p{L}\p{M}\p{Extended_Pictographic}'’.,!?]+$/u.test(text);

/** The kinds of field in which people type. */
const typed = new Set<FormPart>(['text', 'long', 'number', 'date', 'time']);

/**
 * What somebody typed in a form that nobody can read any more: for the answer to their own tap, so that they can copy it
 * and lose nothing. `schema` is of the form, where that is known: then it is told from what the button carried, and otherwise
 * by how it looks. What was chosen from a list is left out. Texts that are long together are cut.
 */
export function typedIn(payload: unknown, schema?: ZodType): string[] {
  if (typeof payload !== 'object' || payload === null || Array.isArray(payload)) return [];
  const kinds = schemaKinds(schema);
  let left = LONGEST_SHOWN;
  return Object.entries(payload).flatMap(([name, sent]) => {
    const kind = kinds[name];
    if (kind !== undefined && !typed.has(kind)) return [];
    const text = typeof sent === 'string' || typeof sent === 'number' ? plainText(`${sent}`) : '';
    if (text === '' || (kind === undefined && !looksTyped(text))) return [];
    const shown = [...text].slice(0, left).join('');
    left -= shown.length;
    return shown === '' ? [] : [shown];
  });
}
