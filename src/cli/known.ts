import { slipsBetween } from '../language/slips.ts';
import { isPresent } from '../people/person.ts';
import type { PeopleStore } from '../people/store.ts';
import { InputError } from './terminal.ts';

/** So many letters an address may differ from the one that is suggested. */
const MOST_SLIPS = 3;

/** The UPNs of people who work here, in lower case. Throws on somebody unknown, with who may be meant. */
export async function knownUpns(
  typed: readonly string[],
  people: Pick<PeopleStore, 'everybody'>,
): Promise<string[]> {
  const known = (await people.everybody()).filter(isPresent).map(({ upn }) => upn);
  return [...new Set(typed.map((upn) => upn.trim().toLowerCase()))].map((upn) => {
    if (known.includes(upn)) return upn;
    const [near] = known
      .map((one) => ({ one, slips: slipsBetween(one, upn) }))
      .filter(({ slips }) => slips <= MOST_SLIPS)
      .sort((a, b) => a.slips - b.slips);
    throw new InputError(
      `Ik ken ${upn} niet. ${near ? `Bedoel je ${near.one}?` : 'Schrijf het e-mailadres zoals het in het mensenbestand staat.'}`,
    );
  });
}
