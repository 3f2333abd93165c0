import { slipsBetween } from '../../language/slips.ts';
import { isPresent, type Person } from '../person.ts';

/** So many letters an address may differ from the one that is suggested. */
const MOST_SLIPS = 3;
/** So much of what was sent is compared with everybody: no address is longer (RFC 5321). */
const LONGEST = 254;

/** The UPNs of people who work here, each once and in lower case; or what is wrong, with who may be meant. */
export function knownUpns(
  typed: readonly string[],
  people: readonly Person[],
): { upns: string[] } | { problem: string } {
  const known = people.filter(isPresent).map(({ upn }) => upn);
  const upns = [...new Set(typed.map((upn) => upn.trim().slice(0, LONGEST).toLowerCase()).filter(Boolean))];
  const unknown = upns.find((upn) => !known.includes(upn));
  if (unknown === undefined) return { upns };
  const [near] = known
    .map((one) => ({ one, slips: slipsBetween(one, unknown) }))
    .filter(({ slips }) => slips <= MOST_SLIPS)
    .sort((a, b) => a.slips - b.slips);
  const hint = near
    ? `Bedoel je ${near.one}?`
    : 'Schrijf het e-mailadres zoals het in het mensenbestand staat.';
  return { problem: `Ik ken ${unknown} niet. ${hint}` };
}
