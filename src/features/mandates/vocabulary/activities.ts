import { stemOf } from '../../../language/stems.ts';

/**
 * The words in which people ask about an activity that is common to all municipalities. `words` stand for it in any
 * form, and split when they are separable verbs; of `pairs` all parts have to be there.
 */
interface ActivityWords {
  activity: string;
  words: string[];
  pairs?: string[][];
  /** Verbs that go with these words, and add nothing. */
  verbs?: string[];
}

/** The activity that an amount is about when none is named. */
export const ASSIGNMENT = 'opdracht verstrekken';

const listed = (words: string) => words.trim().split(/\s+/);

export const activityWords: readonly ActivityWords[] = [
  {
    activity: ASSIGNMENT,
    words:
      listed(`opdracht inhuren inkopen inkoop bestellen bestelling bestelt aanbesteden aanbesteding assignment assignments
      purchase purchases purchasing`),
    verbs: listed('verstrekken geven verlenen plaatsen gunnen doen award give'),
    pairs: [
      ['tekenen', 'contract'],
      ['tekenen', 'offerte'],
      ['tekenen', 'euro'],
      ['uitgeven', 'euro'],
    ],
  },
  {
    activity: 'goedkeuren',
    words:
      listed(`goedkeuren goedkeuring accorderen akkoord fiatteren fiat fiattering vaststellen vaststelling bekrachtigen
      instemmen aftekenen approve approves approved approving approval`),
    pairs: [
      ['sign', 'off'],
      ['signs', 'off'],
    ],
  },
  {
    activity: 'valideren',
    words:
      listed(`valideren validatie controle controles controleren toetsen toetsing nakijken verifieren verificatie checken
      check checkt reviewen review validate validates validated validating validation verify verifies verified verifying checks
      checked checking reviews`),
  },
  {
    activity: 'verwerken',
    words:
      listed(`verwerken verwerking invoeren invoer registreren registratie bijwerken bijhouden bijhouding muteren mutering
      intekenen process processes processed processing enter enters entering entered register registers registering registered`),
  },
  {
    activity: 'koppelen',
    words: listed(`koppelen koppeling koppelingen interface interfaces script scripts scripten
      automatiseren automatisering aansluiten linking linked integrate integrates`),
    verbs: ['leggen'],
  },
  {
    activity: 'regie',
    words: listed('regie ketenregie regisseren regisseert'),
    verbs: listed('voeren hebben'),
  },
];

const byStem = new Map(
  activityWords.flatMap(({ activity, words }) => words.map((word) => [stemOf(word), activity] as const)),
);

/** The common activity that a word in any of its forms stands for; undefined when it is none. */
export const commonActivity = (stem: string): string | undefined => byStem.get(stem);

const names = new Set(activityWords.map(({ activity }) => activity));

/** True for the name of a common activity. */
export const isCommonName = (activity: string): boolean => names.has(activity);

const verbStems = new Map(
  activityWords.map(({ activity, verbs = [] }) => [activity, new Set(verbs.map(stemOf))]),
);

/** True for a verb that goes with a common activity and adds nothing: "opdracht geven". */
export const isVerbOf = (activity: string, stem: string): boolean =>
  verbStems.get(activity)?.has(stem) === true;
