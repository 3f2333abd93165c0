import { stemOf } from '../../../language/stems.ts';
import { smallWords } from './small-words.ts';

/** What small words and figures make of the words beside them: "buiten de bebouwde kom", "klasse 2", "artikel 2:10". */
export interface Qualifiers {
  /** Which small word stands before a word, by the stem of that word. */
  relations: ReadonlyMap<string, string>;
  /** Figures, and letters of a class. */
  figures: ReadonlySet<string>;
  /** Figures of an article, which nobody has to say. */
  articles: ReadonlySet<string>;
}

const articles = new Set(['de', 'het', 'een', 'der', 'den', 'the', 'a']);
const relating = new Set(
  'in naar binnen buiten met zonder tegen voor na tot vanaf boven onder aan van door namens over op'.split(
    ' ',
  ),
);
/** Without such a word a thing is another thing. */
const strong = new Set(['zonder', 'buiten', 'tegen', 'na', 'boven', 'vanaf']);
/** What stands on two sides: a word of the one is never a word of the other. */
const sides: readonly (readonly [string, string])[] = [
  ['binnen in op', 'buiten'],
  ['met', 'zonder'],
  ['voor met namens van', 'tegen'],
  ['tot onder voor binnen', 'vanaf boven na'],
  ['aan', 'van'],
  ['door', 'voor'],
];
const opposed = new Set(
  sides.flatMap(([one, other]) =>
    one.split(' ').flatMap((a) => other.split(' ').flatMap((b) => [`${a} ${b}`, `${b} ${a}`])),
  ),
);

const citing = /^(?:artikel|artikelen|art|lid|hoofdstuk|paragraaf|onderdeel)$/;
const classing = /^(?:klasse|categorie|cat|type|fase|schaal|groep|lijn|zone|model|tranche)$/;

/** Words as they qualify each other; `isFree` tells which figures say nothing else, such as a day. */
export function qualifiersOf(
  plains: readonly string[],
  isFree: (position: number) => boolean = () => true,
): Qualifiers {
  const relations = new Map<string, string>();
  const figures = new Set<string>();
  const cited = new Set<string>();
  let isCiting = false;
  for (const [at, plain] of plains.entries()) {
    const before = plains[at - 1] ?? '';
    const isFigure = /\d/.test(plain) || (/^[a-z]$/.test(plain) && classing.test(before));
    isCiting = citing.test(plain) || (isCiting && (isFigure || plain.length < 3));
    if (isFigure && isFree(at)) (isCiting ? cited : figures).add(plain);
    if (smallWords.has(plain)) continue;
    let from = at - 1;
    while (articles.has(plains[from] ?? '')) from -= 1;
    const relation = plains[from] ?? '';
    if (relating.has(relation)) relations.set(isFigure ? plain : stemOf(plain), relation);
  }
  return { relations, figures, articles: cited };
}

const areApart = (one: ReadonlySet<string>, other: ReadonlySet<string>) =>
  one.size > 0 && other.size > 0 && [...one].every((figure) => !other.has(figure));

/**
 * Whether what is asked can be this activity, as far as small words and figures tell; `stems` are those of the activity that
 * were said. "less" when the activity says more than was asked.
 */
export function qualify(
  activity: Qualifiers,
  asked: Qualifiers,
  stems: ReadonlySet<string>,
): 'same' | 'less' | 'other' {
  const known = (all: Qualifiers) => new Set([...all.figures, ...all.articles]);
  if (areApart(activity.figures, asked.figures) || areApart(activity.articles, known(asked))) return 'other';
  const isSaid = (stem: string) => stems.has(stem) || asked.figures.has(stem);
  for (const [stem, said] of asked.relations) {
    if (!isSaid(stem)) continue;
    const recorded = activity.relations.get(stem);
    if (recorded === said) continue;
    if (recorded !== undefined ? opposed.has(`${recorded} ${said}`) : strong.has(said)) return 'other';
    // "Koopwoningen in huurwoningen" is not "huurwoningen in koopwoningen".
    const turned = [...activity.relations].some(
      ([other, relation]) =>
        relation === said && relation === 'in' && isSaid(other) && asked.relations.get(other) !== said,
    );
    if (turned) return 'other';
  }
  const isLess =
    (activity.figures.size > 0 && asked.figures.size === 0) ||
    [...activity.relations].some(([stem, relation]) => strong.has(relation) && !asked.relations.has(stem));
  return isLess ? 'less' : 'same';
}
