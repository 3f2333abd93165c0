import { dutchDay } from '../../../calendar/clock.ts';
import type { Person } from '../../../people/person.ts';
import type { Lookup } from '../register/lookup.ts';
import type { Records } from '../register/records.ts';
import type { RegisterEntry } from '../register/register.ts';

export type ProposalKind = 'new' | 'change' | 'end';
/** `registering`: somebody decided to register it, and the register may or may not have it yet. */
export type ProposalState = 'open' | 'registering' | 'registered' | 'rejected' | 'withdrawn';

/** The decision that stands behind a registration: its number, its date and where it was published. */
export interface ProposalDecision {
  number: string;
  /** ISO date. */
  date: string;
  publication: string;
}

/** A change to the register that waits for a second person. */
export interface MandateProposal {
  id: string;
  kind: ProposalKind;
  entry: RegisterEntry;
  /** The entry as it stood when the change was proposed. */
  before?: RegisterEntry;
  /** Directory id of the proposer. */
  by: string;
  /** Id of the proposer's row in the people file: still theirs after they were bound to another account. */
  byPerson?: string;
  /** ISO instant in UTC. */
  at: string;
  state: ProposalState;
  /** Of somebody who is registering it: which attempt that is. */
  claim?: string;
  decidedBy?: string;
  /** ISO instant in UTC at which somebody decided to register it; finishing it later keeps that. */
  decidedAt?: string;
  /** ISO date, from which retention counts. */
  decidedDay?: string;
  reason?: string;
  decision?: ProposalDecision;
}

/** Of a proposal on which somebody still has to decide, or to finish what somebody decided. */
export const waitingStates: readonly ProposalState[] = ['open', 'registering'];

/** True while somebody still has to decide, or to finish what somebody decided. */
export const waits = ({ state }: Pick<MandateProposal, 'state'>): boolean => waitingStates.includes(state);

/**
 * Somebody by both their ids, and by the accounts that they had before: either id may change later, that of the row by an import,
 * that of the account by binding anew, and both may.
 */
export type KnownBy = Partial<Pick<Person, 'id' | 'directoryId' | 'formerAccounts'>>;

/** True for who proposed it, also with another account or another row in the people file. */
export const isProposer = (
  { by, byPerson }: Pick<MandateProposal, 'by' | 'byPerson'>,
  { id, directoryId, formerAccounts = [] }: KnownBy,
): boolean =>
  by === directoryId || formerAccounts.includes(by) || (byPerson !== undefined && byPerson === id);

/** Why somebody may not decide on a proposal: nobody approves their own, and it is decided once. */
export function decidingIsBarred(proposal: MandateProposal, who: KnownBy): 'own' | 'decided' | undefined {
  if (!waits(proposal)) return 'decided';
  return isProposer(proposal, who) ? 'own' : undefined;
}

/** A proposal that could not be registered, as it waits for a decision again. */
export const reopened = (proposal: MandateProposal): MandateProposal => ({
  ...proposal,
  state: 'open',
  decidedBy: undefined,
  decidedAt: undefined,
  decision: undefined,
  claim: undefined,
});

/** The entry as it goes into the register, with the decision it rests on. */
export function registeredEntry(
  { entry }: Pick<MandateProposal, 'entry'>,
  decision: ProposalDecision,
): RegisterEntry {
  const words = `besluit ${decision.number} van ${dutchDay(decision.date)}`;
  return {
    ...entry,
    basis: entry.basis ? `${entry.basis}; ${words}` : `B${words.slice(1)}`,
    publication: decision.publication || entry.publication,
  };
}

/** True where it has to be said where the decision was published: always, but for an end of what was published before. */
export const publicationIsNeeded = ({ kind, entry }: Pick<MandateProposal, 'kind' | 'entry'>): boolean =>
  kind !== 'end' || entry.publication === '';

/** True when two entries say the same. */
export function sameEntry(a: RegisterEntry | undefined, b: RegisterEntry | undefined): boolean {
  if (!a || !b) return a === b;
  const names = [...new Set([...Object.keys(a), ...Object.keys(b)])] as (keyof RegisterEntry)[];
  return names.every((name) => JSON.stringify(a[name]) === JSON.stringify(b[name]));
}

/** True for a change of who deputises, and of nothing else. */
export const isOfDeputies = ({ entry, before }: Pick<MandateProposal, 'entry' | 'before'>): boolean =>
  before !== undefined &&
  sameEntry({ ...entry, deputies: before.deputies, earlierDeputies: before.earlierDeputies }, before);

/** True when somebody changed or added the same entry in between, so that the proposal cannot be registered. */
export function conflict(proposal: MandateProposal, current: RegisterEntry | undefined): boolean {
  return proposal.kind === 'new' ? current !== undefined : !sameEntry(current, proposal.before);
}

/**
 * True when this proposal's entry went into the register since somebody decided to register it, also if somebody changed it
 * again afterwards: finishing a registration that broke off must not take that for a conflict. What was registered before
 * that decision came of another proposal, also where it says the same.
 */
export function wasRegistered(
  { decidedAt }: Pick<MandateProposal, 'decidedAt'>,
  entry: RegisterEntry,
  records: Records,
): boolean {
  return (
    decidedAt !== undefined &&
    records.entries.some(
      (record) => Date.parse(record.at) >= Date.parse(decidedAt) && sameEntry(record.value, entry),
    )
  );
}

/** What an entry rests on and is no longer in the register, a Dutch sentence each; nothing for an end. */
export function lostGround(
  { kind }: Pick<MandateProposal, 'kind'>,
  entry: RegisterEntry,
  lookup: Lookup,
): string[] {
  if (kind === 'end') return [];
  return [
    ...(lookup.area(entry.area) ? [] : ['Het gebied van dit voorstel staat niet meer in het register.']),
    ...(entry.parent === undefined || lookup.entry(entry.parent)
      ? []
      : ['Het mandaat waar dit voorstel uit komt, staat niet meer in het register.']),
  ];
}
