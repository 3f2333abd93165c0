import type { Message } from '../../../conversation/message.ts';
import { spoken } from '../../../language/spoken.ts';
import { everything, MOST_AREAS_IN_A_LIST } from '../register/choices.ts';
import type { Lookup } from '../register/lookup.ts';
import { subjectOf } from '../vocabulary/wording.ts';
import { differences, type MandateProposal, type ProposalDecision } from './proposal.ts';
import { formChoices, type ProposalForm, SEEN_LENGTH } from './proposal-form.ts';

const formTitles = {
  new: 'Nieuw mandaat voorstellen',
  change: 'Wijziging voorstellen',
  end: 'Einde voorstellen',
};
const kindWords = { new: 'Nieuw mandaat', change: 'Wijziging', end: 'Einde van een mandaat' };

const choice = (values: readonly string[]) => values.map((value) => ({ title: value, value }));

/** The remarks as the form carries them back, to tell whether somebody read them. */
export const seenKey = (remarks: readonly string[]) => remarks.join('\n').slice(0, SEEN_LENGTH);

/**
 * What is wrong, in one line beside the button: the form is longer than a screen. Above the form everything is said.
 */
function problemsInShort(problems: readonly string[]): string {
  if (problems.length === 0) return '';
  const empty = problems.flatMap((problem) => problem.match(/^(.+) is leeg\.$/)?.[1] ?? []);
  const rest = empty.length < problems.length ? 'Boven het formulier staat wat er niet klopt.' : '';
  return [...(empty.length > 0 ? [`Vul nog in: ${empty.join(', ')}.`] : []), rest].join(' ').trim();
}

/** The form for a proposal, with what was wrong or should be known above it and everything still filled in. */
export function formCard(
  form: ProposalForm,
  lookup: Lookup,
  problems: readonly string[] = [],
  remarks: readonly string[] = [],
): Message {
  const { areas } = lookup.register;
  const { kinds, activities, registrations: recorded, roles } = formChoices(lookup);
  // A registration that people looked for may not be in the register yet.
  const wished = [form.registratie].filter((name) => name !== '' && name !== everything);
  const registrations = [...new Set([...recorded, ...wished])];
  const sorted = [...areas].sort((a, b) => a.name.localeCompare(b.name, 'nl'));
  const { kind, of, seen: _read, ...values } = form;
  return {
    text:
      problems.length > 0
        ? 'Er klopt nog iets niet in het voorstel.'
        : remarks.length > 0
          ? 'Kijk nog even naar het voorstel.'
          : `${formTitles[kind]}.`,
    card: {
      template: kind === 'end' ? 'mandate-end' : 'mandate-form',
      data: {
        title: formTitles[kind],
        lead:
          'Een tweede persoon beoordeelt dit. Pas daarna verandert het register. ' +
          (kind === 'end' ? 'Kies de laatste dag waarop het mandaat nog geldt.' : ''),
        about: of ? aboutOf(of, lookup) : '',
        problems,
        problemsInShort: problemsInShort(problems),
        remarks,
        values: { ...values, registratie: values.registratie || everything, rol: values.rol || everything },
        send: {
          kind,
          ...(of ? { of } : {}),
          ...(remarks.length > 0 ? { seen: seenKey(remarks) } : {}),
        },
        kinds: choice(kinds),
        activities: choice(activities),
        registrations: [{ title: 'Alle registraties', value: everything }, ...choice(registrations)],
        roles: [{ title: 'Geen', value: everything }, ...choice(roles)],
        ...(areas.length <= MOST_AREAS_IN_A_LIST
          ? { areaChoices: sorted.map(({ code, name }) => ({ title: name, value: code })) }
          : {}),
      },
    },
  };
}

function aboutOf(id: string, lookup: Lookup): string {
  const entry = lookup.entry(id);
  if (!entry) return id;
  return `${id} · ${subjectOf(entry)} · ${lookup.area(entry.area)?.name ?? entry.area} · ${entry.holder}`;
}

/** Whose mandate it is until the proposal is registered. */
const holderOf = ({ before, entry }: MandateProposal) => (before ?? entry).holder;

/**
 * What changes, a line a field: with what it was for an entry that is in the register, and only what is filled in for
 * a new one.
 */
function changesOf(
  proposal: MandateProposal,
  lookup: Lookup,
): { label: string; was: string; becomes: string }[] {
  return differences(proposal, lookup)
    .filter(({ label }) => proposal.before || label !== 'Houder')
    .map(({ label, was, becomes }) => ({
      label,
      was: proposal.before ? was || 'geen' : '',
      becomes: becomes || 'geen',
    }));
}

const MOST_IN_A_LINE = 3;
const LONGEST_IN_A_LINE = 60;
const cut = (text: string) =>
  text.length > LONGEST_IN_A_LINE ? `${text.slice(0, LONGEST_IN_A_LINE)}…` : text;

/** "Houder: Amira Sol → Karim Dijk", for a proposal in a list: the first fields that change. */
function changesInShort(proposal: MandateProposal, lookup: Lookup): string[] {
  if (!proposal.before) return [];
  const changes = changesOf(proposal, lookup);
  const more = changes.length - MOST_IN_A_LINE;
  return [
    ...changes
      .slice(0, MOST_IN_A_LINE)
      .map(({ label, was, becomes }) => `${label}: ${cut(was)} → ${cut(becomes)}`),
    ...(more > 0 ? [`en nog ${more}`] : []),
  ];
}

/** What somebody may do with a proposal. */
export type ProposalRole = 'decides' | 'proposed' | 'reads';

/** What a proposal says, and for somebody who may decide the fields to decide with. */
export function proposalCard(
  proposal: MandateProposal,
  lookup: Lookup,
  role: ProposalRole,
  notes: { proposer: string; problem?: string; remarks: readonly string[]; filledIn?: ProposalDecision },
): Message {
  const { kind, entry, id } = proposal;
  const place = lookup.area(entry.area)?.name ?? entry.area;
  return {
    text: `Voorstel: ${kindWords[kind].toLowerCase()}, ${spoken(subjectOf(entry))} in ${spoken(place)}.`,
    card: {
      template: 'mandate-proposal',
      data: {
        title: `Voorstel: ${kindWords[kind].toLowerCase()}`,
        about: `${entry.id} · ${subjectOf(entry)} · ${place}`,
        proposer: notes.proposer,
        problem: notes.problem ?? '',
        remarks: notes.remarks,
        holder: entry.holder === holderOf(proposal) ? entry.holder : '',
        changes: changesOf(proposal, lookup),
        filledIn: notes.filledIn ?? { number: '', date: '', publication: '' },
        publicationHint: kind === 'end' ? ' Leeg: wat er al staat, blijft staan.' : ' (nodig)',
        ...(role === 'decides' ? { decide: { id } } : {}),
        ...(role === 'proposed' ? { withdraw: { id } } : {}),
      },
    },
  };
}

/** The proposals that wait, each with a button to open it. */
export function proposalsCard(proposals: readonly MandateProposal[], lookup: Lookup, me: string): Message {
  const lines = proposals.map((proposal) => {
    const { id, kind, entry, by, state } = proposal;
    const place = lookup.area(entry.area)?.name ?? entry.area;
    const waiting =
      state === 'registering'
        ? 'Het registreren is nog niet afgemaakt'
        : by === me
          ? 'Jouw voorstel: een ander beslist'
          : 'Wacht op een besluit';
    return {
      text: [kindWords[kind], entry.id, subjectOf(entry), place, holderOf(proposal)].join(' · '),
      detail: [...changesInShort(proposal, lookup), waiting].join(' · '),
      action: { title: 'Openen', verb: 'mandates.proposal', data: { id } },
    };
  });
  return {
    text: lines.length === 0 ? 'Er wachten geen voorstellen.' : `Er wachten ${lines.length} voorstellen.`,
    card: {
      template: 'mandate-list',
      data: {
        title: 'Voorstellen voor het register',
        lead: lines.length === 0 ? 'Er wacht nu niets op een besluit.' : '',
        sections: lines.length === 0 ? [] : [{ title: 'Wacht op een besluit', lines }],
        small: '',
        actions: [{ title: 'Nieuw mandaat', verb: 'help.say', data: { text: 'nieuw mandaat' } }],
      },
    },
  };
}
