import { asManyAsFit } from '../../../lib/as-many-as-fit.ts';
import type { RegisterAnswer } from '../questions/answering/answer.ts';
import type { Understood } from '../questions/understanding/understood.ts';
import type { RegisterEntry } from '../register/register.ts';
import { capital } from '../vocabulary/wording.ts';
import { type AnswerContext, peopleOf } from './contacts.ts';
import { type EntryFact, factsOf } from './entry-lines.ts';
import { statusOf } from './wording.ts';

/** A card shows so many entries, in so many characters of JSON; of more it says how many there are. */
const [MOST_BLOCKS, BLOCK_CHARACTERS] = [6, 14_000];
/** Somebody asks about so many registrations at once that nothing is recorded for. */
const MOST_MISSING = 12;

/** A row of the card: one entry, or a registration for which nothing is recorded. */
export interface EntryBlock {
  heading: string;
  status: string;
  who: string;
  note: string;
  lines: EntryFact[];
}

/** An entry as of the day that was asked: in the place of holders who are all away today stands who replaces them. */
export function blockOf(entry: RegisterEntry, asked: Understood, around: AnswerContext): EntryBlock {
  const { lookup } = around;
  const { holders, allAway, standIns } = peopleOf(entry, asked, around);
  const place = lookup.area(entry.area)?.name ?? entry.area;
  // "Loopt af voor 1 juli" asks about the time until then: today it still holds.
  const { icon, word } = statusOf(entry, asked.expiring ? around.today : asked.date);
  const held = holders.join(', ') || `${entry.holder}: niemand vervult dit`;
  const acting = allAway && standIns.length > 0 ? standIns[0] : undefined;
  const absent = allAway
    ? acting
      ? `${held} is vandaag niet beschikbaar. ${acting} vervangt.`
      : `${held} is vandaag niet beschikbaar. Er is vandaag geen vervanger.`
    : '';
  return {
    heading: `${capital(entry.activity)} · ${entry.registration || 'alle registraties'} · ${place}`,
    status: `${icon} ${capital(word)}`,
    who: acting ?? held,
    note: absent,
    lines: factsOf(entry, asked, lookup),
  };
}

/** A registration for which nothing is recorded, while others have an answer. */
const missingBlock = (registration: string, { activity = '' }: Understood): EntryBlock => ({
  heading: capital(`${activity} · ${registration}`),
  status: '⚪ Niet vastgelegd',
  who: '',
  note: '',
  lines: [],
});

/** The rows of an answer: its first entries, and the registrations that have none. */
export const blocksOf = (
  { entries, missing = [] }: RegisterAnswer,
  asked: Understood,
  around: AnswerContext,
): EntryBlock[] => [
  ...asManyAsFit(
    entries.slice(0, MOST_BLOCKS).map((entry) => blockOf(entry, asked, around)),
    MOST_BLOCKS,
    BLOCK_CHARACTERS,
  ),
  ...missing.slice(0, MOST_MISSING).map((registration) => missingBlock(registration, asked)),
];
