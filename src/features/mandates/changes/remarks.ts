import { dutchDay } from '../../../calendar/clock.ts';
import { slipsBetween } from '../../../language/slips.ts';
import { nameKey } from '../../../language/words.ts';
import type { Colleagues } from '../register/colleagues.ts';
import { allDeputies } from '../register/holder-lookup.ts';
import type { Lookup } from '../register/lookup.ts';
import type { RegisterEntry } from '../register/register.ts';
import { listed } from '../vocabulary/wording.ts';
import { type MandateProposal, sameEntry } from './proposal.ts';

/** What remarks rest on: who works here, what waits for a decision, and how the reader knows a proposer. */
export interface RemarkSources {
  lookup: Lookup;
  colleagues: Pick<Colleagues, 'present' | 'isShared'>;
  /** Names of people here, to tell of a name that is typed wrong whose it may be. */
  names: readonly string[];
  open: readonly MandateProposal[];
  proposerOf(directoryId: string): string;
}

const MOST_NAMES = 6;
const MOST_PROPOSALS = 3;
/** A name in a form may be pages long: a remark shows this many characters of it. */
const LONGEST_NAME = 80;

const shortened = (name: string) => (name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME)}…` : name);

/** Names that a proposal brings in: those that the entry had already were accepted before. */
function newNames({ entry, before }: { entry: RegisterEntry; before?: RegisterEntry }): string[] {
  const had = new Set(before ? [before.holder, ...allDeputies(before)] : []);
  return [...new Set([entry.holder, ...entry.deputies])].filter((name) => name !== '' && !had.has(name));
}

/** With more slips than this another name was meant, and in a shorter one each letter counts. */
const [MOST_SLIPS, SHORTEST] = [2, 6];

/** The name that one was typed for, where only one is so near. */
function nearestTo(name: string, names: readonly string[]): string | undefined {
  const typed = nameKey(name);
  if (typed.length < SHORTEST) return undefined;
  const near = [...new Set(names)].map((one) => ({ one, slips: slipsBetween(nameKey(one), typed) }));
  const least = Math.min(...near.map(({ slips }) => slips));
  const found = near.filter(({ slips }) => slips === least && slips <= MOST_SLIPS);
  return found.length === 1 ? found[0]?.one : undefined;
}

/**
 * What somebody should know before they propose or decide, a Dutch sentence each; none of it bars them. Names may be
 * of people outside the municipality, and two people may propose something about one entry.
 */
export function remarksOn(
  proposal: Pick<MandateProposal, 'entry' | 'before' | 'kind'> & { id?: string },
  { lookup, colleagues, names, open, proposerOf }: RemarkSources,
): string[] {
  const unknown = newNames(proposal)
    .filter((name) => !lookup.isFunction(name) && !colleagues.present(name))
    .map(shortened);
  // Whose mandate it becomes nobody can tell from a name that more people have.
  const shared = newNames(proposal).filter(colleagues.isShared).map(shortened);
  const others = open.filter(({ id }) => id !== proposal.id);
  const ofSameEntry = others.filter(({ entry }) => entry.id === proposal.entry.id);
  // Each new entry has an id of its own, also when one tap came in twice.
  const saysSame = ({ kind, entry }: MandateProposal) =>
    kind === 'new' && sameEntry({ ...entry, id: '' }, { ...proposal.entry, id: '' });
  const alike = proposal.kind === 'new' ? others.filter(saysSame) : [];
  return [
    ...(unknown.length > 0
      ? [
          `${listed(unknown, MOST_NAMES)} ${unknown.length > 1 ? 'staan' : 'staat'} niet in het mensenbestand.`,
        ]
      : []),
    ...unknown.slice(0, MOST_NAMES).flatMap((name) => {
      const meant = nearestTo(name, names);
      return meant === undefined ? [] : [`Bedoel je ${meant}, en niet ${name}?`];
    }),
    ...shared
      .slice(0, MOST_NAMES)
      .map((name) => `Hier werken meer mensen die ${name} heten. Het register kent alleen namen.`),
    ...ofSameEntry
      .slice(0, MOST_PROPOSALS)
      .map(
        ({ by, at, entry }) =>
          `Er wacht al een ander voorstel voor ${entry.id}. ${proposerOf(by)} deed het op ${dutchDay(at)}.`,
      ),
    ...alike
      .slice(0, 1)
      .map(
        ({ by, at }) =>
          `Er wacht al een voorstel dat hetzelfde zegt. ${proposerOf(by)} deed het op ${dutchDay(at)}.`,
      ),
  ];
}
