import { Temporal } from 'temporal-polyfill';
import { dutchDay } from '../../../calendar/clock.ts';
import { nameSeen } from '../../../language/unseen.ts';
import type { Lookup } from '../register/lookup.ts';
import type { RegisterEntry } from '../register/register.ts';
import { euros } from '../vocabulary/wording.ts';
import type { MandateProposal } from './proposal.ts';

/** Who deputise until others do is said with those others. */
type Shown = Exclude<keyof RegisterEntry, 'id' | 'earlierDeputies'>;

/** All that an entry says, in the order in which it is shown: whoever decides sees each field that changes. */
const labels: Record<Shown, string> = {
  kind: 'Soort',
  activity: 'Activiteit',
  registration: 'Registratie',
  area: 'Gebied',
  role: 'Rol',
  holder: 'Houder',
  deputies: 'Vervangers',
  organisation: 'Organisatie',
  contact: 'Contact',
  limit: 'Hoogste bedrag',
  fourEyes: 'Vier ogen',
  fourEyesBy: 'Vier ogen door',
  subGranting: 'Doorgeven mag',
  conditions: 'Voorwaarden',
  parent: 'Komt uit',
  basis: 'Grondslag',
  publication: 'Publicatie',
  from: 'Vanaf',
  until: 'Tot en met',
};
const fields = Object.keys(labels) as Shown[];

/** What stands where an entry says nothing. */
const NONE = 'geen';

const asIs = (text: string): string => text;

const sameNames = (one: readonly string[] | undefined, other: readonly string[]): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

/** Says a value in Dutch; `quote` says names and texts of the register. */
function inWords(
  name: Shown,
  entry: RegisterEntry,
  lookup: Lookup,
  quote: (text: string) => string = asIs,
): string {
  const value = entry[name];
  if (name === 'deputies') return deputiesInWords(entry, quote);
  if (value === undefined || value === '') return name === 'registration' ? 'alle' : '';
  if (name === 'area') return lookup.placeName(entry.area);
  if (name === 'limit') return euros(Number(value));
  if (name === 'from' || name === 'until') return dutchDay(String(value));
  if (typeof value === 'boolean') return value ? 'ja' : 'nee';
  return quote(String(value));
}

/** "Bert Kade vanaf 1 december 2026". */
function fromADay({ deputies, earlierDeputies }: RegisterEntry, quote: (text: string) => string): string {
  const named = deputies.map(quote).join('; ');
  if (!earlierDeputies) return named;
  const from = Temporal.PlainDate.from(earlierDeputies.until).add({ days: 1 }).toString();
  return `${named || 'niemand'} vanaf ${dutchDay(from)}`;
}

/** "Bert Kade vanaf 1 december 2026, tot dan Driss Haven". */
function deputiesInWords(entry: RegisterEntry, quote: (text: string) => string): string {
  const { earlierDeputies } = entry;
  if (!earlierDeputies) return fromADay(entry, quote);
  const earlier = earlierDeputies.names.map(quote).join('; ');
  return `${fromADay(entry, quote)}, tot dan ${earlier || 'niemand'}`;
}

/** What tells two values apart of which the words are the same: the code of an area, and where each text begins and ends. */
const exactly = (name: Shown, entry: RegisterEntry, lookup: Lookup): string =>
  name === 'area'
    ? `${lookup.placeName(entry.area)} (${entry.area})`
    : inWords(name, entry, lookup, (text) => `“${text}”`);

/** A value to compare, where saying nothing can be written in more than one way. */
function comparable(name: Shown, entry: RegisterEntry): string {
  const { deputies, earlierDeputies } = entry;
  if (name === 'deputies') return JSON.stringify([deputies, earlierDeputies?.names, earlierDeputies?.until]);
  return entry[name] === '' ? '' : (JSON.stringify(entry[name]) ?? '');
}

/** True for texts between which a reader sees no difference: spaces, and signs that nobody sees. */
const looksSame = (one: string, other: string) =>
  nameSeen(one).normalize('NFC') === nameSeen(other).normalize('NFC');

const bothSaid = (
  say: (entry: RegisterEntry) => string,
  before: RegisterEntry,
  entry: RegisterEntry,
): [string, string] => [say(before) || NONE, say(entry) || NONE];

/** A field that a proposal changes, with its name and what it says in Dutch. */
export interface Difference {
  label: string;
  /** '' for a new entry. */
  was: string;
  becomes: string;
}

/**
 * What a proposal would change, a line a field: for a new entry everything that is filled in, otherwise each field of which the value
 * is another, also where both read the same.
 */
export function differences(
  { entry, before }: Pick<MandateProposal, 'entry' | 'before'>,
  lookup: Lookup,
): Difference[] {
  if (!before)
    return fields
      .map((name) => ({ label: labels[name], was: '', becomes: inWords(name, entry, lookup) }))
      .filter(({ becomes }) => becomes !== '');
  return fields
    .filter((name) => comparable(name, before) !== comparable(name, entry))
    .map((name) => {
      const label = labels[name];
      if (
        name === 'deputies' &&
        !before.earlierDeputies &&
        sameNames(entry.earlierDeputies?.names, before.deputies)
      )
        return { label, was: deputiesInWords(before, asIs) || NONE, becomes: fromADay(entry, asIs) };
      const [was, becomes] = bothSaid((one) => inWords(name, one, lookup), before, entry);
      if (!looksSame(was, becomes)) return { label, was, becomes };
      const [wasExactly, exact] = bothSaid((one) => exactly(name, one, lookup), before, entry);
      return {
        label,
        was: wasExactly,
        becomes: looksSame(wasExactly, exact) ? `${exact} (anders geschreven)` : exact,
      };
    });
}
