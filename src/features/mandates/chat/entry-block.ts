import { capital } from '../../../language/capital.ts';
import { asManyAsFit } from '../../../lib/as-many-as-fit.ts';
import type { RegisterAnswer } from '../questions/answering/answer.ts';
import type { Understood } from '../questions/understanding/understood.ts';
import type { RegisterEntry } from '../register/register.ts';
import { listed } from '../vocabulary/wording.ts';
import { type AnswerContext, peopleOf } from './contacts.ts';
import { type EntryFact, factsOf, isContact, isEssential } from './entry-lines.ts';
import { statusOf } from './wording.ts';

/** A card shows so many entries, in so many characters of JSON; of more it says how many there are. */
const [MOST_BLOCKS, BLOCK_CHARACTERS] = [6, 14_000];
/** Somebody asks about so many registrations at once that nothing is recorded for. */
const MOST_MISSING = 12;

/** A row of the card: one entry, or a registration for which nothing is recorded. */
export interface EntryBlock {
  /** By which its parts are shown and hidden. */
  id: string;
  isVisible: boolean;
  heading: string;
  status: string;
  who: string;
  note: string;
  lines: EntryFact[];
  /** What is shown when somebody asks for more. */
  rest: EntryFact[];
}

/** Who acts for an entry on the day that was asked, nobody for a function that is vacant then. */
export function actingIn(entry: RegisterEntry, asked: Understood, around: AnswerContext): readonly string[] {
  const { holders, allAway, standIns } = peopleOf(entry, asked, around);
  return allAway && standIns.length > 0 ? standIns.slice(0, 1) : holders;
}

/** That all holders of an entry are away today and who replaces them; nothing where somebody works or the answer may not tell it. */
export function awayNote(entry: RegisterEntry, asked: Understood, around: AnswerContext): string {
  const { holders, allAway, standIns } = peopleOf(entry, asked, around);
  if (!allAway) return '';
  const [acting] = standIns;
  const deputies = around.lookup.deputies(entry, asked.date);
  const alsoAway =
    deputies.length === 1
      ? `Ook vervanger ${deputies[0]} is er vandaag niet.`
      : 'Ook de vervangers zijn er vandaag niet.';
  const nobody = deputies.length > 0 ? alsoAway : 'Er is vandaag geen vervanger.';
  const stand = acting ? `${acting} is de vervanger.` : nobody;
  return `${listed(holders)} ${holders.length === 1 ? 'is' : 'zijn'} vandaag niet beschikbaar. ${stand}`;
}

const aboutOf = ({ activity, registration, area }: RegisterEntry, { lookup }: AnswerContext) =>
  `${capital(activity)} · ${registration || 'alle registraties'} · ${lookup.placeName(area)}`;

/** An entry as of the day that was asked: in the place of holders who are all away that day stands who replaces them. */
function blockOf(
  entry: RegisterEntry,
  id: string,
  asked: Understood,
  around: AnswerContext,
  beside: readonly EntryFact[],
): EntryBlock {
  const { lookup } = around;
  const { holders, allAway, standIns } = peopleOf(entry, asked, around);
  // "Loopt af voor 1 juli" asks about the time until then: today it still holds.
  const { icon, word } = statusOf(entry, asked.expiring ? around.today : asked.date);
  const held = holders.join(', ') || `${entry.holder}: niemand vervult dit`;
  const [acting] = allAway ? standIns : [];
  const absent = awayNote(entry, asked, around);
  const isNamed = acting !== undefined && lookup.deputies(entry, asked.date).length === 1;
  // Whom to turn to here is for whoever works here.
  const facts = factsOf(entry, asked, lookup).filter(
    (fact) => !(isNamed && fact.label === 'Vervanger') && !(around.outsider && isContact(fact)),
  );
  return {
    id,
    isVisible: true,
    heading: aboutOf(entry, around),
    status: `${icon} ${capital(word)}`,
    who: acting ?? held,
    note: absent,
    lines: [...facts.filter(isEssential), ...beside],
    rest: facts.filter((fact) => !isEssential(fact)),
  };
}

/** A registration for which nothing is recorded, while others have an answer. */
const missingBlock = (registration: string, id: string, { activity = '' }: Understood): EntryBlock => ({
  id,
  isVisible: true,
  heading: capital(`${activity} · ${registration}`),
  status: '⚪ Niet vastgelegd',
  who: '',
  note: '',
  lines: [],
  rest: [],
});

/** Kinds of questions whose answer in one sentence says who it is and for what. */
const saying: readonly Understood['kind'][] = ['who', 'may', 'role', 'escalation', 'limit'];

/**
 * A block without what the sentence above it says already; what the entry itself is about is then one tap further. A
 * status stays where it is more than valid.
 */
function withoutTitle(block: EntryBlock): EntryBlock {
  const { heading, status, rest } = block;
  return {
    ...block,
    heading: '',
    who: '',
    status: status.startsWith('✅') ? '' : status,
    rest: [{ label: 'Mandaat', value: heading }, ...rest],
  };
}

/** The entry that limits a yes the least comes first, of those the one for the smallest area. */
function leastLimited(entries: readonly RegisterEntry[], { lookup }: AnswerContext): RegisterEntry[] {
  const limits = ({ conditions, limit }: RegisterEntry) =>
    Number(conditions !== '') + Number(limit !== undefined);
  return entries.toSorted(
    (a, b) => limits(a) - limits(b) || lookup.chain(b.area).length - lookup.chain(a.area).length,
  );
}

/**
 * The rows of an answer: its first entries, and the registrations that have none. One entry is enough for a yes: any
 * others are one tap further. `besideOf` gives what is said beside the answer and is true of one entry alone.
 */
export function blocksOf(
  { outcome, entries, missing = [] }: RegisterAnswer,
  asked: Understood,
  around: AnswerContext,
  besideOf: (entry: RegisterEntry) => readonly EntryFact[] = () => [],
): EntryBlock[] {
  const isYes = outcome === 'yes';
  const ordered = isYes ? leastLimited(entries, around) : entries;
  const blocks = asManyAsFit(
    ordered
      .slice(0, MOST_BLOCKS)
      .map((entry, n) => blockOf(entry, `mandaat-${n}`, asked, around, besideOf(entry))),
    MOST_BLOCKS,
    BLOCK_CHARACTERS,
  );
  // Of one registration the title says that nothing is recorded.
  const none = (entries.length === 0 && missing.length === 1 ? [] : missing)
    .slice(0, MOST_MISSING)
    .map((registration, n) => missingBlock(registration, `zonder-${n}`, asked));
  const isSaid =
    (isYes || outcome === 'found') &&
    saying.includes(asked.kind) &&
    none.length === 0 &&
    (isYes || entries.length === 1);
  if (!isSaid) return [...blocks, ...none];
  return blocks.map((block, n) => (n === 0 ? withoutTitle(block) : { ...block, isVisible: false }));
}
