import type { Feature, Phrase } from '../conversation/offer.ts';
import { normalise } from '../language/normalise.ts';
import { stemOf } from '../language/stems.ts';

/** Words that say nothing of what a text is about. */
const empty = new Set(
  `aan al alle als altijd bekijk ben bent bij bijvoorbeeld dan dat de deze die dit doe doen doet door een eens elke en er
  even ga gaan gaat gaf geef geen geven ging graag haal had hebben hebt heb heeft het hier hij hoe iemand iets ik in is ja je jij
  jou jouw jullie kan kies kijk klopt komen kom komt krijg krijgen kun kunnen kunt laat laatste lees maak maar maken meer met mee
  mij mijn mag me mensen moet moeten na naar nee niet niets nog nu of om onder ons onze ook op over per schrijf sinds staan staat
  stuur te tegen terug toe toen tot typ uit van vandaag vanaf veel vind voor vraag waar waarom wanneer was wat we weer weet welk welke
  werk werken wie wij wil willen word worden wordt zeg zelf zet zie zien zijn zit zo zonder zou zullen`.split(
    /\s+/,
  ),
);

/** Longer texts are compared up to here: no wish needs more. */
const LONGEST = 160;
/** A word that more phrases have than this tells none of them from the others. */
const MOST_PHRASES = 8;

/** The stems of the words that say what a text is about, each once. */
function subjectsOf(text: string): Set<string> {
  const words = normalise(text).split(' ');
  return new Set(words.filter((word) => word.length > 2 && !empty.has(word)).map(stemOf));
}

/** In how many of some sets each stem is. */
function countsOf(sets: readonly ReadonlySet<string>[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const stem of sets.flatMap((one) => [...one])) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  return counts;
}

/**
 * Phrases that are about the same as a text of which nothing was understood: they share words with it that few phrases
 * have. The most telling come first; none of them stops or erases something.
 */
export function sameSubject(features: readonly Feature[]): (text: string) => Phrase[] {
  const phrases = features
    .flatMap((feature) => feature.phrases)
    .filter(({ careful, unlisted }) => !careful && !unlisted)
    .map((phrase) => ({
      phrase,
      subjects: subjectsOf([phrase.say, phrase.title, ...(phrase.also ?? [])].join(' ')),
      named: subjectsOf(phrase.say),
    }));
  const counts = countsOf(phrases.map(({ subjects }) => subjects));
  const namedCounts = countsOf(phrases.map(({ named }) => named));
  /** A word by which a phrase is called tells more of it than one that stands beside others in its title. */
  const weightOf = (subject: string, { subjects, named }: (typeof phrases)[number]): number => {
    if (named.has(subject)) return 1 / (namedCounts.get(subject) ?? 1);
    const count = counts.get(subject) ?? 0;
    return !subjects.has(subject) || count > MOST_PHRASES ? 0 : 1 / count;
  };
  return (text) => {
    const typed = subjectsOf(text.slice(0, LONGEST));
    const weighed = phrases
      .map((one) => ({
        phrase: one.phrase,
        weight: [...typed].reduce((sum, subject) => sum + weightOf(subject, one), 0),
      }))
      .filter(({ weight }) => weight > 0)
      .sort((a, b) => b.weight - a.weight);
    const most = weighed[0]?.weight ?? 0;
    return weighed.filter(({ weight }) => weight * 2 >= most).map(({ phrase }) => phrase);
  };
}
