import { Temporal } from 'temporal-polyfill';
import { mailAddresses } from '../../../language/mail-addresses.ts';
import { plainText, wordsOf } from '../../../language/words.ts';
import { guestMark, isPresent, type Person } from '../../../people/person.ts';

const labelled = [
  ['organisation', 'Welke organisatie?'],
  ['contact', 'Hoe bereik je die organisatie?'],
] as const;

/** So many days after somebody left, their name is refused still. */
const LEFT_DAYS = 30;
/** Words of a Dutch name that tell nobody apart. */
const particles = new Set('van von de der den het ten ter te la le du el op aan in bij'.split(' '));

const domainOf = (mail: string): string => mail.slice(mail.lastIndexOf('@') + 1);

/** The words of a text that may be of a name, without particles; an e-mail is no initial. */
const tellingWords = (text: string): string[] =>
  wordsOf(text.replace(/(?<=^|\s)['’`][ts](?=\s)/gi, ' ').replace(/\be-?mail/gi, ' mail'))
    .map(({ plain }) => plain)
    .filter((plain) => !particles.has(plain));

/** A name as it is compared. */
interface Called {
  first: string;
  /** What stands behind it: the family name, also of two, or a second first name. */
  rest: ReadonlySet<string>;
  /** The name written as one word, in each order. */
  joined: ReadonlySet<string>;
}

/** "Ellen van der Vermeulen" or, as a people file may have it, "Vermeulen, Ellen". Undefined for a name of one word. */
function calledIn(name: string): Called | undefined {
  const [before = '', behind] = name.split(',', 2);
  const ordered = behind === undefined ? name : `${behind} ${before}`;
  const [first, ...rest] = tellingWords(ordered);
  const names = rest.filter((word) => word.length > 1);
  if (first === undefined || names.length === 0) return undefined;
  const whole = wordsOf(ordered).map(({ plain }) => plain);
  const family = names.join('');
  return { first, rest: new Set(names), joined: new Set([whole.join(''), first + family, family + first]) };
}

/**
 * True where a word of the family name stands beside the first name or its initial, with no more than initials between them. Goes
 * over the words once in each direction: the steps are as many as the words.
 */
function isNamed({ first, rest }: Called, words: readonly string[]): boolean {
  const isFirst = (word: string | undefined) => word === first || word === first[0];
  // What stands before the words of the family name and the initials in which we are, and the first of those initials.
  let [before, initial]: (string | undefined)[] = [];
  for (const word of words) {
    if (rest.has(word)) {
      if (before === first || initial === first[0]) return true;
    } else if (word.length === 1) initial ??= word;
    else [before, initial] = [word, undefined];
  }
  let next: string | undefined;
  for (const word of words.toReversed()) {
    if (!rest.has(word)) next = word;
    else if (isFirst(next)) return true;
  }
  return false;
}

/**
 * A colleague is no party outside: what stands of one is read by everybody, without their "Klopt", and they could not find or erase it
 * (trust:see-and-erase). Gives a sentence for each text with the name of one, in any order or form, or with a mail address of the
 * municipality. A first name or a family name alone may be of anybody, such as of a firm or of who is to be reached there. `people`:
 * also those who left; `day`: ISO date. The texts are of a normal length: who asks has looked at that.
 */
export function colleagueProblems(
  sent: Readonly<Record<(typeof labelled)[number][0], string>>,
  people: readonly Person[],
  day: string,
): string[] {
  const since = Temporal.PlainDate.from(day).subtract({ days: LEFT_DAYS }).toString();
  const known = people.filter((one) => isPresent(one) || (one.removed ?? '') >= since);
  const called = known.flatMap(({ name }) => calledIn(name) ?? []);
  const addresses = new Set(known.map(({ upn }) => plainText(upn)));
  const own = new Set(known.flatMap(({ upn }) => (guestMark.test(upn) ? [] : domainOf(plainText(upn)))));
  const isOfColleague = (text: string): boolean => {
    const mails = plainText(text).match(mailAddresses) ?? [];
    if (mails.some((mail) => addresses.has(mail) || own.has(domainOf(mail)))) return true;
    const words = tellingWords(text);
    const there = new Set([...words, ...tellingWords(text.replace(/[-‐-―.'’]/g, ''))]);
    const isThere = (some: ReadonlySet<string>) => [...some].some((word) => there.has(word));
    return called.some((one) => isThere(one.joined) || (isThere(one.rest) && isNamed(one, words)));
  };
  return labelled.flatMap(([field, label]) =>
    isOfColleague(sent[field])
      ? [
          `Bij “${label}” staat de naam van een collega, of een e-mailadres van de gemeente. Een collega geef je een rol met “toewijzing”, na een gesprek.`,
        ]
      : [],
  );
}
