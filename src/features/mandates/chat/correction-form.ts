import { formCard } from '../../../conversation/form.ts';
import type { Message } from '../../../conversation/message.ts';
import { fitted } from '../../../language/fitted.ts';
import type { AskedQuestion, UnclearPart } from './question.ts';
import { unknownParts } from './replies.ts';

/** A part of a question that was typed to correct it. */
type TypedPart = UnclearPart['unclear'];

/** The field of each part, as the answer card has it too. */
const fields: Record<TypedPart, { id: string; label: string; kind: 'text' | 'date' }> = {
  area: { id: 'areaName', label: 'Typ (een deel van) de naam van een wijk, buurt of gemeente', kind: 'text' },
  registration: {
    id: 'registrationName',
    label: 'Typ (een deel van) de naam van een registratie',
    kind: 'text',
  },
  activity: { id: 'activityName', label: 'Typ de activiteit, bijvoorbeeld valideren', kind: 'text' },
  date: { id: 'date', label: 'Kies een dag', kind: 'date' },
};
/** No name in a register is longer (characters). */
const LONGEST = 100;

/** The field that was filled in, open and with what is wrong beside it. What was typed is user text: it stands in its field alone. */
export function correctionForm(question: AskedQuestion, part: TypedPart, typed: string): Message {
  const { kind, ...named } = fields[part];
  const value = kind === 'text' ? fitted(typed, LONGEST) : typed;
  return formCard({
    kind: 'mandate',
    title: 'Vraag anders',
    lead: 'De rest van je vraag blijft zoals die was.',
    problems: [unknownParts[part]],
    fields: [kind === 'text' ? { ...named, kind, value, longest: LONGEST } : { ...named, kind, value }],
    submit: { verb: 'mandates.correct', title: 'Vraag opnieuw', data: { question } },
    // Nothing of a question is stored.
    seenBy: '',
    back: { verb: 'mandates.ask', data: { question } },
  });
}
