import type { Lookup } from '../register/lookup.ts';
import { type Difference, differences } from './differences.ts';
import type { MandateProposal } from './proposal.ts';

/** Of what stood there a card shows so many characters; what takes its place is shown whole. */
const LONGEST_WAS = 2_000;
const inShort = (text: string, longest: number) =>
  text.length > longest ? `${text.slice(0, longest)}…` : text;

/**
 * What changes, a line a field: with what it was for an entry that is in the register, and only what is filled in for
 * a new one.
 */
export function changesOf(proposal: MandateProposal, lookup: Lookup): Difference[] {
  return differences(proposal, lookup)
    .filter(({ label }) => proposal.before || label !== 'Houder')
    .map(({ label, was, becomes }) => ({ label, was: inShort(was, LONGEST_WAS), becomes }));
}

const MOST_IN_A_LINE = 3;
const LONGEST_IN_A_LINE = 60;
/** So many characters before the first difference are shown with it. */
const LEAD = 20;

/** The beginnings of two texts, or of long ones that begin alike the part in which they differ. */
function partsOf(was: string, becomes: string): string[] {
  const begins = [was, becomes].map((text) => inShort(text, LONGEST_IN_A_LINE));
  if (begins[0] !== begins[1]) return begins;
  const [one, other] = [[...was], [...becomes]];
  const at = one.findIndex((character, n) => character !== other[n]);
  const from = (at < 0 ? one.length : at) - LEAD;
  return [one, other].map((text) => `…${inShort(text.slice(from).join(''), LONGEST_IN_A_LINE)}`);
}

/** "Houder: Amira Sol → Karim Dijk", for a proposal in a list: the first fields that change. */
export function changesInShort(proposal: MandateProposal, lookup: Lookup): string[] {
  if (!proposal.before) return [];
  const changes = changesOf(proposal, lookup);
  const more = changes.length - MOST_IN_A_LINE;
  return [
    ...changes
      .slice(0, MOST_IN_A_LINE)
      .map(({ label, was, becomes }) => `${label}: ${partsOf(was, becomes).join(' → ')}`),
    ...(more > 0 ? [`en nog ${more}`] : []),
  ];
}
