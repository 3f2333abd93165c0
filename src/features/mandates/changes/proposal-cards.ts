import { card } from '../../../conversation/cards/card.ts';
import type { Message } from '../../../conversation/message.ts';
import { shownIn, unshown } from '../../../conversation/unshown.ts';
import { spoken } from '../../../language/spoken.ts';
import { everything } from '../register/choices.ts';
import type { Lookup } from '../register/lookup.ts';
import { eitherOf, subjectOf } from '../vocabulary/wording.ts';
import { changesOf } from './changes-shown.ts';
import { type ChoiceFields, choiceFields } from './choice-fields.ts';
import type { Difference } from './differences.ts';
import type { MandateProposal, ProposalDecision } from './proposal.ts';
import { beginOf, formChoices, formChoosings, type ProposalForm, SEEN_LENGTH } from './proposal-form.ts';

const formTitles = {
  new: 'Nieuw mandaat voorstellen',
  change: 'Wijziging voorstellen',
  end: 'Einde van een mandaat voorstellen',
};
/** What a proposal is, as a heading. */
export const kindWords = { new: 'Nieuw mandaat', change: 'Wijziging', end: 'Einde van een mandaat' };

const choice = (values: readonly string[]) => values.map((value) => ({ title: value, value }));

/** The remarks as the form carries them back, to tell whether somebody read them. */
export const seenKey = (remarks: readonly string[]) => remarks.join('\n').slice(0, SEEN_LENGTH);

/** What is wrong, in one line beside the button: the form is longer than a screen. Above the form everything is said. */
function problemsInShort(problems: readonly string[]): string {
  if (problems.length === 0) return '';
  const empty = problems.flatMap((problem) => problem.match(/^(.+?) is leeg[.;]/)?.[1] ?? []);
  const rest = empty.length < problems.length ? 'Boven het formulier staat wat er niet klopt.' : '';
  return [...(empty.length > 0 ? [`Vul nog in: ${empty.join(', ')}.`] : []), rest].join(' ').trim();
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
  send: Pick<ProposalForm, 'kind' | 'of' | 'seen'>;
}

interface EndFormData extends FormHead {
  values: Pick<ProposalForm, 'geldig_tot_en_met'>;
}

interface ProposalFormData extends FormHead {
  problemsInShort: string;
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

/** Who reads a proposal: said on every form for one. */
export const proposalReaders =
  'De mandaatbeheerders lezen je voorstel, met je naam, tot 2 jaar na het besluit. Na een akkoord staat het in het register, zonder je naam: iedereen bij de gemeente leest het daar, voorgoed.';
const decisionReaders =
  'Het besluit komt in het register: iedereen bij de gemeente leest het daar, voorgoed. Een reden leest wie het voorstelde, en elke mandaatbeheerder, tot 2 jaar na het besluit. Dat jij besloot, staat bij het voorstel en in het logboek van beheer.';

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

/** The form for a proposal, with what was wrong or should be known above it and everything still filled in. */
export function formCard(
  typed: ProposalForm,
  lookup: Lookup,
  problems: readonly string[] = [],
  remarks: readonly string[] = [],
): Message {
  const { kind, of } = typed;
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
      ...(remarks.length > 0 ? { seen: seenKey(remarks) } : {}),
    },
  };
  return kind === 'end' ? endForm(text, data, form) : proposalForm(text, data, form, lookup);
}

/** The days of a form, to say of what cannot be shown again what it was. */
const daysOf = ({ geldig_van, geldig_tot_en_met }: ProposalForm) =>
  [
    { kind: 'date', label: 'Eerste dag', value: geldig_van },
    { kind: 'date', label: 'Laatste dag', value: geldig_tot_en_met },
  ] as const;

/** "R03 · BAG valideren · Delfshaven · Chantal Duin". Register text. */
export function aboutEntry(id: string, lookup: Lookup): string {
  const entry = lookup.entry(id);
  if (!entry) return id;
  return `${id} · ${subjectOf(entry)} · ${lookup.placeName(entry.area)} · ${entry.holder}`;
}

/** Who holds the mandate that a proposal is about: before it, when it changes that. */
export const holderOf = ({ before, entry }: MandateProposal) => (before ?? entry).holder;

/** What somebody may do with a proposal. */
export type ProposalRole = 'decides' | 'proposed' | 'reads';

/** The form that somebody was filling in: it is open, and what is wrong stands in it. */
export type OpenForm = 'approve' | 'reject';

/** What somebody filled in to decide, as far as they came. */
export type FilledIn = Partial<ProposalDecision> & { reason?: string; open?: OpenForm };

interface ProposalData {
  title: string;
  /** Register text, as are the proposer, the holder, the remarks and the changes. */
  about: string;
  proposer: string;
  problem: string;
  open: OpenForm | '';
  remarks: readonly string[];
  /** Whose mandate it is, where that does not change, or ''. */
  holder: string;
  changes: readonly Difference[];
  filledIn: ProposalDecision & { reason: string };
  publicationHint: string;
  /** For who may decide. */
  decide?: { id: string };
  /** For who proposed it. */
  withdraw?: { id: string };
  /** Who may register it, for who proposed it: "Oumaima Singel of Noud Kreek", or ''. */
  deciders: string;
}

/** What a proposal says, and for somebody who may decide the fields to decide with. */
export function proposalCard(
  proposal: MandateProposal,
  lookup: Lookup,
  role: ProposalRole,
  notes: {
    proposer: string;
    problem?: string;
    remarks: readonly string[];
    filledIn?: FilledIn;
    deciders?: readonly string[];
  },
): Message {
  const { kind, entry, id } = proposal;
  const place = lookup.placeName(entry.area);
  const { number = '', date = '', publication = '', reason = '', open = '' } = notes.filledIn ?? {};
  return {
    text: `Voorstel: ${kindWords[kind].toLowerCase()}, ${spoken(subjectOf(entry))} in ${spoken(place)}.`,
    card: card<ProposalData>(
      'mandate-proposal',
      'mandate',
      {
        title: `Voorstel: ${kindWords[kind].toLowerCase()}`,
        about: `${entry.id} · ${subjectOf(entry)} · ${place}`,
        proposer: notes.proposer,
        problem: notes.problem ?? '',
        open,
        remarks: [
          ...notes.remarks,
          ...unshown([{ kind: 'date', label: 'Datum van het besluit', value: date }]),
        ],
        holder: entry.holder === holderOf(proposal) ? entry.holder : '',
        changes: changesOf(proposal, lookup),
        filledIn: { number, date: shownIn('date', date), publication, reason },
        publicationHint: kind === 'end' ? ' Vul je niets in, dan blijft staan wat er al staat.' : ' (nodig)',
        decide: role === 'decides' ? { id } : undefined,
        withdraw: role === 'proposed' ? { id } : undefined,
        deciders: eitherOf(notes.deciders ?? []),
      },
      role === 'decides' ? decisionReaders : '',
    ),
  };
}
