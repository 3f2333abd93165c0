import type { Lookup } from '../../register/lookup.ts';
import type { RegisterEntry } from '../../register/register.ts';
import { listed } from '../../vocabulary/wording.ts';
import type { Understood } from '../understanding/understood.ts';
import { alphabetical, answer, type RegisterAnswer } from './answer.ts';
import { who } from './holding.ts';

/** True when it can be said who may beside others: in one place, and of one registration or of what is for all alike. */
export const isOfOthers = ({ others, areas, registration }: Understood, entries: readonly RegisterEntry[]) =>
  others !== undefined &&
  areas.length === 1 &&
  (registration !== undefined || new Set(entries.map((entry) => entry.registration)).size === 1);

/**
 * "Wie nog meer": who may beside whom the answer to "wie" names, or beside the one who was asked about and may. All entries that
 * hold there stand with it, since each has its deputies. Where it differs from one registration or place to another it is "wie".
 */
export function others(lookup: Lookup, asked: Understood, activity: string): RegisterAnswer {
  const found = who(lookup, asked, activity);
  const entries = [...found.entries, ...found.broader];
  if (found.outcome !== 'found' || !isOfOthers(asked, entries)) return found;
  const holders = alphabetical(entries.flatMap((entry) => lookup.holders(entry, asked.date)));
  const named = holders.filter((name) => asked.others?.includes(name));
  const first = named.length > 0 ? named : found.answers;
  const answers = holders.filter((name) => !first.includes(name));
  const isOne = first.length === 1;
  const deputy = entries.some((entry) => lookup.deputies(entry, asked.date).length > 0)
    ? ` Een vervanger mag het alleen als ${listed(first)} er niet ${isOne ? 'is' : 'zijn'}.`
    : '';
  const reason = answers.length > 0 ? '' : `Alleen ${listed(first)} ${isOne ? 'mag' : 'mogen'} dit.${deputy}`;
  return answer('found', reason, { answers, entries, missing: found.missing });
}
