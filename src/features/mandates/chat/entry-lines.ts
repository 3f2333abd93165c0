import { dutchDay } from '../../../calendar/clock.ts';
import { alphabetical, type RegisterAnswer } from '../questions/answering/answer.ts';
import { who } from '../questions/answering/holding.ts';
import type { Understood } from '../questions/understanding/understood.ts';
import type { Lookup } from '../register/lookup.ts';
import type { RegisterEntry } from '../register/register.ts';
import { isCommonName } from '../vocabulary/activities.ts';
import { canonicalActivity } from '../vocabulary/common-activity.ts';
import { dutiesIn } from '../vocabulary/separate-duties.ts';
import { euros } from '../vocabulary/wording.ts';
import { contactFor } from './outside.ts';

/** A fact with its label. Label and value may be register text, which is never shown as Markdown. */
export interface EntryFact {
  label: string;
  value: string;
}

/**
 * What an answer is not complete without: who else, who settles a dispute, and what limits it. The rest of what the
 * register says is one tap further.
 */
const essential = new Set(['Functie', 'Vervanger', 'Bij een geschil', 'Bedrag', 'Voorwaarden']);
const CONTACT = 'Contact met';

/** True for a fact that says who speaks with another organisation. */
export const isContact = ({ label }: EntryFact): boolean => label.startsWith(`${CONTACT} `);

/** True for a fact that is shown at once. */
export const isEssential = (fact: EntryFact): boolean => essential.has(fact.label) || isContact(fact);

/** Imported texts may be pages long; a card shows where to find the rest. */
const LONGEST = 240;
const short = (text: string) => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);
const line = (label: string, value: string | undefined): EntryFact[] =>
  value ? [{ label: short(label), value: short(value) }] : [];

/**
 * Who directs what an entry is about. Who directs a registration has no say over what a register calls by its own words
 * and that is about none, such as "ontheffingen verlenen".
 */
function regieFor(entry: RegisterEntry, question: Understood, lookup: Lookup): RegisterAnswer {
  const found = who(lookup, question, 'regie');
  if (entry.registration !== '' || isCommonName(canonicalActivity(entry.activity))) return found;
  const isForAll = ({ registration }: RegisterEntry) => registration === '';
  const [near, wide] = [found.entries.filter(isForAll), found.broader.filter(isForAll)];
  return {
    ...found,
    outcome: near.length + wide.length > 0 ? found.outcome : 'not-recorded',
    entries: near,
    broader: wide,
  };
}

/**
 * Who settles a disagreement about the entry's registration in its area: who holds regie there, but nobody who holds
 * the entry itself. Then it is whoever holds regie for a wider area, or nobody.
 */
function escalationOf(entry: RegisterEntry, asked: Understood, lookup: Lookup): string {
  const question = {
    ...asked,
    kind: 'escalation' as const,
    registration: entry.registration || asked.registration,
    areas: [entry.area],
    amount: undefined,
  };
  const { outcome, entries, broader } = regieFor(entry, question, lookup);
  // Of work that is to be kept apart somebody should settle disputes; of "ontheffingen verlenen" nobody expects that.
  if (outcome !== 'found') return dutiesIn(entry).duties.length > 0 ? 'niet vastgelegd' : '';
  const own = lookup.holders(entry, asked.date);
  const others = (names: readonly string[]) => alphabetical(names.filter((name) => !own.includes(name)));
  const near = others(entries.flatMap((one) => lookup.holders(one, asked.date)));
  const next = near.length > 0 ? near : others(broader.flatMap((one) => lookup.holders(one, asked.date)));
  return next.length > 0 ? next.join(', ') : 'niemand anders dan de houder is hiervoor vastgelegd';
}

/** What the register says of an entry, one line a fact, as of the day that was asked. */
export function factsOf(entry: RegisterEntry, asked: Understood, lookup: Lookup): EntryFact[] {
  const until = entry.until ? ` tot en met ${dutchDay(entry.until)}` : ', zonder einddatum';
  const escalates = dutiesIn(entry).duties.includes('regie') ? '' : escalationOf(entry, asked, lookup);
  return [
    ...line('Functie', lookup.isFunction(entry.holder) ? entry.holder : ''),
    ...line('Rol', entry.role),
    ...line('Organisatie', entry.organisation),
    ...line(`${CONTACT} ${entry.organisation}`, contactFor(entry, lookup)),
    ...line('Vervanger', lookup.deputies(entry, asked.date).join(', daarna ') || 'niet vastgelegd'),
    ...line('Bij een geschil', escalates),
    ...line('Bedrag', entry.limit === undefined ? '' : `tot en met ${euros(entry.limit)} per opdracht`),
    ...line('Vier ogen', entry.fourEyes ? (entry.fourEyesBy ?? 'ja, een ander kijkt mee') : ''),
    ...line('Voorwaarden', entry.conditions),
    ...line('Grondslag', [entry.kind, entry.basis, entry.publication].filter(Boolean).join(', ')),
    ...line('Geldig', `vanaf ${dutchDay(entry.from)}${until}`),
    ...line('Nummer', entry.id),
  ];
}
