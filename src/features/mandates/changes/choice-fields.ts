import { type Choosing, choosingFields, choosingForm } from '../../../conversation/choosing.ts';
import type { FieldChoice } from '../../../conversation/form.ts';
import type { ProposalForm } from './proposal-form.ts';

/** The fields of one choice: a list, a field to type a name in where there are many, and what that name fits. */
export interface ChoiceFields {
  lists: readonly ChoiceField[];
  typed: readonly ChoiceField[];
  found: readonly ChoiceField[];
}

interface ChoiceField {
  id: string;
  label: string;
  value: string;
  required: boolean;
  /** What stands under the field when somebody leaves it empty that is required. */
  whenEmpty: string;
  choices: readonly FieldChoice[];
}

/** The fields of a choice, as the template draws them. */
export function choiceFields(choosing: Choosing, form: ProposalForm): ChoiceFields {
  const fields = choosingForm(choosing, form).map((field) => ({
    id: field.id,
    label: field.label,
    value: field.value ?? '',
    required: field.required ?? false,
    whenEmpty: `“${choosing.part ?? choosing.label}” is nog leeg.`,
    choices: field.kind === 'one' ? field.choices : [],
  }));
  const [id, nameId, foundId] = choosingFields(choosing.id);
  const of = (one: string) => fields.filter((field) => field.id === one);
  return { lists: of(id), typed: of(nameId), found: of(foundId) };
}
