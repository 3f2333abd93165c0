import type { Lookup } from '../../register/lookup.ts';
import { isValidOn, type RegisterEntry } from '../../register/register.ts';
import type { Understood } from '../understanding/understood.ts';
import { found, notRecorded, type RegisterAnswer } from './answer.ts';
import { covers } from './holding.ts';

/** Of several mandates those for the nearest area to the one that was asked, and for the registration. */
function nearest(
  lookup: Lookup,
  { areas, registration }: Understood,
  entries: RegisterEntry[],
): RegisterEntry[] {
  const fit = entries.filter((entry) => covers(entry, registration));
  const [area] = areas;
  if (entries.length < 2 || area === undefined) return fit;
  const level = lookup.chain(area).find((code) => fit.some((entry) => entry.area === code));
  return fit.filter((entry) => entry.area === level);
}

/** A question about mandates that were named by number or article: who holds them, who deputises, or what they say. */
export function referred(lookup: Lookup, asked: Understood): RegisterAnswer {
  const { kind, references = [], date } = asked;
  const entries = [...new Set(references)].flatMap((id) => lookup.entry(id) ?? []);
  const named = nearest(lookup, asked, entries);
  const valid = named.filter((entry) => isValidOn(entry, date));
  // One that was named itself is shown also when it does not hold now.
  const rows = valid.length > 0 || kind !== 'which' ? valid : named;
  if (rows.length === 0) return { ...notRecorded('Dit geldt niet op die dag.'), entries: named };
  const reason = valid.length > 0 ? 'Dit staat in het register.' : 'Dit geldt niet op die dag.';
  if (kind === 'deputy') {
    const deputies = rows.flatMap((entry) => lookup.deputies(entry, date));
    return deputies.length > 0
      ? found(deputies, rows, 'Dit is de vervanging die in het register staat.')
      : { ...notRecorded('Er is geen vervanger vastgelegd.'), entries: rows };
  }
  if (kind === 'who')
    return found(
      rows.flatMap((entry) => lookup.holders(entry, date)),
      rows,
      reason,
    );
  return found(
    rows.map(({ id }) => id),
    rows,
    reason,
  );
}
