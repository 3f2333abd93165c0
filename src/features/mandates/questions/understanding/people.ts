import type { FoundName } from '../../../../language/names.ts';
import { nameKey, type Word } from '../../../../language/words.ts';
import { stopWords } from '../../vocabulary/stop-words.ts';
import { isCapital } from './capital.ts';

const articles = /^(de|het|een|deze|die|dit|dat|the|a|an|this)$/;
/** Words behind which somebody stands who is left out, or for whom another acts. */
const apart = /^(dan|behalve|buiten|zonder|namens|uitgezonderd|except|besides|than)$/;

/** False for an ordinary word that is somebody's family name too: "de dijk", "de kaart" for Vaart. */
export function isPerson({ from, to, isFunction }: FoundName, words: readonly Word[]): boolean {
  if (isFunction) return true;
  const [word, before] = [words[from], words[from - 1]];
  return to - from > 1 || !word || isCapital(word) || !articles.test(before?.plain ?? '');
}

/** Small words between a preposition and the name behind it: "aan de teamleider", "voor mevrouw Bos". */
const between = /^(?:de|het|een|heer|mevrouw|meneer|dhr|mevr|mw|the|mr|mrs)$/;
/** Behind these stands who receives something, or on whose word it is done, and not who does it. */
const receiving = /^(?:aan|voor|volgens|onder|via|naast|tegen|bij|met|over|for|to|under|with|by)$/;
/** Of these somebody else is meant: "de collega van Anna". */
const related =
  /^(?:collega|collegas|chef|baas|manager|leidinggevende|medewerker|medewerkers|vriend|vrouw|man|team|secretaresse|opvolger|voorganger)$/;

/** The word before a name, with the place of the word before that one. */
function leadOf({ from }: FoundName, words: readonly Word[]): { lead: string; before: number } {
  let at = from - 1;
  while (between.test(words[at]?.plain ?? '')) at -= 1;
  return { lead: words[at]?.plain ?? '', before: at - 1 };
}

/** False for somebody who is only named to leave them out, to act for them or as whose colleague somebody is. */
export function isSubject(name: FoundName, words: readonly Word[]): boolean {
  const { lead, before } = leadOf(name, words);
  const further = words[before]?.plain ?? '';
  if (apart.test(lead)) return false;
  return !(lead === 'van' && (further === 'plaats' || related.test(further)));
}

/** True for somebody who receives what is asked, where it is asked who may do it: "mag aan Anna een ontheffing worden verleend". */
export function isReceiver(name: FoundName, words: readonly Word[]): boolean {
  return receiving.test(leadOf(name, words).lead);
}

/** True for somebody who is named to say whose: "de collega van Anna", "een mutatie van Anna". */
export function isOwner(name: FoundName, words: readonly Word[]): boolean {
  const { lead, before } = leadOf(name, words);
  const further = words[before]?.plain ?? '';
  return lead === 'van' && further !== '' && !/^(behoeve|namens)$/.test(further);
}

/** True when somebody is named again, as the one whose work it is: "mag Anna valideren wat Anna heeft verwerkt". */
export function namedAgain(
  people: readonly FoundName[],
  owners: readonly FoundName[],
  words: readonly Word[],
  isDone: boolean,
): boolean {
  const shares = (one: FoundName, other: FoundName) => one.ids.some((id) => other.ids.includes(id));
  const typed = ({ from, to }: FoundName) =>
    words
      .slice(from, to)
      .map(({ plain }) => plain)
      .join(' ');
  const again = (one: FoundName, other: FoundName) =>
    shares(one, other) && (one.to - one.from > 1 || typed(one) === typed(other));
  return (
    people.some((one) => owners.some((owner) => shares(one, owner))) ||
    (isDone && people.some((one, n) => people.some((other, m) => m !== n && again(one, other))))
  );
}

/** What makes a surname the name of a company or of a family. */
const company = /^(?:bv|nv|vof|cv|ltd|inc|gmbh|holding|zonen|zn|groep)$/;
const ofCompany = /^(?:firma|fa|gebroeders|gebr|stichting|familie|fam|bedrijf)$/;
/** Titles that are written as initials are. */
const title = /^(?:mw|dhr|drs|dr|ing|ir|mr|mej|hr|br|prof|de|u)$/;

/** True for the name of a company with somebody's surname in it: "Vermeer BV", "Firma Vermeer". */
function isCompany({ from, to }: FoundName, words: readonly Word[]): boolean {
  const [next = '', further = ''] = [words[to]?.plain, words[to + 1]?.plain];
  const pair = `${next}${further}`;
  return (
    company.test(next) ||
    (next.length === 1 && company.test(pair)) ||
    (next === 'en' && company.test(further)) ||
    ofCompany.test(words[from - 1]?.plain ?? '')
  );
}

/** The first of the initials before a name, in lower case: the "j" of "J.P. Vos", "Th" of "Th. Vos". */
function initialBefore({ from }: FoundName, words: readonly Word[], text: string): Word | undefined {
  const [word, name] = [words[from - 1], words[from]];
  if (!word || !name || title.test(word.plain)) return undefined;
  const between = text.slice(word.end, name.start);
  const isInitial =
    (word.plain.length === 1 && /^\.?\s?$/.test(between)) ||
    (word.plain.length <= 3 && isCapital(word) && /^\.\s?$/.test(between));
  if (!isInitial) return undefined;
  return initialBefore({ ids: [], typos: 0, from: from - 1, to: from }, words, text) ?? word;
}

const isIn = (at: number, { from, to }: FoundName) => from <= at && at < to;

/**
 * The people whom the found names stand for. Half a name with a word beside it that does not belong to that person is
 * the name of somebody whom the register does not know: "Henk Vaart" is not Lotte Vaart, nor is "H. Vaart" or "Vaart BV". What
 * stands `beside` is somebody else: "kan Amira Bert vervangen".
 */
export function wholeNames(
  all: readonly FoundName[],
  words: readonly Word[],
  text: string,
  beside: readonly FoundName[] = [],
): { people: string[]; unknown?: string } {
  const found: FoundName[] = [];
  for (const one of all) {
    const typed = (from: number, to: number) => text.slice(words[from]?.start, words[to - 1]?.end);
    if (!one.isFunction && isCompany(one, words)) return { people: [], unknown: typed(one.from, one.to + 1) };
    const initial = one.isFunction ? undefined : initialBefore(one, words, text);
    const ids = initial ? one.ids.filter((id) => nameKey(id).startsWith(initial.plain)) : one.ids;
    if (initial && ids.length === 0)
      return { people: [], unknown: text.slice(initial.start, words[one.to - 1]?.end) };
    found.push({ ...one, ids });
  }
  const owner = (index: number) => found.find(({ from, to }) => from <= index && index < to);
  for (const one of found) {
    if (one.to - one.from > 1 || one.isFunction) continue;
    for (const [left, right] of [
      [one.from - 1, one.from],
      [one.from, one.from + 1],
    ] as const) {
      const [a, b] = [words[left], words[right]];
      if (!a || !b || text.slice(a.end, b.start) !== ' ') continue;
      const index = left === one.from ? right : left;
      const neighbour = words[index];
      if (beside.some((other) => other.from !== one.from && isIn(index, other))) continue;
      if (!neighbour || !isCapital(neighbour) || stopWords.has(neighbour.plain)) continue;
      const other = owner(index);
      const fits = other
        ? other.ids.some((id) => one.ids.includes(id))
        : one.ids.some((id) => nameKey(id).split(' ').includes(neighbour.plain));
      // A capital at the very beginning of the text says nothing.
      if (!fits && index > 0) return { people: [], unknown: `${a.typed} ${b.typed}` };
    }
  }
  // Two halves of one name that stand apart are one person.
  const both = found.length > 1 && found.every(({ to, from, isFunction }) => to - from === 1 && !isFunction);
  const shared = both ? found[0]?.ids.filter((id) => found.every(({ ids }) => ids.includes(id))) : [];
  if (shared && shared.length > 0) return { people: [...new Set(shared)] };
  return { people: [...new Set(found.flatMap(({ ids }) => ids))] };
}
