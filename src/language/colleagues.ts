import { mailAddresses } from './mail-addresses.ts';
import { type Word, wordsOf } from './words.ts';

const SHORTEST = 3;

/**
 * Words that are also names. Alone they are taken for the word, since a text about work is full of them; a whole name
 * ("Roos Linde") is still found.
 */
const ordinary = new Set(
  `aan abu akker anker baas bakker bal ben beer berg best beste bij bin blad bloem blok bode boer boom bos bron brink
  broer brug bruin buurt dag dam dekker del den der dijk door dorp duif duin eiland feest geest goed goud graaf groen
  groot haak haan hal hand hart haven heer heide held hert het hoek hof hond hoofd hooi hout huis iris kade kamp keizer
  kering kerk kind klein kok koning koper koren kort kreek kroon kuiper lam land lang leen leeuw lies linde maan maas
  maat man markt max meer meester mei mol molen molenaar mulder mus noord onder oost oud over pas persoon plan plein
  polder poort post prins punt recht ridder rijk rijn ring rood roos schaap schilder schipper slager sloot sluis smid
  smit snel sol speel spiegel stad steen ster sterk stok storm straat tak team ten ter test timmerman tol toon toren
  tuin uit valk van veen veld vink visser vlag vogel von voor vos vrede vries vrouw waal water weg werk west wijk wijs
  wil wind winter wit wolf zand zee zilver zomer zon zoon zuid zwart`.split(/\s+/),
);

/** A name in a text: the words that it took, `from` up to and not including `to`. */
interface FoundColleague {
  from: number;
  to: number;
}

/** "Jans aanpak" is of Jan. */
const owner = (plain: string) => (plain.length > SHORTEST ? plain.replace(/s$/, '') : plain);

/** Names of colleagues in texts. */
export interface NameFinder {
  /** Names that stand in a text, as typed, each once; mail addresses too. */
  namesIn(text: string): string[];
  /** The text with "een collega" in the place of each name. */
  withoutNames(text: string): string;
}

/** `names` are those of everybody here: they are looked through once, and then any number of texts. */
export function nameFinder(names: readonly string[]): NameFinder {
  const split = names.map((name) => wordsOf(name).map(({ plain }) => plain));
  const parts = new Set(
    split
      .flat()
      .filter((plain) => plain.length >= SHORTEST && /^\p{L}+$/u.test(plain) && !ordinary.has(plain)),
  );
  const whole = Map.groupBy(
    split.filter(({ length }) => length > 1),
    ([first]) => first ?? '',
  );

  function found(words: readonly Word[]): FoundColleague[] {
    const list: FoundColleague[] = [];
    for (let from = 0; from < words.length; from += 1) {
      const plain = words[from]?.plain ?? '';
      const [name] = (whole.get(plain) ?? [])
        .filter((other) => other.every((part, n) => words[from + n]?.plain === part))
        .sort((a, b) => b.length - a.length);
      if (!name && !parts.has(plain) && !parts.has(owner(plain))) continue;
      const to = from + (name?.length ?? 1);
      list.push({ from, to });
      from = to - 1;
    }
    return list;
  }

  return {
    namesIn: (text) => {
      // The name in an address is not named twice.
      const words = wordsOf(text.replace(mailAddresses, (mail) => ' '.repeat(mail.length)));
      const people = found(words).map(({ from, to }) =>
        text.slice(words[from]?.start ?? 0, words[to - 1]?.end ?? 0),
      );
      return [...new Set([...(text.match(mailAddresses) ?? []), ...people])];
    },
    withoutNames: (text) => {
      const plain = text.replace(mailAddresses, 'een collega');
      const words = wordsOf(plain);
      return found(words).reduceRight(
        (rest, { from, to }) =>
          `${rest.slice(0, words[from]?.start ?? 0)}een collega${rest.slice(words[to - 1]?.end ?? 0)}`,
        plain,
      );
    },
  };
}
