import type { WayBack } from '../../../conversation/cancelling.ts';
import { card } from '../../../conversation/cards/card.ts';
import type { Message } from '../../../conversation/message.ts';
import { shownIn, unshown } from '../../../conversation/unshown.ts';
import { everything } from '../register/choices.ts';
import type { Lookup } from '../register/lookup.ts';
import { type ChoiceFields, choiceFields } from './choice-fields.ts';
import { formChoices, formChoosings } from './form-choices.ts';
import { aboutEntry, backTo, proposalReaders, seenKey, submitTitle } from './proposal-cards.ts';
import { beginOf, type ProposalForm } from './proposal-form.ts';

const formTitles = {
  new: 'Nieuw mandaat voorstellen',
  change: 'Wijziging voorstellen',
  end: 'Einde van een mandaat voorstellen',
};

const choice = (values: readonly string[]) => values.map((value) => ({ title: value, value }));

/** What is wrong, in one line beside the button: the form is longer than a screen. Above the form everything is said. */
function problemsInShort(problems: readonly string[]): string {
  if (problems.length === 0) return '';
  const empty = problems.flatMap((problem) => problem.match(/^(.+?) is leeg[.;]/)?.[1] ?? []);
  const rest = empty.length < problems.length ? 'Boven het formulier staat wat er niet klopt.' : '';
  return [...(empty.length > 0 ? [`Vul nog in: ${empty.join(', ')}.`] : []), rest].join(' ').trim();
}

/** What should be known, in one line beside the button: the first of it, and that there is more above the form. */
function remarksInShort([first = '', ...more]: readonly string[]): string {
  if (more.length === 0) return first;
  return `${first} Boven het formulier staat nog ${more.length === 1 ? 'één punt' : `${more.length} punten`}.`;
}

interface ProposalChoice {
  title: string;
  value: string;
}

/** What stands on both forms. Names, problems and remarks may be register text. */
interface FormHead {
  title: string;
  lead: string;
  /** The entry that is there already, or ''. */
  about: string;
  problems: readonly string[];
  remarks: readonly string[];
  send: Pick<ProposalForm, 'kind' | 'of' | 'seen' | 'report'>;
  /** What the button says: another thing once there are remarks. */
  submit: string;
  /** Proposals for the same entry that wait. */
  waiting: readonly { id: string }[];
  back: WayBack;
}

interface EndFormData extends FormHead {
  values: Pick<ProposalForm, 'geldig_tot_en_met'>;
}

interface ProposalFormData extends FormHead {
  problemsInShort: string;
  /** May be register text. */
  remarksInShort: string;
  /** From when another holder stands in the register, for an entry that is there; or ''. */
  otherHolder: string;
  values: Pick<ProposalForm, (typeof shownAsTyped)[number]>;
  kinds: readonly ProposalChoice[];
  roles: readonly ProposalChoice[];
  activity: ChoiceFields;
  registration: ChoiceFields;
  area: ChoiceFields;
}

/** The fields that the template draws as they stand; the others are of the choices. */
const shownAsTyped = [
  'soort',
  'uit_mandaat',
  'andere_activiteit',
  'rol',
  'houder',
  'vervanger',
  'organisatie',
  'limiet_eur',
  'vier_ogen',
  'ondermandaat_toegestaan',
  'voorwaarden',
  'geldig_van',
  'geldig_tot_en_met',
] as const;

/** An entry has one holder for all its days: the register keeps none from before. */
const OTHER_HOLDER =
  'Een andere houder staat in het register vanaf de eerste dag, ook voor dagen die voorbij zijn. Begint die later? Beëindig dit mandaat dan, en stel een nieuw mandaat voor.';

/** The form for the last day of an entry. */
function endForm(text: string, data: FormHead, form: ProposalForm): Message {
  const { geldig_tot_en_met } = form;
  return {
    text,
    card: card<EndFormData>(
      'mandate-end-form',
      'mandate',
      { ...data, values: { geldig_tot_en_met } },
      proposalReaders,
    ),
  };
}

/** The form for all that an entry says. */
function proposalForm(text: string, data: FormHead, form: ProposalForm, lookup: Lookup): Message {
  const { activity, registration, area } = formChoosings(form, lookup);
  const values = Object.fromEntries(
    shownAsTyped.map((name) => [name, beginOf(name, form[name])]),
  ) as ProposalFormData['values'];
  return {
    text,
    card: card<ProposalFormData>(
      'mandate-proposal-form',
      'mandate',
      {
        ...data,
        problemsInShort: problemsInShort(data.problems),
        remarksInShort: remarksInShort(data.remarks),
        otherHolder: form.kind === 'change' ? OTHER_HOLDER : '',
        values: { ...values, rol: values.rol || everything },
        kinds: choice(formChoices.kinds),
        roles: [{ title: 'Geen', value: everything }, ...choice(formChoices.roles)],
        activity: choiceFields(activity, form),
        registration: choiceFields(registration, form),
        area: choiceFields(area, form),
      },
      proposalReaders,
    ),
  };
}

/** The form for a proposal, with what was wrong or should be known above it and everything still filled in. `waiting` are proposals for the same entry. */
export function formCard(
  typed: ProposalForm,
  lookup: Lookup,
  problems: readonly string[] = [],
  remarks: readonly string[] = [],
  waiting: readonly { id: string }[] = [],
): Message {
  const { kind, of, report } = typed;
  const { verb, data: backData } = backTo(report);
  const form: ProposalForm = {
    ...typed,
    geldig_van: shownIn('date', typed.geldig_van),
    geldig_tot_en_met: shownIn('date', typed.geldig_tot_en_met),
  };
  const text =
    problems.length > 0
      ? 'Er klopt nog iets niet in het voorstel.'
      : remarks.length > 0
        ? 'Kijk nog even naar het voorstel.'
        : `${formTitles[kind]}.`;
  const data: FormHead = {
    title: formTitles[kind],
    lead:
      'Een tweede persoon beoordeelt dit. Pas daarna verandert het register. ' +
      (kind === 'end' ? 'Kies de laatste dag waarop het mandaat nog geldt.' : ''),
    about: of ? aboutEntry(of, lookup) : '',
    problems: [...problems, ...unshown(daysOf(typed))],
    remarks,
    send: {
      kind,
      ...(of ? { of } : {}),
      ...(report === undefined ? {} : { report }),
      ...(remarks.length > 0 ? { seen: seenKey(remarks) } : {}),
    },
    submit: submitTitle(remarks),
    waiting: waiting.slice(0, 1).map(({ id }) => ({ id })),
    back: { verb, data: backData },
  };
  return kind === 'end' ? endForm(text, data, form) : proposalForm(text, data, form, lookup);
}

/** The days of a form, to say of what cannot be shown again what it was. */
const daysOf = ({ geldig_van, geldig_tot_en_met }: ProposalForm) =>
  [
    { kind: 'date', label: 'Eerste dag', value: geldig_van },
    { kind: 'date', label: 'Laatste dag', value: geldig_tot_en_met },
  ] as const;
