import type { Availability, FoundName } from '../../../language/names.ts';
import { stemOf } from '../../../language/stems.ts';
import { plainText, type Word, wordsOf } from '../../../language/words.ts';
import { smallWords } from '../vocabulary/small-words.ts';

/** Words for who does a job. A name with one of them in it is that of a function, and not of a person. */
const jobs =
  /^(?:\w*(?:directeur|manager|leider|leidster|coordinator|medewerk\w*|adviseur|ambtenaar|secretaris|controller|beheerder|registrator|regisseur|engineer|inspecteur|consulent|specialist|toezichthouder|handhaver|opzichter|planner|analist|inkoper|ontvanger|functionaris|taxateur|administrateur|assistent|verlener|behandelaar|toetser|jurist|landmeter|meester|architect|projectleider|hoofd|chef|griffier|wethouder|commissie|afdeling|ontwerper|begeleider|regisseuse|beambte|officier|commandant|archivaris|deurwaarder|accountant|wijkagent|boa|bode)|hoofd|directie|college|raad|burgemeester|team|cluster|unit|mt)$/;

const telling = (name: string) => wordsOf(name).filter(({ plain }) => !smallWords.has(plain));

/** Surnames that are a job as well stand behind a first name: "Anna Meester". */
const isSurname = (words: readonly Word[], at: number) =>
  at === words.length - 1 && at > 0 && /^(?:meester|hoofd|bode|raad|boa)$/.test(words[at]?.plain ?? '');

/** True for a word that says what somebody's job is. */
export const isJob = (word: string): boolean => jobs.test(plainText(word));

/** True for the name of a function: of one word, or with a word for a job in it. */
export function isFunctionName(name: string): boolean {
  const words = wordsOf(name);
  return words.length === 1 || words.some(({ plain }, at) => jobs.test(plain) && !isSurname(words, at));
}

/** Finds functions in a row of words. */
export interface FunctionIndex {
  /** The functions that are named, also in the plural or by the first of their words; several ids when more fit. */
  find(words: readonly Word[], of: (index: number) => Availability): FoundName[];
}

const LONGEST = 10;

/** An index of functions by the words that tell them apart. */
export function functionIndex(names: readonly string[]): FunctionIndex {
  const functions = names.map((name) => ({ name, stems: telling(name).map(({ plain }) => stemOf(plain)) }));
  const byHead = Map.groupBy(
    functions.filter(({ stems }) => stems.length > 0),
    ({ stems }) => stems[0] ?? '',
  );
  /**
   * Those with exactly these words, or else all that begin with the first and have the others too. A part of a name
   * counts only with the job in it: "de teamleider", but not the WOZ of "WOZ-coördinator".
   */
  function meant(said: readonly string[]): { ids: string[]; isPart: boolean } {
    const [head = '', ...others] = said.map(stemOf);
    const fit = (byHead.get(head) ?? []).filter((one) => others.every((stem) => one.stems.includes(stem)));
    const whole = fit.filter((one) => one.stems.length === said.length);
    if (whole.length > 0) return { ids: whole.map(({ name }) => name), isPart: false };
    return { ids: said.some(isJob) ? fit.map(({ name }) => name) : [], isPart: true };
  }
  const isBegin = (said: readonly string[]) => {
    const stems = said.map(stemOf);
    return functions.some((one) => stems.every((stem, n) => one.stems[n] === stem));
  };
  return {
    find: (words, of) => {
      const found: FoundName[] = [];
      for (let from = 0; from < words.length; from += 1) {
        const head = stemOf(words[from]?.plain ?? '');
        if (!byHead.has(head) || of(from) !== 'free') continue;
        let best: FoundName | undefined;
        const said: string[] = [];
        for (let to = from; to < Math.min(words.length, from + LONGEST) && of(to) !== 'taken'; to += 1) {
          const plain = words[to]?.plain ?? '';
          if (smallWords.has(plain)) continue;
          // "De WOZ-coördinator WOZ-waarden": a word that comes again belongs to what follows.
          if (said.includes(plain)) break;
          said.push(plain);
          const { ids, isPart } = meant(said);
          if (ids.length > 0)
            best = { ids, from, to: to + 1, typos: 0, isFunction: true, ...(isPart ? { isPart } : {}) };
          else if (!isBegin(said)) break;
        }
        if (!best) continue;
        found.push(best);
        from = best.to - 1;
      }
      return found;
    },
  };
}
