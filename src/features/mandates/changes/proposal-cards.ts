import { Temporal } from 'temporal-polyfill';
import { dutchDay, today } from '../../../calendar/clock.ts';
import type { WayBack } from '../../../conversation/cancelling.ts';
import { card } from '../../../conversation/cards/card.ts';
import type { Message } from '../../../conversation/message.ts';
import { shownIn, unshown } from '../../../conversation/unshown.ts';
import { spoken } from '../../../language/spoken.ts';
import type { Lookup } from '../register/lookup.ts';
import { eitherOf, subjectOf } from '../vocabulary/wording.ts';
import { changesOf } from './changes-shown.ts';
import type { Difference } from './differences.ts';
import { type MandateProposal, type ProposalDecision, publicationIsNeeded } from './proposal.ts';
import { SEEN_LENGTH } from './proposal-form.ts';

/** What a proposal is, as a heading. */
export const kindWords = { new: 'Nieuw mandaat', change: 'Wijziging', end: 'Einde van een mandaat' };

/** The remarks as the form carries them back, to tell whether somebody read them. */
export const seenKey = (remarks: readonly string[]) => remarks.join('\n').slice(0, SEEN_LENGTH);

/** A button that leads back to where a form or a proposal was opened from. */
export type BackButton = WayBack & { title: string };

const toCheck: BackButton = { title: 'Naar de controle', verb: 'mandates.check', data: { from: 0 } };

/** The way back to the report that a change mends, or else to the check. */
export const backTo = (report: string | undefined): BackButton =>
  report === undefined
    ? toCheck
    : { title: 'Terug naar de melding', verb: 'mandates.report', data: { ref: report } };

/** What the button of a form says: who was told of something proposes it all the same. */
export const submitTitle = (remarks: readonly string[]): string =>
  remarks.length > 0 ? 'Stel toch voor' : 'Stel voor';

/** Who reads a proposal: said on every form for one. */
export const proposalReaders =
  'De mandaatbeheerders lezen je voorstel, met je naam, tot 2 jaar na het besluit. Na een akkoord staat het in het register, zonder je naam: iedereen bij de gemeente leest het daar, voorgoed.';
const decisionReaders =
  'Het besluit komt in het register: iedereen bij de gemeente leest het daar, voorgoed. Een reden leest wie het voorstelde, en elke mandaatbeheerder, tot 2 jaar na het besluit. Dat jij besloot, staat bij het voorstel en in het logboek van beheer.';

/** "R03 · BAG valideren · Delfshaven · Chantal Duin". Register text. */
export function aboutEntry(id: string, lookup: Lookup): string {
  const entry = lookup.entry(id);
  if (!entry) return id;
  return `${id} · ${subjectOf(entry)} · ${lookup.placeName(entry.area)} · ${entry.holder}`;
}

/** A new one has no number yet that anybody knows: what it is about goes first. Register text. */
export const aboutProposed = (
  { kind, entry }: Pick<MandateProposal, 'kind' | 'entry'>,
  lookup: Lookup,
): string => {
  const what = [subjectOf(entry), lookup.placeName(entry.area)];
  return (kind === 'new' ? [...what, entry.id] : [entry.id, ...what]).join(' · ');
};

/** That another holder counts for days that are over, where that is so. */
function holderSince({ before, entry, at }: MandateProposal): string[] {
  if (!before || before.holder === entry.holder || entry.from >= today(Temporal.Instant.from(at)).toString())
    return [];
  return [`${entry.holder} is dan houder vanaf ${dutchDay(entry.from)}, ook voor dagen die voorbij zijn.`];
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
  /** What Teams lets nobody leave empty. */
  needed: { decision: boolean; publication: boolean };
  /** For who may decide. */
  decide?: { id: string };
  /** For who proposed it. */
  withdraw?: { id: string };
  back: BackButton;
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
    back?: BackButton;
  },
): Message {
  const { kind, entry, id } = proposal;
  const place = lookup.placeName(entry.area);
  const isFirst = proposal.state !== 'registering';
  const isNeeded = publicationIsNeeded(proposal);
  const { number = '', date = '', publication = '', reason = '', open = '' } = notes.filledIn ?? {};
  return {
    text: `Voorstel: ${kindWords[kind].toLowerCase()}, ${spoken(subjectOf(entry))} in ${spoken(place)}.`,
    card: card<ProposalData>(
      'mandate-proposal',
      'mandate',
      {
        title: `Voorstel: ${kindWords[kind].toLowerCase()}`,
        about: aboutProposed(proposal, lookup),
        proposer: notes.proposer,
        problem: notes.problem ?? '',
        open,
        remarks: [
          ...notes.remarks,
          ...holderSince(proposal),
          ...unshown([{ kind: 'date', label: 'Datum van het besluit', value: date }]),
        ],
        holder: entry.holder === holderOf(proposal) ? entry.holder : '',
        changes: changesOf(proposal, lookup),
        filledIn: { number, date: shownIn('date', date), publication, reason },
        publicationHint: isNeeded ? '' : ' Vul je niets in, dan blijft staan wat er al staat.',
        // Of a registration that broke off the decision is known.
        needed: { decision: isFirst, publication: isFirst && isNeeded },
        decide: role === 'decides' ? { id } : undefined,
        withdraw: role === 'proposed' ? { id } : undefined,
        back: notes.back ?? toCheck,
        deciders: eitherOf(notes.deciders ?? []),
      },
      role === 'decides' ? decisionReaders : '',
    ),
  };
}
