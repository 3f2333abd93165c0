import { findAmount } from '../../../language/amounts.ts';
import { isParticle, stemOf } from '../../../language/stems.ts';
import { type Word, wordsOf } from '../../../language/words.ts';
import { isLegal, isObject } from './legal-words.ts';
import { type Qualifiers, qualifiersOf } from './qualifiers.ts';
import { registrationOfWord } from './registrations.ts';
import { smallWords } from './small-words.ts';

/** One word of an activity that tells something. */
export interface Term {
  /** In lower case, without diacritics. */
  plain: string;
  stem: string;
}

/** Words of an activity of which one is enough: "verlenen, weigeren of intrekken". */
export interface TermGroup {
  terms: readonly Term[];
  /** False when a question need not say it: words of the law, what stands between brackets or before a colon. */
  demanded: boolean;
}

/** An activity of a register, taken apart. */
export interface ActivityTerms {
  groups: readonly TermGroup[];
  /** Registrations that stand in its words: "Valideren van BAG-mutaties". */
  registrations: readonly string[];
  /** What small words and figures make of these words. */
  qualifiers: Qualifiers;
  /** The amount in its words, with the word before it: "boven € 5.000". */
  amount: string;
  /** Stems of what is left out: "behalve weigeren". */
  except: ReadonlySet<string>;
}

/** Words that join alternatives. */
const joins = new Set([
  'en',
  'of',
  'dan',
  'wel',
  'alsmede',
  'alsook',
  'respectievelijk',
  'cq',
  'c',
  'q',
  'en/of',
]);

/** True when nothing but a mark or a joining word stands between two words. */
function areAlternatives(text: string, words: readonly Word[], from: number, to: number): boolean {
  const between = words.slice(from + 1, to);
  if (!between.every(({ plain }) => joins.has(plain))) return false;
  return between.length > 0 || /^\s*[,/&+]\s*$/.test(text.slice(words[from]?.end, words[to]?.start));
}

/** The separable verbs that a finite verb may be with the particles behind it: "wijst marktplaatsen toe". */
function splitVerbs(plains: readonly string[], at: number): Term[] {
  const verb = plains[at] ?? '';
  // An infinitive or a plural is whole as it stands.
  if (/en$/.test(verb)) return [];
  return plains.flatMap((particle, position) => {
    if (position <= at || !isParticle(plains, position)) return [];
    const plain = `${particle}${verb}`;
    return [{ plain, stem: stemOf(plain) }];
  });
}

/** What a word is together with the one that a hyphen ties it to: "backup" of "back-up". */
function hyphened(text: string, words: readonly Word[], at: number): Term[] {
  // "Niet-woningen" is read as what it is not.
  const isTied = (from: number) =>
    words[from]?.plain !== 'niet' &&
    registrationOfWord(words[from]?.plain ?? '') === undefined &&
    text.slice(words[from]?.end, words[from + 1]?.start) === '-';
  const pairs = [at - 1, at].filter((from) => from >= 0 && from + 1 < words.length && isTied(from));
  return pairs.map((from) => {
    const plain = `${words[from]?.plain}${words[from + 1]?.plain}`;
    return { plain, stem: stemOf(plain) };
  });
}

/** True for the "vast" of "Stelt de waarde vast", which the verb at the beginning has taken. */
const isConsumed = (plains: readonly string[], at: number, first = 0): boolean =>
  at > first && plains[first]?.endsWith('t') === true && isParticle(plains, at);

/** A word that may be an infinitive: no plural of a noun of action. */
const isVerb = (plain: string) => /en$/.test(plain) && !/ingen$/.test(plain);

const isFigure = (plain: string) => /\d/.test(plain);

/** What is left out of an activity, up to the next comma or bracket. */
const exception =
  /(?:\b(?:behalve|uitgezonderd|tenzij|m\.?u\.?v\.?|met uitzondering van|niet zijnde|anders dan)\s|\(niet\s)[^,;)]*/gi;

/** Takes the text of an activity apart into the words that tell what it is. */
export function activityTerms(whole: string): ActivityTerms {
  const kept = whole.replace(exception, (part) => ' '.repeat(part.length));
  const amount = findAmount(kept);
  // "Tot € 5.000" is how far it goes, and not what is done.
  const text = amount
    ? kept.slice(0, amount.start) + ' '.repeat(amount.end - amount.start) + kept.slice(amount.end)
    : kept;
  const words = wordsOf(text);
  const registrations = new Set<string>();
  const colon = text.search(/:\s/);
  const asides = [...text.matchAll(/\([^)]*\)?/g)].map(
    ({ index, 0: part }) => [index, index + part.length] as const,
  );
  const isAside = ({ start }: Word) =>
    asides.some(([from, to]) => from <= start && start < to) || (colon > 0 && start < colon);
  const telling = words.flatMap((word, at) => {
    const { plain } = word;
    const registration = registrationOfWord(plain);
    if (registration) registrations.add(registration);
    if (registration || smallWords.has(plain) || isFigure(plain)) return [];
    // "Niet-woningen" are no "woningen".
    const not = words[at - 1]?.plain === 'niet' ? 'niet' : '';
    return [
      { at, term: { plain: `${not}${plain}`, stem: `${not}${stemOf(plain)}` }, isAside: isAside(word) },
    ];
  });
  const groups: { terms: Term[]; demanded: boolean; last: number }[] = [];
  const plains = words.map(({ plain }) => plain);
  for (const { at, term, isAside } of telling.filter(({ at }) => !isConsumed(plains, at, telling[0]?.at))) {
    const demanded = !isAside && !isLegal(term.plain);
    const split = [...splitVerbs(plains, at), ...hyphened(text, words, at)];
    const group = groups.at(-1);
    if (group && demanded === group.demanded && areAlternatives(text, words, group.last, at)) {
      group.terms.push(term, ...split);
      group.last = at;
    } else groups.push({ terms: [term, ...split], demanded, last: at });
  }
  const [only, ...others] = groups.filter(({ demanded }) => demanded);
  // "Gegevens verstrekken": beside a verb alone the object tells what it is.
  const needsObject =
    only !== undefined &&
    registrations.size === 0 &&
    others.length === 0 &&
    only.terms.every(({ plain }) => isVerb(plain));
  if (needsObject)
    for (const group of groups) if (group.terms.every(({ plain }) => isObject(plain))) group.demanded = true;
  const isAny = only !== undefined;
  return {
    groups: groups.map(({ terms, demanded }) => ({ terms, demanded: demanded || !isAny })),
    registrations: [...registrations],
    qualifiers: qualifiersOf(plains),
    amount: amount
      ? (/(?:\S+\s+)?$/.exec(kept.slice(0, amount.start))?.[0] ?? '') + kept.slice(amount.start, amount.end)
      : '',
    except: new Set(
      [...whole.matchAll(exception)].flatMap(([part]) =>
        wordsOf(part)
          .slice(1)
          .flatMap(({ plain }) => (smallWords.has(plain) ? [] : [stemOf(plain)])),
      ),
    ),
  };
}
